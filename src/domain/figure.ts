/** The figures of one question: what is shown of each line, and what the lines together tell. */
import type { Question } from './consultation.ts'
import { bandWidth, type Line } from './line.ts'
import { isShown, type Cell } from './suppression.ts'

export const groupings = ['age_band', 'gender', 'district'] as const
export type Grouping = (typeof groupings)[number]

/** Whose answers were counted: everybody's, or those of one band, gender or district. */
export interface Counted {
  readonly question: string
  readonly by: Grouping | 'all'
  /** Empty for everybody. */
  readonly group: string
}

/** How often one line was chosen; `isLoss` counts the pairs in which an option was not preferred. */
export interface Count extends Counted {
  readonly line: string
  readonly isLoss: boolean
  readonly people: number
  /** Above `people` where one person may choose a line more than once (pairs). */
  readonly times: number
  /** The sum of places, 1 being the first, for rankings. */
  readonly places: number
}

/** Lower quartile, median, upper quartile. */
export type Quartiles = readonly [number, number, number]

/** One line of a published table. Whatever is absent rests on too few people. */
export interface Figure extends Line {
  readonly people: Cell
  /** Of those who answered; for pairs, of the comparisons. Two decimals, 0.25 being a quarter. */
  readonly share?: number
  /** Ranking: points per person who answered; the first place gives as many points as there are places. */
  readonly points?: number
}

/** What is known of some people's answers to a question, and what of it may be shown. */
export interface Counts {
  readonly answered: number
  readonly counts: readonly Count[]
  readonly cellOf: (line: string) => Cell
  /** Whether nothing is hidden that these figures and their neighbours rest on. */
  readonly isWhole: boolean
}

/** The lines of one group of people. Points and shares of pairs rest on several counts and need all of them. */
export function figuresOf(
  question: Question,
  lines: readonly Line[],
  { answered, counts, cellOf, isWhole }: Counts,
): Figure[] {
  const chosenIn = (id: string) => counts.find(({ line, isLoss }) => line === id && !isLoss)
  return lines.map(({ id, label }) => {
    const people = cellOf(id)
    const chosen = chosenIn(id)
    if (!isShown(people) || !chosen) return { id, label, people }
    if (question.kind === 'pairwise') return { id, label, people, ...(isWhole ? winsOf(chosen, counts) : {}) }
    const share = rounded(chosen.people / answered)
    if (question.kind !== 'ranking' || !isWhole) return { id, label, people, share }
    const points = rounded((chosen.times * (question.top + 1) - chosen.places) / answered)
    return { id, label, people, share, points }
  })
}

/**
 * A mean needs every step to be shown; a median twice as many people as the threshold, quartiles four times, and each of
 * them that no band is hidden on one side of it: where it lies then says nothing about a hidden band.
 */
export function spreadOf(
  question: Question,
  figures: readonly Figure[],
  { answered, quartiles, threshold }: { answered: Cell; quartiles: Quartiles | undefined; threshold: number },
): { mean?: number; median?: number; quartiles?: readonly [number, number] } {
  const people = isShown(answered) ? answered.count : 0
  if (question.kind === 'scale') return meanOf(figures, people)
  if (question.kind !== 'number' || !quartiles || people < 2 * threshold) return {}
  const [lower, median, upper] = quartiles
  const isClear = (value: number) => isOneSided(figures, (value - question.min) / bandWidth(question))
  return {
    ...(isClear(median) ? { median } : {}),
    ...(people >= 4 * threshold && isClear(lower) && isClear(upper) ? { quartiles: [lower, upper] } : {}),
  }
}

/** A value between two numbers may stand between two bands: both count. */
function isOneSided(figures: readonly Figure[], place: number): boolean {
  const isEvery = (some: readonly Figure[]) => some.every(({ people }) => isShown(people))
  return (
    isEvery(figures.slice(0, Math.ceil(place) + 1)) ||
    isEvery(figures.slice(Math.max(0, Math.floor(place) - 1)))
  )
}

/** Of all comparisons. */
function winsOf({ line, times }: Count, counts: readonly Count[]): { share?: number } {
  const losses = counts.find((one) => one.line === line && one.isLoss)?.times ?? 0
  return { share: rounded(times / (times + losses)) }
}

function meanOf(figures: readonly Figure[], people: number): { mean?: number } {
  const steps = figures.flatMap((step) => (isShown(step.people) ? [Number(step.id) * step.people.count] : []))
  if (people === 0 || steps.length < figures.length) return {}
  return { mean: rounded(steps.reduce((sum, one) => sum + one, 0) / people) }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
