/** What comes in: kept first, then taken up once, in order for each person. */
import type { Update } from 'grammy/types'
import type { Incoming, Outgoing } from '../../domain/message.ts'
import type { Clock } from '../../runtime/clock.ts'
import { within } from '../../runtime/within.ts'
import type { Receive } from '../channel.ts'
import { incomingFrom } from './incoming.ts'
import { lanes } from './lanes.ts'
import { answer, stopSpinner, type ReplyTools } from './replying.ts'

/** How many people are answered at a time, and how many acts may wait for their turn before polling pauses. */
const peopleAtOnce = 256
const actsWaiting = 1_000

/** How many update ids are remembered to recognise one delivered twice; older ones are confirmed long since. */
const rememberedUpdates = 5_000

/** Storing takes milliseconds; what has not come back after so long is taken to have failed, and is tried again. */
const storingMs = 5_000

/** What came in could not be stored: that is no fault of the platform's. */
export class Unkept extends Error {
  override readonly name = 'Unkept'
  constructor(cause: unknown) {
    super('What came in could not be stored.', { cause })
  }
}

export interface IntakeTools extends ReplyTools {
  readonly clock: Clock
  /** What is answered at once where an act cannot be kept, because it must not wait; undefined for every other. */
  readonly unkept?: ((incoming: Incoming) => readonly Outgoing[] | undefined) | undefined
}

export interface Intake {
  /** Takes up what an earlier run left in the inbox, and is open for more from now on. */
  open(receive: Receive, username: string): Promise<void>
  isOpen(): boolean
  /** Resolves when all that concerns us is stored for good; the answers come later. */
  take(updates: readonly Update[]): Promise<void>
  /** Resolves when the acts that wait are few enough to fetch more. */
  room(): Promise<void>
  /** Finishes what has begun; the rest stays in the inbox. */
  close(): Promise<void>
}

export function intake(tools: IntakeTools): Intake {
  const work = lanes({ atOnce: peopleAtOnce, roomFor: actsWaiting })
  const seen = new Set<string>()
  let receiver: Receive | undefined
  let username = ''
  let isOpen = false

  const takeUp = (incoming: Incoming) => {
    const receive = receiver
    if (!receive || seen.has(incoming.id)) return
    seen.add(incoming.id)
    if (seen.size > rememberedUpdates) seen.delete(seen.values().next().value ?? '')
    work.push(incoming.from.value, () => answer(incoming, receive, tools))
  }
  /** Answered beside everything else of that person, which may be waiting for the database, and once. */
  const answerUnkept = (incoming: Incoming) => {
    const replies = tools.unkept?.(incoming)
    if (!replies) return
    seen.add(incoming.id)
    const inbox = { ...tools.inbox, done: async () => undefined }
    work.push(incoming.id, () => answer(incoming, async () => replies, { ...tools, inbox }))
  }
  const keep = async (acts: readonly Incoming[]) => {
    try {
      const bodies = acts.map((act) => ({ id: act.id, body: JSON.stringify(act) }))
      await within(storingMs, tools.inbox.keep(bodies), 'What came in was not stored in time.')
    } catch (error) {
      for (const act of acts) answerUnkept(act)
      throw new Unkept(error)
    }
  }
  const read = (update: Update): Incoming[] => {
    try {
      const incoming = incomingFrom(update, { at: tools.clock.now(), username })
      const callback = update.callback_query?.id
      if (!incoming && callback !== undefined)
        work.push(callback, () => stopSpinner(callback, undefined, tools))
      return incoming && !seen.has(incoming.id) ? [incoming] : []
    } catch {
      tools.log.warn({ updateId: update.update_id }, 'a Telegram update is not in the form it should have')
      return []
    }
  }

  return {
    async open(receive, name) {
      receiver = receive
      username = name
      for (const { id, body } of await tools.inbox.pending()) {
        const incoming = restored(body)
        if (incoming) takeUp(incoming)
        else await tools.inbox.done(id)
      }
      isOpen = true
    },
    isOpen: () => isOpen,
    async take(updates) {
      const acts = updates.flatMap(read)
      if (acts.length > 0) await keep(acts)
      for (const act of acts) takeUp(act)
    },
    room: () => work.room(),
    close: () => work.close(),
  }
}

/** Only what we need of an update is kept, so no name is ever stored; what cannot be read is from another version. */
function restored(body: string): Incoming | undefined {
  try {
    const act = JSON.parse(body) as Incoming
    return typeof act.from.value === 'string' ? { ...act, at: new Date(act.at) } : undefined
  } catch {
    return undefined
  }
}
