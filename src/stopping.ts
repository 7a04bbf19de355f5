/** How a process learns that it should end. */

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      resolve()
      for (const signal of signals) process.once(signal, () => process.exit(130))
    }
    for (const signal of signals) process.once(signal, stop)
  })
}

const signals = ['SIGINT', 'SIGTERM'] as const
