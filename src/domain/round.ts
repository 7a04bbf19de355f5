/** Ways round: along which arcs people can be exchanged so that every junction has as many coming as going. */

/** An arc between two rows: how many people it can still gain or give, and what it costs to hide what stands on it. */
export interface Lane {
  readonly arc: number
  readonly from: number
  readonly to: number
  gain: number
  give: number
  readonly price: number
}

/** A way round: every lane with 1 (forwards) or -1 (against it). */
export interface Round {
  readonly steps: readonly { readonly lane: Lane; readonly sign: 1 | -1 }[]
  readonly price: number
  readonly room: number
}

/** The cheapest way round through `target` on which at least `least` people can go. */
export function roundOf(
  lanes: readonly Lane[],
  target: Lane,
  sign: 1 | -1,
  least: number,
): Round | undefined {
  const roomOn = (lane: Lane, way: 1 | -1) => (way > 0 ? lane.gain : lane.give)
  if (roomOn(target, sign) < least) return undefined
  const [start, goal] = sign > 0 ? [target.to, target.from] : [target.from, target.to]
  const best = new Map<number, { price: number; step?: { lane: Lane; sign: 1 | -1 } }>([
    [start, { price: 0 }],
  ])
  const settled = new Set<number>()
  for (let at: number | undefined = start; at !== undefined && at !== goal; at = nearest(best, settled)) {
    settled.add(at)
    const here = best.get(at)!.price
    for (const lane of lanes) {
      if (lane === target || (lane.from !== at && lane.to !== at)) continue
      const way = lane.from === at ? 1 : -1
      const there = way > 0 ? lane.to : lane.from
      const price = here + lane.price
      if (roomOn(lane, way) < least || price >= (best.get(there)?.price ?? Infinity)) continue
      best.set(there, { price, step: { lane, sign: way } })
    }
  }
  const last = best.get(goal)
  return (
    last && roundBack({ best, start, goal, first: { lane: target, sign }, price: last.price + target.price })
  )
}

function nearest(
  best: ReadonlyMap<number, { price: number }>,
  settled: ReadonlySet<number>,
): number | undefined {
  let found: number | undefined
  for (const [node, { price }] of best)
    if (!settled.has(node) && (found === undefined || price < best.get(found)!.price)) found = node
  return found
}

function roundBack(found: {
  best: ReadonlyMap<number, { step?: Round['steps'][number] }>
  start: number
  goal: number
  first: Round['steps'][number]
  price: number
}): Round {
  const steps = [found.first]
  for (let at = found.goal; at !== found.start;) {
    const step = found.best.get(at)!.step!
    steps.push(step)
    at = step.sign > 0 ? step.lane.from : step.lane.to
  }
  const room = Math.min(...steps.map(({ lane, sign }) => (sign > 0 ? lane.gain : lane.give)))
  return { steps, price: found.price, room }
}
