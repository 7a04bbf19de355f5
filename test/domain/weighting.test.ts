/** Weights: what must hold for any groups, and figures worked out by hand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectiveOf, mostWeight, weightsOf, type Stratum } from '../../src/domain/weighting.ts'
import { weightsByHand } from '../support/residents.ts'

const anyStrata: fc.Arbitrary<Stratum[]> = fc.array(
  fc.record({
    answered: fc.integer({ min: 1, max: 2000 }),
    residents: fc.integer({ min: 1, max: 100_000 }),
  }),
  { minLength: 2, maxLength: 18 },
)
const totalOf = (strata: readonly Stratum[], weights: readonly number[]) =>
  strata.reduce((sum, { answered }, index) => sum + answered * weights[index]!, 0)

describe('weights', () => {
  test('worked out by hand: half of the city, a quarter of the answers', () => {
    const strata = [
      { answered: 25, residents: 500 },
      { answered: 75, residents: 500 },
    ]
    const [few, many] = weightsOf(strata)
    expect([few, many]).toEqual([2, 2 / 3])
    // (25·2 + 75·⅔)² / (25·4 + 75·4⁄9) = 100² / 133⅓
    expect(effectiveOf(strata, [few!, many!])).toBe(75)
  })

  test('worked out by hand: the cap holds a small group back, and the others take the rest by their size', () => {
    const weights = weightsOf([
      { answered: 10, residents: 600 },
      { answered: 60, residents: 300 },
      { answered: 30, residents: 100 },
    ])
    // 10·3 are taken; the other 70 are shared 300 to 100 among 60 and 30 people
    expect(weights[0]).toBe(3)
    expect(weights[1]).toBeCloseTo((70 * 0.75) / 60, 12)
    expect(weights[2]).toBeCloseTo((70 * 0.25) / 30, 12)
  })

  test('are all one where the answers are as mixed as the city, and every answer is worth one', () => {
    const strata = [
      { answered: 20, residents: 2000 },
      { answered: 80, residents: 8000 },
    ]
    expect(weightsOf(strata)).toEqual([1, 1])
    expect(effectiveOf(strata, [1, 1])).toBe(100)
  })

  test('never exceed the cap, are one on average, and agree with another way of reckoning', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const weights = weightsOf(strata)
        const people = strata.reduce((sum, { answered }) => sum + answered, 0)
        expect(Math.max(...weights)).toBeLessThanOrEqual(mostWeight)
        expect(Math.min(...weights)).toBeGreaterThan(0)
        expect(totalOf(strata, weights) / people).toBeCloseTo(1, 9)
        const other = weightsByHand(strata)
        for (const [index, weight] of weights.entries()) expect(weight).toBeCloseTo(other[index]!, 6)
      }),
      { numRuns: 300 },
    )
  })

  test('keep the order of need: who is rarer among the answers than in the city counts for no less', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const weights = weightsOf(strata)
        const needs = strata.map(({ answered, residents }) => residents / answered)
        for (const [one, need] of needs.entries())
          for (const [other, lesser] of needs.entries())
            if (need > lesser) expect(weights[one]!).toBeGreaterThanOrEqual(weights[other]! - 1e-9)
      }),
    )
  })

  test('are worth no more answers than there are, and at least one', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const people = strata.reduce((sum, { answered }) => sum + answered, 0)
        const effective = effectiveOf(strata, weightsOf(strata))
        expect(effective).toBeGreaterThanOrEqual(1)
        expect(effective).toBeLessThanOrEqual(people)
      }),
    )
  })
})
