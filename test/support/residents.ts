/** A population for the consultation of `crowd.ts`, and the comparison of its results with it. */
import { comparableGroups, compare, type Comparison } from '../../src/domain/comparison.ts'
import type { Population } from '../../src/domain/population.ts'
import type { Results } from '../../src/domain/results.ts'
import { mostWeight, type Stratum } from '../../src/domain/weighting.ts'
import { definition, districts } from './crowd.ts'

/** More of `b10_12`, of boys and of the third district live there than take part in the cities of `city-of-answers.ts`. */
export const population: Population = {
  source: { pl: 'Urząd', en: 'City office', uk: 'Уряд' },
  year: 2026,
  isSample: false,
  total: 10_000,
  groups: [
    { by: 'age_band', id: 'b10_12', people: 6000 },
    { by: 'age_band', id: 'b13_15', people: 4000 },
    { by: 'gender', id: 'girl', people: 4900 },
    { by: 'gender', id: 'boy', people: 5100 },
    { by: 'district', id: 'd1', people: 3000 },
    { by: 'district', id: 'd2', people: 3000 },
    { by: 'district', id: 'd3', people: 4000 },
  ],
}

/** Every group of the consultation that the city has too. */
export const groups = comparableGroups({ definition, districts })

/** The results beside that population. */
export function comparedWith(results: Results, residents: Population = population): Comparison {
  return compare(results, groups, residents)
}

/** Weights by another way: the height at which all of them, cut off at the cap, come to the number of people. */
export function weightsByHand(strata: readonly Stratum[]): number[] {
  const people = strata.reduce((sum, { answered }) => sum + answered, 0)
  const at = (height: number) =>
    strata.map(({ answered, residents }) => Math.min(mostWeight, (height * residents) / answered))
  const reached = (height: number) =>
    at(height).reduce((sum, weight, index) => sum + weight * strata[index]!.answered, 0)
  let [low, high] = [0, mostWeight * people]
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2
    if (reached(middle) < people) low = middle
    else high = middle
  }
  return at(high)
}
