/** The first sheet of a plan's workbook: how to fill it in, in three languages, and which state of the plan it was made from. */
import { locales } from '../../domain/phrase.ts'
import type { Text } from '../../runtime/text.ts'
import type { CellValue, Sheet } from '../file/workbook.ts'

export const startSheetName = 'Start'

const sentences = ['title', 'sheets', 'ids', 'days', 'money', 'lists', 'removed', 'revision', 'check', 'more']

/** Its rows: a column for each language, and below what programs read. */
export function startRows(text: Text, revision: number): readonly (readonly (CellValue | null)[])[] {
  return [
    ...sentences.map((name) => locales.map((locale) => text.say(locale, `plan-sheet-${name}`))),
    [],
    ['schema_version', 1],
    ['revision', revision],
  ]
}

/** What programs read of it; undefined where it does not say. */
export function startSheet(sheets: readonly Sheet[]): {
  readonly revision?: unknown
  readonly version?: unknown
} {
  const rows =
    sheets.find(({ name }) => name.trim().toLowerCase() === startSheetName.toLowerCase())?.rows ?? []
  const find = (head: string) => rows.find(([cell]) => cell === head)?.[1] ?? undefined
  return { revision: find('revision'), version: find('schema_version') }
}
