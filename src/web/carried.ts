/** Replies on their way from a plain form to the page it leads to: held in memory for one look, never stored. */
import type { Address, Outgoing } from '../domain/message.ts'
import type { Clock } from '../runtime/clock.ts'

/** A browser follows a redirect at once; what nobody fetched is let go. */
const holdMs = 60_000
const holdAtMost = 5_000

export interface Carried {
  keep(to: Address, replies: readonly Outgoing[]): void
  /** Hands them out once; undefined when there is nothing, and the current screen is to be shown. */
  take(to: Address): readonly Outgoing[] | undefined
}

/** Nothing is carried yet. */
export function createCarried(clock: Clock): Carried {
  const held = new Map<string, { replies: readonly Outgoing[]; untilMs: number }>()
  const prune = (nowMs: number) => {
    for (const [value, { untilMs }] of held) if (untilMs < nowMs || held.size > holdAtMost) held.delete(value)
  }
  return {
    keep: (to, replies) => {
      prune(clock.now().getTime())
      held.delete(to.value)
      if (replies.length > 0) held.set(to.value, { replies, untilMs: clock.now().getTime() + holdMs })
    },
    take: (to) => {
      prune(clock.now().getTime())
      const replies = held.get(to.value)?.replies
      held.delete(to.value)
      return replies
    },
  }
}
