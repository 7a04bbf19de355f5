import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, Question } from '../../src/domain/consultation.ts'
import { linesOf, mergeVersions } from '../../src/domain/line.ts'
import { publish, withQuotations, type Results } from '../../src/domain/results.ts'
import { isShown } from '../../src/domain/suppression.ts'
import {
  anyCrowd,
  countByHand,
  definition,
  districts,
  questions,
  type Reply,
  people,
} from '../support/crowd.ts'

const threshold = definition.threshold

function resultsFrom(crowd: readonly Reply[], asked: readonly Question[] = questions): Results {
  return publish({ definition, questions: asked, districts, isSample: false }, countByHand(asked, crowd))
}

function questionIn(results: Results, id: string) {
  return results.questions.find((question) => question.id === id)!
}

function figureIn(results: Results, question: string, line: string) {
  return questionIn(results, question).figures.find(({ id }) => id === line)!
}

/** Every number under a key called `count`, however deep. */
function countsIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'count' && typeof inner === 'number' ? [inner] : countsIn(inner),
  )
}

describe('publishing', () => {
  test('no published count is below the threshold, whoever answered whatever', () => {
    fc.assert(
      fc.property(anyCrowd, (crowd) => {
        expect(countsIn(resultsFrom(crowd)).filter((count) => count < threshold)).toEqual([])
      }),
    )
  })

  test('everything that is not kept back is what was counted by hand', () => {
    fc.assert(
      fc.property(anyCrowd, (crowd) => {
        const shown = questionIn(resultsFrom(crowd), 'some').figures.filter(({ people: cell }) =>
          isShown(cell),
        )
        for (const { id, people: cell } of shown) {
          const byHand = countByHand(questions, crowd).counts.find(
            (one) => one.question === 'some' && one.by === 'all' && one.line === id,
          )
          expect(cell).toEqual({ count: byHand?.people })
        }
      }),
    )
  })

  test('a person who changes an answer inside a group that is too small changes nothing in any breakdown by that group', () => {
    const small = fc.integer({ min: 1, max: threshold - 1 })
    const option = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(anyCrowd, small, option, option, (crowd, size, before, after) => {
        const others = crowd.filter(({ district }) => district !== 'd3')
        const bystanders = people(size - 1, { one: { options: ['c'] } }, { district: 'd3' })
        const one = (choice: string) => people(1, { one: { options: [choice] } }, { district: 'd3' })
        const byDistrict = (results: Results) =>
          results.questions.map(({ groups }) => groups.filter(({ by }) => by === 'district'))
        const seen = [before, after].map((choice) =>
          byDistrict(resultsFrom([...others, ...bystanders, ...one(choice)])),
        )
        expect(seen[0]).toEqual(seen[1])
      }),
    )
  })

  test('a person who moves between two answers that both stay below the threshold changes nothing at all', () => {
    const few = fc.integer({ min: 0, max: threshold - 2 })
    fc.assert(
      fc.property(few, few, fc.integer({ min: 0, max: 50 }), (a, b, c) => {
        const answer = (choice: string) => ({
          one: { options: [choice] },
          some: null,
          words: null,
          rate: { number: 1 },
        })
        const crowd = [
          ...people(a, answer('a')),
          ...people(b, answer('c')),
          ...people(c, { one: { options: ['b'] }, rate: { number: 1 } }),
        ]
        expect(resultsFrom([...crowd, ...people(1, answer('a'))])).toEqual(
          resultsFrom([...crowd, ...people(1, answer('c'))]),
        )
      }),
    )
  })

  test('whether somebody is the only one of their district or nobody is cannot be told apart', () => {
    const crowd = people(40, { one: { options: ['a'] } }, { district: 'd1' })
    const somewhere = (district: string | null) =>
      resultsFrom([...crowd, ...people(1, { one: { options: ['a'] } }, { district })])
    expect(somewhere('d2')).toEqual(somewhere(null))
  })

  test('a question that fewer people answered than the threshold shows no figure, not even how many', () => {
    const results = resultsFrom([...people(9, { one: { options: ['a'] } }), ...people(30, { one: null })])
    expect(questionIn(results, 'one')).toMatchObject({
      answered: { isSuppressed: true },
      skipped: { isSuppressed: true },
      figures: [],
      groups: [],
    })
    expect(results.respondents).toEqual({ count: 39 })
  })

  test('a consultation that fewer people answered than the threshold shows nothing but its questions', () => {
    const results = resultsFrom(people(9, { one: { options: ['a'] } }))
    expect(countsIn(results)).toEqual([])
    expect(results.hasHidden).toBe(true)
  })

  test('several choices are counted per option and never per combination', () => {
    const results = resultsFrom([
      ...people(12, { one: { options: ['a'] }, some: { options: ['p', 'q'] } }),
      ...people(11, { one: { options: ['a'] }, some: { options: ['q'] } }),
    ])
    expect(questionIn(results, 'some').answered).toEqual({ count: 23 })
    expect(figureIn(results, 'some', 'p')).toMatchObject({ people: { count: 12 }, share: 0.52 })
    expect(figureIn(results, 'some', 'q')).toMatchObject({ people: { count: 23 }, share: 1 })
  })

  test('skipping and stopping are counted apart, question by question', () => {
    const results = resultsFrom([...people(20, { one: { options: ['a'] } }), ...people(15, { one: null })])
    expect(questionIn(results, 'one')).toMatchObject({
      answered: { count: 20 },
      skipped: { count: 15 },
      stopped: { isSuppressed: true },
    })
    expect(countByHand(questions, people(12, { one: { options: ['a'] } })).bases).toContainEqual({
      question: 'some',
      by: 'all',
      group: '',
      answered: 0,
      skipped: 0,
      stopped: 12,
    })
  })

  test('an answer that is no longer on the path does not count', () => {
    const changedTheirMind = people(30, {
      one: { options: ['b'] },
      some: { options: ['p'] },
      rate: { number: 1 },
    })
    expect(questionIn(resultsFrom(changedTheirMind), 'some').answered).toEqual({ isSuppressed: true })
    expect(questionIn(resultsFrom(changedTheirMind), 'rate').answered).toEqual({ count: 30 })
  })

  test('a mean is there only when every step of the scale is', () => {
    const rated = (step: number) => people(10, { one: { options: ['b'] }, rate: { number: step } })
    const all = [1, 2, 3, 4, 5].flatMap(rated)
    expect(questionIn(resultsFrom(all), 'rate').mean).toBe(3)
    expect(questionIn(resultsFrom(all.slice(1)), 'rate')).not.toHaveProperty('mean')
  })

  test('numbers come in bands; a median needs twice the threshold, quartiles four times, and no extremes are told', () => {
    const travelling = (count: number) =>
      people(count, {}).map((reply, index) => ({
        ...reply,
        answers: new Map<string, Answer>([
          ['one', { options: ['b'] }],
          ['rate', { number: 3 }],
          ['minutes', { number: 3 + index }],
        ]),
      }))
    expect(questionIn(resultsFrom(travelling(19)), 'minutes')).not.toHaveProperty('median')
    expect(questionIn(resultsFrom(travelling(20)), 'minutes')).toMatchObject({ median: 12.5 })
    expect(questionIn(resultsFrom(travelling(39)), 'minutes')).not.toHaveProperty('quartiles')
    expect(questionIn(resultsFrom(travelling(41)), 'minutes')).toMatchObject({
      median: 23,
      quartiles: [13, 33],
    })
    expect(figureIn(resultsFrom(travelling(41)), 'minutes', '1')).toMatchObject({
      label: { pl: '13–25 min' },
      people: { count: 13 },
    })
  })

  test('a ranking gives points: as many as there are places for the first, one for the last', () => {
    const ranked = (...order: string[]) =>
      people(20, { one: { options: ['b'] }, rate: { number: 3 }, minutes: null, order: { options: order } })
    const results = resultsFrom([...ranked('x', 'y', 'z'), ...ranked('y')])
    expect(figureIn(results, 'order', 'x')).toMatchObject({ people: { count: 20 }, points: 1.5 })
    expect(figureIn(results, 'order', 'y')).toMatchObject({ people: { count: 40 }, points: 2.5 })
    expect(figureIn(results, 'order', 'z')).toMatchObject({ people: { count: 20 }, points: 0.5 })
  })

  test('a share of wins needs enough people on both sides', () => {
    const compared = (count: number, won: string, lost: string) =>
      people(count, {
        one: { options: ['b'] },
        rate: { number: 3 },
        minutes: null,
        order: null,
        pairs: { pairs: [[won, lost]] },
      })
    const fair = resultsFrom([...compared(30, 'k', 'l'), ...compared(10, 'l', 'k')])
    expect(figureIn(fair, 'pairs', 'k')).toMatchObject({ people: { count: 30 }, share: 0.75 })
    expect(figureIn(fair, 'pairs', 'm')).toMatchObject({ people: { isSuppressed: true } })
    const oneSided = resultsFrom([...compared(30, 'k', 'l'), ...compared(9, 'l', 'k')])
    expect(figureIn(oneSided, 'pairs', 'k')).toEqual({
      id: 'k',
      label: expect.anything(),
      people: { count: 30 },
    })
  })

  test('quotations are shown only under a question that is shown itself, and in no order of arrival', () => {
    const released = new Map([
      ['words', ['Światła', 'Ławki']],
      ['one', ['?']],
    ])
    const shown = withQuotations(
      resultsFrom(people(12, { one: { options: ['a'] }, some: null, words: { text: 'x' } })),
      released,
    )
    expect(questionIn(shown, 'words').quotations).toEqual(['Ławki', 'Światła'])
    const hidden = withQuotations(
      resultsFrom(people(9, { one: { options: ['a'] }, some: null, words: { text: 'x' } })),
      released,
    )
    expect(questionIn(hidden, 'words').quotations).toEqual([])
  })

  test('a group is shown with its own figures once it is large enough', () => {
    const results = resultsFrom([
      ...people(12, { one: { options: ['a'] } }, { gender: 'girl' }),
      ...people(9, { one: { options: ['a'] } }, { gender: 'boy' }),
    ])
    expect(questionIn(results, 'one').groups).toEqual([
      expect.objectContaining({
        by: 'gender',
        id: 'girl',
        answered: { count: 12 },
        figures: expect.arrayContaining([expect.objectContaining({ id: 'a', people: { count: 12 } })]),
      }),
    ])
  })
})

describe('lines', () => {
  test('every kind of question has its lines, and a text has none', () => {
    const sizes = Object.fromEntries(
      questions.map((question) => [question.kind, linesOf(question, districts).length]),
    )
    expect(sizes).toEqual({
      single: 3,
      several: 4,
      text: 0,
      scale: 5,
      number: 10,
      ranking: 3,
      pairwise: 3,
      district: 3,
    })
  })

  test('versions are merged: the newest wording, every option anybody could choose, every question anybody was asked', () => {
    const one = questions[0] as Extract<Question, { kind: 'single' }>
    const older = {
      ...definition,
      questions: [
        { ...one, text: { pl: 'Stare?' }, options: [...one.options, { id: 'gone', label: { pl: 'dawne' } }] },
        questions[1]!,
      ],
    }
    const merged = mergeVersions([older, { ...definition, questions: [one] }])
    expect(merged.map(({ id }) => id)).toEqual(['one', 'some'])
    expect(merged[0]).toMatchObject({
      text: one.text,
      options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'gone' }],
    })
  })
})
