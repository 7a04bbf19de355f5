/** Doing together what is asked for at the same time: while one batch is under way, the next one collects. */

/** Some work for many items at once; the results stand in the order of the items. */
export type Many<T, R> = (items: readonly T[]) => Promise<readonly R[]>

const mostTogether = 100

/**
 * Gives single items to `many` in batches. Nobody waits for a batch to fill: an idle gatherer begins at once.
 * When a batch fails its items are tried one by one, so that one bad item harms no other.
 */
export function gather<T, R>(many: Many<T, R>): (item: T) => Promise<R> {
  let waiting: { item: T; resolve: (result: R) => void; reject: (error: unknown) => void }[] = []
  let isBusy = false
  const work = async (): Promise<void> => {
    isBusy = true
    while (waiting.length > 0) {
      // whatever else this round of the event loop brings goes along
      await new Promise(setImmediate)
      const batch = waiting.slice(0, mostTogether)
      waiting = waiting.slice(mostTogether)
      const results = await settle(many, batch.map(({ item }) => item))
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
