/** Values of a plan as they stand in the cells of a workbook, and back. */
import type { FieldValue } from '../../domain/plan-item.ts'
import type { CellValue } from '../file/workbook.ts'
import type { CellKind } from './layout.ts'

/** What a cell shows of a value; a ladder reads `7 coordinator; 14 plenipotentiary`. */
export function cellOf(value: FieldValue | null | undefined, kind: CellKind): CellValue | null {
  if (value === null || value === undefined) return null
  if (kind === 'day') return new Date(`${value as string}T00:00:00Z`)
  if (kind === 'ladder')
    return (value as readonly { after_days: number; to: string }[])
      .map(({ after_days: days, to }) => `${days} ${to}`)
      .join('; ')
  return Array.isArray(value) ? value.join(', ') : (value as string | number | boolean)
}

/** What a cell means. What cannot be read stays as it is: the structure's check says what is wrong with it. */
export function valueOfCell(cell: CellValue | null, kind: CellKind): unknown {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return undefined
  switch (kind) {
    case 'text':
    case 'word':
      return typeof cell === 'string' ? trimmed(cell, kind) : asText(cell)
    case 'day':
      return typeof cell === 'string' ? cell.trim() : asText(cell)
    case 'number':
    case 'money':
      return typeof cell === 'string' ? numberIn(cell) : cell
    case 'flag':
      return typeof cell === 'string' ? (flags[cell.trim().toLowerCase()] ?? cell) : cell
    case 'words':
      return typeof cell === 'string' ? listIn(cell) : [asText(cell)]
    case 'numbers':
      return typeof cell === 'string' ? listIn(cell).map(numberIn) : [cell]
    case 'ladder':
      return typeof cell === 'string' ? ladderIn(cell) : cell
  }
}

function trimmed(text: string, kind: CellKind): string {
  return kind === 'word' ? text.trim() : text
}

/** A code or a period that somebody typed without making the cell a text. */
function asText(cell: CellValue): string {
  if (!(cell instanceof Date)) return String(cell)
  return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
}

/** `1 234,50` is how people write it. */
function numberIn(text: string): unknown {
  const plain = text.replaceAll(/[\s\u00A0\u202F]/g, '').replace(',', '.')
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}

const flags: Readonly<Record<string, boolean>> = {
  true: true,
  tak: true,
  yes: true,
  так: true,
  prawda: true,
  false: false,
  nie: false,
  no: false,
  ні: false,
  fałsz: false,
}

function listIn(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function ladderIn(text: string): unknown {
  return text
    .split(/[;,]/)
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const [, days, to] = /^\s*(\d+)\D*?\s+(\w+)\s*$/.exec(one) ?? []
      return days ? { after_days: Number(days), to } : one.trim()
    })
}
