/** The weighted share of an answer, beside the raw one: only where every count it is made of is shown. */
import type { Grouping } from './figure.ts'
import type { Known } from './population.ts'
import type { GroupResult, QuestionResult } from './results.ts'
import { isShown } from './suppression.ts'
import { effectiveOf, mostWeight, weightsOf, type Stratum } from './weighting.ts'

/** How the answers to one question were weighted. */
export interface Weighting {
  readonly question: string
  /** Those who told this of themselves count, each as if their group were as large as in the city. */
  readonly by: Grouping
  /** So many answers of a random sample would be as sure. */
  readonly effective: number
  /** The largest weight of a person, the average being 1; two decimals. */
  readonly largest: number
  readonly isCapped: boolean
  /** Of every line that is shown; two decimals. */
  readonly shares: readonly { readonly line: string; readonly share: number }[]
}

/** A breakdown with all of its groups. */
interface Margin {
  readonly by: Grouping
  readonly known: readonly Known[]
}

/**
 * Weights a question by the first breakdown in which every line that is shown is shown in every group; nothing where there
 * is none. One alone, because weights over several need people counted by several at once, and such counts are never shown.
 */
export function weightQuestion(question: QuestionResult, margins: readonly Margin[]): Weighting[] {
  if (question.kind === 'text' || question.kind === 'pairwise') return []
  return margins.flatMap((margin) => weightBy(question, margin)).slice(0, 1)
}

function weightBy(question: QuestionResult, { by, known }: Margin): Weighting[] {
  const groups = known.flatMap(({ id, residents }) => {
    const group = question.groups.find((one) => one.by === by && one.id === id)
    return group && isShown(group.answered) ? [{ group, residents, answered: group.answered.count }] : []
  })
  if (groups.length < Math.max(2, known.length)) return []
  const weights = weightsOf(groups)
  const lines = question.figures.filter(({ people }) => isShown(people))
  const shares = lines.flatMap(({ id }) => weightLine(id, groups, weights))
  if (lines.length === 0 || shares.length < lines.length) return []
  const largest = Math.max(...weights)
  return [
    {
      question: question.id,
      by,
      effective: effectiveOf(groups, weights),
      largest: rounded(largest),
      isCapped: largest >= mostWeight,
      shares,
    },
  ]
}

function weightLine(
  line: string,
  groups: readonly (Stratum & { readonly group: GroupResult })[],
  weights: readonly number[],
): { line: string; share: number }[] {
  const counts = groups.flatMap(({ group }) => {
    const people = group.figures.find(({ id }) => id === line)?.people
    return people && isShown(people) ? [people.count] : []
  })
  if (counts.length < groups.length) return []
  const whole = sum(groups.map(({ answered }, index) => answered * weights[index]!))
  return [{ line, share: rounded(sum(counts.map((count, index) => count * weights[index]!)) / whole) }]
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
