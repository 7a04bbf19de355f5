/** Who took part beside who lives in the city: made of published results and a public table, and of nothing else. */
import { rangeOf } from './audience.ts'
import { groupings, type Grouping } from './figure.ts'
import { groupsOf, isPreferNot, type Group } from './group.ts'
import type { Localized } from './phrase.ts'
import type { Known, Population } from './population.ts'
import type { QuestionResult, Results } from './results.ts'
import { isShown, kept, type Cell } from './suppression.ts'
import { weightQuestion, type Weighting } from './weighted-share.ts'

/** A group of the city beside those of it who answered. */
export interface ComparedGroup {
  readonly id: string
  readonly label: Localized
  readonly answered: Cell
  /** Young people of the group who live in the city. */
  readonly residents: number
  /** Of those who answered, in the groups that are shown; three decimals. Absent where the group is hidden, like the next two. */
  readonly share?: number
  /** Of the young people of the same groups; three decimals. */
  readonly residentShare?: number
  /** `fewer` below four fifths of what the city has, `more` above five quarters. */
  readonly standing?: 'fewer' | 'alike' | 'more'
}

export interface ComparedBreakdown {
  readonly by: Grouping
  /** Those who answered this question are counted: of all questions it shows the most groups. */
  readonly question: string
  readonly groups: readonly ComparedGroup[]
}

/** Why a breakdown is not compared: the table does not have its groups, or fewer than two of them are shown. */
export interface Absence {
  readonly by: Grouping
  readonly why: 'not-in-table' | 'hidden'
}

export interface Comparison {
  readonly population: Pick<Population, 'source' | 'year' | 'isSample'>
  readonly breakdowns: readonly ComparedBreakdown[]
  readonly absences: readonly Absence[]
  /** Of the questions that can be weighted. */
  readonly weightings: readonly Weighting[]
}

/** The groups of a consultation that the city has too: without "prefer not to say", and without ages it does not speak to. */
export function comparableGroups(survey: Parameters<typeof groupsOf>[0]): Group[] {
  const { from, to } = survey.definition.audience
  const isSpokenTo = ({ by, id }: Group) => {
    const ages = by === 'age_band' ? rangeOf(id) : undefined
    return !ages || (ages.from <= to && ages.to >= from)
  }
  return groupsOf(survey).filter((group) => !isPreferNot(group.id) && isSpokenTo(group))
}

/**
 * Compares published results with the population. `groups` are those of `comparableGroups`.
 * It is handed no count that is not shown, so nothing in it tells of one.
 */
export function compare(results: Results, groups: readonly Group[], population: Population): Comparison {
  const asked = groupings.flatMap((by) => {
    const some = groups.filter((group) => group.by === by)
    return some.length > 0 ? [{ by, known: knownOf(some, population) }] : []
  })
  const whole = asked.flatMap(({ by, known }) => (known ? [{ by, known }] : []))
  const compared = whole.map(({ by, known }) => ({ by, breakdown: compareBy(by, known, results.questions) }))
  const { source, year, isSample } = population
  return {
    population: { source, year, isSample },
    breakdowns: compared.flatMap(({ breakdown }) => (breakdown ? [breakdown] : [])),
    absences: [
      ...asked.flatMap(({ by, known }) => (known ? [] : [{ by, why: 'not-in-table' as const }])),
      ...compared.flatMap(({ by, breakdown }) => (breakdown ? [] : [{ by, why: 'hidden' as const }])),
    ],
    weightings: results.questions.flatMap((question) => weightQuestion(question, whole)),
  }
}

/** Of what the shares are: `all` groups, or only those that are `shown` because others are hidden. */
export function wholeOf({ groups }: ComparedBreakdown): 'all' | 'shown' {
  return groups.every(({ answered }) => isShown(answered)) ? 'all' : 'shown'
}

/** The groups of which there are clearly fewer than in the city, the largest gap first. */
export function missingOf({ groups }: ComparedBreakdown): ComparedGroup[] {
  const gap = ({ share = 0, residentShare = 0 }: ComparedGroup) => residentShare - share
  return groups.filter(({ standing }) => standing === 'fewer').toSorted((a, b) => gap(b) - gap(a))
}

/** All of them with their residents; undefined when the table lacks one. */
function knownOf(groups: readonly Group[], population: Population): Known[] | undefined {
  const known = groups.flatMap((group) => {
    const found = population.groups.find(({ by, id }) => by === group.by && id === group.id)
    return found ? [{ ...group, residents: found.people }] : []
  })
  return known.length === groups.length ? known : undefined
}

function compareBy(
  by: Grouping,
  known: readonly Known[],
  questions: readonly QuestionResult[],
): ComparedBreakdown | undefined {
  const [best] = questions
    .map((question) => {
      const cells = known.map((group) => answeredIn(question, group))
      const shown = cells.flatMap((cell) => (isShown(cell) ? [cell.count] : []))
      return { id: question.id, cells, shown: shown.length, people: sum(shown) }
    })
    .toSorted((one, other) => other.shown - one.shown || other.people - one.people)
  if (!best || best.shown < 2) return undefined
  const residents = sum(known.map((group, index) => (isShown(best.cells[index]!) ? group.residents : 0)))
  return {
    by,
    question: best.id,
    groups: known.map((group, index) =>
      compareGroup(group, best.cells[index]!, { answered: best.people, residents }),
    ),
  }
}

/** `whole`: all of the groups that are shown. */
function compareGroup(
  { id, label, residents }: Known,
  answered: Cell,
  whole: { readonly answered: number; readonly residents: number },
): ComparedGroup {
  if (!isShown(answered)) return { id, label, answered, residents }
  const share = answered.count / whole.answered
  const residentShare = residents / whole.residents
  const part = share / residentShare
  const standing = part < 0.8 ? 'fewer' : part > 1.25 ? 'more' : 'alike'
  return {
    id,
    label,
    answered,
    residents,
    share: rounded(share),
    residentShare: rounded(residentShare),
    standing,
  }
}

function answeredIn({ groups }: QuestionResult, { by, id }: Group): Cell {
  return groups.find((group) => group.by === by && group.id === id)?.answered ?? kept
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
