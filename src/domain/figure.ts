/** The figures of one question: what is shown of each line, and what the lines together tell. */
import type { Question } from './consultation.ts'
import type { Line } from './line.ts'
import { isShown, type Cell, type ShownRow } from './suppression.ts'

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

/** What a table holds of each line: the people who chose it and, for pairs, those who at least once did not. */
export function cellsOf(
  { kind }: Question,
  lines: readonly Line[],
  counts: readonly Count[],
): ReadonlyMap<string, number> {
  const people = (line: string, isLoss: boolean) =>
    counts.find((one) => one.line === line && one.isLoss === isLoss)?.people ?? 0
  const chosen = lines.map(({ id }) => [id, people(id, false)] as const)
  const lost = kind === 'pairwise' ? lines.map(({ id }) => [lossOf(id), people(id, true)] as const) : []
  return new Map([...chosen, ...lost])
}

/** The lines of one group of people, as far as its row may be shown. */
export function figuresOf(
  question: Question,
  lines: readonly Line[],
  { row, answered, counts }: { row: ShownRow; answered: number; counts: readonly Count[] },
): Figure[] {
  return lines.map(({ id, label }) => {
    const people = row.cells.get(id)!
    const chosen = counts.find((one) => one.line === id && !one.isLoss)
    if (!isShown(people) || !chosen) return { id, label, people }
    if (question.kind === 'pairwise') return { id, label, people, ...winsOf(chosen, row, counts) }
    const share = rounded(chosen.people / answered)
    if (question.kind !== 'ranking') return { id, label, people, share }
    const points = rounded((chosen.times * (question.top + 1) - chosen.places) / answered)
    return { id, label, people, share, points }
  })
}

/** A mean needs every step to be shown; a median twice as many people as the threshold, quartiles four times. */
export function spreadOf(
  { kind }: Question,
  figures: readonly Figure[],
  { answered, quartiles, threshold }: { answered: Cell; quartiles: Quartiles | undefined; threshold: number },
): { mean?: number; median?: number; quartiles?: readonly [number, number] } {
  const people = isShown(answered) ? answered.count : 0
  if (kind === 'scale') return meanOf(figures, people)
  if (!quartiles || people < 2 * threshold) return {}
  const [lower, median, upper] = quartiles
  return people < 4 * threshold ? { median } : { median, quartiles: [lower, upper] }
}

const lossOf = (line: string) => `${line}/lost`

/** Of all comparisons; not shown where so few lost or won that the share would tell who. */
function winsOf({ line, times }: Count, row: ShownRow, counts: readonly Count[]): { share?: number } {
  const lost = row.cells.get(lossOf(line))
  const losses = counts.find((one) => one.line === line && one.isLoss)?.times ?? 0
  return lost && isShown(lost) ? { share: rounded(times / (times + losses)) } : {}
}

function meanOf(figures: readonly Figure[], people: number): { mean?: number } {
  const steps = figures.flatMap((step) => (isShown(step.people) ? [Number(step.id) * step.people.count] : []))
  if (people === 0 || steps.length < figures.length) return {}
  return { mean: rounded(steps.reduce((sum, one) => sum + one, 0) / people) }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
