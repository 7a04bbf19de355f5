/** What has begun and is not done yet, so that closing can wait for it. */

export interface UnderWay {
  /** Hands the same promise on. */
  follow<T>(work: Promise<T>): Promise<T>
  /** Resolves when all that is under way now has ended, well or not. */
  finish(): Promise<void>
}

export function createUnderWay(): UnderWay {
  const works = new Set<Promise<unknown>>()
  return {
    async follow(work) {
      works.add(work)
      try {
        return await work
      } finally {
        works.delete(work)
      }
    },
    async finish() {
      await Promise.allSettled(works)
    },
  }
}
