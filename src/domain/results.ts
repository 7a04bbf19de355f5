/** What came of a consultation: from counts, which nobody sees, to tables that may be published. */
import type { Definition, Option, Question } from './consultation.ts'
import {
  figuresOf,
  spreadOf,
  type Count,
  type Counted,
  type Figure,
  type Grouping,
  type Quartiles,
} from './figure.ts'
import { groupsOf, type Group } from './group.ts'
import { linesOf } from './line.ts'
import type { Day, Localized } from './phrase.ts'
import { sheetOf } from './sheet.ts'
import { isShown, suppress, type Cell, type Shown } from './suppression.ts'

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

/**
 * The results that may be shown: every count in them went through `suppress`. `earlier` are those published before of the
 * same consultation, newest last. Where fewer people than the threshold came or went since, these stand as they are:
 * the difference would be about those few.
 */
export function publish(survey: Survey, tallies: Tallies, earlier: readonly Results[] = []): Results {
  const { id, title, opensOn, closesOn, outcomeDueOn, threshold } = survey.definition
  const last = earlier.at(-1)
  if (last && !isNews(last, tallies, threshold)) return last
  const groups = groupsOf(survey)
  const shown = suppress(sheetOf({ ...survey, threshold }, tallies, { groups, earlier }))
  const turnout = (kind: 'respondents' | 'finished') => shown.cell('all', '', kind, '')
  const questions = survey.questions.map((question) =>
    publishQuestion(question, { survey, tallies, shown, groups }),
  )
  const results = {
    respondents: turnout('respondents'),
    finished: turnout('finished'),
    questions,
  }
  return {
    consultation: id,
    title,
    opensOn,
    closesOn,
    outcomeDueOn,
    threshold,
    isSample: survey.isSample,
    ...results,
    hasHidden: hidesAny(results, groups.length),
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

/** As many took part at least: the largest number that is shown of those who answered a question or went to the end. */
export function leastRespondents({ respondents, finished, questions }: Results): number {
  const told = [respondents, finished, ...questions.map(({ answered }) => answered)]
  return Math.max(0, ...told.flatMap((cell) => (isShown(cell) ? [cell.count] : [])))
}

/** Whether any count that was shown moved by a group that may be told of; where none was, all is news. */
function isNews(last: Results, { respondents, bases }: Tallies, threshold: number): boolean {
  const moves = [
    { before: last.respondents, now: respondents },
    ...last.questions.map(({ id, answered }) => ({
      before: answered,
      now: bases.find(({ question, by }) => question === id && by === 'all')?.answered ?? 0,
    })),
  ]
  const told = moves.flatMap(({ before, now }) => (isShown(before) ? [Math.abs(now - before.count)] : []))
  return told.length === 0 || told.some((moved) => moved >= threshold)
}

interface Publication {
  readonly survey: Survey
  readonly tallies: Tallies
  readonly shown: Shown
  readonly groups: readonly Group[]
}

function publishQuestion(question: Question, publication: Publication): QuestionResult {
  const { survey, tallies, shown, groups } = publication
  const { id, kind, text } = question
  const cell = (of: 'answered' | 'skipped' | 'stopped') => shown.cell('all', '', of, id)
  const answered = cell('answered')
  const figures = isShown(answered) ? figuresIn(question, 'all', '', publication) : []
  const { threshold } = survey.definition
  const spread = spreadOf(question, figures, { answered, quartiles: tallies.quartiles.get(id), threshold })
  return {
    id,
    kind,
    text,
    answered,
    skipped: cell('skipped'),
    stopped: cell('stopped'),
    figures,
    ...spread,
    quotations: [],
    groups: groups.flatMap((group) => publishGroup(question, group, publication)),
  }
}

function publishGroup(question: Question, group: Group, publication: Publication): GroupResult[] {
  const answered = publication.shown.cell(group.by, group.id, 'answered', question.id)
  if (!isShown(answered)) return []
  return [{ ...group, answered, figures: figuresIn(question, group.by, group.id, publication) }]
}

function figuresIn(
  question: Question,
  by: Grouping | 'all',
  group: string,
  { survey, tallies, shown }: Publication,
): Figure[] {
  const isHere = (one: Counted) => one.question === question.id && one.by === by && one.group === group
  const counts = tallies.counts.filter(isHere)
  const isMany = ['several', 'ranking', 'pairwise'].includes(question.kind)
  return figuresOf(question, linesOf(question, survey.districts), {
    answered: tallies.bases.find(isHere)?.answered ?? 0,
    counts,
    cellOf: (line) => shown.cell(by, group, isMany ? 'choice' : 'line', question.id, line),
    isWhole: shown.isWhole(by, question.id) && isCompared(question, by, { survey, tallies }),
  })
}

/** Of pairs: whether enough people were for and against every option, in every group. */
function isCompared(
  question: Question,
  by: Grouping | 'all',
  { survey, tallies }: Pick<Publication, 'survey' | 'tallies'>,
): boolean {
  if (question.kind !== 'pairwise') return true
  const losses = tallies.counts.filter((one) => one.isLoss && one.question === question.id && one.by === by)
  const groups = new Set(
    tallies.bases.filter((one) => one.question === question.id && one.by === by).map(({ group }) => group),
  )
  return (
    losses.length === groups.size * question.options.length &&
    losses.every(({ people }) => people >= survey.definition.threshold)
  )
}

function hidesAny(
  { respondents, finished, questions }: Pick<Results, 'respondents' | 'finished' | 'questions'>,
  groups: number,
): boolean {
  return (
    ![respondents, finished].every(isShown) ||
    questions.some(
      (question) =>
        question.groups.length < groups ||
        ![question.answered, question.skipped, question.stopped].every(isShown) ||
        [question, ...question.groups].some(({ figures }) => figures.some(({ people }) => !isShown(people))),
    )
  )
}
