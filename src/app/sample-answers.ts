/** Made-up people who answer a consultation: a walk over its questions that is the same every time. */
import { rangeOf } from '../domain/audience.ts'
import {
  questionAfter,
  type Answer,
  type Definition,
  type Option,
  type Question,
} from '../domain/consultation.ts'
import { locales } from '../domain/phrase.ts'
import { pairsOf } from '../domain/question.ts'
import { addDays, dateOf } from '../runtime/clock.ts'
import type { LooseResponse } from '../store/sample.ts'

/** How likely a made-up person passes over a question, or walks away at one. */
const skipping = 0.06
const leaving = 0.025
const writing = 0.3

/** Places that are nowhere: nobody may be led to think that somebody lives there. */
const sentences = [
  'Skrzyżowanie ulicy Zmyślonej i Przykładowej',
  'Przejście przy placu Wymyślonym, tam nie widać aut',
  'Ulica Nieistniejąca, przy przystanku jest ciemno',
  'Aleja Próbna: chodnik jest za wąski',
  'Rondo Bajkowe, samochody jadą za szybko',
  'Ulica Papierowa przy Szkole Przykładowej',
]

/** `count` people who answer `definition` between its first and its last day. The same call makes the same people. */
export function sampleResponses(
  definition: Definition,
  districts: readonly Option[],
  count: number,
): LooseResponse[] {
  const random = randomFrom(count)
  return Array.from({ length: count }, (_, index) => samplePerson(definition, districts, index, random))
}

function samplePerson(
  definition: Definition,
  districts: readonly Option[],
  index: number,
  random: Random,
): LooseResponse {
  const { opensOn, closesOn, about, audience, questions, places } = definition
  const days = (dateOf(closesOn).getTime() - dateOf(opensOn).getTime()) / 86_400_000
  const asked = (id: string) => about.find((one) => one.id === id)
  const bands = (asked('age_band')?.options ?? []).filter(({ id }) => {
    const range = rangeOf(id)
    return !range || (range.from <= audience.to && range.to >= audience.from)
  })
  const answers = walk(questions, index, random, districts)
  const isFinished = answers.at(-1)?.isLast ?? false
  const said = (options: readonly Option[]) => (isFinished ? (pick(options, random)?.id ?? null) : null)
  return {
    answers: new Map(answers.map(({ question, answer }) => [question, answer])),
    isFinished,
    answeredOn: addDays(opensOn, Math.floor(random() * (days + 1))),
    locale: random() < 0.85 ? 'pl' : locales[Math.floor(random() * locales.length)]!,
    channel:
      pick(
        places.filter((place) => place !== 'school').map((id) => ({ id })),
        random,
      )?.id ?? 'web',
    ageBand: said(bands),
    gender: said(asked('gender')?.options ?? []),
    district: asked('city_part') ? said(districts) : null,
  }
}

function walk(questions: readonly Question[], index: number, random: Random, districts: readonly Option[]) {
  const steps: { question: string; answer: Answer; isLast: boolean }[] = []
  for (let at = questions[0]; at && (steps.length === 0 || random() >= leaving);) {
    const answer = random() < skipping ? null : answerTo(at, index, random, districts)
    const next = questionAfter(questions, at, answer)
    steps.push({ question: at.id, answer, isLast: !next })
    at = next
  }
  return steps
}

function answerTo(question: Question, index: number, random: Random, districts: readonly Option[]): Answer {
  switch (question.kind) {
    case 'single':
      return chosen(question.options, 1, random)
    case 'district':
      return chosen(districts, 1, random)
    case 'several': {
      const first = pick(question.options, random)
      if (!first || first.isExclusive) return first ? { options: [first.id] } : null
      const others = question.options.filter((one) => one !== first && !one.isExclusive)
      return { options: [first.id, ...several(others, Math.floor(random() * question.max), random)] }
    }
    case 'ranking':
      return chosen(question.options, question.top, random)
    case 'scale':
      return { number: question.from + Math.round(middling(random) * (question.to - question.from)) }
    case 'number':
      return { number: question.min + Math.round(middling(random) * (question.max - question.min)) }
    case 'text':
      return random() < writing ? { text: sentences[Math.floor(random() * sentences.length)]! } : null
    case 'pairwise':
      return {
        pairs: pairsOf(question, index).map(([one, other]) => (random() < 0.6 ? [one, other] : [other, one])),
      }
  }
}

function chosen(options: readonly Option[], most: number, random: Random): Answer {
  const ids = several(options, most, random)
  return ids.length > 0 ? { options: ids } : null
}

function several(options: readonly Option[], most: number, random: Random): string[] {
  const first = most > 0 ? pick(options, random) : undefined
  return first
    ? [
        first.id,
        ...several(
          options.filter((one) => one !== first),
          most - 1,
          random,
        ),
      ]
    : []
}

/** What stands first is chosen more often, and a long list more evenly: so the pictures have a shape and a tail that is kept back. */
function pick<T>(options: readonly T[], random: Random): T | undefined {
  const slope = options.length > 10 ? 0.92 : 0.6
  const weights = options.map((_, index) => slope ** index)
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  return options.find((_, index) => (left -= weights[index]!) < 0)
}

/** From 0 to 1, the middle more often than the ends. */
function middling(random: Random): number {
  const once = random()
  return random() < 0.5 ? once : (once + random()) / 2
}

type Random = () => number

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
