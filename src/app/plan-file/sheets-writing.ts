/** A plan as a workbook: a sheet for each kind of thing, a row for each of them, and first of all how to fill it in. */
import writeExcelFile from 'write-excel-file/node'
import { ofKind, type Items } from '../../domain/plan-item.ts'
import type { Text } from '../../runtime/text.ts'
import type { CellValue } from '../file/workbook.ts'
import { textCell } from '../file/written-cell.ts'
import { cellOf } from './cells.ts'
import { orderedFields } from './items.ts'
import { parts, type CellKind, type Part } from './layout.ts'
import { expectedColumns } from './sheets.ts'
import { startRows, startSheetName } from './start-sheet.ts'

/** The bytes of the file. */
export async function planAsSheets(items: Items, revision: number, text: Text): Promise<Uint8Array> {
  const start = {
    sheet: startSheetName,
    data: startRows(text, revision).map((row, index) =>
      row.map((cell) => styled(cell, index === 0 ? 'head' : 'text')),
    ),
    columns: [{ width: 70 }, { width: 70 }, { width: 70 }],
    stickyRowsCount: 1,
  }
  const buffer = await writeExcelFile([start, ...parts.map((part) => sheetOf(items, part))]).toBuffer()
  return new Uint8Array(buffer)
}

function sheetOf(items: Items, part: Part) {
  const columns = expectedColumns(part)
  const rows = ofKind(items, part.kind).map((item) => {
    const fields = orderedFields(item, part)
    return columns.map(({ head, path, kind }) =>
      part.parent?.[1] === head
        ? styled(item.key[0]!, 'word')
        : styled(cellOf(fields[path.join('.')], kind), kind),
    )
  })
  return {
    sheet: part.sheet,
    data: [columns.map(({ head }) => styled(head, 'head')), ...rows],
    columns: columns.map(({ kind }) => ({ width: widths[kind] })),
    stickyRowsCount: 1,
  }
}

const widths: Readonly<Record<CellKind, number>> = {
  word: 18,
  text: 44,
  day: 12,
  number: 12,
  money: 16,
  flag: 10,
  words: 28,
  numbers: 20,
  ladder: 36,
}

function styled(cell: CellValue | null, kind: CellKind | 'head') {
  if (cell === null) return null
  const wrap =
    kind === 'text' ? { wrap: true, alignVertical: 'top' as const } : { alignVertical: 'top' as const }
  if (kind === 'head') return { ...textCell(String(cell)), fontWeight: 'bold' as const }
  if (typeof cell === 'string') return { ...textCell(cell), ...wrap }
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd', ...wrap }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean, ...wrap }
  return { value: cell, type: Number, ...(kind === 'money' ? { format: '#,##0.00' } : {}), ...wrap }
}
