/** Deadlines and those who are asked about them, as they are called. */
import type { Addressee, DeadlineKind } from './deadline.ts'
import { say, type Localized, type Phrase } from './phrase.ts'
import { partsOfPeriod } from './reading.ts'

/** What is due, in words: a step, a value for a period, a report, an outcome. */
export function titleOf({
  kind,
  names,
  code,
}: {
  readonly kind: DeadlineKind
  readonly names: Localized
  readonly code: string
}): Phrase {
  return kind === 'reading'
    ? say('deadline-reading', { name: names, period: periodOf(code) })
    : say(`deadline-${kind}`, { name: names })
}

/** `2026`, `2026-Q3` and `2026-09` as people say them. */
export function periodOf(code: string): Phrase {
  const { year = code, quarter, month } = partsOfPeriod(code)
  if (quarter) return say('period-quarter', { year, quarter })
  return month ? say('period-month', { year, month }) : say('period-year', { year })
}

/** The kind that stands in front of a deadline's source. */
export function kindOf(source: string): DeadlineKind {
  return source.slice(0, source.indexOf('/')) as DeadlineKind
}

/** `contact` and the rungs of the ladder, as they are called. */
export function whoIs(role: Addressee): Phrase {
  return say(`addressee-${role}`)
}
