/** The REST front of the stand-in: JSON and multipart in, rate-limit headers out, faults on demand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import busboy from 'busboy'
import { Refusal, refusals } from './limits.ts'
import { routes, type Route } from './routes.ts'
import type { UploadedFile } from './state.ts'

/** What goes wrong with the next requests of a route. */
export interface Fault {
  /** Answers with this status and does nothing. */
  readonly status?: number
  /** Does what was asked all the same, and then answers the status. */
  readonly isDone?: boolean
  /** Discord's error code in the body. */
  readonly code?: number
  /** With status 429: how many seconds to wait. */
  readonly retryAfter?: number
  /** With status 429: the wait is in the body only. */
  readonly hasNoHeader?: boolean
  /** With status 429: it is the bot that asked too much, not this route alone. */
  readonly isGlobal?: boolean
  /** Cuts the connection before the body is read (nothing happens) or after (it happens, the caller never learns). */
  readonly reset?: 'before-body' | 'after-body'
  /** Never answers. */
  readonly hang?: boolean
  /** Does what was asked, but says of its empty answer that it is JSON. */
  readonly isMislabelled?: boolean
}

export interface Request {
  readonly route: Route
  readonly ids: readonly string[]
  readonly body: unknown
  readonly files: readonly UploadedFile[]
  readonly isBot: boolean
}

export interface Front {
  readonly token: string
  readonly rateLimit: { readonly limit: number; readonly windowMs: number }
  readonly roundTripMs: number
  /** Called as soon as a request comes in: the fault that meets it, if any. */
  arrive(route: string): Fault | undefined
  /** Does what the request asks for. @throws {Refusal} */
  act(request: Request): unknown
  leave(): void
  /** Hands out an attachment, if the address is signed and has not run out. */
  attachment(address: URL, fault: Fault, response: ServerResponse): Promise<void>
}

/** A server for `/api/v10/…`. */
export function restServer(front: Front): Server {
  const buckets = newBuckets(front.rateLimit)
  const server = createServer((request, response) => {
    handle(front, buckets, request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  server.keepAliveTimeout = 120_000
  return server
}

async function handle(
  front: Front,
  buckets: Buckets,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://localhost')
  if (address.pathname.startsWith('/attachments/')) return handOut(front, address, response)
  const path = address.pathname.replace(/^\/api\/v10/, '')
  const route = routes.find((each) => each.method === request.method && each.path.test(path))
  if (!route) return answer(response, 404, { message: '404: Not Found', code: 0 })
  const fault = front.arrive(route.name) ?? {}
  try {
    if (fault.reset === 'before-body') return void request.socket.destroy()
    const { body, files } = await read(request)
    if (front.roundTripMs > 0) await new Promise((resolve) => setTimeout(resolve, front.roundTripMs))
    if (fault.hang) return
    if (fault.status !== undefined && !fault.isDone) return answerFault(response, fault)
    const ids = route.path.exec(path)?.slice(1) ?? []
    const isLimited = takeFrom(buckets, route, ids, response)
    if (isLimited) return
    const isBot = request.headers.authorization === `Bot ${front.token}`
    const result = outcome(() => front.act({ route, ids, body, files, isBot }))
    if (fault.status !== undefined) return answerFault(response, fault)
    if (fault.reset === 'after-body') return void request.socket.destroy()
    if (fault.isMislabelled) response.setHeader('content-type', 'application/json')
    answer(response, result.status, result.body)
  } finally {
    front.leave()
  }
}

async function handOut(front: Front, address: URL, response: ServerResponse): Promise<void> {
  const fault = front.arrive('attachment') ?? {}
  try {
    if (fault.reset === 'before-body') response.destroy()
    else await front.attachment(address, fault, response)
  } finally {
    front.leave()
  }
}

function outcome(act: () => unknown): { status: number; body: unknown } {
  try {
    const body = act()
    return { status: body === undefined ? 204 : 200, body }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, body: { message: error.message, code: error.code } }
  }
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) return void response.writeHead(status).end()
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function answerFault(
  response: ServerResponse,
  { status = 500, code = 0, retryAfter = 0, hasNoHeader, isGlobal = false }: Fault,
): void {
  if (status >= 500)
    return void response
      .writeHead(status, { 'content-type': 'text/html' })
      .end('<html>upstream failed</html>')
  if (status !== 429) return answer(response, status, { message: 'refused on demand', code })
  if (!hasNoHeader) response.setHeader('retry-after', String(retryAfter))
  if (isGlobal) response.setHeader('x-ratelimit-global', 'true')
  response.setHeader('x-ratelimit-scope', isGlobal ? 'global' : 'user')
  answer(response, 429, { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal })
}

function read(request: IncomingMessage): Promise<{ body: unknown; files: UploadedFile[] }> {
  return request.headers['content-type']?.startsWith('multipart/') ? readParts(request) : readJson(request)
}

async function readJson(request: IncomingMessage): Promise<{ body: unknown; files: UploadedFile[] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return { body: text === '' ? undefined : JSON.parse(text), files: [] }
}

function readParts(request: IncomingMessage): Promise<{ body: unknown; files: UploadedFile[] }> {
  return new Promise((resolve, reject) => {
    const files: UploadedFile[] = []
    let body: unknown
    const parser = busboy({ headers: request.headers })
    parser.on('field', (name, value) => {
      if (name === 'payload_json') body = JSON.parse(value)
    })
    parser.on('file', (_, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () =>
        files.push({
          name: filename ?? 'file',
          mediaType: mimeType,
          content: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    parser.on('close', () => resolve({ body, files }))
    parser.on('error', reject)
    request.pipe(parser)
  })
}

interface Buckets {
  take(key: string): {
    readonly limit: number
    readonly remaining: number
    readonly resetAfterMs: number
    readonly isEmpty: boolean
  }
}

/** A fixed window for each route and its first id, as Discord counts. */
function newBuckets({ limit, windowMs }: Front['rateLimit']): Buckets {
  const windows = new Map<string, { endsAt: number; taken: number }>()
  return {
    take(key) {
      const now = Date.now()
      const known = windows.get(key)
      const window = known && known.endsAt > now ? known : { endsAt: now + windowMs, taken: 0 }
      windows.set(key, window)
      const isEmpty = window.taken >= limit
      if (!isEmpty) window.taken += 1
      return { limit, remaining: limit - window.taken, resetAfterMs: window.endsAt - now, isEmpty }
    },
  }
}

/** Sets the headers; answers 429 and returns true when the bucket is empty. Acknowledgements are not limited. */
function takeFrom(buckets: Buckets, route: Route, ids: readonly string[], response: ServerResponse): boolean {
  if (route.name === 'ack') return false
  const major = route.path.source.startsWith('^\\/webhooks') ? ids.join('/') : (ids[0] ?? '')
  const { limit, remaining, resetAfterMs, isEmpty } = buckets.take(`${route.name} ${major}`)
  response.setHeader('x-ratelimit-limit', limit)
  response.setHeader('x-ratelimit-remaining', remaining)
  response.setHeader('x-ratelimit-reset', ((Date.now() + resetAfterMs) / 1000).toFixed(3))
  response.setHeader('x-ratelimit-reset-after', (resetAfterMs / 1000).toFixed(3))
  response.setHeader('x-ratelimit-bucket', `bucket-${route.name}`)
  if (isEmpty) answerFault(response, { status: 429, retryAfter: resetAfterMs / 1000 })
  return isEmpty
}

/** @throws {Refusal} when the route needs the bot's token and the request has another. */
export function acceptToken({ route, isBot }: Request): void {
  if (!route.isOpen && !isBot) throw refusals.unauthorized()
}
