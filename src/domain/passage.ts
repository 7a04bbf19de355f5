/** How people pass through a consultation: a net of arcs, on each of which they are counted. */
import { questionAfter, type Answer, type Option, type Question } from './consultation.ts'
import { bandWidth, linesOf } from './line.ts'

/**
 * One thing that is counted: `from` and `to` are junctions.
 * `line` is one of answers that exclude each other, `choice` one of several and `without` those who did not make it;
 * `onward` is going on after an answer without a line, `left` not finishing after the last question.
 */
export interface Arc {
  readonly kind:
    | 'respondents'
    | 'finished'
    | 'answered'
    | 'skipped'
    | 'stopped'
    | 'line'
    | 'choice'
    | 'without'
    | 'onward'
    | 'left'
  /** Empty for the turnout. */
  readonly question: string
  /** The line's id; empty for what is not a line. */
  readonly line: string
  readonly from: number
  readonly to: number
  /** Of a choice. */
  readonly isExclusive: boolean
  /** Of a choice: the most that one person makes. */
  readonly most: number
}

const outside = 0
const end = 1

/** The net of these questions. Where the way on hangs on more than the line itself, it leads nowhere: no exchange may use it. */
export function passageOf(questions: readonly Question[], districts: readonly Option[]): readonly Arc[] {
  const arrival = (question: Question | undefined) => (question ? 2 + 2 * questions.indexOf(question) : end)
  const turnout = [
    arc('respondents', '', outside, arrival(questions[0])),
    arc('finished', '', end, outside),
    arc('left', '', end, outside),
  ]
  const asked = questions.flatMap((question, index) => {
    const here = arrival(question)
    const answered = here + 1
    const next = (answer: Answer) => arrival(questionAfter(questions, question, answer))
    const nowhere = 2 + 2 * questions.length + index
    return [
      arc('answered', question.id, here, answered),
      arc('skipped', question.id, here, next(null)),
      // Who stopped at the very first question took no part.
      arc('stopped', question.id, index === 0 ? outside : here, outside),
      ...linesAfter(question, districts, { answered, nowhere, next }),
    ]
  })
  return [...turnout, ...asked]
}

interface Junctions {
  readonly answered: number
  readonly nowhere: number
  readonly next: (answer: Answer) => number
}

function linesAfter(question: Question, districts: readonly Option[], ways: Junctions): Arc[] {
  const lines = linesOf(question, districts).map(({ id }) => id)
  const { answered, nowhere, next } = ways
  const only = (to: readonly number[]) => (new Set(to).size === 1 ? to[0]! : nowhere)
  switch (question.kind) {
    case 'single':
    case 'district':
      return lines.map((id) => arc('line', question.id, answered, next({ options: [id] }), id))
    case 'scale':
      return lines.map((id) => arc('line', question.id, answered, next({ number: Number(id) }), id))
    case 'number':
      return lines.map((id) =>
        arc(
          'line',
          question.id,
          answered,
          only(numbersIn(question, id).map((number) => next({ number }))),
          id,
        ),
      )
    case 'text':
      return [arc('onward', question.id, answered, next({ text: '' }))]
    case 'several':
    case 'ranking':
    case 'pairwise': {
      const to = only([[], ...lines.map((id) => [id])].map((options) => next({ options })))
      return [arc('onward', question.id, answered, to), ...choicesOf(question, answered, to)]
    }
  }
}

function choicesOf(
  question: Extract<Question, { kind: 'several' | 'ranking' | 'pairwise' }>,
  from: number,
  to: number,
): Arc[] {
  const most =
    question.kind === 'several' ? question.max : question.kind === 'ranking' ? question.top : question.rounds
  return question.options.flatMap(({ id, isExclusive = false }) => [
    { ...arc('choice', question.id, from, to, id), isExclusive, most },
    arc('without', question.id, from, to, id),
  ])
}

function numbersIn(question: Extract<Question, { kind: 'number' }>, band: string): number[] {
  const width = bandWidth(question)
  const first = question.min + Number(band) * width
  return Array.from({ length: width }, (_, index) => Math.min(question.max, first + index))
}

function arc(kind: Arc['kind'], question: string, from: number, to: number, line = ''): Arc {
  return { kind, question, line, from, to, isExclusive: false, most: 1 }
}
