/** A web server on the loopback address that answers after the time a real platform's answer takes to travel. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSocketServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** There and back again: what Telegram and Discord take from Kraków. */
export const roundTripMs = 50

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | number>>
  readonly body: unknown
}

export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: string
  /** Aborted when whoever asked is gone. */
  readonly gone: AbortSignal
}

export interface Site {
  readonly url: string
  readonly server: Server
  close(): Promise<void>
}

/** `act` is asked as soon as a request is there; its answer leaves `roundTripMs` later, or when it resolves if that is later still. */
export async function openSite(act: (asked: Asked) => Answer | Promise<Answer>): Promise<Site> {
  const server = createServer((request, response) => {
    serve(act, request, response).catch(() => request.socket.destroy())
  })
  server.keepAliveTimeout = 120_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createSocketServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export async function bodyOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

async function serve(
  act: (asked: Asked) => Answer | Promise<Answer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const left = new AbortController()
  response.once('close', () => left.abort())
  const body = await bodyOf(request)
  const answer = act({ method: request.method ?? '', path: request.url ?? '', body, gone: left.signal })
  const [{ status, headers = {}, body: said }] = await Promise.all([answer, sleep(roundTripMs)])
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(said === undefined ? '' : JSON.stringify(said))
}
