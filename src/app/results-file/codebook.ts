/** The codebook: what every column and every figure of the open data means. */
import { locales } from '../../domain/phrase.ts'
import type { Text } from '../../runtime/text.ts'
import { columns, figureNames } from './row.ts'

export const codebookColumns = ['column', 'value', 'type', 'meaning_pl', 'meaning_en', 'meaning_uk'] as const
export type CodebookRow = Readonly<Record<(typeof codebookColumns)[number], string>>

/** A row for each column and one for each value that the column `figure` can have. */
export function codebookOf(text: Pick<Text, 'phrase'>): CodebookRow[] {
  const row = (column: string, value: string, key: string): CodebookRow =>
    ({
      column,
      value,
      type: typeOf(column),
      ...Object.fromEntries(
        locales.map((locale) => [`meaning_${locale}`, text.phrase(locale, { key: `results-data-${key}` })]),
      ),
    }) as CodebookRow
  return columns.flatMap((column) => {
    const described = row(column, '', `column-${column.replace(/_(pl|en|uk)$/, '_label')}`)
    return column === 'figure'
      ? [described, ...figureNames.map((name) => row(column, name, `figure-${name}`))]
      : [described]
  })
}

function typeOf(column: string): string {
  if (column === 'value') return 'number or text'
  if (column === 'share') return 'number from 0 to 1'
  return column.startsWith('is_') ? '0 or 1' : 'text'
}
