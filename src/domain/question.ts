/** The eight kinds of question: what each offers, and how a tap or a typed text becomes an answer. */
import type { Answer, Option, Question, QuestionKind } from './consultation.ts'
import type { Offer } from './dialogue.ts'
import { say, type Phrase } from './phrase.ts'

/** What a person put in: one option, a whole selection, or a text. */
export interface Input {
  readonly option?: string
  readonly options?: readonly string[]
  readonly text?: string
  /** The "done" button of a question that takes several taps. */
  readonly isDone?: boolean
}

/** An answer, a selection that is not finished, or a kind word about what does not fit. */
export type Reading =
  | { readonly answer: Answer }
  | { readonly draft: readonly string[] }
  | { readonly refusal: Phrase }

/** What is offered and expected while a question stands. */
export interface Shown {
  readonly options: readonly { readonly id: string; readonly label: Phrase; readonly isPicked: boolean }[]
  readonly pick?: 'one' | 'several'
  readonly max?: number
  readonly expects?: 'text' | 'number'
  readonly maxChars?: number
  /** Said under the question: how to answer. */
  readonly hint?: Phrase
  /** Needs a "done" button because one tap is not the whole answer. */
  readonly isGathered: boolean
}

/** What surrounds a question: the city's districts, and the seed that spreads pairs over people. */
export interface Around {
  readonly districts: readonly Option[]
  readonly seed: number
}

interface Kind<Q extends Question> {
  show(question: Q, draft: readonly string[] | undefined, answer: Answer | undefined, around: Around): Shown
  read(question: Q, input: Input, draft: readonly string[], around: Around): Reading
}

/** How `question` looks now; `draft` is the unfinished selection, `answer` what was answered before. */
export function show(
  question: Question,
  draft: readonly string[] | undefined,
  answer: Answer | undefined,
  around: Around,
): Shown {
  return kindOf(question).show(question, draft, answer, around)
}

/** What `input` means as an answer to `question`. */
export function read(question: Question, input: Input, draft: readonly string[], around: Around): Reading {
  return kindOf(question).read(question, input, draft, around)
}

function kindOf<Q extends Question>(question: Q): Kind<Q> {
  return kinds[question.kind] as unknown as Kind<Q>
}

const reAsk: Reading = { refusal: say('re-ask') }

const oneOption = (options: readonly Option[], answer: Answer | undefined): Shown => ({
  options: options.map(({ id, label }) => ({ id, label: { text: label }, isPicked: hasOption(answer, id) })),
  pick: 'one',
  isGathered: false,
})

const readOption = (options: readonly Option[], { option, options: chosen }: Input): Reading => {
  const id = option ?? (chosen?.length === 1 ? chosen[0] : undefined)
  return options.some((one) => one.id === id) && id ? { answer: { options: [id] } } : reAsk
}

const kinds: { readonly [K in QuestionKind]: Kind<Extract<Question, { kind: K }>> } = {
  single: {
    show: ({ options }, _draft, answer) => oneOption(options, answer),
    read: ({ options }, input) => readOption(options, input),
  },
  district: {
    show: (_question, _draft, answer, { districts }) => oneOption(districts, answer),
    read: (_question, input, _draft, { districts }) => readOption(districts, input),
  },
  several: {
    show: ({ options, max }, draft, answer) => ({
      options: options.map(({ id, label }) => ({
        id,
        label: { text: label },
        isPicked: draft ? draft.includes(id) : hasOption(answer, id),
      })),
      pick: 'several',
      max,
      isGathered: true,
    }),
    read: readSeveral,
  },
  scale: {
    show: ({ from, to, low, high }, _draft, answer) => ({
      options: range(from, to).map((value) => ({
        id: String(value),
        label: { text: { pl: String(value) } },
        isPicked: isNumber(answer, value),
      })),
      pick: 'one',
      hint: say('scale-ends', { from, to, low, high }),
      isGathered: false,
    }),
    read: ({ from, to }, { option, text }) =>
      inRange(option ?? text, from, to) ?? { refusal: say('re-ask-scale', { from, to }) },
  },
  number: {
    show: ({ min, max, unit }) => ({
      options: [],
      expects: 'number',
      maxChars: 12,
      hint: unit ? say('number-unit-hint', { min, max, unit }) : say('number-hint', { min, max }),
      isGathered: false,
    }),
    read: ({ min, max }, { text }) =>
      inRange(text, min, max) ?? { refusal: say('re-ask-number', { min, max }) },
  },
  text: {
    show: ({ maxChars }) => ({ options: [], expects: 'text', maxChars, isGathered: false }),
    read: ({ maxChars }, { text }) => {
      const length = [...(text ?? '')].length
      if (length === 0) return { refusal: say('re-ask-text') }
      return length > maxChars
        ? { refusal: say('text-too-long', { max: maxChars, length }) }
        : { answer: { text: text! } }
    },
  },
  ranking: {
    show: ({ options, top }, draft, answer) => {
      const order = draft ?? optionsOf(answer)
      return {
        options: options.map(({ id, label }) => ({
          id,
          label: ranked(label, order.indexOf(id)),
          isPicked: order.includes(id),
        })),
        pick: 'one',
        hint: say('ranking-hint', { top }),
        isGathered: true,
      }
    },
    read: readRanking,
  },
  pairwise: {
    show: (question, draft, _answer, { seed }) => {
      const pair = pairsOf(question, seed)[draft?.length ?? 0]
      return {
        options: question.options
          .filter(({ id }) => pair?.includes(id))
          .map(({ id, label }) => ({ id, label: { text: label }, isPicked: false })),
        pick: 'one',
        hint: say('pairwise-hint', { step: (draft?.length ?? 0) + 1, of: question.rounds }),
        isGathered: false,
      }
    },
    read: (question, { option }, draft, { seed }) => {
      const pairs = pairsOf(question, seed)
      if (!option || !pairs[draft.length]?.includes(option)) return reAsk
      const won = [...draft, option]
      return won.length < question.rounds
        ? { draft: won }
        : { answer: { pairs: won.map((winner, round) => outcome(pairs[round]!, winner)) } }
    },
  },
}

/** The pairs one person is shown: every pair comes before any comes twice, and people begin at different ones. */
export function pairsOf(
  { options, rounds }: Extract<Question, { kind: 'pairwise' }>,
  seed: number,
): (readonly [string, string])[] {
  const all = options.flatMap((one, index) =>
    options.slice(index + 1).map((other) => [one.id, other.id] as const),
  )
  return range(0, rounds - 1).map((round) => all[(seed + round) % all.length]!)
}

function readSeveral(
  { options, max }: Extract<Question, { kind: 'several' }>,
  input: Input,
  draft: readonly string[],
): Reading {
  if (input.options) return wholeSelection(options, max, input.options)
  if (input.isDone)
    return draft.length > 0 ? { answer: { options: draft } } : { refusal: say('choose-something') }
  const tapped = options.find(({ id }) => id === input.option)
  if (!tapped) return { refusal: say('re-ask-several', { max }) }
  if (draft.includes(tapped.id)) return { draft: draft.filter((id) => id !== tapped.id) }
  const kept = tapped.isExclusive
    ? []
    : draft.filter((id) => !options.find((one) => one.id === id)?.isExclusive)
  return kept.length < max ? { draft: [...kept, tapped.id] } : { refusal: say('too-many-choices', { max }) }
}

function wholeSelection(options: readonly Option[], max: number, chosen: readonly string[]): Reading {
  const known = [...new Set(chosen)].filter((id) => options.some((one) => one.id === id))
  if (known.length === 0) return { refusal: say('choose-something') }
  if (known.length > max) return { refusal: say('too-many-choices', { max }) }
  const isContradiction =
    known.length > 1 && known.some((id) => options.find((one) => one.id === id)?.isExclusive)
  return isContradiction ? { refusal: say('exclusive-choice') } : { answer: { options: known } }
}

function readRanking(
  { options, top }: Extract<Question, { kind: 'ranking' }>,
  input: Input,
  draft: readonly string[],
): Reading {
  if (input.isDone)
    return draft.length > 0 ? { answer: { options: draft } } : { refusal: say('choose-something') }
  const id = options.find((one) => one.id === input.option)?.id
  if (!id) return reAsk
  const order = draft.includes(id) ? draft.filter((one) => one !== id) : [...draft, id]
  return order.length === Math.min(top, options.length) ? { answer: { options: order } } : { draft: order }
}

function inRange(typed: string | undefined, min: number, max: number): Reading | undefined {
  const text = typed?.trim().replace(',', '.') ?? ''
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return Number.isInteger(value) && value >= min && value <= max ? { answer: { number: value } } : undefined
}

function ranked(label: Option['label'], place: number): Phrase {
  return place < 0 ? { text: label } : say('ranked-option', { place: place + 1, label })
}

function outcome(pair: readonly [string, string], winner: string): readonly [string, string] {
  return [winner, pair[0] === winner ? pair[1] : pair[0]]
}

function optionsOf(answer: Answer | undefined): readonly string[] {
  return answer && 'options' in answer ? answer.options : []
}

function hasOption(answer: Answer | undefined, id: string): boolean {
  return optionsOf(answer).includes(id)
}

function isNumber(answer: Answer | undefined, value: number): boolean {
  return Boolean(answer && 'number' in answer && answer.number === value)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

/** The button ids of one question: `a:` answers it, `s:` is a step beside it; both name the question they belong to. */
export const buttonOf = {
  answer: (tag: string, question: string, option: string) => `a:${tag}:${question}:${option}`,
  step: (tag: string, question: string, step: Step) => `s:${tag}:${question}:${step}`,
}
export const stepNames = ['back', 'skip', 'keep', 'done', 'stop'] as const
export type Step = (typeof stepNames)[number]

/** A button that leaves the question. */
export function stepOffer(tag: string, question: string, step: Step): Offer {
  return {
    id: buttonOf.step(tag, question, step),
    label: say(`step-${step}`),
    row: 'step',
    ...(step === 'done' ? { isDone: true } : {}),
  }
}
