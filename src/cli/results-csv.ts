/** Results for spreadsheets: one figure a line, safe to open where cells are calculated. */
import { stringify } from 'csv-stringify/sync'
import type { Figure, Grouping } from '../domain/figure.ts'
import type { QuestionResult, Results } from '../domain/results.ts'
import { isShown, type Cell } from '../domain/suppression.ts'
import type { Cli } from './cli.ts'

const columns = [
  'consultation',
  'question',
  'kind',
  'text',
  'by',
  'group',
  'group_label',
  'figure',
  'line',
  'label',
  'value',
  'share',
  'is_suppressed',
] as const
type Line = Partial<Record<(typeof columns)[number], string | number>>

/** A table with a head; a suppressed count is an empty `value` with `is_suppressed` set, never a zero. */
export function resultsAsCsv(results: Results, cli: Cli): string {
  const lines: Line[] = [
    counted('respondents', results.respondents),
    counted('finished', results.finished),
    ...results.questions.flatMap((question) => questionLines(question, cli)),
    ...notes(results, cli).map((value) => ({ figure: 'note', value })),
  ]
  const rows = lines.map((line) => ({ consultation: results.consultation, ...line }))
  // The mark at the start tells spreadsheets that the letters are UTF-8; a leading = + - @ is kept from being calculated.
  return stringify(rows, { header: true, columns: [...columns], bom: true, escape_formulas: true })
}

function questionLines(question: QuestionResult, cli: Cli): Line[] {
  const { id, kind, text, mean, median, quartiles } = question
  const spread = { mean, lower_quartile: quartiles?.[0], median, upper_quartile: quartiles?.[1] }
  const lines: Line[] = [
    counted('answered', question.answered),
    counted('skipped', question.skipped),
    counted('stopped', question.stopped),
    ...question.figures.flatMap((figure) => figureLines(figure, cli)),
    ...Object.entries(spread).flatMap(([figure, value]) => (value === undefined ? [] : [{ figure, value }])),
    ...question.quotations.map((value) => ({ figure: 'quotation', value })),
    ...question.groups.flatMap(({ by, id: group, label, answered, figures }) =>
      [counted('answered', answered), ...figures.flatMap((figure) => figureLines(figure, cli))].map(
        (line) => ({ ...inGroup(by, group, cli.words({ text: label })), ...line }),
      ),
    ),
  ]
  return lines.map((line) => ({ question: id, kind, text: cli.words({ text }), ...line }))
}

function figureLines({ id, label, people, share, points }: Figure, cli: Cli): Line[] {
  const line = { line: id, label: cli.words({ text: label }) }
  return [
    { ...line, ...counted('people', people), ...(share === undefined ? {} : { share }) },
    ...(points === undefined ? [] : [{ ...line, figure: 'points', value: points }]),
  ]
}

function inGroup(by: Grouping, group: string, label: string): Line {
  return { by, group, group_label: label }
}

function counted(figure: string, cell: Cell): Line {
  return isShown(cell) ? { figure, value: cell.count, is_suppressed: 0 } : { figure, is_suppressed: 1 }
}

function notes({ isSample, hasHidden, threshold }: Results, cli: Cli): string[] {
  return [
    ...(isSample ? [cli.say('results-sample')] : []),
    ...(hasHidden ? [cli.say('results-hidden-note', { threshold })] : []),
  ]
}
