/** Results as rows, one figure in each: what the CSV, the workbook and the command line write. */
import type { Comparison } from '../../domain/comparison.ts'
import type { Figure } from '../../domain/figure.ts'
import { locales, type Phrase } from '../../domain/phrase.ts'
import type { QuestionResult, Results } from '../../domain/results.ts'
import type { Text } from '../../runtime/text.ts'
import { comparisonNotes, comparisonRows } from './comparison-rows.ts'
import { counted, inGroup, inLanguages, type FigureName, type Row } from './row.ts'

/** Every figure of the results, then what is to be known about them and under which licence they may be used. */
export function rowsOf(results: Results, text: Pick<Text, 'phrase'>, comparison?: Comparison): Row[] {
  const rows: Row[] = [
    counted('respondents', results.respondents),
    counted('finished', results.finished),
    ...results.questions.flatMap(questionRows),
    ...(comparison ? comparisonRows(comparison, results.questions) : []),
    ...notesOf(results, comparison).map((note): Row => ({ figure: 'note', ...inWords('text', note, text) })),
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
export function notesOf({ isSample, hasHidden, threshold }: Results, comparison?: Comparison): Phrase[] {
  return [
    ...(isSample ? [{ key: 'results-sample' }] : []),
    ...(hasHidden ? [{ key: 'results-hidden-note', args: { threshold } }] : []),
    ...(comparison ? comparisonNotes(comparison) : []),
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

function inWords(column: 'text', phrase: Phrase, text: Pick<Text, 'phrase'>) {
  return Object.fromEntries(locales.map((locale) => [`${column}_${locale}`, text.phrase(locale, phrase)]))
}
