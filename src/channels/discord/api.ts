/** Discord's REST interface: one try a call, and every failure as a verdict that names no person and no text. */
import { DefaultRestOptions, DiscordAPIError, HTTPError, RateLimitError, REST } from 'discord.js'
import type { RawFile, RequestMethod, RESTOptions } from 'discord.js'
import { SendError, type Verdict } from '../channel.ts'
import { createGate } from './gate.ts'

export interface Request {
  readonly method: RequestMethod
  /** From discord.js's `Routes`. */
  readonly route: `/${string}`
  readonly body?: unknown
  readonly files?: RawFile[]
  /** Gives up earlier than the interface's own time limit. */
  readonly timeoutMs?: number
}

export interface Api {
  /** @throws {ApiError} */
  call(request: Request): Promise<unknown>
  /** The bot's token was refused at the last call. */
  isRefused(): boolean
  close(): void
}

/** A SendError that also knows Discord's own error code. */
export class ApiError extends SendError {
  readonly code: number | undefined
  constructor(verdict: Verdict, message: string, options: { code?: number; retryAfterMs?: number } = {}) {
    super(verdict, message, options.retryAfterMs === undefined ? {} : { retryAfterMs: options.retryAfterMs })
    this.code = options.code
  }
  /** The interaction's token is spent or was never acknowledged, or its message is gone. */
  get isOutOfPlace(): boolean {
    return this.code !== undefined && outOfPlaceCodes.has(this.code)
  }
}

/** Error codes of Discord. 10062 and 40060: the acknowledgement came too late, or twice. */
export const codes = { alreadyAcknowledged: 40060, openingDmsTooFast: 40003 } as const
const outOfPlaceCodes = new Set([10008, 10015, 10062, 50027])
/** Unknown channel and user, no access, no permission, closed to direct messages, invalid recipient, no server in common. */
const unreachableCodes = new Set([10003, 10013, 50001, 50007, 50013, 50033, 50278])
const neverConnectedCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
const openingDmsAgainMs = 3_600_000
const refusedTokenMs = 60_000
const maxRequestsAtOnce = 32
const unnamedWaitMs = 1_000

/** Options that make discord.js ask once and report, instead of retrying by itself. Acknowledgements go first. */
export function restOptions(apiRoot: string, timeoutMs: number): Partial<RESTOptions> {
  const gate = createGate(maxRequestsAtOnce)
  const makeRequest: RESTOptions['makeRequest'] = (url, init) =>
    gate.pass(() => request(url, init), url.endsWith('/callback'))
  return {
    api: apiRoot,
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    makeRequest,
  }
}

/** Answers to interactions do not count towards the bot's 50 requests a second; each token has a queue of its own. */
const forInteractions = { globalRequestsPerSecond: Infinity, handlerSweepInterval: 300_000 }

/** An interface with the bot's token, or without any for the routes where an interaction's token is in the address. */
export function createApi(options: Partial<RESTOptions>, token?: string): Api {
  const rest = new REST(token === undefined ? { ...options, ...forInteractions } : options)
  let isRefused = false
  const call = async ({ timeoutMs, route, method, ...what }: Request) => {
    if (token !== undefined) rest.setToken(token) // discord.js forgets it for good after a 401
    try {
      const signal = timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }
      const sent = {
        ...what,
        ...signal,
        method,
        fullRoute: route,
        auth: token !== undefined,
      }
      const answer = await rest.request(sent)
      isRefused = false
      return answer
    } catch (error) {
      isRefused = error instanceof DiscordAPIError && error.status === 401
      throw apiError(error)
    }
  }
  return { call, isRefused: () => isRefused, close: () => closeRest(rest) }
}

function closeRest(rest: REST): void {
  rest.clearHashSweeper()
  rest.clearHandlerSweeper()
}

/** Reads the whole answer under the request's time limit, and mends what discord.js would stumble over. */
async function request(...[url, init]: Parameters<RESTOptions['makeRequest']>): Promise<Response> {
  const answer = await DefaultRestOptions.makeRequest(url, init)
  const text = await answer.text()
  const headers = new Headers([...answer.headers])
  if (text === '') headers.delete('content-type')
  if (answer.status === 429 && !headers.has('retry-after'))
    headers.set('retry-after', String(namedWaitSeconds(text)))
  return new Response(answer.status === 204 ? null : text, { status: answer.status, headers })
}

function namedWaitSeconds(body: string): number {
  const [, seconds] = /"retry_after"\s*:\s*([\d.]+)/.exec(body) ?? []
  return seconds === undefined ? unnamedWaitMs / 1000 : Number(seconds)
}

/** What a failed call means for the message. The cause is left out: it carries the address and the text. */
function apiError(error: unknown): ApiError {
  if (error instanceof RateLimitError) return rateLimited(error)
  if (error instanceof DiscordAPIError) return refusal(Number(error.code), error.status)
  if (error instanceof HTTPError) return new ApiError('retry', `Discord failed with status ${error.status}`)
  return lost(error)
}

function rateLimited({ retryAfter, timeToReset }: RateLimitError): ApiError {
  const wait = retryAfter > 0 ? retryAfter : timeToReset
  return new ApiError('retry', 'Discord asks to wait', {
    retryAfterMs: Math.ceil(wait > 0 ? wait : unnamedWaitMs),
  })
}

function refusal(code: number, status: number): ApiError {
  const message = `Discord refused with status ${status}, code ${code}`
  if (code === codes.openingDmsTooFast)
    return new ApiError('retry', message, { code, retryAfterMs: openingDmsAgainMs })
  if (unreachableCodes.has(code)) return new ApiError('unreachable', message, { code })
  if (status === 401 && !outOfPlaceCodes.has(code))
    return new ApiError('retry', message, { code, retryAfterMs: refusedTokenMs })
  return new ApiError('rejected', message, { code })
}

function lost(error: unknown): ApiError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (neverConnectedCodes.has(code)) return new ApiError('retry', `Discord cannot be reached (${code})`)
  const name = error instanceof Error ? error.name : typeof error
  return new ApiError('unknown', `The connection to Discord was lost before its answer (${code || name})`)
}
