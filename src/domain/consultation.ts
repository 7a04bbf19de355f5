/** Questions put to an audience between two days: their shape, their order, and when they may be opened. */
import type { ChannelName } from './message.ts'
import type { Day, Locale, Localized } from './phrase.ts'

export interface Option {
  readonly id: string
  readonly label: Localized
  /** Choosing it drops every other option of a `several` question ("nothing bothers me"). */
  readonly isExclusive?: boolean
}

/** Where to go after an answer; the first route that matches wins, no match means the next question. */
export interface Route {
  readonly when:
    | { readonly is: 'any'; readonly options: readonly string[] }
    | { readonly is: 'atMost' | 'atLeast'; readonly value: number }
    | { readonly is: 'always' }
  /** A later question's id, or `end`. */
  readonly goto: string
}

interface Asked {
  readonly id: string
  readonly text: Localized
  readonly hint?: Localized
  readonly routes: readonly Route[]
}

export type Question = Asked &
  (
    | { readonly kind: 'single'; readonly options: readonly Option[] }
    | { readonly kind: 'several'; readonly options: readonly Option[]; readonly max: number }
    | {
        readonly kind: 'scale'
        readonly from: number
        readonly to: number
        readonly low: Localized
        readonly high: Localized
      }
    | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit?: Localized }
    | { readonly kind: 'text'; readonly maxChars: number }
    | { readonly kind: 'ranking'; readonly options: readonly Option[]; readonly top: number }
    | { readonly kind: 'pairwise'; readonly options: readonly Option[]; readonly rounds: number }
    | { readonly kind: 'district' }
  )
export type QuestionKind = Question['kind']

/** What is asked about the person, last, and kept only as a band. */
export interface AboutQuestion {
  readonly id: 'age_band' | 'gender' | 'city_part'
  readonly text: Localized
  /** Absent for `city_part`, whose options are the city's districts. */
  readonly options?: readonly Option[]
}

/** Where a consultation may be answered; `school` is the web chat opened by a class code. */
export type Place = Exclude<ChannelName, 'terminal'> | 'school'

/** Sentences a city may word itself; whatever is absent comes from `locales/`. */
export type TextName =
  | 'welcome'
  | 'assent'
  | 'agree'
  | 'decline'
  | 'age'
  | 'ageRefusal'
  | 'textHint'
  | 'thanks'
  | 'followUp'

/** One version of a consultation, whole and immutable, as it is stored. */
export interface Definition {
  readonly id: string
  /** Six hex digits that stand for the consultation in button ids. */
  readonly tag: string
  readonly title: Localized
  readonly purpose: Localized
  readonly canChange: Localized
  readonly cannotChange: Localized
  readonly introExtra?: Localized
  /** The entity that decides, and the day it has to say what it decided. */
  readonly decisionOwner: string
  readonly outcomeDueOn: Day
  readonly linkedMeasures: readonly string[]
  readonly linkedIndicators: readonly string[]
  readonly audience: { readonly from: number; readonly to: number }
  /** First and last day on which it can be answered. */
  readonly opensOn: Day
  readonly closesOn: Day
  readonly isHighRisk: boolean
  readonly places: readonly Place[]
  readonly helpCard: readonly ('start' | 'end')[]
  /** No group smaller than this is ever shown. */
  readonly threshold: number
  readonly languages: readonly Locale[]
  readonly ageBands: readonly Option[]
  readonly questions: readonly Question[]
  readonly about: readonly AboutQuestion[]
  readonly texts: Readonly<Partial<Record<TextName, Localized>>>
}

export type Status = 'draft' | 'open' | 'closed' | 'archived'

/** One reply to one question; `null` is a question that was skipped. */
export type Answer =
  | { readonly options: readonly string[] }
  | { readonly number: number }
  | { readonly text: string }
  | { readonly pairs: readonly (readonly [winner: string, loser: string])[] }
  | null
export type Answers = ReadonlyMap<string, Answer>

/** The questions a person with these answers goes through, up to and with the first one not answered. */
export function pathOf(questions: readonly Question[], answers: Answers): Question[] {
  const path: Question[] = []
  for (
    let at: Question | undefined = questions[0];
    at;
    at = questionAfter(questions, at, answers.get(at.id) ?? null)
  ) {
    path.push(at)
    if (!answers.has(at.id)) break
  }
  return path
}

/** The question that follows `question` when it is answered so; undefined at the end. Routes only lead forward. */
export function questionAfter(
  questions: readonly Question[],
  question: Question,
  answer: Answer,
): Question | undefined {
  const route = question.routes.find(({ when }) => matches(when, answer))
  if (route?.goto === 'end') return undefined
  const here = questions.indexOf(question)
  return questions.find((one, index) => index > here && (!route || one.id === route.goto))
}

/** How many questions can still come after `question`, by the longest way. */
export function mostLeftAfter(questions: readonly Question[], question: Question): number {
  const left: number[] = []
  for (const [here, { id, routes }] of [...questions.entries()].toReversed()) {
    const targets = routes.map(({ goto }) => questions.findIndex((one) => one.id === goto))
    const isAlwaysRouted = routes.some(({ when }) => when.is === 'always')
    const nexts = [...targets, ...(isAlwaysRouted ? [] : [here + 1])].filter(
      (index) => index > here && index < questions.length,
    )
    left[here] = Math.max(0, ...nexts.map((index) => 1 + (left[index] ?? 0)))
    if (id === question.id) break
  }
  return left[questions.indexOf(question)] ?? 0
}

/** Whether a consultation with these places can be answered in this channel; a school answers in the web chat. */
export function isHere(places: readonly Place[], channel: ChannelName): boolean {
  return (
    channel === 'terminal' || places.includes(channel) || (channel === 'web' && places.includes('school'))
  )
}

/** Whether every question on the person's path was answered or skipped. */
export function isComplete(questions: readonly Question[], answers: Answers): boolean {
  const last = pathOf(questions, answers).at(-1)
  return !last || answers.has(last.id)
}

function matches(when: Route['when'], answer: Answer): boolean {
  if (when.is === 'always') return true
  if (answer === null) return false
  if (when.is === 'any') return 'options' in answer && when.options.some((id) => answer.options.includes(id))
  if (!('number' in answer)) return false
  return when.is === 'atMost' ? answer.number <= when.value : answer.number >= when.value
}
