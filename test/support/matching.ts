/** How good a matching is, compared with matching at random inside classes: exactly, and as a correlation. */

/** A person and a response that somebody thinks belong together. */
export type Matching = ReadonlyMap<string, string>

/** How many pairs are right. */
export function rightOnes(matching: Matching, truth: Matching): number {
  return [...matching].filter(([person, response]) => truth.get(person) === response).length
}

/**
 * The probability of at least so many right pairs when everybody is matched at random inside classes of these sizes: the number of
 * fixed points of a random permutation, exactly, and the sum over the classes by convolution.
 */
export function chanceOf(right: number, sizes: readonly number[]): number {
  let all = [1]
  for (const size of sizes) all = convolved(all, fixedPoints(size))
  return Math.min(
    1,
    all.slice(right).reduce((sum, one) => sum + one, 0),
  )
}

/** The probabilities of 0, 1, 2 … fixed points among `size`: (1/k!) · Σ (-1)^j/j! for j up to size - k. */
function fixedPoints(size: number): number[] {
  const inverse = [1]
  for (let n = 1; n <= size; n += 1) inverse.push(inverse[n - 1]! / n)
  return Array.from({ length: size + 1 }, (_, k) => {
    const left = inverse.slice(0, size - k + 1)
    return inverse[k]! * left.reduce((sum, one, j) => sum + (j % 2 ? -one : one), 0)
  })
}

function convolved(one: readonly number[], other: readonly number[]): number[] {
  const sum = Array.from({ length: one.length + other.length - 1 }, () => 0)
  for (const [i, a] of one.entries()) for (const [j, b] of other.entries()) sum[i + j]! += a * b
  return sum
}

/** How far two series go together: the correlation of their ranks, in standard deviations of what chance gives. */
export function together(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [centred(ranks(one)), centred(ranks(other))]
  const product = a.reduce((sum, value, index) => sum + value * b[index]!, 0)
  const size = Math.sqrt(square(a) * square(b))
  return size === 0 ? 0 : (product / size) * Math.sqrt(one.length - 1)
}

/** Equal values share the mean of their ranks. */
function ranks(values: readonly number[]): number[] {
  const sorted = values.toSorted((one, other) => one - other)
  const first = new Map<number, number>()
  const last = new Map<number, number>()
  for (const [index, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, index)
    last.set(value, index)
  }
  return values.map((value) => (first.get(value)! + last.get(value)!) / 2)
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return values.map((one) => one - mean)
}

function square(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one * one, 0)
}

/** The items by what `nameOf` says of them, in the order in which they come. */
export function grouped<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(nameOf(item))
    if (group) group.push(item)
    else groups.set(nameOf(item), [item])
  }
  return groups
}
