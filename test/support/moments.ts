/** Time that passes only when a test lets it, with timers that may come late as real ones do. */

export interface Moments {
  now(): number
  after(ms: number, task: () => void): () => void
  /** Lets time pass up to `ms` from now; everything that is due meanwhile happens in its order. */
  pass(ms: number): Promise<void>
  /** Timers that have not fired. */
  pending(): number
}

/** Begins at an arbitrary moment; `lateMs` says how late the next timer is. */
export function newMoments(lateMs: () => number = () => 0): Moments {
  let at = 5_000
  let count = 0
  const timers = new Map<number, { at: number; task: () => void }>()
  const settle = async () => {
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve()
  }
  const next = () => [...timers].toSorted(([, a], [, b]) => a.at - b.at)[0]
  return {
    now: () => at,
    after(ms, task) {
      const id = (count += 1)
      timers.set(id, { at: at + ms + lateMs(), task })
      return () => timers.delete(id)
    },
    async pass(ms) {
      const end = at + ms
      await settle()
      for (let timer = next(); timer && timer[1].at <= end; timer = next()) {
        timers.delete(timer[0])
        at = Math.max(at, timer[1].at)
        timer[1].task()
        await settle()
      }
      at = end
    },
    pending: () => timers.size,
  }
}
