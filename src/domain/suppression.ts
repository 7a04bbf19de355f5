/** The one place where counts of people become figures that may be shown. */

declare const checked: unique symbol

/** A count that may be shown, or the fact that it may not be: suppressed is not zero. Only `suppress` makes one. */
export type Cell = ({ readonly count: number } | { readonly isSuppressed: true }) & {
  readonly [checked]: true
}

/** A count that is kept back. */
export const kept = { isSuppressed: true } as Cell

/** Counts as they are, never to be shown: a row for everybody and one for each group of people. */
export interface Table {
  readonly rows: readonly Row[]
}

export interface Row {
  readonly id: string
  /** How many people stand behind the row. */
  readonly people: number
  readonly cells: ReadonlyMap<string, number>
}

export interface ShownRow {
  readonly id: string
  readonly people: Cell
  readonly cells: ReadonlyMap<string, Cell>
}

export interface ShownTable {
  /** Rows with too few people behind them are not here at all. */
  readonly rows: readonly ShownRow[]
  /** False once anything of the table is kept back. */
  readonly isWhole: boolean
}

/**
 * What may be shown of a table when no group of fewer than `threshold` people may be recognised.
 *
 * A zero is kept back like any other small count: it would say that nobody in a group gave an answer, and a cell that
 * goes from zero to hidden would tell of one person. So nothing visible depends on how many are below the threshold.
 */
export function suppress({ rows }: Table, threshold: number): ShownTable {
  const shown = rows.filter(({ people }) => people >= threshold).map((row) => suppressRow(row, threshold))
  const isWhole =
    shown.length === rows.length && shown.every(({ cells }) => [...cells.values()].every(isShown))
  return { rows: shown, isWhole }
}

/** Whether a cell has a count. */
export function isShown(cell: Cell): cell is Cell & { readonly count: number } {
  return 'count' in cell
}

function suppressRow({ id, people, cells }: Row, threshold: number): ShownRow {
  const shown = [...cells].map(([key, count]) => [key, cellOf(count, threshold)] as const)
  return { id, people: cellOf(people, threshold), cells: new Map(shown) }
}

function cellOf(count: number, threshold: number): Cell {
  return count < threshold ? kept : ({ count } as Cell)
}
