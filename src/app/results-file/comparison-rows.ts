/** Who took part beside who lives in the city, as rows of the open data. */
import type { ComparedBreakdown, Comparison } from '../../domain/comparison.ts'
import type { Phrase } from '../../domain/phrase.ts'
import type { QuestionResult } from '../../domain/results.ts'
import type { Weighting } from '../../domain/weighted-share.ts'
import { mostWeight } from '../../domain/weighting.ts'
import { counted, inGroup, inLanguages, type Row } from './row.ts'

/** Two rows for each group, one for each weighted share, one for each question that is weighted. */
export function comparisonRows(
  { breakdowns, weightings }: Comparison,
  questions: readonly QuestionResult[],
): Row[] {
  return [...breakdowns.flatMap(groupRows), ...weightings.flatMap((one) => weightedRows(one, questions))]
}

/** Whose numbers the city's are, and what a weighted share is. */
export function comparisonNotes({ population, weightings }: Comparison): Phrase[] {
  const { source, year, isSample } = population
  return [
    { key: 'results-who-source', args: { source, year: String(year) } },
    ...(isSample ? [{ key: 'results-who-sample' }] : []),
    ...(weightings.length > 0 ? [{ key: 'results-page-method-weighted', args: { most: mostWeight } }] : []),
  ]
}

function groupRows({ by, question, groups }: ComparedBreakdown): Row[] {
  return groups.flatMap(({ id, label, answered, residents, share, residentShare }) =>
    [
      { ...counted('taking_part', answered), ...(share === undefined ? {} : { share }) },
      {
        figure: 'residents' as const,
        value: residents,
        ...(residentShare === undefined ? {} : { share: residentShare }),
      },
    ].map((row): Row => ({ question, ...inGroup(by, id, label), ...row })),
  )
}

function weightedRows(
  { question: id, by, effective, shares }: Weighting,
  questions: readonly QuestionResult[],
) {
  const question = questions.find((one) => one.id === id)
  const rows: Row[] = [
    { figure: 'effective', value: effective },
    ...shares.map(({ line, share }): Row => {
      const label = question?.figures.find((one) => one.id === line)?.label
      return { line, ...(label ? inLanguages('line', label) : {}), figure: 'weighted', share }
    }),
  ]
  const about = question ? { kind: question.kind, ...inLanguages('text', question.text) } : {}
  return rows.map((row) => ({ question: id, by, ...about, ...row }))
}
