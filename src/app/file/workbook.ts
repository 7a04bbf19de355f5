/** From the bytes of a workbook (XLSX) to the cells of its sheets; nothing in it is ever worked out. */
import { unzipSync, zipSync, strFromU8, type Unzipped } from 'fflate'
import readExcelFile from 'read-excel-file/universal'
import { mistake, type Finding, type Remark } from './finding.ts'
import { surveyOf } from './survey.ts'

/** What a cell holds; a day is midnight UTC. */
export type CellValue = string | number | boolean | Date

/** A cell by its place; rows and columns begin at 1. */
export interface CellPlace {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

export interface Sheet {
  readonly name: string
  /** The first one is the head. */
  readonly rows: readonly (readonly (CellValue | null)[])[]
}

/** A workbook that could be looked into, or the reasons why not. */
export interface Workbook {
  /** Undefined when the file is no workbook. */
  readonly sheets: readonly Sheet[] | undefined
  readonly findings: readonly Finding[]
}

/** Far above any real plan; packed, and unpacked. */
const mostPackedBytes = 10_000_000
const mostUnpackedBytes = 100_000_000
/** So many rows and columns has a sheet of a city's plan at most; the library makes room for every cell in between. */
const mostRows = 100_000
const mostColumns = 200

/** Whether bytes look like a workbook: it is a ZIP archive. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** Reads a workbook. Never throws because of what is in it: whatever is wrong is in `findings`. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.byteLength > mostPackedBytes)
    return refused('too-large', { megabytes: mostPackedBytes / 1_000_000 })
  const unpacked = unpack(bytes)
  if (typeof unpacked === 'string') return refused(unpacked, { megabytes: mostUnpackedBytes / 1_000_000 })
  const surveys = surveyOf((name) => textIn(unpacked, name))
  const long = surveys.find(({ rows, columns }) => rows > mostRows || columns > mostColumns)
  if (long) return refused('sheet-large', { sheet: long.name, rows: mostRows, columns: mostColumns })
  const sheets = surveys.length > 0 ? await cellsIn(unpacked) : undefined
  if (!sheets) return refused('no-workbook')
  const findings = surveys.flatMap(({ formulas }, index) =>
    formulas.map((place) => located(mistake([], 'formula'), { sheet: sheets[index]?.name ?? '', ...place })),
  )
  return { sheets, findings }
}

function refused(key: string, args = {}): Workbook {
  return { sheets: undefined, findings: [located(mistake([], key, args), { sheet: '', row: 1, column: 1 })] }
}

/** A remark at a cell. */
export function located({ level, phrase }: Remark, { sheet, row, column }: CellPlace, path = ''): Finding {
  const cell = sheet ? `${sheet}!${letters(column)}${row}` : ''
  return { level, path, sheet, cell, line: row, column, phrase }
}

/** The name of a column: A, Z, AA. */
export function letters(column: number): string {
  const left = Math.floor((column - 1) / 26)
  return `${left > 0 ? letters(left) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}

/** Only what is asked for below is unpacked; an archive that says of itself that it is huge is not unpacked at all. */
function unpack(bytes: Uint8Array): Unzipped | 'no-workbook' | 'unpacks-large' {
  let sum = 0
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^(\[Content_Types\]\.xml|xl\/[\w./-]+\.(xml|rels)|_rels\/\.rels)$/.test(name)) return false
        sum += originalSize
        return sum <= mostUnpackedBytes
      },
    })
    return sum > mostUnpackedBytes ? 'unpacks-large' : unpacked
  } catch {
    return 'no-workbook'
  }
}

function textIn(unpacked: Unzipped, name: string): string | undefined {
  const bytes = unpacked[name]
  return bytes && strFromU8(bytes)
}

/** The library unpacks by itself: it gets only what has passed, packed again without compressing. */
async function cellsIn(unpacked: Unzipped): Promise<readonly Sheet[] | undefined> {
  const safe = zipSync(unpacked, { level: 0 })
  try {
    const sheets = await readExcelFile(safe.slice().buffer, { trim: false })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Sheet['rows'] }))
  } catch {
    return undefined
  }
}
