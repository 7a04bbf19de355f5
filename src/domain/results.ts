/** What came of a consultation: from counts, which nobody sees, to tables that may be published. */
import type { Definition, Option, Question } from './consultation.ts'
import {
  cellsOf,
  figuresOf,
  spreadOf,
  type Count,
  type Counted,
  type Figure,
  type Grouping,
  type Quartiles,
} from './figure.ts'
import { linesOf } from './line.ts'
import type { Day, Localized } from './phrase.ts'
import { isShown, kept, suppress, type Cell } from './suppression.ts'

/** How many came to a question, and what they did there. */
export interface Base extends Counted {
  readonly answered: number
  readonly skipped: number
  /** Came to it and never went on: the drop-off. */
  readonly stopped: number
}

/** Everything that was counted, as it is. Small groups can be recognised in it: it goes into `publish` and nowhere else. */
export interface Tallies {
  readonly respondents: number
  readonly finished: number
  readonly bases: readonly Base[]
  readonly counts: readonly Count[]
  /** Of the questions that ask for a number. */
  readonly quartiles: ReadonlyMap<string, Quartiles>
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
  /** What people wrote and a moderator released, each wording once, in no order of arrival. */
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
    return { ...question, quotations: [...new Set(quotations)].toSorted((a, b) => a.localeCompare(b)) }
  })
  return { ...results, questions }
}

function publishTurnout({ respondents, finished }: Tallies, threshold: number) {
  const { rows, isWhole } = suppress(
    { rows: [{ id: 'all', people: respondents, cells: new Map([['finished', finished]]) }] },
    threshold,
  )
  return { respondents: rows[0]?.people ?? kept, finished: rows[0]?.cells.get('finished') ?? kept, isWhole }
}

function publishQuestion(question: Question, survey: Survey, tallies: Tallies) {
  const { threshold } = survey.definition
  const counted = [everybody, ...groupsOf(survey)].map((group) => countedIn(group, question, tallies))
  const { shown, isWhole } = publishGroups(question, counted, survey)
  const fate = publishFate(counted[0]!, threshold)
  const figures = shown.find(({ by }) => by === 'all')?.figures ?? []
  const groups = shown.flatMap(({ by, ...group }) => (by === 'all' ? [] : [{ by, ...group }]))
  const spread = spreadOf(question, figures, {
    answered: fate.answered,
    quartiles: tallies.quartiles.get(question.id),
    threshold,
  })
  const { id, kind, text } = question
  const result: QuestionResult = { id, kind, text, ...fate, figures, ...spread, quotations: [], groups }
  return { result, isWhole: isWhole && Object.values(fate).every(isShown) }
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
  readonly answered: number
  readonly skipped: number
  readonly stopped: number
  readonly counts: readonly Count[]
}

function countedIn(group: Group, question: Question, { bases, counts }: Tallies): CountedGroup {
  const isHere = (one: Counted) =>
    one.question === question.id && one.by === group.by && one.group === group.id
  const { answered = 0, skipped = 0, stopped = 0 } = bases.find(isHere) ?? {}
  return { id: `${group.by}/${group.id}`, group, answered, skipped, stopped, counts: counts.filter(isHere) }
}

/** Everybody and every group in one table, so that what one row gives away of another can be seen. */
function publishGroups(
  question: Question,
  counted: readonly CountedGroup[],
  { definition, districts }: Survey,
) {
  const lines = linesOf(question, districts)
  const rows = counted.map(({ id, answered, counts }) => ({
    id,
    people: answered,
    cells: cellsOf(question, lines, counts),
  }))
  const table = suppress({ rows }, definition.threshold)
  const shown = counted.flatMap(({ id, group, answered, counts }) => {
    const row = table.rows.find((one) => one.id === id)
    if (!row) return []
    return [
      { ...group, answered: row.people, figures: figuresOf(question, lines, { row, answered, counts }) },
    ]
  })
  return { shown, isWhole: table.isWhole }
}

function publishFate({ answered, skipped, stopped }: CountedGroup, threshold: number) {
  const row = { id: 'all', people: answered, cells: new Map(Object.entries({ skipped, stopped })) }
  const [shown] = suppress({ rows: [row] }, threshold).rows
  return {
    answered: shown?.people ?? kept,
    skipped: shown?.cells.get('skipped') ?? kept,
    stopped: shown?.cells.get('stopped') ?? kept,
  }
}
