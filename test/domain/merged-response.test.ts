/** Two passes through a consultation become one: what was answered where the code was typed counts. */
import { describe, expect, test } from 'vitest'
import type { Answer, Question } from '../../src/domain/consultation.ts'
import { mergedPass, type Pass } from '../../src/domain/merged-response.ts'

const word = (text: string) => ({ pl: text, en: text, uk: text })
const question = (id: string, routes: Question['routes'] = []): Question => ({
  id,
  kind: 'single',
  text: word(id),
  options: ['a', 'b'].map((option) => ({ id: option, label: word(option) })),
  routes,
})
/** Whoever says b to the first goes from it to the third. */
const questions = [
  question('q1', [{ when: { is: 'any', options: ['b'] }, goto: 'q3' }]),
  question('q2'),
  question('q3'),
]
const pass = (answers: Readonly<Record<string, string | null>>, isFinished = false): Pass => ({
  answers: new Map(
    Object.entries(answers).map(([id, option]): [string, Answer] => [
      id,
      option === null ? null : { options: [option] },
    ]),
  ),
  isFinished,
})
const merged = (here: Pass, there: Pass) => {
  const { answers, isFinished } = mergedPass(questions, here, there)
  const said = [...answers].map(([id, answer]) => [
    id,
    answer && 'options' in answer ? answer.options[0] : null,
  ])
  return { ...Object.fromEntries(said), isFinished }
}

describe('where both answered', () => {
  test('what was answered here counts, and what only the other place had is kept', () => {
    expect(merged(pass({ q1: 'a' }), pass({ q1: 'b', q2: 'b' }))).toEqual({
      q1: 'a',
      q2: 'b',
      isFinished: false,
    })
  })

  test('a question that was skipped here stays skipped', () => {
    expect(merged(pass({ q1: null }), pass({ q1: 'a' }))).toEqual({ q1: null, isFinished: false })
  })
})

describe('a pass that was finished', () => {
  test('stays finished, with the answers that lie on its way', () => {
    expect(merged(pass({ q1: 'b' }), pass({ q1: 'a', q2: 'a', q3: 'a' }, true))).toEqual({
      q1: 'b',
      q3: 'a',
      isFinished: true,
    })
  })

  test('is not finished any more where something is left to ask, and then nothing is lost', () => {
    expect(merged(pass({ q1: 'a' }), pass({ q1: 'b', q3: 'a' }, true))).toEqual({
      q1: 'a',
      q3: 'a',
      isFinished: false,
    })
  })

  test('here is kept as it is', () => {
    expect(merged(pass({ q1: 'b', q3: 'b' }, true), pass({ q1: 'a', q2: 'a', q3: 'a' }, true))).toEqual({
      q1: 'b',
      q3: 'b',
      isFinished: true,
    })
  })
})
