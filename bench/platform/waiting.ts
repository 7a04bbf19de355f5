/** Waiting for what a stand-in sees. */
import { setTimeout as sleep } from 'node:timers/promises'

/** Resolves once `isSo`, or after `mostMs` without it; says which. */
export async function until(isSo: () => boolean | Promise<boolean>, mostMs: number): Promise<boolean> {
  for (const endsAt = performance.now() + mostMs; !(await isSo()); await sleep(20))
    if (performance.now() > endsAt) return false
  return true
}

/** Resolves when `count()` has not changed for `quietMs`, or as soon as `isDone`. */
export async function untilQuiet(count: () => number, quietMs: number, isDone = () => false): Promise<void> {
  let last = -1
  let since = performance.now()
  await until(() => {
    if (count() !== last) since = performance.now()
    last = count()
    return isDone() || performance.now() - since >= quietMs
  }, Infinity)
}

/** A number between the two, each as likely. */
export function between(from: number, to: number): number {
  return from + Math.random() * (to - from)
}
