/** Results as rows, one figure in each: what the CSV, the workbook and the command line write. */
import type { Figure, Grouping } from '../../domain/figure.ts'
import { locales, wordingIn, type Localized, type Phrase } from '../../domain/phrase.ts'
import type { QuestionResult, Results } from '../../domain/results.ts'
import { isShown, type Cell } from '../../domain/suppression.ts'
import type { Text } from '../../runtime/text.ts'

export const columns = [
  'consultation',
  'question',
  'kind',
  'text_pl',
  'text_en',
  'text_uk',
  'by',
  'group',
  'group_pl',
  'group_en',
  'group_uk',
  'figure',
  'line',
  'line_pl',
  'line_en',
  'line_uk',
  'value',
  'share',
  'is_suppressed',
  'is_sample',
] as const
export type Column = (typeof columns)[number]

/** What a row may be about, in the column `figure`. */
export const figureNames = [
  'respondents',
  'finished',
  'answered',
  'skipped',
  'stopped',
  'people',
  'points',
  'mean',
  'lower_quartile',
  'median',
  'upper_quartile',
  'quotation',
  'note',
] as const
type FigureName = (typeof figureNames)[number]

/** A suppressed count has no `value` and `is_suppressed` is 1: it is not zero. Shares lie between 0 and 1. */
export type Row = Partial<Record<Exclude<Column, 'figure'>, string | number>> & {
  readonly figure: FigureName
}

/** Every figure of the results, then what is to be known about them and under which licence they may be used. */
export function rowsOf(results: Results, text: Pick<Text, 'phrase'>): Row[] {
  const rows: Row[] = [
    counted('respondents', results.respondents),
    counted('finished', results.finished),
    ...results.questions.flatMap(questionRows),
    ...notesOf(results).map((note): Row => ({ figure: 'note', ...inWords('text', note, text) })),
  ]
  const isSample = results.isSample ? 1 : 0
  return rows.map((row) => ({ consultation: results.consultation, ...row, is_sample: isSample }))
}

/** Creative Commons Attribution: everybody may use the figures who says where they come from. */
export const licence = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const

/** What whoever reads the figures has to know. */
export function notesOf({ isSample, hasHidden, threshold }: Results): Phrase[] {
  return [
    ...(isSample ? [{ key: 'results-sample' }] : []),
    ...(hasHidden ? [{ key: 'results-hidden-note', args: { threshold } }] : []),
    { key: 'results-data-licence', args: { licence: licence.name, url: licence.url } },
  ]
}

function questionRows(question: QuestionResult): Row[] {
  const { id, kind, text, mean, median, quartiles } = question
  const spread: readonly (readonly [FigureName, number | undefined])[] = [
    ['mean', mean],
    ['lower_quartile', quartiles?.[0]],
    ['median', median],
    ['upper_quartile', quartiles?.[1]],
  ]
  const rows: Row[] = [
    counted('answered', question.answered),
    counted('skipped', question.skipped),
    counted('stopped', question.stopped),
    ...question.figures.flatMap(figureRows),
    ...spread.flatMap(([figure, value]): Row[] => (value === undefined ? [] : [{ figure, value }])),
    ...question.quotations.map((value): Row => ({ figure: 'quotation', value })),
    ...question.groups.flatMap(({ by, id: group, label, answered, figures }) =>
      [counted('answered', answered), ...figures.flatMap(figureRows)].map((row) => ({
        ...inGroup(by, group, label),
        ...row,
      })),
    ),
  ]
  return rows.map((row) => ({ question: id, kind, ...inLanguages('text', text), ...row }))
}

function figureRows({ id, label, people, share, points }: Figure): Row[] {
  const line = { line: id, ...inLanguages('line', label) }
  return [
    { ...line, ...counted('people', people), ...(share === undefined ? {} : { share }) },
    ...(points === undefined ? [] : [{ ...line, figure: 'points' as const, value: points }]),
  ]
}

function inGroup(by: Grouping, group: string, label: Localized) {
  return { by, group, ...inLanguages('group', label) }
}

function counted(figure: FigureName, cell: Cell): Row {
  return isShown(cell) ? { figure, value: cell.count, is_suppressed: 0 } : { figure, is_suppressed: 1 }
}

function inLanguages(column: 'text' | 'group' | 'line', words: Localized) {
  return Object.fromEntries(locales.map((locale) => [`${column}_${locale}`, wordingIn(words, locale)]))
}

function inWords(column: 'text', phrase: Phrase, text: Pick<Text, 'phrase'>) {
  return Object.fromEntries(locales.map((locale) => [`${column}_${locale}`, text.phrase(locale, phrase)]))
}
