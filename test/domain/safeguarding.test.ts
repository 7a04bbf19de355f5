import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { safeguardingOf } from '../../src/app/consultation-file/safeguarding-part.ts'
import type { SafeguardingValue } from '../../src/app/consultation-file/safeguarding-schema.ts'
import { isSafeWord, matchesIn, uncheckedLines } from '../../src/domain/safeguarding.ts'
import { normalise } from '../../src/domain/spelling.ts'
import { usualSafeguarding } from '../../src/domain/usual.ts'

const file = parse(
  readFileSync(new URL('../../prisma/seed/consultations.yaml', import.meta.url), 'utf8'),
) as { safeguarding: SafeguardingValue }
const { test_vectors: vectors } = file.safeguarding
const safeguarding = safeguardingOf(file.safeguarding)
const rules = (patterns: readonly (readonly string[])[], window = 6) => ({
  window,
  patterns: patterns.map((prefixes) => ({ category: 'need', prefixes })),
  routing: {},
})

describe('the sentences the patterns were tuned with', () => {
  test.each(vectors?.must_match ?? [])('“$text” is noticed as $category', ({ text, category }) =>
    expect(matchesIn(text, safeguarding)).toBe(category),
  )

  test.each((vectors?.must_not_match ?? []).filter((one) => !one.known_false_positive))(
    '“$text” is ordinary',
    ({ text }) => {
      expect(matchesIn(text, safeguarding)).toBeUndefined()
    },
  )

  test.each((vectors?.must_not_match ?? []).filter((one) => one.known_false_positive))(
    '“$text” is a false alarm, as known',
    ({ text }) => {
      expect(matchesIn(text, safeguarding)).toBeDefined()
    },
  )
})

describe('a pattern', () => {
  test('matches its words in any order, with others in between', () => {
    expect(matchesIn('to mnie on często bije', rules([['bij', 'mnie']]))).toBe('need')
  })

  test('does not reach beyond its window', () => {
    const far = (between: number) => `bije ${'słowo '.repeat(between)}mnie`
    expect(matchesIn(far(4), rules([['bij', 'mnie']], 6))).toBe('need')
    expect(matchesIn(far(5), rules([['bij', 'mnie']], 6))).toBeUndefined()
  })

  test('needs a different word for each of its beginnings', () => {
    expect(matchesIn('siebie', rules([['sie', 'siebie']]))).toBeUndefined()
    expect(matchesIn('siebie się', rules([['sie', 'siebie']]))).toBe('need')
  })

  test('begins words and does not sit inside them', () =>
    expect(matchesIn('niebije mnie', rules([['bij', 'mnie']]))).toBeUndefined())

  test('of the most pressing category wins', () => {
    const routing = {
      low: { opensCase: false, priority: 'none' },
      high: { opensCase: true, priority: 'immediate' },
    } as const
    const patterns = [
      { category: 'low', prefixes: ['sad'] },
      { category: 'high', prefixes: ['die'] },
    ]
    expect(matchesIn('sad, want to die', { window: 6, patterns, routing })).toBe('high')
  })
})

describe('words are compared', () => {
  test.each([
    ['NIE CHCĘ ŻYĆ!!!', 'nie chce zyc'],
    ['Łódź', 'lodz'],
    ["don’t DON'T donʼt", 'dont dont dont'],
    ['мене б’ють', 'мене бють'],
    ['Он бьёт', 'он бьет'],
    ['sa\u00ADmo\u200Bbój', 'samoboj'],
    ['…', ''],
  ])('%j as %j', (text, plain) => expect(normalise(text)).toBe(plain))

  test('the same once they are normalised', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => normalise(normalise(text)) === normalise(text)),
    )
  })

  test('whatever was typed, without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void matchesIn(text, safeguarding)))
  })
})

describe('the safe word', () => {
  test.each([
    'POMOC',
    'pomoc!',
    ' Help. ',
    'ДОПОМОГА',
    'sos sos',
    'допомо\u0301га',
    'p o m o c',
    'POMOOOC',
    'рoмoс',
    'h3lp',
  ])('%j calls for help', (text) => {
    expect(isSafeWord(text, safeguarding)).toBe(true)
    expect(isSafeWord(text, usualSafeguarding)).toBe(true)
  })

  test.each(['pomoc dla zwierząt', 'helping', '', '!', 'potrzebuję'])('%j does not', (text) =>
    expect(isSafeWord(text, safeguarding)).toBe(false),
  )
})

test('a helpline is unchecked when nobody has ever called it, or not for as long as the card says', () => {
  const line = (id: string, verifiedOn: string | null) => ({ id, number: '1', purpose: {}, verifiedOn })
  const card = {
    title: {},
    staleAfterDays: 180,
    lines: [line('never', null), line('on the day', '2026-05-29'), line('a day too long', '2026-05-28')],
  }
  expect(uncheckedLines(card, '2026-11-25').map(({ id }) => id)).toEqual(['never', 'a day too long'])
})
