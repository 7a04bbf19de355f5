/** One thing a person did, from the inbox to the replies on their screen. */
import type { Incoming, Outgoing } from '../../domain/message.ts'
import { whereabouts, type Log } from '../../runtime/log.ts'
import { SendError, type Inbox, type Receive } from '../channel.ts'
import type { Received } from '../file.ts'
import type { Connection } from './connection.ts'
import { readVia } from './incoming.ts'
import { toastOf } from './outgoing.ts'
import type { Attempt, Sender } from './sending.ts'

/** How often a reply that certainly did not arrive is tried. */
const sendAttempts = 5

/** Nobody waits longer for a reply in a chat: by then they have written again. */
const longestWaitMs = 120_000

export interface ReplyTools {
  readonly sender: Sender
  readonly file: Connection['file']
  readonly inbox: Inbox
  readonly log: Log
  /** Waits; rejects when the channel closes meanwhile. */
  readonly pause: (ms: number) => Promise<void>
  readonly isClosing: () => boolean
}

/** Answers one incoming act and settles it in the inbox; never rejects. What the system does not answer stays in the inbox. */
export async function answer(incoming: Incoming, receive: Receive, tools: ReplyTools): Promise<void> {
  const { callback } = readVia(incoming.via)
  try {
    const replies = await receive(withFile(incoming, tools))
    const toast = callback === undefined ? undefined : replies.find((reply) => toastOf(reply) !== undefined)
    await Promise.all([
      callback !== undefined && stopSpinner(callback, toast && toastOf(toast), tools, incoming.id),
      sendAll(
        replies.filter((reply) => reply !== toast),
        incoming,
        tools,
      ),
    ])
    await persist(() => tools.inbox.done(incoming.id), settleWait, tools.pause)
  } catch (error) {
    if (!tools.isClosing())
      tools.log.error(
        { updateId: incoming.id, ...whereabouts(error) },
        'a Telegram update could not be settled',
      )
  }
}

/** The inbox keeps which file it is; what is in it is fetched again by whoever takes the act up again. */
function withFile({ file, ...act }: Incoming, tools: ReplyTools): Received {
  const { file: id } = readVia(act.via)
  return file && id !== undefined
    ? { ...act, file: { ...file, read: (atMost) => tools.file(id, atMost) } }
    : act
}

/** Ends the waiting of a tapped button, with a word if there is one. A tap too old to be answered is no loss. */
export async function stopSpinner(
  callback: string,
  word: string | undefined,
  tools: ReplyTools,
  updateId?: string,
): Promise<void> {
  try {
    await persist(() => tools.sender.answerTap(callback, word), sendWait, tools.pause)
  } catch (error) {
    if (verdictOf(error) !== 'rejected' && !tools.isClosing()) report(error, updateId, tools.log)
  }
}

/** The tap itself is answered by `stopSpinner`; one tap replaces one message, what follows is written below it. */
async function sendAll(replies: readonly Outgoing[], incoming: Incoming, tools: ReplyTools): Promise<void> {
  const attempt: Attempt = (call) => persist(call, sendWait, tools.pause)
  const { callback: _, file: __, message, ...place } = readVia(incoming.via)
  let tapped = message
  for (const reply of replies) {
    const to = reply.isPublic === true ? (incoming.place ?? incoming.from) : incoming.from
    try {
      await tools.sender.send(to, reply, { via: JSON.stringify({ ...place, message: tapped }) }, attempt)
    } catch (error) {
      if (tools.isClosing()) throw error
      report(error, incoming.id, tools.log)
      if (isInVain(error)) return
    }
    if (reply.replaces === true) tapped = undefined
  }
}

/** Nothing else will get through to this chat for now. */
function isInVain(error: unknown): boolean {
  const verdict = verdictOf(error)
  return verdict === 'unreachable' || verdict === 'retry'
}

function report(error: unknown, updateId: string | undefined, log: Log): void {
  const why =
    error instanceof SendError ? { verdict: error.verdict, reason: error.message } : whereabouts(error)
  log.warn({ updateId, ...why }, 'a Telegram reply was not sent')
}

function verdictOf(error: unknown): string | undefined {
  return error instanceof SendError ? error.verdict : undefined
}

type Wait = (error: unknown, attempt: number) => number | undefined

const sendWait: Wait = (error, attempt) => {
  if (!(error instanceof SendError) || error.verdict !== 'retry' || attempt >= sendAttempts) return undefined
  const waitMs = error.retryAfterMs ?? 250 * 2 ** attempt
  return waitMs > longestWaitMs ? undefined : waitMs
}

/** What was answered must not be taken up again by the next start; nothing else of this person can be settled meanwhile. */
const settleWait: Wait = (_, attempt) => 125 * 2 ** Math.min(attempt, 7)

async function persist<T>(call: () => Promise<T>, waitAfter: Wait, pause: ReplyTools['pause']): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call()
    } catch (error) {
      const waitMs = waitAfter(error, attempt)
      if (waitMs === undefined) throw error
      await pause(waitMs)
    }
  }
}
