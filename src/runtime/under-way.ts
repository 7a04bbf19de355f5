/** What has begun and not ended yet, so that closing can wait for it. */

export interface UnderWay {
  /** Counts `work` as under way until it ends, well or badly, and hands it on. */
  follow<T>(work: Promise<T>): Promise<T>
  /** Resolves when nothing is under way any more. */
  ended(): Promise<void>
}

/** Nothing is under way at first. */
export function underWay(): UnderWay {
  const works = new Set<Promise<unknown>>()
  return {
    follow(work) {
      const leave = () => void works.delete(work)
      works.add(work)
      work.then(leave, leave)
      return work
    },
    async ended() {
      while (works.size > 0) await Promise.allSettled(works)
    },
  }
}
