/** Clears away what a test has started. */
import { afterAll, onTestFinished } from 'vitest'

const left: (() => Promise<void>)[] = []

// Registered on import, before the file's own: it runs after them, and also for what a `beforeAll` has started.
afterAll(async () => {
  for (const work of left.toReversed()) await work()
})

/** Runs `work` when the test that calls this is over, or outside a test, when its file is. */
export function afterwards(work: () => Promise<void>): void {
  try {
    onTestFinished(work)
  } catch {
    left.push(work)
  }
}
