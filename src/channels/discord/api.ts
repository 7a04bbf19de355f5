/** Discord's REST interface: one try a call, at the bot's pace. */
import { DefaultRestOptions, DiscordAPIError, RateLimitError, REST } from 'discord.js'
import type { RawFile, RequestMethod, RESTOptions } from 'discord.js'
import type { Lane } from '../../domain/message.ts'
import { createGate } from '../../runtime/gate.ts'
import type { Sending } from '../channel.ts'
import type { Pacer } from '../pace.ts'
import { ApiError, apiError } from './errors.ts'
import type { InvalidRequests } from './invalid.ts'

export interface Request {
  readonly method: RequestMethod
  /** From discord.js's `Routes`. */
  readonly route: `/${string}`
  readonly body?: unknown
  readonly files?: RawFile[]
  /** Gives up earlier than the interface's own time limit. */
  readonly timeoutMs?: number
}

/** How a request waits for its permit. */
export interface Leave {
  readonly lane?: Lane
  /** The rest of something that has begun. */
  readonly isUnderWay?: boolean
  readonly begin?: Sending['begin']
}

export interface Api {
  /** @throws {ApiError} */
  call(request: Request, leave?: Leave): Promise<unknown>
  /** The bot's token was refused at the last call. */
  isRefused(): boolean
  close(): void
}

const maxRequestsAtOnce = 32
const unnamedWaitSeconds = 1

/** Options that make discord.js ask once and report, instead of retrying by itself. Acknowledgements go first. */
export function restOptions(
  apiRoot: string,
  timeoutMs: number,
  invalid: InvalidRequests,
): Partial<RESTOptions> {
  const gate = createGate(maxRequestsAtOnce)
  const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
    const answer = await gate.pass(() => request(url, init), url.endsWith('/callback'))
    invalid.note(answer.status, answer.headers.get('x-ratelimit-scope'))
    return answer
  }
  return {
    api: apiRoot,
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    // the bot's own requests are paced before they come here, and answers to interactions do not count
    globalRequestsPerSecond: Infinity,
    makeRequest,
  }
}

/** Who speaks with the bot's token. */
export interface Bot {
  readonly token: string
  readonly pacer: Pacer
  readonly invalid: InvalidRequests
}

/** An interface with the bot's token, or without any for the routes where an interaction's token is in the address. */
export function createApi(options: Partial<RESTOptions>, bot?: Bot): Api {
  // each interaction has a queue of its own
  const rest = new REST(bot ? options : { ...options, handlerSweepInterval: 300_000 })
  let isRefused = false
  const call: Api['call'] = async ({ timeoutMs, route, method, ...what }, leave = {}) => {
    try {
      const ask = async () => {
        if (bot) rest.setToken(bot.token) // discord.js forgets it for good after a 401
        const signal = timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }
        return rest.request({ ...what, ...signal, method, fullRoute: route, auth: bot !== undefined })
      }
      const answer = await (bot ? paced(bot, leave, ask) : ask())
      isRefused = false
      return answer
    } catch (error) {
      if (error instanceof DiscordAPIError) isRefused = error.status === 401
      const failure = apiError(error)
      if (failure.isChannelWide && isAskedToWait(error)) bot?.pacer.pause(failure.retryAfterMs ?? 0)
      throw failure
    }
  }
  return { call, isRefused: () => isRefused, close: () => closeRest(rest) }
}

/** @throws {SendError} while nothing may be asked, and when the message is not wanted any more */
async function paced(
  { pacer, invalid }: Bot,
  { lane = 0, isUnderWay, begin }: Leave,
  ask: () => Promise<unknown>,
): Promise<unknown> {
  const waitMs = invalid.waitMs()
  if (waitMs > 0)
    throw new ApiError('retry', 'Discord has refused too much of late', {
      retryAfterMs: Math.ceil(waitMs),
      isChannelWide: true,
    })
  const asked = await pacer.run({ lane, isUnderWay }, async () => ({ answer: await ask() }), begin)
  if (!asked) throw new ApiError('retry', 'The message is not wanted any more')
  return asked.answer
}

function isAskedToWait(error: unknown): boolean {
  return error instanceof RateLimitError && error.global
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
  return seconds === undefined ? unnamedWaitSeconds : Number(seconds)
}
