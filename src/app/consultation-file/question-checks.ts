/** What the schema cannot see in questions: ids, ways through, and what reads well in a chat. */
import { doubt, mistake, type Path, type Remark } from '../file/finding.ts'
import type { ConsultationValue, QuestionValue } from './schema.ts'
import { nearest, type Salvaged } from '../file/structure.ts'

type LooseQuestion = Salvaged<QuestionValue>
type LooseRoute = Salvaged<NonNullable<QuestionValue['routes']>[number]>
interface LooseOption {
  readonly id?: string | undefined
  readonly label?: { readonly [locale: string]: string | undefined } | undefined
  readonly exclusive?: boolean | undefined
}

const readsWell = { questions: 8, options: 7 } as const
const conditions = ['if_any', 'if_at_most', 'if_at_least', 'always'] as const

/** Everything about the questions of one consultation. */
export function questionRemarks(consultation: Salvaged<ConsultationValue>, at: Path): Remark[] {
  const questions = consultation.questions ?? []
  const path = [...at, 'questions']
  const many =
    questions.length > readsWell.questions
      ? [doubt(path, 'many-questions', { count: questions.length, most: readsWell.questions })]
      : []
  const ids = questions.map((question) => question?.id)
  return [
    ...many,
    ...repeated(ids, (index) => [...path, index, 'id'], 'question-twice'),
    ...ids.flatMap((id, index) => (id === 'end' ? [mistake([...path, index, 'id'], 'reserved-id')] : [])),
    ...questions.flatMap((question, index) =>
      question ? oneQuestion(question, [...path, index], ids.slice(index + 1), ids) : [],
    ),
    ...unreachable(questions, path),
  ]
}

/** A remark at every id that was there before. */
export function repeated(
  ids: readonly (string | undefined)[],
  at: (index: number) => Path,
  key: string,
): Remark[] {
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index ? [mistake(at(index), key, { id })] : [],
  )
}

function oneQuestion(
  question: LooseQuestion,
  path: Path,
  later: readonly (string | undefined)[],
  all: readonly (string | undefined)[],
): Remark[] {
  const routes = question.routes ?? []
  return [
    ...optionRemarks(question, path),
    ...boundRemarks(question, path),
    ...routes.flatMap((route, index) =>
      route ? routeRemarks(route, question, [...path, 'routes', index], later, all) : [],
    ),
    ...neverTried(routes, [...path, 'routes']),
  ]
}

/** The options of a question, for the kinds that have some. */
export function optionsOf(question: LooseQuestion): readonly (LooseOption | undefined)[] {
  return ('options' in question ? question.options : undefined) ?? []
}

function optionRemarks(question: LooseQuestion, path: Path): Remark[] {
  const options = optionsOf(question)
  const at = [...path, 'options']
  const many =
    options.length > readsWell.options
      ? [doubt(at, 'many-options', { count: options.length, most: readsWell.options })]
      : []
  return [
    ...many,
    ...repeated(
      options.map((option) => option?.id),
      (index) => [...at, index, 'id'],
      'option-twice',
    ),
    ...sameLabels(options, at),
    ...options.flatMap((option, index) =>
      option?.exclusive && question.type !== 'multi'
        ? [doubt([...at, index, 'exclusive'], 'exclusive-idle')]
        : [],
    ),
  ]
}

function sameLabels(options: readonly (LooseOption | undefined)[], at: Path): Remark[] {
  const languages = [...new Set(options.flatMap((option) => Object.keys(option?.label ?? {})))]
  return languages.flatMap((language) => {
    const labels = options.map((option) => option?.label?.[language]?.trim().toLowerCase())
    const isRepeated = (label: string | undefined, index: number) =>
      label !== undefined && labels.indexOf(label) < index
    return labels.flatMap((label, index) =>
      isRepeated(label, index) ? [doubt([...at, index, 'label', language], 'same-label')] : [],
    )
  })
}

function boundRemarks(question: LooseQuestion, path: Path): Remark[] {
  const count = optionsOf(question).length
  switch (question.type) {
    case 'multi':
      return atMost(question.max_choices, count, [...path, 'max_choices'])
    case 'ranking':
      return atMost(question.top, count, [...path, 'top'])
    case 'pairwise':
      return atMost(question.rounds, (count * (count - 1)) / 2, [...path, 'rounds'])
    case 'scale':
      return ascending(question.from ?? 1, question.to ?? 5, [
        ...path,
        question.to === undefined ? 'from' : 'to',
      ])
    case 'number':
      return question.min === undefined || question.max === undefined
        ? []
        : ascending(question.min, question.max, [...path, 'max'])
    default:
      return []
  }
}

function atMost(value: number | undefined, most: number, path: Path): Remark[] {
  return value !== undefined && most > 0 && value > most ? [mistake(path, 'more-than-options', { most })] : []
}

function ascending(from: number, to: number, path: Path): Remark[] {
  return to > from ? [] : [mistake(path, 'not-above', { least: from })]
}

function routeRemarks(
  route: LooseRoute,
  question: LooseQuestion,
  path: Path,
  later: readonly (string | undefined)[],
  all: readonly (string | undefined)[],
): Remark[] {
  const given = conditions.filter((name) => route[name] !== undefined)
  return [
    ...(given.length === 1
      ? []
      : [mistake(path, given.length === 0 ? 'route-without' : 'route-several', { names: given.join(', ') })]),
    ...targetRemarks(route.goto, [...path, 'goto'], later, all),
    ...choiceRemarks(route.if_any, question, [...path, 'if_any']),
    ...numberRemarks(route, question, path),
  ]
}

function targetRemarks(
  goto: string | undefined,
  path: Path,
  later: readonly (string | undefined)[],
  all: readonly (string | undefined)[],
): Remark[] {
  if (goto === undefined || goto === 'end' || later.includes(goto)) return []
  if (all.includes(goto)) return [mistake(path, 'route-back', { goto })]
  const guess = nearest(
    goto,
    later.filter((id) => id !== undefined),
  )
  return [
    guess ? mistake(path, 'route-unknown-guess', { goto, guess }) : mistake(path, 'route-unknown', { goto }),
  ]
}

function choiceRemarks(chosen: LooseRoute['if_any'], question: LooseQuestion, path: Path): Remark[] {
  if (!chosen || !question.type) return []
  if (!['single', 'multi', 'ranking'].includes(question.type)) return [mistake(path, 'route-no-options')]
  const known = optionsOf(question).flatMap((option) => option?.id ?? [])
  return chosen.flatMap((id, index) => {
    if (id === undefined || known.includes(id)) return []
    const guess = nearest(id, known)
    return [
      guess
        ? mistake([...path, index], 'route-option-guess', { id, guess })
        : mistake([...path, index], 'route-option', { id }),
    ]
  })
}

function numberRemarks(route: LooseRoute, question: LooseQuestion, path: Path): Remark[] {
  const name = route.if_at_most === undefined ? 'if_at_least' : 'if_at_most'
  const value = route[name]
  if (value === undefined || !question.type) return []
  if (question.type !== 'scale' && question.type !== 'number')
    return [mistake([...path, name], 'route-no-number', { name })]
  const { least, most } = boundsOf(question) ?? { least: value, most: value }
  return value < least || value > most ? [doubt([...path, name], 'route-out-of-range', { least, most })] : []
}

function boundsOf(question: LooseQuestion): { least: number; most: number } | undefined {
  if (question.type === 'scale') return { least: question.from ?? 1, most: question.to ?? 5 }
  if (question.type !== 'number' || question.min === undefined || question.max === undefined) return undefined
  return { least: question.min, most: question.max }
}

function neverTried(routes: readonly (LooseRoute | undefined)[], path: Path): Remark[] {
  const always = routes.findIndex((route) => route?.always)
  return always === -1
    ? []
    : routes.slice(always + 1).map((_, index) => doubt([...path, always + 1 + index], 'route-never'))
}

/** Questions that no answer leads to. */
function unreachable(questions: readonly (LooseQuestion | undefined)[], path: Path): Remark[] {
  const reached = new Set([0])
  questions.forEach((question, index) => {
    if (!reached.has(index)) return
    for (const next of nextsOf(question, index, questions)) reached.add(next)
  })
  return questions.flatMap((question, index) =>
    reached.has(index) ? [] : [doubt([...path, index], 'unreachable', { id: question?.id ?? '' })],
  )
}

function nextsOf(
  question: LooseQuestion | undefined,
  index: number,
  questions: readonly (LooseQuestion | undefined)[],
): number[] {
  const routes = question?.routes ?? []
  const targets = routes.map((route) =>
    questions.findIndex((one, at) => at > index && one?.id !== undefined && one.id === route?.goto),
  )
  return routes.some((route) => route?.always) ? targets : [...targets, index + 1]
}
