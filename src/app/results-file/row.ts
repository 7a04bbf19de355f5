/** One row of the open data: its columns, what it can be about, and how counts, groups and texts are put into it. */
import type { Grouping } from '../../domain/figure.ts'
import { locales, wordingIn, type Localized } from '../../domain/phrase.ts'
import { isShown, type Cell } from '../../domain/suppression.ts'

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
  'taking_part',
  'residents',
  'weighted',
  'effective',
  'note',
] as const
export type FigureName = (typeof figureNames)[number]

/** A suppressed count has no `value` and `is_suppressed` is 1: it is not zero. Shares lie between 0 and 1. */
export type Row = Partial<Record<Exclude<Column, 'figure'>, string | number>> & {
  readonly figure: FigureName
}

/** A count, or the mark that it is suppressed. */
export function counted(figure: FigureName, cell: Cell): Row {
  return isShown(cell) ? { figure, value: cell.count, is_suppressed: 0 } : { figure, is_suppressed: 1 }
}

/** The columns of a group. */
export function inGroup(by: Grouping, group: string, label: Localized) {
  return { by, group, ...inLanguages('group', label) }
}

/** A text in the three columns of its languages. */
export function inLanguages(column: 'text' | 'group' | 'line', words: Localized) {
  return Object.fromEntries(locales.map((locale) => [`${column}_${locale}`, wordingIn(words, locale)]))
}
