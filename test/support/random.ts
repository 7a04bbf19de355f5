/** Chance that can be repeated: the same seed gives the same choices. */

export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  isTrue(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** `count` different items, in random order. */
  some<T>(items: readonly T[], count: number): T[]
}

/** Mulberry32: small, even enough for tests, the same on every machine. */
export function chance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(items: readonly T[]) => items[Math.floor(next() * items.length)]!
  const some = <T>(items: readonly T[], count: number) => {
    const left = [...items]
    return Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(Math.floor(next() * left.length), 1)[0]!,
    )
  }
  return { next, pick, some, isTrue: (probability) => next() < probability }
}
