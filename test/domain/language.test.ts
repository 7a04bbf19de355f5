/** Which language a first message is answered in. */
import { describe, expect, test } from 'vitest'
import { guessed, languageOf } from '../../src/domain/language.ts'

describe('a first text', () => {
  test.each([
    ['hello', 'en'],
    ['Hi!', 'en'],
    ['HELP', 'en'],
    ['start', 'en'],
    ['How does it work?', 'en'],
    ['cześć', 'pl'],
    ['czesc', 'pl'],
    ['Dzień dobry', 'pl'],
    ['dzien dobry, jak to dziala', 'pl'],
    ['pomoc', 'pl'],
    ['/pomoc', 'pl'],
    ['chcę', 'pl'],
    ['Привіт', 'uk'],
    ['допоможіть', 'uk'],
    ['хочу ответить', 'uk'],
    ['/допомога', 'uk'],
  ])('"%s" is answered in %s', (text, locale) => expect(guessed(text)).toBe(locale))

  test.each([
    '',
    'ok',
    '1',
    '?!',
    'asdf',
    '/start',
    '/help',
    '/start c-safe-way-to-school',
    'ABCD-EFGH',
    '👋',
    'hej hi',
    undefined,
  ])('"%s" says nothing of its language', (text) => expect(guessed(text)).toBeUndefined())
})

test('what the platform says goes before what the words say', () => {
  expect(languageOf({ locale: 'uk', text: 'hello' })).toBe('uk')
  expect(languageOf({ locale: 'en-GB', text: 'cześć' })).toBe('en')
})

test('a platform’s language that is none of ours leaves it to the words', () => {
  expect(languageOf({ locale: 'de', text: 'hello' })).toBe('en')
})

test('without any sign it is Polish', () => {
  expect(languageOf({ text: '…' })).toBe('pl')
})
