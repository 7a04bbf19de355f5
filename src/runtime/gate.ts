/** How many of the same kind go on at once: hundreds of new connections, or of files in memory, starve each other. */

export interface Gate {
  /** Runs the task when there is room; an urgent one goes before all others that wait. */
  pass<T>(task: () => Promise<T>, isUrgent?: boolean): Promise<T>
}

/** A gate that lets `width` tasks run at once. */
export function createGate(width: number): Gate {
  const urgent: (() => void)[] = []
  const others: (() => void)[] = []
  let free = width

  async function pass<T>(task: () => Promise<T>, isUrgent = false): Promise<T> {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => (isUrgent ? urgent : others).push(resolve))
    try {
      return await task()
    } finally {
      const next = urgent.shift() ?? others.shift()
      if (next) next()
      else free += 1
    }
  }

  return { pass }
}
