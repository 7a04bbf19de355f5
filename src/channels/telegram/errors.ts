/** What a failed call to Telegram means for the message it carried. */
import { GrammyError, HttpError } from 'grammy'
import { SendError } from '../channel.ts'

/** Failures that happen before a single byte of the request has left. */
const unsentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** The verdict on a failed call. Neither the address nor the text nor the token is in it. */
export function sendErrorOf(error: unknown): SendError {
  if (error instanceof SendError) return error
  if (error instanceof GrammyError) return refused(error)
  if (error instanceof HttpError) return lost(error)
  return new SendError(
    'unknown',
    `The call could not be made: ${error instanceof Error ? error.name : typeof error}`,
  )
}

/** The status Telegram answered a failed call with, if it answered at all. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof GrammyError ? error.error_code : undefined
}

/** The edit changed nothing: what is on the screen is what was to be shown. */
export function isAlreadyShown(error: unknown): boolean {
  return statusOf(error) === 400 && /message is not modified/i.test(descriptionOf(error))
}

/** The message can no longer be changed: too old, deleted, or not a text. */
export function isPastEditing(error: unknown): boolean {
  const reasons =
    /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|no text in the message to edit/i
  return statusOf(error) === 400 && reasons.test(descriptionOf(error))
}

/** The id of the supergroup that a group has become. */
export function movedTo(error: unknown): string | undefined {
  const id = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined
  return id === undefined ? undefined : String(id)
}

function descriptionOf(error: unknown): string {
  return error instanceof GrammyError ? error.description : ''
}

function refused({ method, error_code: status, description, parameters }: GrammyError): SendError {
  const said = `Telegram refused ${method} (${status}: ${description})`
  const retryAfter = parameters.retry_after
  if (status === 429) return new SendError('retry', said, { retryAfterMs: (retryAfter ?? 1) * 1000 })
  if (isOurFault(status)) return new SendError('retry', said)
  return new SendError(isGone(status, description) ? 'unreachable' : 'rejected', said)
}

/** Their breakdown, or a token that does not hold: the message itself may still go out. */
function isOurFault(status: number): boolean {
  return status >= 500 || status === 401 || status === 404
}

function isGone(status: number, description: string): boolean {
  return (
    status === 403 ||
    (status === 400 && /chat not found|user not found|deactivated|PEER_ID_INVALID/i.test(description))
  )
}

function lost({ message, error }: HttpError): SendError {
  const cause = error as { code?: unknown; message?: unknown } | undefined
  const code = typeof cause?.code === 'string' ? cause.code : 'no answer'
  const isUnsent = unsentCodes.has(code) || /reason: connect ETIMEDOUT/.test(String(cause?.message))
  return new SendError(isUnsent ? 'retry' : 'unknown', `${message} (${code})`)
}
