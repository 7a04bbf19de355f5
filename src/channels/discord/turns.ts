/** One thing at a time for each person, everybody side by side. */

export interface Turns {
  /** Runs the task after everything this person did before. The task must not throw. */
  take(person: string, task: () => Promise<void>): void
  /** Counts something as under way that belongs to nobody's turn. */
  track(work: Promise<unknown>): void
  /** Resolves when nothing is under way any more. */
  finish(): Promise<void>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>()
  const underWay = new Set<Promise<unknown>>()

  function take(person: string, task: () => Promise<void>): void {
    const turn = (last.get(person) ?? Promise.resolve()).then(task)
    last.set(person, turn)
    track(turn.finally(() => last.get(person) === turn && last.delete(person)))
  }

  function track(work: Promise<unknown>): void {
    const settled = work.catch(() => {}).finally(() => underWay.delete(settled))
    underWay.add(settled)
  }

  async function finish(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  return { take, track, finish }
}
