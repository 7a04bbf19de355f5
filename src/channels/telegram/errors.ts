/** What a failed call to Telegram means for the message it carried. */
import { GrammyError, HttpError } from 'grammy'
import { SendError } from '../channel.ts'

/** The line broke under a call. Nothing of the call itself is in it. */
export class LineError extends Error {
  /** What the system or undici calls it: `ECONNREFUSED`, `UND_ERR_SOCKET`. */
  readonly code: string
  /** Not a byte of the call has left. */
  readonly isUnsent: boolean
  constructor(cause: unknown, isUnsent: boolean) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    const named = typeof code === 'string' ? code : cause instanceof Error ? cause.name : typeof cause
    super(named)
    this.name = 'LineError'
    this.code = named
    this.isUnsent = isUnsent
  }
}

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

/** Telegram does not know the id of a file that it once gave. */
export function isUnknownFile(error: unknown): boolean {
  return statusOf(error) === 400 && /file identifier|file_id|FILE_REFERENCE/i.test(descriptionOf(error))
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
  const isChannelWide = isOfTheBot(status)
  if (status === 429) {
    const retryAfterMs = (parameters.retry_after ?? 1) * 1000
    return new SendError('retry', said, { retryAfterMs, isChannelWide })
  }
  if (status >= 500 || isChannelWide) return new SendError('retry', said, { isChannelWide })
  if (!isGone(status, description)) return new SendError('rejected', said)
  return new SendError('unreachable', said, { isBlocked: /bot was (blocked|kicked)/i.test(description) })
}

/**
 * Every message of the bot would meet the same: a token that does not hold, another process with the same token, too much
 * at once (Telegram does not say whether in one chat or in all), a gateway of theirs with nothing behind it.
 */
function isOfTheBot(status: number): boolean {
  return [401, 404, 409, 429, 502, 503, 504].includes(status)
}

function isGone(status: number, description: string): boolean {
  return (
    status === 403 ||
    (status === 400 &&
      /chat not found|user not found|deactivated|PEER_ID_INVALID|message thread not found|TOPIC_DELETED/i.test(
        description,
      ))
  )
}

function lost({ message, error }: HttpError): SendError {
  if (error instanceof LineError && error.isUnsent)
    return new SendError('retry', `${message} (${error.code})`, { isChannelWide: true })
  return new SendError('unknown', `${message} (${error instanceof LineError ? error.code : 'no answer'})`)
}
