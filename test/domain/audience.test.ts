import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactBand, isAdmitted, oldestAge, rangeOf, youngestAge } from '../../src/domain/audience.ts'
import { usualAbout, usualAgeBands } from '../../src/domain/usual.ts'

describe('a band of age', () => {
  test.each([
    ['u13', { from: youngestAge, to: 12 }],
    ['a13_15', { from: 13, to: 15 }],
    ['b16_18', { from: 16, to: 18 }],
    ['a27', { from: 27, to: oldestAge }],
    ['b_na', undefined],
    ['u10', undefined],
    ['a18_13', undefined],
    ['u13_15', undefined],
    ['young', undefined],
    ['', undefined],
  ])('%j tells its ages by its id', (id, range) => expect(rangeOf(id)).toEqual(range))
})

describe('who may answer', () => {
  const audience = { from: 10, to: 26 }

  test.each([
    ['u13', 10, 'yes'],
    ['u13', 13, 'too-young'],
    ['a13_15', 13, 'yes'],
    ['a16_17', 18, 'too-young'],
    ['a18_26', 18, 'yes'],
    ['a27', 10, 'too-old'],
    ['b_na', 10, 'too-young'],
  ] as const)('%s in a channel from %i: %s', (band, minAge, answer) =>
    expect(isAdmitted(band, { minAge, audience })).toBe(answer),
  )

  test('whoever is below a consultation for older people is too young for it', () => {
    expect(isAdmitted('u13', { minAge: 10, audience: { from: 13, to: 26 } })).toBe('too-young')
    expect(isAdmitted('a13_15', { minAge: 10, audience: { from: 13, to: 26 } })).toBe('yes')
  })

  test('nobody below the age of a channel ever gets in', () => {
    const ages = fc.integer({ min: 10, max: 30 })
    fc.assert(
      fc.property(ages, ages, ages, ages, ages, (minAge, one, other, from, to) => {
        const band = `a${Math.min(one, other)}_${Math.max(one, other)}`
        if (Math.min(one, other) < minAge)
          expect(
            isAdmitted(band, { minAge, audience: { from: Math.min(from, to), to: Math.max(from, to) } }),
          ).toBe('too-young')
      }),
    )
  })
})

describe('the band asked at the end', () => {
  const bands = usualAbout[0]?.options ?? []

  test('is known already where the band at the gate lies inside it, and asked where it does not', () => {
    expect(usualAgeBands.map(({ id }) => [id, exactBand(id, bands)])).toEqual([
      ['u13', 'b10_12'],
      ['a13_15', 'b13_15'],
      ['a16_17', 'b16_18'],
      ['a18_26', undefined],
      ['a27', undefined],
    ])
  })

  test('is asked when nobody knows what the gate meant', () =>
    expect(exactBand('b_na', bands)).toBeUndefined())
})
