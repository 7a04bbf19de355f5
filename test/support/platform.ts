/** A platform that takes, refuses or swallows messages as it is told: what stands behind a channel, for tests of whoever sends. */
import { setTimeout as sleep } from 'node:timers/promises'
import { SendError, type Channel, type Sending } from '../../src/channels/channel.ts'
import type { ChannelName, Outgoing } from '../../src/domain/message.ts'

export interface Arrival {
  readonly to: string
  readonly message: Outgoing
  readonly how: Sending
}

export interface Platform {
  readonly channel: Channel
  /** Everything that left, in order; also what was then refused. */
  readonly arrivals: readonly Arrival[]
  /** What comes of every message from now on; `undefined` takes them all. */
  answer(how: ((arrival: Arrival) => SendError | 'never' | undefined) | undefined): void
  /** Whoever is written to there is reached under another value from now on. */
  moves(from: string, to: string): void
  /** Nothing leaves until `open` is called. */
  shut(): () => void
}

export function platform(name: ChannelName = 'telegram', perSecond = 1_000): Platform {
  const arrivals: Arrival[] = []
  let answer: ((arrival: Arrival) => SendError | 'never' | undefined) | undefined
  const moved = new Map<string, string>()
  let gate: Promise<void> = Promise.resolve()
  const channel: Channel = {
    name,
    listen: async () => undefined,
    state: () => 'ok',
    pace: () => ({ perSecond, pausedMs: 0 }),
    close: async () => undefined,
    async send(to, message, how = {}) {
      await gate
      if (how.begin && !(await how.begin())) return { isUnsent: true }
      const arrival = { to: to.value, message, how }
      arrivals.push(arrival)
      const failure = answer?.(arrival)
      if (failure === 'never') await sleep(2 ** 30)
      if (failure instanceof SendError) throw failure
      const movedTo = moved.get(to.value)
      return { messageId: String(arrivals.length), ...(movedTo ? { movedTo } : {}) }
    },
  }
  return {
    channel,
    arrivals,
    moves: (from, to) => void moved.set(from, to),
    answer: (how) => void (answer = how),
    shut() {
      let open = () => {}
      gate = new Promise((resolve) => (open = resolve))
      return open
    },
  }
}
