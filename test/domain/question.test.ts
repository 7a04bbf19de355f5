/** Every kind of question: what a tap, a selection or a text becomes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question, QuestionKind } from '../../src/domain/consultation.ts'
import { pairsOf, read, show, type Input } from '../../src/domain/question.ts'

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: { pl: id.toUpperCase() } }))
const asked = { id: 'q1', text: { pl: '?' }, routes: [] }
const around = { districts: [{ id: 'i', label: { pl: 'Stare Miasto' } }], seed: 7 }

const questions: { [K in QuestionKind]: Extract<Question, { kind: K }> } = {
  single: { ...asked, kind: 'single', options },
  several: {
    ...asked,
    kind: 'several',
    options: [...options, { id: 'none', label: { pl: 'nic' }, isExclusive: true }],
    max: 2,
  },
  scale: { ...asked, kind: 'scale', from: 1, to: 5, low: { pl: 'źle' }, high: { pl: 'dobrze' } },
  number: { ...asked, kind: 'number', min: 0, max: 100 },
  text: { ...asked, kind: 'text', maxChars: 20 },
  ranking: { ...asked, kind: 'ranking', options, top: 3 },
  pairwise: { ...asked, kind: 'pairwise', options, rounds: 3 },
  district: { ...asked, kind: 'district' },
}

/** What each kind takes, from an empty draft, and the answer it becomes. */
const taken: { [K in QuestionKind]: [Input, object] } = {
  single: [{ option: 'b' }, { answer: { options: ['b'] } }],
  several: [{ options: ['a', 'c'] }, { answer: { options: ['a', 'c'] } }],
  scale: [{ text: ' 3 ' }, { answer: { number: 3 } }],
  number: [{ text: '42' }, { answer: { number: 42 } }],
  text: [{ text: 'more trees' }, { answer: { text: 'more trees' } }],
  ranking: [{ option: 'c' }, { draft: ['c'] }],
  pairwise: [
    { option: pairsOf(questions.pairwise, 7)[0]![0] },
    { draft: [pairsOf(questions.pairwise, 7)[0]![0]] },
  ],
  district: [{ option: 'i' }, { answer: { options: ['i'] } }],
}

describe.each(Object.keys(questions) as QuestionKind[])('a question of kind %s', (kind) => {
  test('takes an answer', () => {
    const [input, expected] = taken[kind]
    expect(read(questions[kind], input, [], around)).toEqual(expected)
  })

  test('refuses an unknown option with words, never with silence', () => {
    expect(read(questions[kind], { option: 'nonsense' }, [], around)).toHaveProperty('refusal')
  })

  test('never throws, and every answer it accepts is one that it offers', () => {
    const inputs = fc.record(
      {
        option: fc.oneof(fc.string(), fc.constantFrom('a', 'b', 'none', 'i', '3')),
        options: fc.array(fc.constantFrom('a', 'b', 'c', 'none', 'x')),
        text: fc.string({ maxLength: 40 }),
        isDone: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(inputs, fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), (input, draft) => {
        const reading = read(questions[kind], input, draft, around)
        if (!('answer' in reading) || !reading.answer) return
        const offered = new Set(
          show(questions[kind], undefined, undefined, around).options.map(({ id }) => id),
        )
        if ('options' in reading.answer)
          expect(reading.answer.options.every((id) => offered.has(id))).toBe(true)
        if ('number' in reading.answer) expect(Number.isInteger(reading.answer.number)).toBe(true)
      }),
    )
  })
})

test('several answers are ticked and unticked one by one, up to the maximum', () => {
  const tap = (option: string, draft: readonly string[]) => read(questions.several, { option }, draft, around)
  expect(tap('a', [])).toEqual({ draft: ['a'] })
  expect(tap('b', ['a'])).toEqual({ draft: ['a', 'b'] })
  expect(tap('c', ['a', 'b'])).toHaveProperty('refusal')
  expect(tap('a', ['a', 'b'])).toEqual({ draft: ['b'] })
  expect(tap('none', ['a', 'b'])).toEqual({ draft: ['none'] })
  expect(tap('a', ['none'])).toEqual({ draft: ['a'] })
  expect(read(questions.several, { isDone: true }, ['a'], around)).toEqual({ answer: { options: ['a'] } })
  expect(read(questions.several, { isDone: true }, [], around)).toHaveProperty('refusal')
})

test('a ranking keeps the order of the taps and ends by itself when it is full', () => {
  expect(read(questions.ranking, { option: 'a' }, ['c', 'b'], around)).toEqual({
    answer: { options: ['c', 'b', 'a'] },
  })
  expect(read(questions.ranking, { option: 'b' }, ['c', 'b'], around)).toEqual({ draft: ['c'] })
})

test('a comparison of pairs ends after its rounds and keeps who won over whom', () => {
  const pairs = pairsOf(questions.pairwise, 7)
  const draft = pairs.slice(0, 2).map(([first]) => first)
  const last = pairs[2]!
  expect(read(questions.pairwise, { option: last[1] }, draft, around)).toEqual({
    answer: {
      pairs: [
        [pairs[0]![0], pairs[0]![1]],
        [pairs[1]![0], pairs[1]![1]],
        [last[1], last[0]],
      ],
    },
  })
})

test('every pair is shown before any is shown twice, whatever the seed', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const pairs = pairsOf({ ...questions.pairwise, rounds: 6 }, seed).map(([one, other]) =>
        [one, other].toSorted().join('-'),
      )
      expect(new Set(pairs).size).toBe(6)
    }),
  )
})

test('a text is measured in characters as people count them', () => {
  expect(read(questions.text, { text: '😀'.repeat(20) }, [], around)).toHaveProperty('answer')
  expect(read(questions.text, { text: '😀'.repeat(21) }, [], around)).toHaveProperty('refusal')
})
