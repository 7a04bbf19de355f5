/** What came of a consultation: what was said, by themes, and what the city decided about each. */
import type { MeasureStatus } from './plan.ts'
import { say, type Day, type Localized, type Phrase } from './phrase.ts'

export const decisions = ['accepted', 'partly', 'not_now'] as const
export type Decision = (typeof decisions)[number]

/** A measure that a decision led to, as it stands now; one that a newer plan carries on is that newer one, under the older one's id. */
export interface LinkedMeasure {
  readonly id: string
  readonly code: string
  readonly names: Localized
  readonly status: MeasureStatus
  /** Steps of its plan that are done, and the day of the oldest one that is not. */
  readonly stepsDone: number
  readonly openSince: Day | null
}

/** Something that was said, and the city's answer to it. */
export interface Theme {
  readonly said: Localized
  /** Null until it is decided. */
  readonly decision: Decision | null
  /** Why, in plain language. */
  readonly reason: Localized | null
  readonly measure: LinkedMeasure | null
}

/** All themes of one consultation. */
export interface Outcome {
  readonly id: string
  readonly title: Localized
  readonly dueOn: Day
  /** Null until it is published: then nobody may see the themes. */
  readonly publishedOn: Day | null
  readonly themes: readonly Theme[]
}

/** What still keeps themes from being published, each with its number; empty when nothing does. */
export function missingToPublish(themes: readonly Theme[]): readonly Phrase[] {
  if (themes.length === 0) return [say('outcome-missing-themes')]
  return themes.flatMap(({ said, decision, reason }, index) =>
    decision && reason ? [] : [say('outcome-missing-decision', { n: index + 1, said })],
  )
}

/** How many themes got which answer. */
export function decided(themes: readonly Theme[]): Readonly<Record<Decision, number>> {
  const count = (wanted: Decision) => themes.filter(({ decision }) => decision === wanted).length
  return { accepted: count('accepted'), partly: count('partly'), not_now: count('not_now') }
}

/** A theme as it is counted for everybody. */
export interface CountedTheme {
  readonly closedOn: Day
  /** The day of the answer; null while there is none. */
  readonly publishedOn: Day | null
  /** The measure it led to is done. */
  readonly isDone: boolean
}

/** What became of everything that young people said. */
export interface OutcomeCount {
  readonly themes: number
  readonly answered: number
  readonly done: number
  /** Days from the end of the consultation to the answer: half of the answered themes waited no longer. Null while there is none. */
  readonly medianDays: number | null
}

/** The public counter. */
export function countThemes(themes: readonly CountedTheme[]): OutcomeCount {
  const waits = themes.flatMap(({ closedOn, publishedOn }) =>
    publishedOn ? [daysBetween(closedOn, publishedOn)] : [],
  )
  return {
    themes: themes.length,
    answered: waits.length,
    done: themes.filter(({ publishedOn, isDone }) => publishedOn !== null && isDone).length,
    medianDays: medianOf(waits),
  }
}

const dayMs = 86_400_000

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** Of an even number the greater one of the two in the middle: a wait that really was. */
function medianOf(days: readonly number[]): number | null {
  return days.toSorted((one, other) => one - other)[Math.floor(days.length / 2)] ?? null
}

/** What a person may see. */
export interface Outcomes {
  /** Of the consultations they took part in, and not just the newest. */
  readonly isMine: boolean
  readonly list: readonly Outcome[]
  readonly count: OutcomeCount
}
