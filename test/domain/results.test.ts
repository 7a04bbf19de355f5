import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../src/domain/consultation.ts'
import { spreadOf } from '../../src/domain/figure.ts'
import { linesOf, mergeVersions } from '../../src/domain/line.ts'
import { publish, withQuotations, type Results } from '../../src/domain/results.ts'
import { isShown, type Cell } from '../../src/domain/suppression.ts'
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

/** A crowd five times over: large enough for much of it to be shown. */
const anyTown = anyCrowd.map((crowd) => Array.from({ length: 5 }, () => crowd).flat())
const someRuns = { numRuns: 40 }

describe('publishing', () => {
  test('no published count is below the threshold, whoever answered whatever', () => {
    fc.assert(
      fc.property(anyTown, (crowd) => {
        expect(countsIn(resultsFrom(crowd)).filter((count) => count < threshold)).toEqual([])
      }),
      someRuns,
    )
  })

  test('everything that is not kept back is what was counted by hand', () => {
    let compared = 0
    fc.assert(
      fc.property(anyTown, (crowd) => {
        const byHand = new Map(
          countByHand(questions, crowd)
            .counts.filter(({ by, isLoss }) => by === 'all' && !isLoss)
            .map(({ question, line, people: count }) => [`${question}/${line}`, count]),
        )
        for (const question of resultsFrom(crowd).questions)
          for (const { id, people: cell } of question.figures) {
            if (!isShown(cell)) continue
            compared += 1
            expect(cell).toEqual({ count: byHand.get(`${question.id}/${id}`) })
          }
      }),
      someRuns,
    )
    expect(compared).toBeGreaterThan(0)
  })

  test('of a group that is too small nothing is shown, whatever the others answered', () => {
    const small = fc.integer({ min: 0, max: threshold - 1 })
    const option = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(anyCrowd, small, option, (crowd, size, choice) => {
        const others = crowd.filter(({ district }) => district !== 'd3')
        const few = people(size, { one: { options: [choice] } }, { district: 'd3' })
        const shown = resultsFrom([...others, ...few]).questions.flatMap(({ groups }) => groups)
        expect(shown.filter(({ id }) => id === 'd3')).toEqual([])
      }),
      someRuns,
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
    const chose = (count: number, ...options: string[]) =>
      people(count, { one: { options: ['a'] }, some: { options } })
    const results = resultsFrom([
      ...chose(12, 'p', 'q'),
      ...chose(11, 'q'),
      ...chose(20, 'r', 's'),
      ...chose(20, 'p', 's', 'r'),
    ])
    expect(questionIn(results, 'some').answered).toEqual({ count: 63 })
    expect(figureIn(results, 'some', 'p')).toMatchObject({ people: { count: 32 }, share: 0.51 })
    expect(figureIn(results, 'some', 'q')).toMatchObject({ people: { count: 23 }, share: 0.37 })
  })

  test('of several choices the one that nearly everybody made is hidden: whoever did not make it could be known', () => {
    const chose = (count: number, ...options: string[]) =>
      people(count, { one: { options: ['a'] }, some: { options } })
    const results = resultsFrom([...chose(40, 'p', 'q'), ...chose(9, 'p')])
    expect(figureIn(results, 'some', 'q').people).toEqual({ isSuppressed: true })
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
    const withFew = questionIn(resultsFrom([...all.slice(1), ...all.slice(10)]), 'rate')
    expect(withFew.figures.filter(({ people: cell }) => isShown(cell))).not.toHaveLength(0)
    expect(withFew).not.toHaveProperty('mean')
  })

  test('numbers come in bands, without extremes', () => {
    const travelled = (minutes: number) =>
      people(12, { one: { options: ['b'] }, rate: { number: 3 }, minutes: { number: minutes } })
    const results = resultsFrom([0, 13, 26, 39, 52, 65, 78, 91, 104, 117].flatMap(travelled))
    expect(questionIn(results, 'minutes')).toMatchObject({ median: 58.5, quartiles: [26, 91] })
    expect(figureIn(results, 'minutes', '1')).toMatchObject({
      label: { pl: '13–25 min' },
      people: { count: 12 },
      share: 0.1,
    })
  })

  test('a median needs twice the threshold, quartiles four times, and no hidden band on one side', () => {
    const question = questions.find(({ id }) => id === 'minutes')!
    const spread = (count: number, hidden: readonly number[] = []) =>
      spreadOf(
        question,
        linesOf(question, districts).map((line, band) => ({
          ...line,
          people: (hidden.includes(band) ? { isSuppressed: true } : { count: 12 }) as Cell,
        })),
        { answered: { count } as Cell, quartiles: [26, 58.5, 91], threshold },
      )
    expect(spread(19)).toEqual({})
    expect(spread(20)).toEqual({ median: 58.5 })
    expect(spread(39)).toEqual({ median: 58.5 })
    expect(spread(40)).toEqual({ median: 58.5, quartiles: [26, 91] })
    expect(spread(120, [0, 1])).toEqual({ median: 58.5 })
    expect(spread(120, [2, 9])).toEqual({})
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
    const others = [
      ...compared(10, 'l', 'k'),
      ...compared(20, 'k', 'm'),
      ...compared(20, 'm', 'k'),
      ...compared(20, 'l', 'm'),
      ...compared(20, 'm', 'l'),
    ]
    const fair = resultsFrom([...compared(30, 'k', 'l'), ...others])
    expect(figureIn(fair, 'pairs', 'k')).toMatchObject({ people: { count: 50 }, share: 0.63 })
    const oneSided = resultsFrom([
      ...compared(30, 'k', 'l'),
      ...compared(30, 'k', 'm'),
      ...compared(20, 'l', 'm'),
      ...compared(20, 'm', 'l'),
    ])
    for (const option of ['k', 'l', 'm'])
      expect(figureIn(oneSided, 'pairs', option)).not.toHaveProperty('share')
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

  test('a group is shown with its own figures once it is large enough; one that is not takes another with it', () => {
    const answered = (count: number, gender: string) =>
      ['a', 'b', 'c'].flatMap((option) => people(count, { one: { options: [option] } }, { gender }))
    const groupsIn = (crowd: readonly Reply[]) =>
      questionIn(resultsFrom(crowd), 'one').groups.map(({ id, answered: cell, figures }) => ({
        id,
        counts: [cell, ...figures.map(({ people: one }) => one)].map((one) => isShown(one) && one.count),
      }))
    const girls = { id: 'girl', counts: [42, 14, 14, 14] }
    expect(groupsIn([...answered(14, 'girl'), ...answered(12, 'na'), ...answered(13, 'boy')])).toEqual([
      girls,
      { id: 'boy', counts: [39, 13, 13, 13] },
      { id: 'na', counts: [36, 12, 12, 12] },
    ])
    expect(groupsIn([...answered(14, 'girl'), ...answered(12, 'na'), ...answered(3, 'boy')])).toEqual([girls])
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
