/** What people do in the year that is played, as chance has it: an answer, done, another date, dropped, always at half past some hour. */
import { type Chance } from '../random.ts'
import { hourOf, later, type Hour } from './almanac.ts'
import type { Promised } from './promises.ts'

export type Deed =
  | { readonly is: 'answered' | 'done' | 'dropped'; readonly source: string; readonly at: string }
  | { readonly is: 'moved'; readonly source: string; readonly at: string; readonly to: string }

/** In the order of time; about one in five is left alone, and so goes up the whole ladder. */
export function deedsOf(
  promised: readonly Promised[],
  hours: readonly Hour[],
  chance: Chance,
): readonly Deed[] {
  return promised
    .flatMap(({ source, due }) => {
      const luck = chance.next()
      const day = later(due, Math.floor(chance.next() * 16) - 6)
      const clock = 7 + Math.floor(chance.next() * 11)
      const hour = hours.find((one) => one.day === day && one.hour === clock)
      if (!hour) return []
      const at = new Date(hour.at.getTime() + 1_800_000).toISOString()
      return luck < 0.2 ? [] : [deed(luck, { source, due, at }, chance)]
    })
    .toSorted((one, other) => one.at.localeCompare(other.at))
}

function deed(
  luck: number,
  { source, due, at }: { source: string; due: string; at: string },
  chance: Chance,
): Deed {
  if (luck < 0.55) return { is: 'answered', source, at }
  if (luck < 0.85) return { is: 'done', source, at }
  // only steps of a measure can be dropped by hand; what a rule brings is dropped with its rule
  if (luck < 0.9) return { is: source.startsWith('milestone/') ? 'dropped' : 'done', source, at }
  const today = hourOf(new Date(at)).day
  const from = today > due ? today : due
  return { is: 'moved', source, at, to: later(from, 1 + Math.floor(chance.next() * 40)) }
}
