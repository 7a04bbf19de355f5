/** Somebody who has all published tables, knows the questions and a linear solver, and wants to know what was hidden. */
import solver from 'highs'
import { questionAfter, type Answer, type Definition, type Question } from '../../src/domain/consultation.ts'
import { groupings } from '../../src/domain/figure.ts'
import { bandWidth, linesOf } from '../../src/domain/line.ts'
import { districts } from './crowd.ts'

/** Every number that was printed, by `nameOf`; what is not in it was hidden. */
export interface Printed {
  readonly counts: ReadonlyMap<string, number>
  /** Means of scales, of two decimals, by question. */
  readonly means: ReadonlyMap<string, number>
  /** Numbers of which a quarter, a half and three quarters are smaller, by question. */
  readonly quantiles: ReadonlyMap<string, readonly (readonly [part: number, value: number])[]>
}

export interface Solved {
  readonly cell: string
  /** The least and the most that the cell can be. */
  readonly least: number
  readonly most: number
}

/** A group's name in the tables; `all/` is everybody. */
export const nameOf = (group: string, question: string, what: string) => `${group}|${question}|${what}`

/** The groups of a breakdown as printed, without those who told nothing. */
export function groupsIn(definition: Definition, by: (typeof groupings)[number]): string[] {
  const about = definition.about.find(({ id }) => id === (by === 'district' ? 'city_part' : by))
  return (about?.options ?? districts).map(({ id }) => `${by}/${id}`)
}

/** What each hidden count can be, for all that is printed. */
export function attack(definition: Definition, printed: Printed): Promise<Solved[]> {
  const rules = [...peopleRules(definition), ...derivedRules(definition, printed)]
  return solve(rules, printed.counts, hiddenIn(definition, printed))
}

/**
 * The same of two publications together, by somebody who knows that people only came in between: what each count that is hidden in one of
 * them can be. Cells of the second and of those who came have a mark before their names.
 */
export function attackBoth(
  definition: Definition,
  [first, second]: readonly [Printed, Printed],
): Promise<Solved[]> {
  const cells = [...new Set(peopleRules(definition).flatMap(({ terms }) => terms.map(([, name]) => name)))]
  const rules = [
    ...peopleRules(definition),
    ...peopleRules(definition).map((rule) => marked(rule, '+')),
    ...cells.map((name) => equal([name, `+${name}`], [`2${name}`])),
    ...derivedRules(definition, first),
    ...derivedRules(definition, second).map((rule) => marked(rule, '2')),
  ]
  const told = [...second.counts].map(([name, count]): [string, number] => [`2${name}`, count])
  const hidden = [...hiddenIn(definition, first), ...hiddenIn(definition, second).map((name) => `2${name}`)]
  return solve(rules, new Map([...first.counts, ...told]), hidden)
}

async function solve(
  rules: readonly Rule[],
  counts: ReadonlyMap<string, number>,
  hidden: readonly string[],
): Promise<Solved[]> {
  const highs = await loaded
  const { text, names } = modelOf(rules, counts)
  return highs.withModel({ format: 'lp', data: text }, (model) => {
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' })
    const { minimize, maximize } = highs.constants.objectiveSense
    const bound = (cell: string, sense: typeof minimize) => {
      const column = names.get(cell)!
      model.changeObjectiveSense(sense)
      model.changeColCost(column, 1)
      model.run()
      const value = model.getSolution().colValue[column]!
      const status = model.getModelStatus()
      model.changeColCost(column, 0)
      if (status !== 7 && status !== 10) throw new Error(`${cell} ${sense}: status ${status}`)
      return status === 10 ? Infinity : value
    }
    return hidden.map((cell) => ({
      cell,
      least: Math.ceil(bound(cell, minimize) - 1e-6),
      most: Math.floor(bound(cell, maximize) + 1e-6),
    }))
  })
}

// Its types describe the CommonJS module; what is imported here is the function itself.
const loaded = (solver as unknown as typeof solver.default)()

/** The names of everything that a table has a place for and no number in. */
export function hiddenIn({ questions, ...definition }: Definition, { counts }: Printed): string[] {
  const groups = groupings.flatMap((by) => groupsIn({ questions, ...definition }, by))
  const cells = questions.flatMap((question) => {
    const lines = ['answered', ...linesOf(question, districts).map(({ id }) => `line ${id}`)]
    return [
      ...[...lines, 'skipped', 'stopped'].map((what) => nameOf('all/', question.id, what)),
      ...groups.flatMap((group) => lines.map((what) => nameOf(group, question.id, what))),
    ]
  })
  return ['respondents', 'finished']
    .map((what) => nameOf('all/', '', what))
    .concat(cells)
    .filter((name) => !counts.has(name))
}

function modelOf(
  rules: readonly Rule[],
  counts: ReadonlyMap<string, number>,
): { text: string; names: Map<string, number> } {
  const names = new Map<string, number>()
  const column = (name: string) => {
    if (!names.has(name)) names.set(name, names.size)
    return `x${names.get(name)}`
  }
  const sentences = rules.map(
    ({ terms, is, value }) =>
      `${terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${column(name)}`).join(' ')} ${is} ${value}`,
  )
  const fixed = [...counts]
    .filter(([name]) => names.has(name))
    .map(([name, count]) => `${column(name)} = ${count}`)
  const free = [...names.keys()].filter((name) => !counts.has(name)).map((name) => `${column(name)} >= 0`)
  // The columns of an LP text stand in the order of the objective.
  const objective = [...names.values()].map((index) => `+ 0 x${index}`).join(' ')
  const parts = [
    'Minimize',
    `cost: ${objective}`,
    'Subject To',
    ...sentences,
    'Bounds',
    ...fixed,
    ...free,
    'End',
  ]
  return { text: parts.join('\n'), names }
}

/** What is true of any people in every row, and of the rows together. */
function peopleRules(definition: Definition): Rule[] {
  const groups = groupings.map((by) => [...groupsIn(definition, by), `${by}/?`])
  return [
    ...['all/', ...groups.flat()].flatMap((row) => rowRules(definition, row)),
    ...groups.flatMap((members) => sumRules(definition, members)),
  ]
}

function marked({ terms, ...rule }: Rule, mark: string): Rule {
  return { ...rule, terms: terms.map(([factor, name]) => [factor, `${mark}${name}`] as const) }
}

interface Rule {
  readonly terms: readonly (readonly [factor: number, name: string])[]
  readonly is: '=' | '<=' | '>='
  readonly value: number
}

const isMany = ({ kind }: Question) => kind === 'several' || kind === 'ranking' || kind === 'pairwise'

/** What is true of any people: whoever comes to a question answers, skips or stops, and goes on where the routes lead. */
function rowRules({ questions }: Definition, row: string): Rule[] {
  const at = (question: Question, what: string) => nameOf(row, question.id, what)
  const arriving = new Map<string, string[]>()
  const leads = (question: Question, answer: Answer, name: string) => {
    const next = questionAfter(questions, question, answer)?.id ?? 'end'
    arriving.set(next, [...(arriving.get(next) ?? []), name])
  }
  const rules = questions.flatMap((question): Rule[] => {
    leads(question, null, at(question, 'skipped'))
    const lines = linesOf(question, districts).map(({ id }) => at(question, `line ${id}`))
    if (isMany(question) || lines.length === 0) {
      leads(question, { options: [] }, at(question, 'answered'))
      return isMany(question) ? choiceRules(question, row) : []
    }
    for (const { id } of linesOf(question, districts))
      leads(question, someAnswer(question, id), at(question, `line ${id}`))
    return [equal(lines, [at(question, 'answered')])]
  })
  const [first, ...later] = questions
  return [
    ...rules,
    equal([at(first!, 'answered'), at(first!, 'skipped')], [nameOf(row, '', 'respondents')]),
    ...later.map((question) =>
      equal(
        ['answered', 'skipped', 'stopped'].map((what) => at(question, what)),
        arriving.get(question.id) ?? [],
      ),
    ),
    equal(arriving.get('end') ?? [], [nameOf(row, '', 'finished'), nameOf(row, '', 'left')]),
  ]
}

function someAnswer(question: Question, line: string): Answer {
  if (question.kind === 'scale') return { number: Number(line) }
  return question.kind === 'number'
    ? { number: question.min + Number(line) * bandWidth(question) }
    : { options: [line] }
}

/** An exclusive choice stands alone; of the others everybody makes at least one and nobody more than allowed. */
function choiceRules(question: Question, row: string): Rule[] {
  if (question.kind !== 'several' && question.kind !== 'ranking' && question.kind !== 'pairwise') return []
  const most =
    question.kind === 'several' ? question.max : question.kind === 'ranking' ? question.top : question.rounds
  const name = (id: string) => nameOf(row, question.id, `line ${id}`)
  const answered = nameOf(row, question.id, 'answered')
  const alone = question.options.filter(({ isExclusive }) => isExclusive).map(({ id }) => name(id))
  const free = question.options.filter(({ isExclusive }) => !isExclusive).map(({ id }) => name(id))
  const times = (factor: number, list: readonly string[]) => list.map((one) => [factor, one] as const)
  return [
    ...free.map((one): Rule => ({
      terms: [...times(1, [one, ...alone]), [-1, answered]],
      is: '<=',
      value: 0,
    })),
    { terms: [...times(1, [...free, ...alone]), [-1, answered]], is: '>=', value: 0 },
    { terms: [...times(1, free), ...times(most, alone), [-most, answered]], is: '<=', value: 0 },
  ]
}

/** Every breakdown is about the same people. */
function sumRules({ questions }: Definition, members: readonly string[]): Rule[] {
  const cells = questions.flatMap((question) =>
    ['answered', 'skipped', 'stopped', ...linesOf(question, districts).map(({ id }) => `line ${id}`)].map(
      (what) => [question.id, what] as const,
    ),
  )
  return [...cells, ['', 'respondents'] as const, ['', 'finished'] as const].map(([question, what]) =>
    equal(
      members.map((member) => nameOf(member, question, what)),
      [nameOf('all/', question, what)],
    ),
  )
}

/** What a mean, a median and quartiles say of the counts they rest on. */
function derivedRules({ questions }: Definition, { means, quantiles }: Printed): Rule[] {
  return questions.flatMap((question): Rule[] => {
    const lines = linesOf(question, districts)
    const name = (id: string) => nameOf('all/', question.id, `line ${id}`)
    const mean = means.get(question.id)
    const around =
      mean === undefined
        ? []
        : ([
            [0.005, '<='],
            [-0.005, '>='],
          ] as const)
    const byMean = around.map(([off, is]): Rule => ({
      terms: lines.map(({ id }) => [Number(id) - mean! - off, name(id)]),
      is,
      value: 0,
    }))
    if (question.kind !== 'number') return byMean
    const byPart = (quantiles.get(question.id) ?? []).flatMap(([part, value]): Rule[] => {
      const band = (value - question.min) / bandWidth(question)
      const below = (last: number) =>
        lines.map(({ id }) => [(Number(id) <= last ? 1 : 0) - part, name(id)] as const)
      return [
        { terms: below(Math.ceil(band)), is: '>=', value: -1 },
        { terms: below(Math.floor(band) - 1), is: '<=', value: 1 },
      ]
    })
    return [...byMean, ...byPart]
  })
}

function equal(left: readonly string[], right: readonly string[]): Rule {
  return {
    terms: [...left.map((name) => [1, name] as const), ...right.map((name) => [-1, name] as const)],
    is: '=',
    value: 0,
  }
}
