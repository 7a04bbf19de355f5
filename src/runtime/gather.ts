/** Doing together what is asked for at the same time: while one batch is under way, the next one collects. */

import { setImmediate as nextRound, setTimeout as sleep } from 'node:timers/promises'

/** Some work for many items at once; the results stand in the order of the items. */
export type Many<T, R> = (items: readonly T[]) => Promise<readonly R[]>

const mostTogether = 100
/** When several came at once, more are on their way: a batch of twenty costs little more than a batch of two. */
const crowdedMs = 2

/**
 * Gives single items to `many` in batches. Somebody alone waits for nobody; in a crowd a batch collects for two milliseconds.
 * When a batch fails its items are tried one by one, so that one bad item harms no other.
 */
export function gather<T, R>(many: Many<T, R>): (item: T) => Promise<R> {
  let waiting: { item: T; resolve: (result: R) => void; reject: (error: unknown) => void }[] = []
  let isBusy = false
  let isCrowded = false
  const work = async (): Promise<void> => {
    isBusy = true
    while (waiting.length > 0) {
      await (isCrowded ? sleep(crowdedMs) : nextRound())
      const batch = waiting.slice(0, mostTogether)
      waiting = waiting.slice(mostTogether)
      isCrowded = batch.length > 1
      const results = await settle(
        many,
        batch.map(({ item }) => item),
      )
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index]!
        if (result.status === 'fulfilled') resolve(result.value)
        else reject(result.reason)
      }
    }
    isBusy = false
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isBusy) void work()
    })
}

async function settle<T, R>(many: Many<T, R>, items: readonly T[]): Promise<PromiseSettledResult<R>[]> {
  try {
    return (await many(items)).map((value) => ({ status: 'fulfilled', value }))
  } catch (reason) {
    if (items.length === 1) return [{ status: 'rejected', reason }]
    return Promise.allSettled(items.map(async (item) => (await many([item]))[0] as R))
  }
}
