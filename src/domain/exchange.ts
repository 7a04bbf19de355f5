/** Exchanges: other worlds that look the same in everything shown, and how far a hidden count moves between them. */
import type { Arc } from './passage.ts'
import { roundOf, type Lane, type Round } from './round.ts'

/** Counts of some people along the arcs of a passage, and which of them nobody is told. */
export interface Row {
  readonly by: string
  readonly id: string
  readonly counts: number[]
  /** By arc: hidden, or never published. */
  readonly isHidden: boolean[]
}

/** Arcs to hide in both rows so that a count moves further, and what each person that it moves costs. */
interface Cure {
  readonly arcs: readonly number[]
  readonly partner: Row | undefined
  readonly price: number
}

export interface Trial {
  /** How far the count moves with what is hidden now. */
  readonly width: number
  /** The cheapest. */
  readonly cure?: Cure
}

export interface Search {
  readonly arcs: readonly Arc[]
  readonly target: number
  readonly row: Row
  /** Who gives what the row gains: other rows; undefined is nobody, where everybody's own counts are hidden. */
  readonly partners: readonly (Row | undefined)[]
  /** What hiding a count costs; Infinity where it must not be. */
  readonly priceOf: (row: Row, arc: number) => number
  /** Whether an arc may change without a partner. */
  readonly isLoose: (arc: number) => boolean
  /** How many people could go such a way at once, of every other breakdown. */
  readonly limitOf: (giving: readonly number[]) => number
  readonly enough: number
}

/**
 * How far the count on `target` can move while every shown number stays as it is. People are exchanged between two rows
 * all along a way round the passage, so that totals, routes, and who skipped or stopped remain possible.
 * What is found is a lower bound: whoever tries to solve the tables is left with at least as much.
 */
export function tryExchanges(search: Search): Trial {
  const width = widthOf(search)
  if (width >= search.enough) return { width }
  const cures: Cure[] = []
  widthOf(search, cures)
  const cure = cures.toSorted((a, b) => a.price - b.price)[0]
  return cure ? { width, cure } : { width }
}

function widthOf(search: Search, cures?: Cure[]): number {
  let width = 0
  for (const sign of [1, -1] as const) {
    const world = [...search.row.counts]
    const attempt: Attempt = { search, sign, world, width, loose: 0, blocked: new Set() }
    for (const partner of search.partners) {
      const giver = partner && { ...partner, counts: [...partner.counts] }
      exchangeWith(attempt, giver)
      if (attempt.width >= search.enough) return attempt.width
      cures?.push(...curesWith(attempt, giver, partner))
    }
    width = attempt.width
  }
  return width
}

/** What has been moved so far in one direction. */
interface Attempt {
  readonly search: Search
  readonly sign: 1 | -1
  readonly world: number[]
  width: number
  /** People moved without a partner. */
  loose: number
  /** Arcs from which no more people can be taken without a partner. */
  readonly blocked: Set<number>
}

function exchangeWith(attempt: Attempt, giver: Row | undefined): void {
  const { search, sign, world } = attempt
  attempt.width += push(attempt, world, giver)
  if (!giver || sign < 0 || attempt.width >= search.enough || !search.isLoose(search.target)) return
  // What is hidden of everybody may be more: the giver has it, and passes it on.
  const topUp = { ...attempt, search: { ...search, row: giver }, blocked: new Set<number>() }
  push(topUp, giver.counts, undefined)
  attempt.loose = topUp.loose
  attempt.width += push(attempt, world, giver)
}

function curesWith(
  { search, sign, world, width, blocked }: Attempt,
  giver: Row | undefined,
  partner: Row | undefined,
): Cure[] {
  const missing = search.enough - width
  const lanes = lanesBetween(search, world, giver, Infinity)
  const target = lanes.find(({ arc }) => arc === search.target)
  if (!giver) for (const lane of lanes) if (blocked.has(lane.arc)) lane.give = 0
  return [missing, 1].flatMap((least) => {
    const round = target && roundOf(lanes, target, sign, least)
    if (!round || round.price === 0) return []
    const arcs = round.steps.filter(({ lane }) => lane.price > 0).map(({ lane }) => lane.arc)
    return [{ arcs, partner, price: round.price / Math.min(round.room, missing) }]
  })
}

/** Moves as many people as are missing, along ways on which nothing is shown. */
function push(attempt: Attempt, world: number[], giver: Row | undefined): number {
  const { search, sign, width, blocked } = attempt
  const lanes = lanesBetween(search, world, giver, 0)
  const target = lanes.find(({ arc }) => arc === search.target)
  let pushed = 0
  while (target && width + pushed < search.enough) {
    const round = roundOf(lanes, target, sign, 1)
    if (!round) break
    const free = giver ? Infinity : limitFor(search, round) - attempt.loose
    const moved = Math.min(round.room, search.enough - width - pushed, free)
    if (moved > 0) {
      move(round, moved, world, giver)
      pushed += moved
      if (!giver) attempt.loose += moved
    } else if (!blockGivers(round, target, blocked)) break
  }
  return pushed
}

function limitFor({ limitOf }: Search, { steps }: Round): number {
  const giving = steps.filter(({ sign }) => sign < 0).map(({ lane }) => lane.arc)
  return giving.length === 0 ? Infinity : limitOf(giving)
}

/** No further exchange takes from what others cannot give together; false when only the aim itself gives. */
function blockGivers({ steps }: Round, target: Lane, blocked: Set<number>): boolean {
  const givers = steps.filter(({ lane, sign }) => sign < 0 && lane !== target)
  for (const { lane } of givers) {
    lane.give = 0
    blocked.add(lane.arc)
  }
  return givers.length > 0
}

function move({ steps }: Round, people: number, world: number[], giver: Row | undefined): void {
  for (const { lane, sign } of steps) {
    lane.gain -= sign * people
    lane.give += sign * people
    world[lane.arc] = world[lane.arc]! + sign * people
    if (giver) giver.counts[lane.arc] = giver.counts[lane.arc]! - sign * people
  }
}

function lanesBetween(
  search: Search,
  world: readonly number[],
  giver: Row | undefined,
  dearest: number,
): Lane[] {
  const { arcs, row } = search
  const aim = arcs[search.target]!
  const isSeen = ({ kind, question, line }: Arc) => {
    const isAim = aim.kind === 'choice' && question === aim.question
    return kind === 'choice' || kind === 'without' ? isAim && line === aim.line : kind !== 'onward' || !isAim
  }
  const lanes: Lane[] = []
  for (let arc = 0; arc < arcs.length; arc += 1) {
    const { kind, from, to } = arcs[arc]!
    const isOpen = row.isHidden[arc] && (giver ? giver.isHidden[arc] : search.isLoose(arc))
    if (!isSeen(arcs[arc]!) || (!isOpen && dearest === 0)) continue
    const price = isOpen ? 0 : pricesOf(search, giver, arc)
    if (price === Infinity) continue
    const room = kind === 'without' ? roomWithout(search, world, giver) : { gain: Infinity, give: Infinity }
    const gain = Math.min(giver ? giver.counts[arc]! : Infinity, room.gain)
    lanes.push({ arc, from, to, gain, give: Math.min(world[arc]!, room.give), price })
  }
  return lanes
}

function pricesOf({ row, priceOf, isLoose }: Search, giver: Row | undefined, arc: number): number {
  const own = row.isHidden[arc] ? 0 : priceOf(row, arc)
  if (!giver) return isLoose(arc) ? own : Infinity
  return giver.isHidden[arc] ? own : own + priceOf(giver, arc)
}

/** Nobody makes more choices than allowed, and whoever answers makes one: that bounds how many can change theirs alone. */
function roomWithout(
  { arcs, target }: Search,
  world: readonly number[],
  partner: Row | undefined,
): { gain: number; give: number } {
  const own = slackOf(arcs, target, world)
  const other = partner ? slackOf(arcs, target, partner.counts) : { more: Infinity, fewer: Infinity }
  return { give: Math.min(own.more, other.fewer), gain: Math.min(own.fewer, other.more) }
}

function choosersOf(arcs: readonly Arc[], target: number, counts: readonly number[]) {
  const { question } = arcs[target]!
  const ours = [...arcs.keys()].filter((arc) => arcs[arc]!.question === question)
  const choices = ours.filter((arc) => arcs[arc]!.kind === 'choice')
  const answered = counts[ours.find((arc) => arcs[arc]!.kind === 'answered')!]!
  const alone = choices.filter((arc) => arcs[arc]!.isExclusive).reduce((sum, arc) => sum + counts[arc]!, 0)
  const free = choices.filter((arc) => !arcs[arc]!.isExclusive)
  return { free, people: answered - alone, made: free.reduce((sum, arc) => sum + counts[arc]!, 0) }
}

/** How many more, and how many fewer, could have made this choice with all others as they are. */
function slackOf(
  arcs: readonly Arc[],
  target: number,
  counts: readonly number[],
): { more: number; fewer: number } {
  const { free, people, made } = choosersOf(arcs, target, counts)
  const { most, isExclusive } = arcs[target]!
  const spare = most * people - made
  const fewer = Math.max(0, made - people)
  if (!isExclusive) return { more: Math.max(0, Math.min(people - counts[target]!, spare)), fewer }
  const busiest = Math.max(0, ...free.map((arc) => counts[arc]!))
  return { more: Math.max(0, Math.min(people - busiest, Math.floor(spare / most))), fewer }
}
