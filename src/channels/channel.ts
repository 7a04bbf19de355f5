/** The whole contract between the system and a way people write to us. */
import type { Address, ChannelName, Incoming, Outgoing } from '../domain/message.ts'

/** What became of a message that was handed to the platform. */
export interface Receipt {
  /** The platform's id of the message, where it has one. */
  readonly messageId?: string
}

/** Hands a message over and gets the replies back. Safe to call twice with the same `incoming.id`. */
export type Receive = (incoming: Incoming) => Promise<readonly Outgoing[]>

export interface Channel {
  readonly name: ChannelName
  /** Starts taking messages in; resolves once the channel is connected. */
  listen(receive: Receive): Promise<void>
  /** Sends one message; `via` answers in place where the platform can. @throws {SendError} */
  send(to: Address, message: Outgoing, via?: string): Promise<Receipt>
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
  constructor(verdict: Verdict, message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause })
    this.name = 'SendError'
    this.verdict = verdict
    this.retryAfterMs = options.retryAfterMs
  }
}
