/** The HTTP front of the stand-in: `/bot<token>/<method>`, JSON and multipart in, the API's envelope out, files, faults on demand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import busboy from 'busboy'
import { Refusal } from './limits.ts'
import type { Payload } from './methods.ts'

export interface UploadedFile {
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

/** What goes wrong with the next requests of a method. */
export interface Fault {
  /** Answers with this status and does nothing. */
  readonly status?: number
  readonly description?: string
  readonly parameters?: Record<string, number>
  /** Cuts the connection before the body is read (nothing happens) or after (it happens, the caller never learns). */
  readonly reset?: 'before-body' | 'after-body'
  /** Does what was asked, so much later. */
  readonly delayMs?: number
  /** Never answers. */
  readonly hang?: boolean
  /** Answers this text as it is, as a proxy in between would. */
  readonly raw?: string
}

interface Request {
  readonly token: string
  readonly method: string
  readonly payload: Payload
  readonly files: ReadonlyMap<string, UploadedFile>
  readonly gone: AbortSignal
}

export interface Front {
  /** Called with the name of the method as soon as a request comes in: the fault that meets it, if any. */
  arrive(method: string): Fault | undefined
  /** Does what the request asks for. @throws {Refusal} */
  act(request: Request): unknown
  leave(method: string): void
  /** Hands out a file. @throws {Refusal} */
  file(token: string, path: string, fault: Fault | undefined, response: ServerResponse): Promise<void>
  readonly roundTripMs: number
}

/** A server that is not listening yet. */
export function botApiServer(front: Front): Server {
  const server = createServer((request, response) => void handle(front, request, response))
  server.keepAliveTimeout = 120_000
  return server
}

async function handle(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, isFile, token = '', path = ''] = /^\/(file\/)?bot([^/]+)\/([\w/.]+)/.exec(request.url ?? '') ?? []
  const method = isFile ? 'file' : path
  const fault = front.arrive(method)
  try {
    if (fault?.reset === 'before-body') request.socket.resetAndDestroy()
    else if (isFile) await front.file(token, path, fault, response)
    else await answer(front, { token, method, fault }, request, response)
  } catch {
    request.socket.destroy()
  } finally {
    front.leave(method)
  }
}

interface Asked {
  readonly token: string
  readonly method: string
  readonly fault: Fault | undefined
}

async function answer(
  front: Front,
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request)
  if (asked.fault?.hang) return await new Promise((resolve) => request.socket.once('close', resolve))
  if (asked.fault?.delayMs !== undefined) await pause(asked.fault.delayMs)
  if (front.roundTripMs > 0) await pause(front.roundTripMs / 2)
  const result = await outcome(front, asked, body, response)
  if (front.roundTripMs > 0) await pause(front.roundTripMs / 2)
  if (asked.fault?.reset === 'after-body') request.socket.resetAndDestroy()
  else response.writeHead(result.status, { 'content-type': 'application/json' }).end(result.body)
}

async function outcome(
  front: Front,
  asked: Asked,
  body: Body,
  response: ServerResponse,
): Promise<{ status: number; body: string }> {
  try {
    if (asked.fault?.raw !== undefined) return { status: asked.fault.status ?? 502, body: asked.fault.raw }
    if (asked.fault?.status !== undefined)
      throw new Refusal(asked.fault.status, asked.fault.description ?? 'injected', asked.fault.parameters)
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const result = await front.act({ token: asked.token, method: asked.method, ...body, gone: gone.signal })
    return { status: 200, body: JSON.stringify({ ok: true, result }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message, parameters } = error
    return {
      status: code,
      body: JSON.stringify({ ok: false, error_code: code, description: message, parameters }),
    }
  }
}

interface Body {
  readonly payload: Payload
  readonly files: ReadonlyMap<string, UploadedFile>
}

const noFiles: ReadonlyMap<string, UploadedFile> = new Map()

async function readBody(request: IncomingMessage): Promise<Body> {
  if (request.headers['content-type']?.startsWith('multipart/')) return readMultipart(request)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return { payload: text === '' ? {} : (JSON.parse(text) as Payload), files: noFiles }
}

const textFields = new Set([
  'text',
  'caption',
  'document',
  'photo',
  'parse_mode',
  'secret_token',
  'url',
  'language_code',
])

function readMultipart(request: IncomingMessage): Promise<Body> {
  const payload: Record<string, unknown> = {}
  const files = new Map<string, UploadedFile>()
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: request.headers, defParamCharset: 'utf8' })
    parser.on('field', (name, value) => {
      payload[name] = textFields.has(name) ? value : JSON.parse(value)
    })
    parser.on('file', (name, stream, info) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () =>
        files.set(name, {
          name: info.filename ?? '',
          mediaType: info.mimeType,
          content: Buffer.concat(chunks).toString(),
        }),
      )
    })
    parser.on('close', () => resolve({ payload, files }))
    parser.on('error', reject)
    request.pipe(parser)
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
