/** Delivers updates to a webhook the way Telegram does: one at a time per chat, again and again until it answers 2xx. */
import { Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import type { Update } from '@effect-ak/tg-bot-api'

export interface WebhookTarget {
  readonly url: string
  readonly secret: string | undefined
  readonly maxConnections: number
  readonly retryMs: number
  /** Called with the body of a 2xx answer, if it has one. */
  onAnswer(body: string): void
}

export interface WebhookDelivery {
  push(update: Update, chatId: number): void
  /** How many updates have not been taken yet. */
  size(): number
  /** The latest refusal, worded like getWebhookInfo does. */
  lastError(): string | undefined
  /** Stops delivering and hands back what was not taken. */
  stop(): Update[]
}

export function deliverTo(target: WebhookTarget): WebhookDelivery {
  const queues = new Map<number, Update[]>()
  const ready: number[] = []
  const isSecure = target.url.startsWith('https:')
  const agent = new (isSecure ? TlsAgent : PlainAgent)({ keepAlive: true, maxSockets: target.maxConnections })
  let running = 0
  let size = 0
  let error: string | undefined
  let isStopped = false

  const pump = () => {
    while (!isStopped && running < target.maxConnections && ready.length > 0)
      void deliverNext(ready.shift() as number)
  }

  const deliverNext = async (chatId: number) => {
    const queue = queues.get(chatId) ?? []
    running += 1
    const status = await post(JSON.stringify(queue[0]))
    running -= 1
    if (isStopped) return
    if (status >= 200 && status < 300) {
      queue.shift()
      size -= 1
      if (queue.length > 0) ready.push(chatId)
      else queues.delete(chatId)
    } else {
      error = status === 0 ? 'Connection refused' : `Wrong response from the webhook: ${status}`
      setTimeout(() => (ready.push(chatId), pump()), target.retryMs)
    }
    pump()
  }

  const post = (body: string) =>
    new Promise<number>((resolve) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(target.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': target.secret }),
      }
      const request = (isSecure ? tlsRequest : plainRequest)(
        target.url,
        { method: 'POST', agent, headers },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', () => resolve(0))
          answer.on('end', () => {
            if (chunks.length > 0) target.onAnswer(Buffer.concat(chunks).toString())
            resolve(answer.statusCode ?? 0)
          })
        },
      )
      request.on('error', () => resolve(0))
      request.end(body)
    })

  return {
    push(update, chatId) {
      const queue = queues.get(chatId)
      size += 1
      if (queue) queue.push(update)
      else {
        queues.set(chatId, [update])
        ready.push(chatId)
      }
      pump()
    },
    size: () => size,
    lastError: () => error,
    stop() {
      isStopped = true
      agent.destroy()
      return [...queues.values()].flat().toSorted((a, b) => a.update_id - b.update_id)
    },
  }
}
