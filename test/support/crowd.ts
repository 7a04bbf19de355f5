/** A consultation with every kind of question, people who answer it at random, and their answers counted by hand. */
import fc from 'fast-check'
import {
  pathOf,
  type Answer,
  type Definition,
  type Option,
  type Question,
} from '../../src/domain/consultation.ts'
import { groupings, type Count } from '../../src/domain/figure.ts'
import { bandWidth } from '../../src/domain/line.ts'
import type { Base, Tallies } from '../../src/domain/results.ts'

/** One response: everything that is stored of a person. */
export interface Reply {
  readonly answers: ReadonlyMap<string, Answer>
  readonly isFinished: boolean
  readonly age_band: string | null
  readonly gender: string | null
  readonly district: string | null
}

const text = (pl: string) => ({ pl, en: `${pl} (en)`, uk: `${pl} (uk)` })
const options = (...ids: string[]): Option[] => ids.map((id) => ({ id, label: text(id) }))

export const districts = options('d1', 'd2', 'd3')

const base = (id: string, routes: Question['routes'] = []) => ({ id, text: text(`${id}?`), routes })

/** All eight kinds; the first answer decides whether two questions are skipped, and a low step jumps to the end. */
export const questions: readonly Question[] = [
  {
    ...base('one', [{ when: { is: 'any', options: ['b'] }, goto: 'rate' }]),
    kind: 'single',
    options: options('a', 'b', 'c'),
  },
  { ...base('some'), kind: 'several', options: options('p', 'q', 'r', 's'), max: 3 },
  { ...base('words'), kind: 'text', maxChars: 100 },
  {
    ...base('rate', [
      { when: { is: 'atMost', value: 1 }, goto: 'end' },
      { when: { is: 'atLeast', value: 5 }, goto: 'where' },
      { when: { is: 'always' }, goto: 'minutes' },
    ]),
    kind: 'scale',
    from: 1,
    to: 5,
    low: text('wcale'),
    high: text('bardzo'),
  },
  { ...base('minutes'), kind: 'number', min: 0, max: 120, unit: text('min') },
  { ...base('order'), kind: 'ranking', options: options('x', 'y', 'z'), top: 3 },
  { ...base('pairs'), kind: 'pairwise', options: options('k', 'l', 'm'), rounds: 2 },
  { ...base('where'), kind: 'district' },
]

export const definition: Definition = {
  id: 'crowd',
  tag: 'c0ffee',
  title: text('Tłum'),
  purpose: text('Po co'),
  canChange: text('Co się zmieni'),
  cannotChange: text('Co się nie zmieni'),
  decisionOwner: 'zdt',
  outcomeDueOn: '2026-12-01',
  linkedMeasures: [],
  linkedIndicators: [],
  audience: { from: 10, to: 26 },
  opensOn: '2026-09-01',
  closesOn: '2026-09-30',
  isHighRisk: false,
  places: ['web'],
  helpCard: [],
  threshold: 10,
  languages: ['pl', 'en', 'uk'],
  ageBands: options('u13', 'a13_15'),
  questions,
  about: [
    { id: 'age_band', text: text('Wiek?'), options: options('b10_12', 'b13_15', 'b_na') },
    { id: 'gender', text: text('Płeć?'), options: options('girl', 'boy', 'na') },
    { id: 'city_part', text: text('Gdzie?') },
  ],
  texts: {},
}

/** Any answer the question allows, or a skip. */
export function answerTo(question: Question): fc.Arbitrary<Answer> {
  const ids = 'options' in question ? question.options.map(({ id }) => id) : districts.map(({ id }) => id)
  const chosen = (maxLength: number) =>
    fc.shuffledSubarray(ids, { minLength: 1, maxLength }).map((list): Answer => ({ options: list }))
  const pair = fc
    .shuffledSubarray(ids, { minLength: 2, maxLength: 2 })
    .map(([won, lost]) => [won!, lost!] as const)
  const answers: Record<Question['kind'], () => fc.Arbitrary<Answer>> = {
    single: () => chosen(1),
    district: () => chosen(1),
    several: () => chosen(3),
    ranking: () => chosen(3),
    scale: () => fc.integer({ min: 1, max: 5 }).map((number) => ({ number })),
    number: () => fc.integer({ min: 0, max: 120 }).map((number) => ({ number })),
    text: () => fc.string({ minLength: 1 }).map((written) => ({ text: written })),
    pairwise: () => fc.array(pair, { minLength: 1, maxLength: 2 }).map((pairs) => ({ pairs })),
  }
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 8, arbitrary: answers[question.kind]() },
  )
}

/** Any response: answers to any of the questions, also to some that are not on the person's path (they went back). */
export const anyReply: fc.Arbitrary<Reply> = fc.record({
  answers: fc
    .tuple(...questions.map((question) => fc.option(answerTo(question), { nil: undefined, freq: 5 })))
    .map(
      (answers) =>
        new Map(
          questions.flatMap(({ id }, index): [string, Answer][] =>
            answers[index] === undefined ? [] : [[id, answers[index]]],
          ),
        ),
    ),
  isFinished: fc.boolean(),
  age_band: fc.constantFrom(null, '', 'b10_12', 'b13_15', 'b13_15', 'b_na'),
  gender: fc.constantFrom(null, 'girl', 'boy', 'boy', 'na'),
  district: fc.constantFrom(null, 'd1', 'd1', 'd2', 'd3'),
})

/** Between nobody and enough people for some groups to be shown and others not. */
export const anyCrowd = fc.array(anyReply, { maxLength: 90, size: 'max' })

/** Counts one person after the other along the path of the domain. */
export function countByHand(asked: readonly Question[], crowd: readonly Reply[]): Tallies {
  const bases = new Map<string, Base>()
  const counts = new Map<string, Count>()
  const numbers = new Map<string, number[]>()
  const replied = crowd.filter(({ answers }) => pathOf(asked, answers).some(({ id }) => answers.has(id)))
  for (const reply of crowd) {
    for (const question of pathOf(asked, reply.answers)) {
      const answer = reply.answers.get(question.id)
      if (answer && 'number' in answer)
        numbers.set(question.id, [...(numbers.get(question.id) ?? []), answer.number])
      for (const place of placesOf(reply)) {
        addBase(bases, { question: question.id, ...place }, answer)
        for (const line of chosenIn(question, answer ?? null))
          addCount(counts, { question: question.id, ...place }, line)
      }
    }
  }
  const finished = replied.filter(({ isFinished }) => isFinished).length
  const quartiles = new Map(
    [...numbers].map(([id, values]) => [
      id,
      [0.25, 0.5, 0.75].map((part) => quantile(values, part)) as [number, number, number],
    ]),
  )
  return {
    respondents: replied.length,
    finished,
    bases: [...bases.values()],
    counts: [...counts.values()],
    quartiles,
  }
}

type Place = Pick<Base, 'by' | 'group'>

function placesOf(reply: Reply): Place[] {
  const own = groupings.flatMap((by): Place[] => (reply[by] === null ? [] : [{ by, group: reply[by] }]))
  return [{ by: 'all', group: '' }, ...own]
}

function addBase(
  bases: Map<string, Base>,
  where: Place & { question: string },
  answer: Answer | undefined,
): void {
  const key = JSON.stringify(where)
  const known = bases.get(key) ?? { ...where, answered: 0, skipped: 0, stopped: 0 }
  const fate = answer === undefined ? 'stopped' : answer === null ? 'skipped' : 'answered'
  bases.set(key, { ...known, [fate]: known[fate] + 1 })
}

interface Chosen {
  readonly line: string
  readonly isLoss: boolean
  readonly times: number
  readonly place: number
}

function chosenIn(question: Question, answer: Answer): Chosen[] {
  if (answer === null || 'text' in answer) return []
  if ('options' in answer)
    return answer.options.map((line, index) => ({ line, isLoss: false, times: 1, place: index + 1 }))
  if ('number' in answer) {
    const line =
      question.kind === 'number'
        ? Math.floor((answer.number - question.min) / bandWidth(question))
        : answer.number
    return [{ line: String(line), isLoss: false, times: 1, place: 0 }]
  }
  const sides = answer.pairs.flatMap(([won, lost]) => [
    { line: won, isLoss: false },
    { line: lost, isLoss: true },
  ])
  const keys = new Set(sides.map((side) => JSON.stringify(side)))
  return [...keys].map((key) => ({
    ...(JSON.parse(key) as { line: string; isLoss: boolean }),
    times: sides.filter((side) => JSON.stringify(side) === key).length,
    place: 0,
  }))
}

function addCount(
  counts: Map<string, Count>,
  where: Place & { question: string },
  { line, isLoss, times, place }: Chosen,
): void {
  const key = JSON.stringify([where, line, isLoss])
  const count = counts.get(key) ?? { ...where, line, isLoss, people: 0, times: 0, places: 0 }
  counts.set(key, {
    ...count,
    people: count.people + 1,
    times: count.times + times,
    places: count.places + place,
  })
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = part * (sorted.length - 1)
  const below = sorted[Math.floor(at)]!
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at))
}

/** So many people who all said the same. */
export function people(count: number, answers: Record<string, Answer>, more: Partial<Reply> = {}): Reply[] {
  const reply: Reply = {
    answers: new Map(Object.entries(answers)),
    isFinished: true,
    age_band: null,
    gender: null,
    district: null,
    ...more,
  }
  return Array.from({ length: count }, () => reply)
}
