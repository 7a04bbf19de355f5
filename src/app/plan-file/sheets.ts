/** A workbook as the same values that a YAML file has, and where in its sheets each of them stands. */
import { locales } from '../../domain/phrase.ts'
import { doubt, mistake, nameOf, type Finding, type Path, type Remark } from '../file/finding.ts'
import type { Source } from '../file/source.ts'
import { nearest } from '../file/structure.ts'
import { located, readWorkbook, type CellPlace, type CellValue, type Sheet } from '../file/workbook.ts'
import { valueOfCell } from './cells.ts'
import { parts, type CellKind, type Part } from './layout.ts'
import { startSheet } from './start-sheet.ts'

/** A source with the sheets it was read from. */
export interface SheetSource extends Source {
  /** The names of the sheets, in their order. */
  readonly order: readonly string[]
}

/** Reads the bytes of a workbook. Never throws because of what is in it. */
export async function readSheets(bytes: Uint8Array): Promise<SheetSource> {
  const { sheets, findings } = await readWorkbook(bytes)
  const order = (sheets ?? []).map(({ name }) => name)
  const nowhere = (remark: Remark) => located(remark, { sheet: '', row: 1, column: 1 }, nameOf(remark.path))
  if (!sheets) return { value: undefined, findings, locate: nowhere, order }
  const reading = new Reading(sheets)
  for (const part of parts) reading.read(part)
  reading.strangers()
  const locate = (remark: Remark) => located(remark, reading.placeOf(remark.path), nameOf(remark.path))
  return { value: reading.value, findings: [...findings, ...reading.findings], locate, order }
}

interface Column {
  /** The path of the field, its language included. */
  readonly path: readonly string[]
  readonly kind: CellKind
  readonly number: number
}

type Value = Record<string, unknown>

/** One pass through the sheets. */
class Reading {
  readonly value: Value = { meta: {}, city: {}, plan: {} }
  readonly findings: Finding[] = []
  readonly #sheets: readonly Sheet[]
  /** Where things stand, by their path. */
  readonly #rows = new Map<
    string,
    { readonly part: Part; readonly row: number; readonly columns: readonly Column[] }
  >()
  /** What children hang on: the value and its path, by `kind/id`. */
  readonly #parents = new Map<string, { readonly value: Value; readonly path: Path }>()

  constructor(sheets: readonly Sheet[]) {
    this.#sheets = sheets
    const { revision, version } = startSheet(sheets)
    if (version !== undefined) this.value['schema_version'] = version
    if (revision !== undefined) this.value['meta'] = { revision }
  }

  read(part: Part): void {
    const sheet = this.#sheets.find(({ name }) => name.trim().toLowerCase() === part.sheet.toLowerCase())
    if (!sheet) return this.#missing(part)
    const columns = this.#columnsOf(sheet, part)
    const [, ...rows] = sheet.rows
    for (const [index, cells] of rows.entries())
      if (cells.some((cell) => cell !== null && String(cell).trim() !== ''))
        this.#readRow(part, index + 2, columns, cells)
  }

  #missing({ kind, sheet }: Part): void {
    if (kind === 'plan' || kind === 'policy')
      this.#say(mistake([], 'sheet-missing', { sheet }), { sheet, row: 1, column: 1 })
    if (kind === 'policy') this.value['reminder_policies'] = undefined
  }

  #columnsOf({ name: sheet, rows }: Sheet, part: Part): readonly Column[] {
    const known = new Map(expectedColumns(part).map((column) => [column.head, column]))
    const seen = new Set<string>()
    return (rows[0] ?? []).flatMap((cell, index) => {
      const head = String(cell ?? '')
        .trim()
        .toLowerCase()
      const place = { sheet, row: 1, column: index + 1 }
      if (head === '') return []
      const column = known.get(head)
      if (!column) return this.#stranger(head, [...known.keys()], place)
      if (seen.has(head)) this.#say(mistake([], 'column-twice', { name: head }), place)
      seen.add(head)
      return [{ path: column.path, kind: column.kind, number: index + 1 }]
    })
  }

  #stranger(head: string, known: readonly string[], place: CellPlace): readonly Column[] {
    const guess = nearest(head, known)
    const name = head.slice(0, 60)
    this.#say(
      guess ? doubt([], 'column-unknown-guess', { name, guess }) : doubt([], 'column-unknown', { name }),
      place,
    )
    return []
  }

  #readRow(part: Part, row: number, columns: readonly Column[], cells: readonly (CellValue | null)[]): void {
    const own: Value = {}
    for (const { path, kind, number } of columns) {
      const value = valueOfCell(cells[number - 1] ?? null, kind)
      put(own, path, value === undefined && part.shown === path.join('.') ? null : value)
    }
    const place = this.#listFor(part, own, row, columns)
    if (!place) return
    const path = part.kind === 'plan' ? ['plan'] : [...place.path, place.list.length]
    if (part.kind === 'plan') this.#keepPlan(own)
    else place.list.push(own)
    this.#rows.set(JSON.stringify(path), { part, row, columns })
    if (part.key[0] === 'id') this.#parents.set(`${part.kind}/${String(own['id'])}`, { value: own, path })
  }

  /** The list a row goes into, which for a child is within what it belongs to. */
  #listFor(
    part: Part,
    own: Value,
    row: number,
    columns: readonly Column[],
  ): { list: unknown[]; path: Path } | undefined {
    if (!part.parent) return { list: listAt(this.value, part.list), path: part.list }
    const [kind, head] = part.parent
    const within = ({ value, path }: { value: Value; path: Path }) => ({
      list: listAt(value, part.list),
      path: [...path, ...part.list],
    })
    if (!head) return within({ value: this.value['plan'] as Value, path: ['plan'] })
    const id = own[head]
    Reflect.deleteProperty(own, head)
    const parent = this.#parents.get(`${kind}/${String(id)}`)
    if (parent) return within(parent)
    const column = columns.find(({ path }) => path[0] === head)?.number ?? 1
    const known = [...this.#parents.keys()].flatMap((one) =>
      one.startsWith(`${kind}/`) ? [one.slice(kind.length + 1)] : [],
    )
    const guess = typeof id === 'string' ? nearest(id, known) : undefined
    const remark =
      id === undefined
        ? mistake([], 'missing', { name: head })
        : mistake([], guess ? `${kind}-not-there-guess` : `${kind}-not-there`, {
            id: id as string,
            ...(guess ? { guess } : {}),
          })
    this.#say(remark, { sheet: part.sheet, row, column })
    return undefined
  }

  /** The sheet of the plan also has what a YAML file says about itself and the city. */
  #keepPlan({ city, meta, ...plan }: Value): void {
    this.value['plan'] = plan
    this.value['city'] = city ?? {}
    this.value['meta'] = { ...(this.value['meta'] as Value), ...(meta as Value | undefined) }
  }

  strangers(): void {
    const known = parts.map(({ sheet }) => sheet.toLowerCase())
    for (const { name, rows } of this.#sheets.slice(1))
      if (!known.includes(name.trim().toLowerCase()) && rows.length > 0)
        this.#say(doubt([], 'sheet-unknown', { sheet: name }), { sheet: name, row: 1, column: 1 })
  }

  #say(remark: Remark, place: CellPlace): void {
    this.findings.push(located(remark, place))
  }

  /** The cell of the deepest part of a path that has one. */
  placeOf(path: Path): CellPlace {
    const full = path[0] === 'city' || path[0] === 'meta' ? ['plan', ...path] : path
    for (let length = full.length; length > 0; length -= 1) {
      const found = this.#rows.get(JSON.stringify(full.slice(0, length)))
      if (found)
        return {
          sheet: found.part.sheet,
          row: found.row,
          column: columnFor(found.columns, full.slice(length)),
        }
    }
    const part = parts.find(({ list, parent }) => !parent && list[0] === path[0]) ?? parts[0]!
    return { sheet: part.sheet, row: 1, column: 1 }
  }
}

function put(value: Value, path: readonly string[], one: unknown): void {
  if (one === undefined) return
  let at = value
  for (const step of path.slice(0, -1)) at = (at[step] ??= {}) as Value
  at[path.at(-1)!] = one
}

function listAt(value: Value, path: readonly string[]): unknown[] {
  const above = path.slice(0, -1).reduce((at, step) => (at[step] ??= {}) as Value, value)
  return (above[path.at(-1)!] ??= []) as unknown[]
}

/** The column of a field: its own, or the first that is part of it, or that it is part of. */
function columnFor(columns: readonly Column[], path: Path): number {
  const wanted = path.map(String)
  const fits = (one: readonly string[]) => one.slice(0, wanted.length).every((step, n) => step === wanted[n])
  return columns.find(({ path: one }) => fits(one))?.number ?? 1
}

/** The heads of a sheet: `period_from`, `name_uk`; a child begins with what it belongs to. */
export function expectedColumns(
  part: Part,
): readonly { head: string; path: readonly string[]; kind: CellKind }[] {
  const own = Object.entries(part.fields).flatMap(([name, kind]) => {
    const path = name.split('.')
    const paths = kind === 'text' ? locales.map((locale) => [...path, locale]) : [path]
    return paths.map((one) => ({ head: one.join('_'), path: one, kind }))
  })
  const head = part.parent?.[1]
  const parent = head ? [{ head, path: [head], kind: 'word' as const }] : []
  return [...parent, ...own]
}
