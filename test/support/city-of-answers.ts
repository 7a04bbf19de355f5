/** Made-up cities for attacks on published tables: skewed districts, answers that hang together, rare options. */
import type { Answer, Definition, Question } from '../../src/domain/consultation.ts'
import { questionAfter } from '../../src/domain/consultation.ts'
import type { Tallies, Results } from '../../src/domain/results.ts'
import { isShown, type Cell } from '../../src/domain/suppression.ts'
import { definition, questions, type Reply } from './crowd.ts'
import { groupsIn, nameOf, type Printed } from './attacker.ts'
import { groupings } from '../../src/domain/figure.ts'

/** What of the consultation of `crowd.ts` a city is asked; the way through it hangs on the answers. */
export function asked(ids: readonly string[]): Definition {
  const kept = questions.filter(({ id }) => ids.includes(id))
  const known = new Set([...ids, 'end'])
  return {
    ...definition,
    questions: kept.map((question): Question => ({
      ...question,
      routes: question.routes.filter(({ goto }) => known.has(goto)),
    })),
  }
}

/** The same seed makes the same city. */
export function cityOf({ questions: all }: Definition, size: number, seed: number): Reply[] {
  const random = randomFrom(seed)
  const shy = 0.01 + random() * 0.05
  const skew = 0.3 + random() * 0.5
  return Array.from({ length: size }, () => {
    const district = pickBy(['d1', 'd2', 'd3'], skew, random)
    const gender = random() < shy ? 'na' : random() < 0.5 ? 'girl' : 'boy'
    const age = random() < shy ? 'b_na' : random() < 0.3 ? 'b10_12' : 'b13_15'
    const leaning = district === 'd3' || gender === 'girl' ? 0.6 : 0.4
    const answers = new Map<string, Answer>()
    let at: Question | undefined = all[0]
    while (at && (answers.size === 0 || random() > shy / 2)) {
      const answer: Answer = random() < shy ? null : answerTo(at, leaning, random)
      answers.set(at.id, answer)
      at = questionAfter(all, at, answer)
    }
    const told = (id: string) => (!at && random() > shy / 2 ? id : null)
    return { answers, isFinished: !at, age_band: told(age), gender: told(gender), district: told(district) }
  })
}

/** Everything results print. */
export function printedIn(results: Results): Printed {
  const counts = new Map<string, number>()
  const print = (name: string, cell: Cell) => (isShown(cell) ? counts.set(name, cell.count) : counts)
  print(nameOf('all/', '', 'respondents'), results.respondents)
  print(nameOf('all/', '', 'finished'), results.finished)
  for (const question of results.questions) {
    for (const what of ['answered', 'skipped', 'stopped'] as const)
      print(nameOf('all/', question.id, what), question[what])
    for (const group of [
      { by: 'all', id: '', answered: question.answered, figures: question.figures },
      ...question.groups,
    ]) {
      print(nameOf(`${group.by}/${group.id}`, question.id, 'answered'), group.answered)
      for (const { id, people } of group.figures)
        print(nameOf(`${group.by}/${group.id}`, question.id, `line ${id}`), people)
    }
  }
  return {
    counts,
    means: new Map(results.questions.flatMap(({ id, mean }) => (mean === undefined ? [] : [[id, mean]]))),
    quantiles: new Map(
      results.questions.map(({ id, median, quartiles }) => [
        id,
        [
          ...(median === undefined ? [] : [[0.5, median] as const]),
          ...(quartiles ? [[0.25, quartiles[0]] as const, [0.75, quartiles[1]] as const] : []),
        ],
      ]),
    ),
  }
}

/** The same tables with small counts hidden one by one, as it is often done. */
export function printedPlainly(
  asking: Definition,
  { respondents, finished, bases, counts }: Tallies,
): Printed {
  const { threshold } = asking
  const groups = new Set(['all/', ...groupings.flatMap((by) => groupsIn(asking, by))])
  const all: [string, number][] = [
    [nameOf('all/', '', 'respondents'), respondents],
    [nameOf('all/', '', 'finished'), finished],
    ...bases.flatMap(({ question, by, group, answered, skipped, stopped }): [string, number][] => [
      [nameOf(`${by}/${group}`, question, 'answered'), answered],
      ...(by === 'all'
        ? ([
            [nameOf('all/', question, 'skipped'), skipped],
            [nameOf('all/', question, 'stopped'), stopped],
          ] as [string, number][])
        : []),
    ]),
    ...counts
      .filter(({ isLoss }) => !isLoss)
      .map(({ question, by, group, line, people }): [string, number] => [
        nameOf(`${by}/${group}`, question, `line ${line}`),
        people,
      ]),
  ]
  const shown = all.filter(([name, count]) => count >= threshold && groups.has(name.split('|')[0]!))
  return { counts: new Map(shown), means: new Map(), quantiles: new Map() }
}

function answerTo(question: Question, leaning: number, random: () => number): Answer {
  switch (question.kind) {
    case 'scale':
      return {
        number: question.from + Math.floor(random() ** (2 * leaning) * (question.to - question.from + 1)),
      }
    case 'number':
      return {
        number: question.min + Math.floor(random() ** (4 * leaning) * (question.max - question.min + 1)),
      }
    case 'text':
      return { text: 'x' }
    case 'pairwise': {
      const [one, other] = shuffled(
        question.options.map(({ id }) => id),
        random,
      )
      return { pairs: [[one!, other!]] }
    }
    case 'district':
      return { options: [pickBy(['d1', 'd2', 'd3'], leaning, random)] }
    default: {
      const ids = question.options.map(({ id }) => id)
      if (question.kind === 'single') return { options: [pickBy(ids, leaning, random)] }
      const most = question.kind === 'several' ? question.max : question.top
      const first = pickBy(ids, leaning, random)
      const others = shuffled(
        ids.filter((id) => id !== first),
        random,
      ).slice(0, Math.floor(random() * most))
      return { options: [first, ...others] }
    }
  }
}

/** The first often, the last rarely. */
function pickBy(ids: readonly string[], share: number, random: () => number): string {
  return ids.find(() => random() < share) ?? ids.at(-1)!
}

function shuffled(ids: readonly string[], random: () => number): string[] {
  return ids
    .map((id) => ({ id, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id)
}

/** Mulberry32: small, even, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
