/** How a platform limits a bot, as pure code: a stand-in counts by one of these models, and a benchmark says by which. */

/** Asked for every request, at `now` in milliseconds: undefined lets it through, a number refuses it and is the seconds to wait. */
export type Limit = (now: number) => number | undefined

/** The models by name, each made for so many requests a second. */
export const limits = {
  /** As many at once as fit into one second, and from then on one for each that drips in: the nearest to what Telegram was seen to do. */
  'token bucket': (perSecond: number) => penalised(tokenBucket(perSecond)),
  /** Never more in any second, wherever it begins: the strictest reading of what Telegram writes. */
  'sliding window': (perSecond: number) => penalised(slidingWindow(perSecond)),
  /** Never more in a second of the clock: what Discord does for all of a bot's requests. */
  'fixed window': (perSecond: number) => penalised(fixedWindow(perSecond)),
} as const satisfies Readonly<Record<string, (perSecond: number) => Limit>>

export type LimitName = keyof typeof limits

/** Nothing is ever refused. */
export const unlimited: Limit = () => undefined

/** Telegram asks for a few seconds at first, and for longer when it is asked again before they are over. */
const penaltyMs = 5_000

type HasRoom = (now: number) => boolean

function penalised(hasRoom: HasRoom): Limit {
  let until = -Infinity
  return (now) => {
    if (now >= until && hasRoom(now)) return undefined
    until = now + penaltyMs
    return penaltyMs / 1_000
  }
}

function tokenBucket(perSecond: number): HasRoom {
  let left = perSecond
  let countedAt = 0
  return (now) => {
    left = Math.min(perSecond, left + ((now - countedAt) * perSecond) / 1_000)
    countedAt = now
    if (left < 1) return false
    left -= 1
    return true
  }
}

function slidingWindow(perSecond: number): HasRoom {
  const taken: number[] = []
  return (now) => {
    while (taken[0] !== undefined && now - taken[0] >= 1_000) taken.shift()
    if (taken.length >= perSecond) return false
    taken.push(now)
    return true
  }
}

/** So many in each window of the clock. */
export function fixedWindow(limit: number, windowMs = 1_000): HasRoom {
  let second = -Infinity
  let taken = 0
  return (now) => {
    if (Math.floor(now / windowMs) !== second) taken = 0
    second = Math.floor(now / windowMs)
    taken += 1
    return taken <= limit
  }
}
