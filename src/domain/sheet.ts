/** The sheet of a publication: every count of a consultation in its place, beside what was published before. */
import type { Option, Question } from './consultation.ts'
import { groupings, type Count, type Counted, type Grouping } from './figure.ts'
import type { Row } from './exchange.ts'
import { passageOf, type Arc } from './passage.ts'
import type { Base, Results, Tallies } from './results.ts'
import { isShown, untold, type Cell, type Sheet } from './suppression.ts'

/** A group there could be. */
export interface Group {
  readonly by: Grouping
  readonly id: string
}

/** All counts, to be handed to `suppress`; `groups` are those that are published. */
export function sheetOf(
  asked: {
    readonly questions: readonly Question[]
    readonly districts: readonly Option[]
    readonly threshold: number
  },
  tallies: Tallies,
  { groups, earlier }: { groups: readonly Group[]; earlier: readonly Results[] },
): Sheet {
  const arcs = passageOf(asked.questions, asked.districts)
  const look = looksInto(tallies)
  const everybody = { by: 'all', id: '', counts: countsOf(arcs, tallies, look, 'all', ''), isHidden: [] }
  const breakdowns = groupings.flatMap((by) => {
    const rows = groups
      .filter((group) => group.by === by)
      .map(({ id }): Row => ({ by, id, counts: countsOf(arcs, tallies, look, by, id), isHidden: [] }))
    return rows.length > 0 ? [[...rows, restOf(everybody, rows, by)]] : []
  })
  return {
    arcs,
    everybody,
    breakdowns,
    threshold: asked.threshold,
    earlier: earlier.map((one) => (row, arc) => earlierCount(one, row, arc)),
  }
}

interface Look {
  readonly base: (counted: Counted) => Base | undefined
  readonly count: (counted: Counted, line: string) => Count | undefined
}

function looksInto({ bases, counts }: Tallies): Look {
  const keyOf = ({ question, by, group }: Counted, line = '') => JSON.stringify([question, by, group, line])
  const byBase = new Map(bases.map((one) => [keyOf(one), one]))
  const byLine = new Map(counts.filter(({ isLoss }) => !isLoss).map((one) => [keyOf(one, one.line), one]))
  return {
    base: (counted) => byBase.get(keyOf(counted)),
    count: (counted, line) => byLine.get(keyOf(counted, line)),
  }
}

function countsOf(
  arcs: readonly Arc[],
  { respondents, finished }: Tallies,
  look: Look,
  by: Counted['by'],
  group: string,
): number[] {
  const counts = arcs.map(({ kind, question, line }): number => {
    const base = look.base({ question, by, group })
    const people = look.count({ question, by, group }, line)?.people ?? 0
    if (kind === 'answered' || kind === 'skipped' || kind === 'stopped') return base?.[kind] ?? 0
    if (kind === 'onward') return base?.answered ?? 0
    return kind === 'without' ? (base?.answered ?? 0) - people : people
  })
  const arriving = (node: number) =>
    arcs.reduce(
      (sum, { to, kind }, arc) =>
        to === node && kind !== 'choice' && kind !== 'without' ? sum + counts[arc]! : sum,
      0,
    )
  const taking = arcs.reduce(
    (sum, { kind, from }, arc) =>
      (kind === 'answered' || kind === 'skipped') && from === arcs[0]!.to ? sum + counts[arc]! : sum,
    0,
  )
  // Which groups finished is told nobody: as many as arrived at the end may have.
  const ended = arriving(arcs[1]!.from)
  const turnout =
    by === 'all' ? [respondents, finished, Math.max(0, ended - finished)] : [taking, ended, ended]
  return [...turnout, ...counts.slice(turnout.length)]
}

/** Those who told none of the groups can be had by subtraction, so they are counted like a group. */
function restOf(everybody: Row, rows: readonly Row[], by: Grouping): Row {
  const counts = everybody.counts.map((count, arc) =>
    Math.max(0, count - rows.reduce((sum, row) => sum + row.counts[arc]!, 0)),
  )
  return { by, id: untold, counts, isHidden: [] }
}

function earlierCount(earlier: Results, row: Row, arc: Arc): number | undefined | 'new' {
  if (arc.question === '')
    return arc.kind === 'respondents' || arc.kind === 'finished' ? countIn(earlier[arc.kind]) : 'new'
  const question = earlier.questions.find(({ id }) => id === arc.question)
  if (!question) return 'new'
  if (row.id === untold) return earlierRest(question, row, arc)
  const where =
    row.by === 'all' ? question : question.groups.find(({ by, id }) => by === row.by && id === row.id)
  if (!where) return undefined
  if (arc.kind === 'answered') return countIn(where.answered)
  if (arc.kind === 'skipped' || arc.kind === 'stopped') return countIn(question[arc.kind])
  if (where.figures.length === 0) return undefined
  const figure = where.figures.find(({ id }) => id === arc.line)
  return figure ? countIn(figure.people) : 'new'
}

/** What could be subtracted from the earlier publication, if all of it was shown. */
function earlierRest(question: Results['questions'][number], { by }: Row, arc: Arc): number | 'new' {
  const cellIn = (where: { answered: Cell; figures: readonly { id: string; people: Cell }[] }) =>
    arc.kind === 'answered' ? where.answered : where.figures.find(({ id }) => id === arc.line)?.people
  const counts = [question, ...question.groups.filter((group) => group.by === by)].map((where) => {
    const cell = cellIn(where)
    return cell && isShown(cell) ? cell.count : undefined
  })
  if (counts.length === 1 || counts.includes(undefined)) return 'new'
  return counts.slice(1).reduce<number>((rest, count) => rest - count!, counts[0]!)
}

function countIn(cell: Cell): number | undefined {
  return isShown(cell) ? cell.count : undefined
}
