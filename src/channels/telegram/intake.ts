/** What comes in: kept first, then taken up once, in order for each person. */
import type { Update } from 'grammy/types'
import type { Incoming } from '../../domain/message.ts'
import type { Clock } from '../../runtime/clock.ts'
import type { Receive } from '../channel.ts'
import { incomingFrom } from './incoming.ts'
import { lanes } from './lanes.ts'
import { answer, stopSpinner, type ReplyTools } from './replying.ts'

/** How many people are answered at a time, and how many acts may wait for their turn before polling pauses. */
const peopleAtOnce = 256
const actsWaiting = 1_000

/** How many update ids are remembered to recognise one delivered twice; older ones are confirmed long since. */
const rememberedUpdates = 5_000

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

export function intake(tools: ReplyTools & { readonly clock: Clock }): Intake {
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
      if (acts.length > 0)
        await tools.inbox.keep(acts.map((act) => ({ id: act.id, body: JSON.stringify(act) })))
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
