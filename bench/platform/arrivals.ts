/** What reached a platform: counted by its stand-in, which knows nothing of the bot, its database or its queue. */

/** One line of figures. */
export interface Figures {
  /** Messages that were taken. */
  readonly taken: number
  /** Recipients who got at least one. */
  readonly reached: number
  /** Messages beyond the first to the same recipient. */
  readonly doubles: number
  /** Requests that were refused for coming too fast. */
  readonly refused: number
  /** Messages per second as N ÷ (Δt + 1 s): an opening burst of a whole second's worth cannot flatter it. */
  readonly perSecond: number
  /** Messages per second after the first second, for runs too short to pay that second. */
  readonly sustained: number
}

export interface Arrivals {
  take(recipient: string): void
  refuse(): void
  /** As of the last arrival, or as of `until` for somebody who was stopped before the end. */
  figures(until?: number): Figures
  /** When each message was taken, in milliseconds of `performance.now()`. */
  readonly times: readonly number[]
  readonly reached: number
  /** Everybody who got at least one. */
  recipients(): readonly string[]
}

export function countArrivals(): Arrivals {
  const times: number[] = []
  const perRecipient = new Map<string, number>()
  let refused = 0
  return {
    times,
    get reached() {
      return perRecipient.size
    },
    recipients: () => [...perRecipient.keys()],
    take(recipient) {
      times.push(performance.now())
      perRecipient.set(recipient, (perRecipient.get(recipient) ?? 0) + 1)
    },
    refuse: () => void (refused += 1),
    figures: (until) => ({
      taken: times.length,
      reached: perRecipient.size,
      doubles: times.length - perRecipient.size,
      refused,
      ...rates(times, until),
    }),
  }
}

function rates(
  times: readonly number[],
  until = times.at(-1) ?? 0,
): Pick<Figures, 'perSecond' | 'sustained'> {
  const [first = until] = times
  const steadyFrom = first + 1_000
  const inOpening = times.findIndex((at) => at >= steadyFrom)
  const steady = inOpening === -1 ? 0 : times.length - inOpening
  return {
    perSecond: (times.length * 1_000) / (until - first + 1_000),
    sustained: (steady * 1_000) / (until - steadyFrom),
  }
}
