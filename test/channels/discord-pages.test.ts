import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escape, render, split } from '../../src/channels/discord/markdown.ts'
import { decode, encode } from '../../src/channels/discord/mark.ts'
import { pagesOf } from '../../src/channels/discord/pages.ts'
import type { Choice, Outgoing } from '../../src/domain/message.ts'
import { requestFault } from '../support/discord-schema.ts'
import { acceptMessage } from '../support/discord/limits.ts'
import { shown } from '../support/discord/markdown.ts'
import { words } from '../support/discord/stage.ts'

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('*_~`|<>#[]()-+\\ \n.@ą🎺\u202e'), 'https://a.b/c_d ', '<@1>'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
  maxLength: 5_000,
  size: 'max',
})
const label = fc.string({ minLength: 1, maxLength: 150, size: 'max' }).filter((text) => text.trim() !== '')
const choice: fc.Arbitrary<Choice> = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9:_-]{1,60}$/),
    label,
    isPicked: fc.boolean(),
    row: fc.constantFrom('answer' as const, 'answer' as const, 'answer' as const, 'help' as const),
    start: fc.stringMatching(/^[a-z0-9-]{1,60}$/),
  },
  { requiredKeys: ['id', 'label', 'isPicked', 'row'] },
)
const step = fc.record({ id: fc.stringMatching(/^[a-z]{1,20}$/), label, row: fc.constant('step' as const) })
const outgoing: fc.Arbitrary<Outgoing> = fc
  .record(
    {
      text: anyText,
      lang: fc.constantFrom('pl', 'en', 'uk'),
      answers: fc.array(choice, { maxLength: 130, size: 'max' }),
      steps: fc.array(step, { maxLength: 5, size: 'max' }),
      pick: fc.constantFrom('one' as const, 'several' as const),
      max: fc.integer({ min: 1, max: 200 }),
      expects: fc.constantFrom('text' as const, 'number' as const),
      maxChars: fc.integer({ min: 1, max: 10_000 }),
    },
    { requiredKeys: ['text', 'lang', 'answers', 'steps'] },
  )
  .map(({ answers, steps, ...message }) => ({ ...message, choices: [...onlyOneHelp(answers), ...steps] }))

function onlyOneHelp(choices: readonly Choice[]): Choice[] {
  return choices.map((each, index) =>
    each.row === 'help' && index > 0 ? { ...each, row: 'answer' as const } : each,
  )
}

test('whatever is said fits into what Discord takes', () => {
  fc.assert(
    fc.property(outgoing, (message) => {
      for (const { body, files } of pagesOf(message, words)) {
        acceptMessage(body, files.length)
        expect(requestFault('followUp', body)).toBeUndefined()
      }
    }),
    { numRuns: 300 },
  )
})

test('any text is shown as it was written', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[\ue000-\uf8ff]/g, '')
      expect(shown(escape(wellFormed))).toBe(wellFormed)
    }),
    { numRuns: 500 },
  )
})

test('splitting loses only the white space at the borders', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 20, max: 400 }), (text, max) => {
      const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD')
      const pieces = split({ text: wellFormed, marks: [] }, max)
      expect(pieces.every((piece) => render(piece).length <= max)).toBe(true)
      expect(
        pieces
          .map((piece) => piece.text)
          .join('')
          .replace(/\s/gu, ''),
      ).toBe(wellFormed.replace(/\s/gu, ''))
    }),
  )
})

test('a button means the same after any restart', () => {
  const marks = [
    { kind: 'choice', id: 'a:b:c' },
    { kind: 'start', payload: 'c-safe-way' },
    { kind: 'write', expects: 'number', maxChars: 200, lang: 'uk' },
    { kind: 'one', menu: 0 },
    { kind: 'several', menu: 2 },
    { kind: 'gather', menu: 3 },
    { kind: 'hand-over' },
  ] as const
  expect(marks.map((mark) => decode(encode(mark)))).toEqual(marks)
})

test('an answer that is longer than Discord takes in a form is asked for within its limit', () => {
  expect(decode('m:text:99999:pl')).toEqual({ kind: 'write', expects: 'text', maxChars: 4000, lang: 'pl' })
  expect(decode('m:text:-1:pl')).toMatchObject({ maxChars: 4000 })
})
