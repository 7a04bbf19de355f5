/** The law that stands before every number that is published: which counts are shown, so that no hidden one can be solved. */
import { tryExchanges, type Row } from './exchange.ts'
import type { Arc } from './passage.ts'

declare const checked: unique symbol

/** A count that may be shown, or the fact that it may not be: suppressed is not zero. Only `suppress` makes one. */
export type Cell = ({ readonly count: number } | { readonly isSuppressed: true }) & {
  readonly [checked]: true
}

/** A count that is kept back. */
export const kept = { isSuppressed: true } as Cell

/** Everything that is counted for one publication, as it is: never to be shown. */
export interface Sheet {
  readonly arcs: readonly Arc[]
  readonly everybody: Row
  /** By age band, gender and district: the same people in rows; the last row holds those who told none of the groups. */
  readonly breakdowns: readonly (readonly Row[])[]
  readonly threshold: number
  /** What each earlier publication showed on an arc of a row; undefined where it was hidden, `new` where there was none. */
  readonly earlier: readonly ((row: Row, arc: Arc) => number | undefined | 'new')[]
}

/** What may be shown. Whatever it is asked for and was not counted is kept. */
export interface Shown {
  readonly cell: (by: string, id: string, kind: Arc['kind'], question: string, line?: string) => Cell
  /** Whether nothing of these people's answers to the question is hidden. */
  readonly isWhole: (by: string, question: string) => boolean
}

/** The id of the row of those who told none of the groups; it is counted with and never shown. */
export const untold = '?'

/**
 * Hides every count below the threshold, zero included, and further ones, until each hidden count could, for all that is
 * shown, lie anywhere in an interval at least as wide as the threshold. That holds against totals, other breakdowns,
 * routes and what was published before. Which of the hidden counts are small is not told.
 */
export function suppress(sheet: Sheet): Shown {
  hideSmall(sheet)
  protectRows(sheet, [sheet.everybody])
  for (const rows of sheet.breakdowns) protectRows(sheet, rows)
  return shownOf(sheet)
}

/** Whether a cell has a count. */
export function isShown(cell: Cell): cell is Cell & { readonly count: number } {
  return 'count' in cell
}

/** Every row to start with: hidden is what is not published of it, and whatever of it is too small. */
function hideSmall(sheet: Sheet): void {
  for (const row of rowsOf(sheet))
    for (const [arc, one] of sheet.arcs.entries()) {
      if (!isPublished(sheet, row, one)) row.isHidden[arc] = true
      else if (isSmall(sheet, row, arc) || isTooNear(sheet, row, arc)) hide(sheet, row, arc)
    }
}

function rowsOf({ everybody, breakdowns }: Sheet): Row[] {
  return [everybody, ...breakdowns.flat()]
}

const groupKinds: readonly Arc['kind'][] = ['answered', 'line', 'choice']
const everybodyKinds: readonly Arc['kind'][] = [
  ...groupKinds,
  'respondents',
  'finished',
  'skipped',
  'stopped',
]

function isPublished({ everybody }: Sheet, row: Row, { kind }: Arc): boolean {
  return (row === everybody ? everybodyKinds : groupKinds).includes(kind)
}

/** Few who chose, and few who did not: both can be recognised. That nobody is left untold harms nobody. */
function isSmall(sheet: Sheet, { id, counts }: Row, arc: number): boolean {
  const { arcs, threshold } = sheet
  const { kind, question, most } = arcs[arc]!
  const answered = arcs.findIndex((one) => one.kind === 'answered' && one.question === question)
  if (id === untold && counts[answered] === 0) return false
  if (counts[arc]! < threshold) return true
  const choices = arcs.filter((one) => one.kind === 'choice' && one.question === question)
  const isEveryOneMade = most >= choices.length
  return kind === 'choice' && !isEveryOneMade && counts[answered]! - counts[arc]! < threshold
}

/** What was hidden stays hidden, and two publications must not differ by a few people. */
function isTooNear({ arcs, threshold, earlier }: Sheet, row: Row, arc: number): boolean {
  return earlier
    .map((told) => told(row, arcs[arc]!))
    .some((told) => told !== 'new' && (told === undefined || Math.abs(row.counts[arc]! - told) < threshold))
}

/** A hidden answer hides its lines; what is hidden of everybody is hidden of every group. */
function hide(sheet: Sheet, row: Row, arc: number): { row: Row; arc: number }[] {
  if (row.isHidden[arc] || !isPublished(sheet, row, sheet.arcs[arc]!)) return []
  row.isHidden[arc] = true
  const { kind } = sheet.arcs[arc]!
  const lines = kind === 'answered' ? linesBehind(sheet, arc) : []
  const groups = row === sheet.everybody ? sheet.breakdowns.flat() : []
  return [
    { row, arc },
    ...lines.flatMap((line) => hide(sheet, row, line)),
    ...groups.flatMap((group) => hide(sheet, group, arc)),
  ]
}

/** The arcs of a question stand together, the lines behind its answer. */
function linesBehind({ arcs }: Sheet, answered: number): number[] {
  const lines: number[] = []
  for (let arc = answered + 1; arcs[arc]?.question === arcs[answered]!.question; arc += 1)
    if (arcs[arc]!.kind === 'line' || arcs[arc]!.kind === 'choice') lines.push(arc)
  return lines
}

/** Hides what is cheapest until every hidden count of these rows is protected; hiding more never unprotects any. */
function protectRows(sheet: Sheet, rows: readonly Row[]): void {
  const waiting = rows
    .flatMap((row) =>
      [...sheet.arcs.keys()].filter((arc) => isSecret(sheet, row, arc)).map((arc) => ({ row, arc })),
    )
    .toSorted((a, b) => rankOf(sheet, a.arc) - rankOf(sheet, b.arc))
  const limitOf = limitsAside(sheet, rows)
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { row, arc } = next
    const partners =
      row === sheet.everybody ? [undefined] : [undefined, ...rows.filter((other) => other !== row)]
    const { width, cure } = tryExchanges({
      arcs: sheet.arcs,
      target: arc,
      row,
      partners,
      priceOf: (one, at) => priceOf(sheet, one, at),
      isLoose: (at) => row === sheet.everybody || sheet.everybody.isHidden[at]!,
      limitOf,
      enough: sheet.threshold,
    })
    if (width >= sheet.threshold) continue
    const hidden = cure
      ? cure.arcs.flatMap((at) => [row, cure.partner].flatMap((one) => (one ? hide(sheet, one, at) : [])))
      : hideAround(sheet, rows, row, arc)
    if (hidden.length > 0)
      waiting.push(
        next,
        ...hidden.filter((one) => rows.includes(one.row) && isSecret(sheet, one.row, one.arc)),
      )
  }
}

function isSecret(sheet: Sheet, row: Row, arc: number): boolean {
  return isPublished(sheet, row, sheet.arcs[arc]!) && row.isHidden[arc]!
}

function rankOf({ arcs }: Sheet, arc: number): number {
  return arcs[arc]!.kind === 'answered' ? 0 : 1
}

/** Hiding few and small counts is cheap; the rows of everybody are dear, and who answered at all the dearest. */
function priceOf(sheet: Sheet, row: Row, arc: number): number {
  const { kind } = sheet.arcs[arc]!
  if (row.isHidden[arc]) return 0
  if (row.id === untold) return 0.001
  const size = 1 + (3 * row.counts[arc]!) / (1 + sheet.everybody.counts[0]!)
  const own =
    kind === 'answered' ? linesBehind(sheet, arc).filter((line) => !row.isHidden[line]).length + size : size
  if (row !== sheet.everybody) return own
  if (kind === 'answered') return 500 + own
  if (kind === 'respondents') return 12
  return kind === 'line' || kind === 'choice'
    ? 4 + own + sheet.breakdowns.flat().filter((one) => !one.isHidden[arc]).length / 2
    : own
}

/** How many people of every other breakdown could give all of these at once. */
function limitsAside({ breakdowns }: Sheet, rows: readonly Row[]): (giving: readonly number[]) => number {
  const aside = breakdowns.filter((one) => one !== rows)
  return (giving) =>
    Math.min(
      ...aside.map((one) =>
        one.reduce((sum, { counts }) => sum + Math.min(...giving.map((arc) => counts[arc]!)), 0),
      ),
    )
}

/** Where no exchange helps: the whole answer, then the question in this breakdown, then the breakdown. */
function hideAround(sheet: Sheet, rows: readonly Row[], row: Row, arc: number): { row: Row; arc: number }[] {
  const { arcs } = sheet
  const answers = [...arcs.keys()].filter((at) => arcs[at]!.kind === 'answered')
  const ours = answers.filter((at) => arcs[at]!.question === arcs[arc]!.question)
  const hideAll = (some: readonly Row[], which: readonly number[]) =>
    some.flatMap((one) => which.flatMap((at) => hide(sheet, one, at)))
  for (const step of [
    () => hideAll([row], ours),
    () => hideAll(rows, ours),
    () => hideAll(rows, answers),
    () => hideAll(rows, [...arcs.keys()]),
  ]) {
    const hidden = step()
    if (hidden.length > 0) return hidden
  }
  return []
}

function shownOf(sheet: Sheet): Shown {
  const keyOf = (...parts: readonly string[]) => JSON.stringify(parts)
  const cells = new Map(
    rowsOf(sheet).flatMap((row) =>
      sheet.arcs.flatMap(({ kind, question, line }, arc): [string, Cell][] =>
        row.isHidden[arc]
          ? []
          : [[keyOf(row.by, row.id, kind, question, line), { count: row.counts[arc]! } as Cell]],
      ),
    ),
  )
  return {
    cell: (by, id, kind, question, line = '') => cells.get(keyOf(by, id, kind, question, line)) ?? kept,
    isWhole: (by, question) =>
      rowsOf(sheet)
        .filter((row) => row.by === by)
        .every((row) =>
          [...sheet.arcs.keys()].every(
            (arc) =>
              sheet.arcs[arc]!.question !== question ||
              !groupKinds.includes(sheet.arcs[arc]!.kind) ||
              !row.isHidden[arc],
          ),
        ),
  }
}
