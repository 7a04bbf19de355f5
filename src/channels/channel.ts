/** The whole contract between the system and a way people write to us. */
import type { Address, ChannelName, Lane, Outgoing } from '../domain/message.ts'
import type { Received } from './file.ts'

/** What became of a message that was handed to the platform. */
export interface Receipt {
  /** The platform's id of the message, where it has one. */
  readonly messageId?: string
  /** `Sending.begin` said no: nothing has left. */
  readonly isUnsent?: true
  /** The value under which the same place is reached from now on (a group that became a supergroup has a new id). */
  readonly movedTo?: string
}

/** How a message is to be sent. */
export interface Sending {
  /** Answers in place where the platform can (`Incoming.via`). */
  readonly via?: string | undefined
  /** Which lane the message waits in for its permit; 0 (a reply) unless told. */
  readonly lane?: Lane | undefined
  /** The same for the same message sent again, so that a platform which can recognises a double. */
  readonly id?: string | undefined
  /** Called once, with the permit in hand and right before the first request leaves; false leaves the message unsent. */
  readonly begin?: (() => Promise<boolean>) | undefined
}

/** Hands a message over and gets the replies back. Safe to call twice with the same `incoming.id`. */
export type Receive = (incoming: Received) => Promise<readonly Outgoing[]>

/** How fast a channel sends at the moment. */
export interface Pace {
  /** What the platform takes at most, replies included. */
  readonly perSecond: number
  /** For how long nothing leaves; 0 when nothing holds it back. */
  readonly pausedMs: number
}

export interface Channel {
  readonly name: ChannelName
  /** Starts taking messages in; resolves once the channel is connected. */
  listen(receive: Receive): Promise<void>
  /** Sends one message, in one attempt; what comes after a failure is for the caller to decide. @throws {SendError} */
  send(to: Address, message: Outgoing, how?: Sending): Promise<Receipt>
  /** How fast messages may leave, and for how long none may (the platform asks to wait), for whoever decides how much to take up. */
  pace(): Pace
  /** Whether the platform can be reached right now, in one word for `/health`. */
  state(): 'ok' | 'connecting' | 'refused'
  /** Stops taking messages in, finishes what is under way, and lets go of every handle. */
  close(): Promise<void>
}

/** Updates kept under their unique id until they are answered, so that a kill loses none. */
export interface Inbox {
  /** Resolves when every update is stored for good; only then may the platform be told so. Known ids are ignored. */
  keep(updates: readonly { readonly id: string; readonly body: string }[]): Promise<void>
  /** Everything kept and not yet done, oldest first. */
  pending(): Promise<readonly { readonly id: string; readonly body: string }[]>
  /** The update was answered: forget its body. */
  done(id: string): Promise<void>
}

/** Whether the message is still to be sent, asked right before it leaves. @throws {SendError} retry, when that cannot be said */
export async function isWanted(begin: Sending['begin']): Promise<boolean> {
  try {
    return begin === undefined || (await begin())
  } catch (cause) {
    throw new SendError('retry', 'Whether the message is still wanted could not be found out', { cause })
  }
}

export type Verdict = 'retry' | 'unreachable' | 'rejected' | 'unknown'

/**
 * The only error a channel throws from `send`.
 * retry: certainly not sent, may be tried again (after `retryAfterMs` if given);
 * unreachable: this address will not get anything until it writes first (blocked, deactivated, closed DMs);
 * rejected: the platform refuses this very message; unknown: it may or may not have arrived.
 */
export class SendError extends Error {
  readonly verdict: Verdict
  readonly retryAfterMs: number | undefined
  /** It concerns every message of this channel, not this one alone: whoever sends many stops instead of failing with each. */
  readonly isChannelWide: boolean
  /** With `unreachable`: the recipient themselves told the platform to keep us away. */
  readonly isBlocked: boolean
  constructor(verdict: Verdict, message: string, options: SendErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'SendError'
    this.verdict = verdict
    this.retryAfterMs = options.retryAfterMs
    this.isChannelWide = options.isChannelWide ?? false
    this.isBlocked = options.isBlocked ?? false
  }
}

interface SendErrorOptions {
  readonly cause?: unknown
  readonly retryAfterMs?: number | undefined
  readonly isChannelWide?: boolean
  readonly isBlocked?: boolean
}
