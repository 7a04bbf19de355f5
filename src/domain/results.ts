/** What came of a consultation: from counts, which nobody sees, to tables that may be published. */
import type { Definition, Option, Question } from './consultation.ts'
import { linesOf, type Line } from './line.ts'
import type { Day, Localized } from './phrase.ts'
import { isShown, kept, suppress, type Cell, type Row, type ShownRow } from './suppression.ts'

export const groupings = ['age_band', 'gender', 'district'] as const
export type Grouping = (typeof groupings)[number]

/** Whose answers were counted: everybody's, or those of one band, gender or district. */
interface Counted {
  readonly question: string
  readonly by: Grouping | 'all'
  /** Empty for everybody. */
  readonly group: string
}

/** How many came to a question, and what they did there. */
export interface Base extends Counted {
  readonly answered: number
  readonly skipped: number
  /** Came to it and never went on: the drop-off. */
  readonly stopped: number
}

/** How often one line was chosen; `isLoss` counts the pairs in which an option was not preferred. */
export interface Count extends Counted {
  readonly line: string
  readonly isLoss: boolean
  readonly people: number
  /** Above `people` where one person may choose a line more than once (pairs). */
  readonly times: number
  /** The sum of places, 1 being the first, for rankings. */
  readonly places: number
}

/** Everything that was counted, as it is. Small groups can be recognised in it: it goes into `publish` and nowhere else. */
export interface Tallies {
  readonly respondents: number
  readonly finished: number
  readonly bases: readonly Base[]
  readonly counts: readonly Count[]
  /** Lower quartile, median and upper quartile of questions that ask for a number. */
  readonly quartiles: ReadonlyMap<string, readonly [number, number, number]>
}

/** What the figures are about. */
export interface Survey {
  readonly definition: Definition
  /** The questions of every version that was answered. */
  readonly questions: readonly Question[]
  readonly districts: readonly Option[]
  /** Whether all of it is made up. */
  readonly isSample: boolean
}

/** One line of a published table. Whatever is absent rests on too few people. */
export interface Figure extends Line {
  readonly count: Cell
  /** Of those who answered; for pairs, of the comparisons. Two decimals, 0.25 being a quarter. */
  readonly share?: number
  /** Ranking: points per person who answered; the first place gives as many points as there are places. */
  readonly points?: number
}

export interface GroupResult {
  readonly by: Grouping
  readonly id: string
  readonly label: Localized
  readonly answered: Cell
  readonly figures: readonly Figure[]
}

export interface QuestionResult {
  readonly id: string
  readonly kind: Question['kind']
  readonly text: Localized
  readonly answered: Cell
  readonly skipped: Cell
  readonly stopped: Cell
  /** Empty when too few answered. */
  readonly figures: readonly Figure[]
  readonly mean?: number
  readonly median?: number
  readonly quartiles?: readonly [number, number]
  /** What people wrote and a moderator released, in no order. */
  readonly quotations: readonly string[]
  readonly groups: readonly GroupResult[]
}

/** What everybody may see. */
export interface Results {
  readonly consultation: string
  readonly title: Localized
  readonly opensOn: Day
  readonly closesOn: Day
  readonly outcomeDueOn: Day
  readonly threshold: number
  readonly isSample: boolean
  readonly respondents: Cell
  readonly finished: Cell
  readonly questions: readonly QuestionResult[]
  /** Whether anything at all is kept back. */
  readonly hasHidden: boolean
}

/** The results that may be shown: every count in them went through `suppress`. */
export function publish(survey: Survey, tallies: Tallies): Results {
  const { id, title, opensOn, closesOn, outcomeDueOn, threshold } = survey.definition
  const turnout = publishTurnout(tallies, threshold)
  const questions = survey.questions.map((question) => publishQuestion(question, survey, tallies))
  return {
    consultation: id,
    title,
    opensOn,
    closesOn,
    outcomeDueOn,
    threshold,
    isSample: survey.isSample,
    respondents: turnout.respondents,
    finished: turnout.finished,
    questions: questions.map(({ result }) => result),
    hasHidden: !turnout.isWhole || questions.some(({ isWhole }) => !isWhole),
  }
}

/** The same results with what moderators have released by now; only where the question itself is shown. */
export function withQuotations(results: Results, released: ReadonlyMap<string, readonly string[]>): Results {
  const questions = results.questions.map((question) => {
    const quotations = isShown(question.answered) ? (released.get(question.id) ?? []) : []
    return { ...question, quotations: quotations.toSorted((a, b) => a.localeCompare(b)) }
  })
  return { ...results, questions }
}

function publishTurnout({ respondents, finished }: Tallies, threshold: number) {
  const { rows, isWhole } = suppress({ rows: [{ id: 'all', people: respondents, cells: new Map([['finished', finished]]) }] }, threshold)
  return { respondents: rows[0]?.people ?? kept, finished: rows[0]?.cells.get('finished') ?? kept, isWhole }
}

function publishQuestion(question: Question, survey: Survey, tallies: Tallies) {
  const { threshold } = survey.definition
  const lines = linesOf(question, survey.districts)
  const counted = [everybody, ...groupsOf(survey)].map((group) => countedIn(group, question, tallies))
  const table = suppress({ rows: counted.map((one) => rowOf(one, question, lines)) }, threshold)
  const fate = publishFate(counted[0]!, threshold)
  const shown = counted.flatMap((one) => {
    const row = table.rows.find(({ id }) => id === one.id)
    return row ? [{ ...one.group, answered: row.people, figures: figuresOf(question, lines, row, one) }] : []
  })
  const figures = shown.find(({ by }) => by === 'all')?.figures ?? []
  const groups = shown.flatMap(({ by, ...group }) => (by === 'all' ? [] : [{ by, ...group }]))
  const spread = spreadOf(question, figures, tallies, fate.answered, threshold)
  const { id, kind, text } = question
  const result: QuestionResult = { id, kind, text, ...fate, figures, ...spread, quotations: [], groups }
  return { result, isWhole: table.isWhole && Object.values(fate).every(isShown) }
}

interface Group {
  readonly by: Grouping | 'all'
  readonly id: string
  readonly label: Localized
}

const everybody: Group = { by: 'all', id: '', label: {} }

/** Every group there could be, whether or not anybody is in it: which ones are missing must not tell who took part. */
function groupsOf({ definition, districts }: Survey): Group[] {
  const asked = (id: string) => definition.about.find((one) => one.id === id)
  const bands = asked('age_band')?.options ?? definition.ageBands
  return [
    ...bands.map(({ id, label }) => ({ by: 'age_band' as const, id, label })),
    ...(asked('gender')?.options ?? []).map(({ id, label }) => ({ by: 'gender' as const, id, label })),
    ...(asked('city_part') ? districts : []).map(({ id, label }) => ({ by: 'district' as const, id, label })),
  ]
}

interface CountedGroup {
  readonly id: string
  readonly group: Group
  readonly base: Base | undefined
  readonly counts: readonly Count[]
}

function countedIn(group: Group, question: Question, { bases, counts }: Tallies): CountedGroup {
  const isHere = (one: Counted) => one.question === question.id && one.by === group.by && one.group === group.id
  return { id: `${group.by}/${group.id}`, group, base: bases.find(isHere), counts: counts.filter(isHere) }
}

const lossOf = (line: string) => `${line}/lost`

function rowOf({ id, base, counts }: CountedGroup, { kind }: Question, lines: readonly Line[]): Row {
  const people = (line: string, isLoss: boolean) => counts.find((one) => one.line === line && one.isLoss === isLoss)?.people ?? 0
  const cells = lines.flatMap(({ id: line }): [string, number][] => [
    [line, people(line, false)],
    ...(kind === 'pairwise' ? [[lossOf(line), people(line, true)] as [string, number]] : []),
  ])
  return { id, people: base?.answered ?? 0, cells: new Map(cells) }
}

function publishFate({ base }: CountedGroup, threshold: number) {
  const { answered = 0, skipped = 0, stopped = 0 } = base ?? {}
  const { rows } = suppress({ rows: [{ id: 'all', people: answered, cells: new Map(Object.entries({ skipped, stopped })) }] }, threshold)
  const cells = rows[0]?.cells
  return { answered: rows[0]?.people ?? kept, skipped: cells?.get('skipped') ?? kept, stopped: cells?.get('stopped') ?? kept }
}

function figuresOf(question: Question, lines: readonly Line[], row: ShownRow, { base, counts }: CountedGroup): Figure[] {
  const answered = base?.answered ?? 0
  return lines.map(({ id, label }) => {
    const count = row.cells.get(id)!
    const chosen = counts.find((one) => one.line === id && !one.isLoss)
    if (!isShown(count) || !chosen) return { id, label, count }
    if (question.kind === 'pairwise') return { id, label, count, ...winsOf(chosen, row, counts) }
    const share = rounded(chosen.people / answered)
    if (question.kind !== 'ranking') return { id, label, count, share }
    return { id, label, count, share, points: rounded((chosen.times * (question.top + 1) - chosen.places) / answered) }
  })
}

/** Of all comparisons; not shown where so few lost or won that the share would tell who. */
function winsOf({ line, times }: Count, row: ShownRow, counts: readonly Count[]): { share?: number } {
  const lost = row.cells.get(lossOf(line))
  const losses = counts.find((one) => one.line === line && one.isLoss)?.times ?? 0
  return lost && isShown(lost) ? { share: rounded(times / (times + losses)) } : {}
}

/** A mean needs every step to be shown; a median two groups of people that may be shown, quartiles four. */
function spreadOf(question: Question, figures: readonly Figure[], { quartiles }: Tallies, answered: Cell, threshold: number) {
  const people = isShown(answered) ? answered.count : 0
  if (question.kind === 'scale') {
    const steps = figures.flatMap(({ id, count }) => (isShown(count) ? [Number(id) * count.count] : []))
    return steps.length === figures.length && people > 0 ? { mean: rounded(steps.reduce((sum, one) => sum + one, 0) / people) } : {}
  }
  const [lower, median, upper] = quartiles.get(question.id) ?? []
  if (lower === undefined || median === undefined || upper === undefined || people < 2 * threshold) return {}
  return { median, ...(people < 4 * threshold ? {} : { quartiles: [lower, upper] as const }) }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
