/** Results for spreadsheets: one figure a line, safe to open where cells are calculated. */
import { stringify } from 'csv-stringify/sync'
import type { Comparison } from '../../domain/comparison.ts'
import type { Results } from '../../domain/results.ts'
import type { Text } from '../../runtime/text.ts'
import { codebookColumns, codebookOf } from './codebook.ts'
import { columns } from './row.ts'
import { rowsOf } from './rows.ts'

type Words = Pick<Text, 'phrase'>

/** A table with a head; a suppressed count is an empty `value` with `is_suppressed` set, never a zero. */
export function resultsAsCsv(results: Results, text: Words, comparison?: Comparison): string {
  return csvOf(columns, rowsOf(results, text, comparison))
}

/** What the columns and figures of the table mean, in three languages. */
export function codebookAsCsv(text: Words): string {
  return csvOf(codebookColumns, codebookOf(text))
}

/** The mark at the start tells spreadsheets that the letters are UTF-8; a leading = + - @ is kept from being calculated. */
function csvOf(names: readonly string[], rows: readonly object[]): string {
  return stringify([...rows], { header: true, columns: [...names], bom: true, escape_formulas: true })
}
