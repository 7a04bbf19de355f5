/** Typing works wherever a button does. */
import { describe, expect, test } from 'vitest'
import type { Choice, Incoming, Outgoing } from '../../src/domain/message.ts'
import { understood } from '../../src/domain/typed.ts'

const choices: Choice[] = [
  { id: 'a:walk', label: 'pieszo', row: 'answer' },
  { id: 'a:bike', label: 'rowerem lub hulajnogą', row: 'answer' },
  { id: 's:skip', label: 'Pomiń', row: 'step' },
]
const shown: Outgoing = { text: '?', lang: 'pl', choices, pick: 'one' }
const typed = (text: string, prompt: Partial<Outgoing> = {}) =>
  understood({ id: '1', from: { channel: 'web', value: 'x' }, at: new Date(0), text } satisfies Incoming, [
    { ...shown, ...prompt },
  ])

describe('a typed message means the button', () => {
  test.each([
    ['2', 'a:bike'],
    ['2.', 'a:bike'],
    ['Pieszo', 'a:walk'],
    ['PIESZO!', 'a:walk'],
    ['rowerem lub hulajnoga', 'a:bike'],
    ['piesso', 'a:walk'],
    ['rowerem', 'a:bike'],
    ['pomin', 's:skip'],
  ])('%s', (text, choice) => expect(typed(text).choice).toBe(choice))
})

describe('a typed message stays a text', () => {
  test.each(['3', 'nie wiem', 'pie', '/help', ''])('%s', (text) => expect(typed(text).choice).toBeUndefined())

  test('when it is a negative number and the steps of a scale are offered', () => {
    const steps: Choice[] = [{ id: 'a:1', label: '1', row: 'answer' }]
    expect(typed('-1', { choices: steps }).choice).toBeUndefined()
    expect(typed('1!', { choices: steps }).choice).toBe('a:1')
  })

  test('when a text is expected and it only looks like a button', () => {
    expect(typed('2', { expects: 'text' }).choice).toBeUndefined()
    expect(typed('piesso', { expects: 'text' }).choice).toBeUndefined()
    expect(typed('Pomiń', { expects: 'text' }).choice).toBe('s:skip')
  })
})

test('several numbers are a whole selection', () => {
  expect(typed('1, 2', { pick: 'several', max: 2 }).choices).toEqual(['a:walk', 'a:bike'])
  expect(typed('1, 9', { pick: 'several', max: 2 }).choices).toBeUndefined()
})
