/** The platform's second: how many of a bot's requests it may have counted in the last one, as far as their answers tell. */
import { createQueue } from './queue.ts'

/** A second, and a little for what two clocks round off. */
const secondMs = 1_001
/** How long a round trip is remembered at least; at most twice as long. */
const latelyMs = 10_000
/** How much one answer weighs in the mean. */
const weight = 1 / 16

export interface Second {
  /** A request leaves now, whether there is room for it or not. */
  start(): void
  /** What left at `startedAt` has been answered, or will not be any more. */
  end(startedAt: number, now: number): void
  /** When there is room for so many more; infinite as long as only an answer can tell. */
  roomAt(count: number, now: number): number
}

/**
 * A request keeps its place until the platform must have counted it a second ago. It did so, at the latest, the way back before the answer came, and
 * it counts whatever leaves now, at the earliest, the way there from now; the two ways together take no less than a round trip.
 */
export function createSecond(perSecond: number): Second {
  const most = Math.max(1, Math.floor(perSecond))
  const answeredAt = createQueue<number>()
  const trips = createTrips()
  let places = 0

  const freeAt = (answered: number) => answered + secondMs - trips.leastMs()

  const forget = (now: number) => {
    for (let at = answeredAt.first(); at !== undefined && freeAt(at) <= now; at = answeredAt.first()) {
      answeredAt.shift()
      places -= 1
    }
  }

  return {
    start: () => void (places += 1),
    end(startedAt, now) {
      trips.note(now - startedAt, now)
      answeredAt.push(now)
      forget(now)
    },
    roomAt(count, now) {
      forget(now)
      const missing = places + count - most
      return missing <= 0 ? -Infinity : freeAt(answeredAt.at(missing - 1) ?? Infinity)
    },
  }
}

/** What the shortest round trip is, to be on the safe side: below the shortest one lately by a quarter of what others took longer, and 0 while nothing is known. */
function createTrips() {
  let since = -Infinity
  let shortest = Infinity
  let shortestBefore = Infinity
  let meanExcessMs = 0

  return {
    note(ms: number, now: number) {
      if (now - since > latelyMs) {
        shortestBefore = now - since > 2 * latelyMs ? Infinity : shortest
        shortest = Infinity
        since = now
      }
      const known = Math.min(shortest, shortestBefore)
      shortest = Math.min(shortest, ms)
      // one answer alone says nothing of how far they differ: it may be all excess
      if (known === Infinity) meanExcessMs = 2 * ms
      else meanExcessMs += (ms - Math.min(known, ms) - meanExcessMs) * weight
    },
    leastMs(): number {
      const known = Math.min(shortest, shortestBefore)
      return known === Infinity ? 0 : Math.max(0, known - meanExcessMs / 4)
    },
  }
}
