/** Weights that make those who answered count as if their groups were as large as in the city. */

/** Nobody counts for more than so many people of the average: a few voices must not stand for a whole group. */
export const mostWeight = 3

/** One group: how many of it answered, and how many of it live in the city. Both at least one. */
export interface Stratum {
  readonly answered: number
  readonly residents: number
}

/**
 * The weight of a person of each group; the average over all people is 1 and none is above `mostWeight`.
 * What is cut off at the cap is given to the other groups in proportion (post-stratification with trimming).
 */
export function weightsOf(strata: readonly Stratum[]): number[] {
  const answered = sum(strata.map((one) => one.answered))
  const capped = new Set<number>()
  for (;;) {
    const free = strata.filter((_, index) => !capped.has(index))
    const taken = sum(strata.map((one, index) => (capped.has(index) ? mostWeight * one.answered : 0)))
    const perResident = (answered - taken) / sum(free.map(({ residents }) => residents))
    const weights = strata.map((one, index) =>
      capped.has(index) ? mostWeight : (perResident * one.residents) / one.answered,
    )
    const above = weights.flatMap((weight, index) => (weight > mostWeight ? [index] : []))
    if (above.length === 0) return weights
    for (const index of above) capped.add(index)
  }
}

/** So many answers of a simple random sample would be as sure (Kish: the squared sum of weights by the sum of their squares). */
export function effectiveOf(strata: readonly Stratum[], weights: readonly number[]): number {
  const total = sum(strata.map(({ answered }, index) => answered * weights[index]!))
  const squares = sum(strata.map(({ answered }, index) => answered * weights[index]! ** 2))
  // a billionth more, so that 100 does not come out as 99 by a rounding of the machine
  return Math.floor(total ** 2 / squares + 1e-9)
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
