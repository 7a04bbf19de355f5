/** Results as a workbook (XLSX): the figures, the codebook, and what is to be known about them. */
import writeExcelFile from 'write-excel-file/node'
import { locales } from '../../domain/phrase.ts'
import type { Comparison } from '../../domain/comparison.ts'
import type { Results } from '../../domain/results.ts'
import type { Text } from '../../runtime/text.ts'
import { textCell } from '../file/written-cell.ts'
import { codebookColumns, codebookOf } from './codebook.ts'
import { columns } from './row.ts'
import { notesOf, rowsOf } from './rows.ts'

type Words = Pick<Text, 'phrase'>
type Row = Readonly<Record<string, string | number | undefined>>

/** The bytes of the file; it holds no formula. */
export async function resultsAsWorkbook(
  results: Results,
  text: Words,
  comparison?: Comparison,
): Promise<Uint8Array> {
  const buffer = await writeExcelFile([
    sheetOf('results', columns, rowsOf(results, text, comparison)),
    sheetOf('codebook', codebookColumns, codebookOf(text)),
    sheetOf('about', locales, aboutRows(results, text, comparison)),
  ]).toBuffer()
  return new Uint8Array(buffer)
}

function sheetOf(sheet: string, names: readonly string[], rows: readonly Row[]) {
  return {
    sheet,
    data: [
      names.map((name) => ({ ...textCell(name), fontWeight: 'bold' as const })),
      ...rows.map((row) => names.map((name) => cellOf(row[name]))),
    ],
    columns: names.map((name) => ({ width: /^(text|meaning|..$)/.test(name) ? 50 : 16 })),
    stickyRowsCount: 1,
  }
}

function cellOf(value: string | number | undefined) {
  if (value === undefined) return null
  return typeof value === 'number' ? { value, type: Number } : textCell(value)
}

function aboutRows(results: Results, text: Words, comparison?: Comparison): Row[] {
  const { title, opensOn, closesOn } = results
  const span = {
    key: 'results-span',
    args: { from: { day: opensOn, hasYear: true }, to: { day: closesOn, hasYear: true } },
  }
  return [{ text: title }, span, ...notesOf(results, comparison)].map((phrase) =>
    Object.fromEntries(locales.map((locale) => [locale, text.phrase(locale, phrase)])),
  )
}
