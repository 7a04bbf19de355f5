/** The door through which Telegram hands over updates: before everything that pages need, because it is the busiest. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Webhook } from './parts.ts'

/** An update with its message, the one it answers, and all their formatting stays far below this. */
const maxBytes = 1024 * 1024

/** Answers what is posted to the webhook, whose secret the handler checks, and leaves every other request to `others`. */
export function withWebhook(webhook: Webhook | undefined, others: RequestListener): RequestListener {
  if (!webhook) return others
  return (request, response) => {
    if (request.url === webhook.path && request.method === 'POST') void take(webhook, request, response)
    else others(request, response)
  }
}

async function take(
  { handleUpdate }: Webhook,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const secret = request.headers['x-telegram-bot-api-secret-token']
  const { status } = isTooLong(request)
    ? { status: 413 }
    : await handleUpdate({
        secret: typeof secret === 'string' ? secret : undefined,
        body: await bodyOf(request),
      })
  response.writeHead(status, { 'content-length': 0 }).end()
}

/** Telegram always says how long its update is; whoever does not is not Telegram. */
function isTooLong({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'])
  return !(length <= maxBytes)
}

/** A body that breaks off is empty, and the handler says so. */
function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.once('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    request.once('error', () => resolve(''))
  })
}
