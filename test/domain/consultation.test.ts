/** The way through a consultation: routes, skipped questions, and how many are left. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isComplete,
  mostLeftAfter,
  pathOf,
  questionAfter,
  type Answer,
  type Question,
} from '../../src/domain/consultation.ts'

const options = ['x', 'y'].map((id) => ({ id, label: { pl: id } }))
const single = (id: string, routes: Question['routes'] = []): Question => ({
  id,
  kind: 'single',
  text: { pl: id },
  options,
  routes,
})
const questions: Question[] = [
  single('q1', [
    { when: { is: 'any', options: ['x'] }, goto: 'q3' },
    { when: { is: 'any', options: ['y'] }, goto: 'end' },
  ]),
  single('q2'),
  single('q3', [{ when: { is: 'always' }, goto: 'q5' }]),
  single('q4'),
  single('q5'),
]
const answered = (...pairs: [string, Answer][]) => new Map(pairs)
const ids = (path: readonly Question[]) => path.map(({ id }) => id)

test('a route leads on, no route means the next question, and a skipped question takes no conditional route', () => {
  expect(ids(pathOf(questions, answered(['q1', { options: ['x'] }])))).toEqual(['q1', 'q3'])
  expect(ids(pathOf(questions, answered(['q1', null])))).toEqual(['q1', 'q2'])
  expect(ids(pathOf(questions, answered(['q1', { options: ['x'] }], ['q3', null])))).toEqual([
    'q1',
    'q3',
    'q5',
  ])
})

test('a route to the end finishes the consultation', () => {
  expect(isComplete(questions, answered(['q1', { options: ['y'] }]))).toBe(true)
  expect(isComplete(questions, answered(['q1', { options: ['x'] }]))).toBe(false)
})

test('answers off the path do not count', () => {
  const answers = answered(['q1', { options: ['x'] }], ['q2', { options: ['x'] }])
  expect(ids(pathOf(questions, answers))).not.toContain('q2')
})

test('what is left is counted by the longest way', () => {
  expect(questions.map((question) => mostLeftAfter(questions, question))).toEqual([3, 2, 1, 1, 0])
})

test('however a person answers, the path only leads forward and what is left only shrinks', () => {
  const answer = fc.constantFrom<Answer>(null, { options: ['x'] }, { options: ['y'] })
  fc.assert(
    fc.property(fc.array(answer, { minLength: 5, maxLength: 5 }), (given) => {
      const answers = new Map<string, Answer>()
      let at: Question | undefined = questions[0]
      let left = Number.POSITIVE_INFINITY
      while (at) {
        expect(mostLeftAfter(questions, at)).toBeLessThan(left)
        left = mostLeftAfter(questions, at)
        answers.set(at.id, given[questions.indexOf(at)]!)
        at = questionAfter(questions, at, answers.get(at.id)!)
      }
      expect(isComplete(questions, answers)).toBe(true)
    }),
  )
})
