/** What a failed call to Discord means for the message, in an error that names no person and no text. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { SendError, type Verdict } from '../channel.ts'

interface ApiErrorOptions {
  readonly code?: number | undefined
  readonly retryAfterMs?: number | undefined
  readonly isChannelWide?: boolean
  readonly cause?: unknown
}

/** A SendError that also knows Discord's own error code. */
export class ApiError extends SendError {
  readonly code: number | undefined
  constructor(verdict: Verdict, message: string, { code, ...options }: ApiErrorOptions = {}) {
    super(verdict, message, options)
    this.code = code
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
/** Nothing stands behind Discord's gateway for now. */
const outOfReachStatuses = new Set([502, 503, 504])
const refusedTokenMs = 60_000
const unnamedWaitMs = 1_000

/** What a failed call means for the message. The cause is left out: it carries the address and the text. */
export function apiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof SendError) return new ApiError(error.verdict, error.message, error)
  if (error instanceof RateLimitError) return rateLimited(error)
  if (error instanceof DiscordAPIError) return refusal(Number(error.code), error.status)
  if (error instanceof HTTPError)
    return new ApiError('retry', `Discord failed with status ${error.status}`, {
      isChannelWide: outOfReachStatuses.has(error.status),
    })
  return lost(error)
}

/** A route's own limit concerns those who use the route; the bot's concerns everybody. */
function rateLimited({ retryAfter, timeToReset, global }: RateLimitError): ApiError {
  const wait = retryAfter > 0 ? retryAfter : timeToReset
  return new ApiError('retry', 'Discord asks to wait', {
    retryAfterMs: Math.ceil(wait > 0 ? wait : unnamedWaitMs),
    isChannelWide: global,
  })
}

function refusal(code: number, status: number): ApiError {
  const message = `Discord refused with status ${status}, code ${code}`
  if (code === codes.openingDmsTooFast) return new ApiError('retry', message, { code })
  if (unreachableCodes.has(code)) return new ApiError('unreachable', message, { code })
  const isNowhere = status === 404 && code === 0
  if ((status === 401 && !outOfPlaceCodes.has(code)) || isNowhere)
    return new ApiError('retry', message, { code, retryAfterMs: refusedTokenMs, isChannelWide: true })
  return new ApiError('rejected', message, { code })
}

function lost(error: unknown): ApiError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (neverConnectedCodes.has(code))
    return new ApiError('retry', `Discord cannot be reached (${code})`, { isChannelWide: true })
  const name = error instanceof Error ? error.name : typeof error
  return new ApiError('unknown', `The connection to Discord was lost before its answer (${code || name})`)
}
