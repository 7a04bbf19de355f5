/** What a tick of reminders costs when a million deadlines are open and when ten thousand are, and what it costs to have them and to move them; the peer is a delayed job for each. */
import { deadlinesChanged } from '../src/store/deadlines.ts'
import type { Usage } from './bots/probe.ts'
import { startPeer, type Child } from './platform/children.ts'
import { addDeadlines, makeDue, someDeadlines, type Stored } from './platform/deadlines.ts'
import { delayJobs, type Delayed } from './platform/delayed.ts'
import { openGrounds, type BenchGround, type Grounds } from './platform/grounds.ts'
import { atMost, machine, median, round, type Benchmark } from './report.ts'

/** A Tuesday; every tick that is timed falls on a later working day of its own. */
const firstDay = '2027-03-02'
const dueAtOnce = 2_000
const entitiesAtOnce = 100
const moved = 1_000
const hourMs = 3_600_000

export const reminders: Benchmark = async ({ isQuick, onProgress }) => {
  const sizes = isQuick ? { few: 10_000, many: 100_000 } : { few: 10_000, many: 1_000_000 }
  const ticks = isQuick ? 5 : 11
  const grounds = await openGrounds({ max_wal_size: '4GB' })
  try {
    const few = await open(grounds, sizes.few)
    const many = await open(grounds, sizes.many)
    onProgress(`${sizes.many} deadlines stored in ${round(many.stored.seconds)} s`)
    const times = await inTurns(few, many, ticks)
    onProgress(`ticks: ${JSON.stringify(times)} ms`)
    const usage = { few: await few.child.usage(), many: await many.child.usage() }
    const move = await moving(many, ticks)
    await Promise.all([few.child.stop(), many.child.stop()])
    const peer = await delayJobs(sizes.many, moved)
    onProgress(`delayed jobs: ${JSON.stringify(peer)}`)
    return report({ times, move, usage, stored: many.stored, peer })
  } finally {
    await grounds.close()
  }
}

interface Side {
  readonly ground: BenchGround
  readonly stored: Stored
  readonly child: Child
}

async function open(grounds: Grounds, count: number): Promise<Side> {
  const ground = await grounds.add()
  const stored = await addDeadlines(ground, count, '2027-06-01')
  const child = startPeer('remind', [ground.databaseUrl, ground.environment['CONTACT_KEY']!])
  await child.says()
  return { ground, stored, child }
}

interface Times {
  readonly few: readonly number[]
  readonly many: readonly number[]
  /** The first tick of a day, with a million: it looks through what recurs. */
  readonly mornings: readonly number[]
}

/** The same number is due on both sides, one after the other; the first tick of each warms up. */
async function inTurns(few: Side, many: Side, ticks: number): Promise<Times> {
  const times = { few: [] as number[], many: [] as number[], mornings: [] as number[] }
  for (let tick = 0; tick <= ticks; tick += 1)
    for (const [name, side] of Object.entries({ few, many }) as ['few' | 'many', Side][]) {
      const now = openingOf(tick)
      await makeDueAt(side, tick, now)
      const morning = await timed(side.child, new Date(now.getTime() - 4 * hourMs))
      const ms = await timed(side.child, now)
      if (tick === 0) continue
      times[name].push(ms)
      if (name === 'many') times.mornings.push(morning)
    }
  return times
}

async function makeDueAt({ ground }: Side, tick: number, now: Date): Promise<void> {
  const due = { first: tick * entitiesAtOnce, entities: entitiesAtOnce, on: dayOf(now, 7), at: now }
  const count = await makeDue(ground.databaseUrl, due)
  if (count !== dueAtOnce) throw new Error(`${count} deadlines are due instead of ${dueAtOnce}`)
}

interface Moving {
  readonly statementMs: number
  /** The tick that then looks at all of them again. */
  readonly tickMs: number
}

async function moving({ ground, child }: Side, tick: number): Promise<Moving> {
  const ids = await someDeadlines(ground.databaseUrl, moved)
  const now = openingOf(tick + 1)
  await timed(child, now)
  const begunAt = performance.now()
  await ground.context.store.transaction(async (tx) => {
    await tx.$executeRaw`
      update deadline set due_on = '2030-02-01', reminded_at = null, asked_on = null, acknowledged_at = null where id = any(${ids.map(String)}::bigint[])`
    await deadlinesChanged(tx, ids, now)
  })
  const statementMs = performance.now() - begunAt
  return { statementMs, tickMs: await timed(child, new Date(now.getTime() + 60_000)) }
}

async function timed(child: Child, now: Date): Promise<number> {
  child.tell({ now })
  return ((await child.says()) as { ms: number }).ms
}

/** Nine in the morning, on Tuesday to Friday of one week after the other: seven days later nobody is free. */
function openingOf(tick: number): Date {
  const days = Math.floor(tick / 3) * 7 + (tick % 3)
  return new Date(Date.parse(`${firstDay}T08:30:00Z`) + days * 86_400_000)
}

function dayOf(instant: Date, daysLater: number): string {
  return new Date(instant.getTime() + daysLater * 86_400_000).toISOString().slice(0, 10)
}

interface Outcome {
  readonly times: Times
  readonly move: Moving
  readonly usage: { readonly few: Usage; readonly many: Usage }
  readonly stored: Stored
  readonly peer: Delayed
}

function report({ times, move, usage, stored, peer }: Outcome) {
  const moveMs = move.statementMs + move.tickMs
  const tick = { few: median(times.few), many: median(times.many) }
  return {
    name: 'reminders',
    runs: times.many.length,
    ours: round(moveMs),
    peers: { 'BullMQ changeDelay': round(peer.movingMs) },
    ratio: round(moveMs / peer.movingMs),
    checks: [
      atMost(`a tick with ${dueAtOnce} due of ${stored.deadlines} ÷ of 10000`, tick.many / tick.few, 1.5),
      atMost(
        'memory of the ticking process at most ÷ with 10000',
        usage.many.peakRss / usage.few.peakRss,
        1.25,
      ),
    ],
    details: {
      unit: `ms to move ${moved} dates`,
      'tick, ms (median)': { few: round(tick.few), many: round(tick.many) },
      'first tick of a day, ms (median)': round(median(times.mornings)),
      'of these, ms': { statement: round(move.statementMs), 'next tick': round(move.tickMs) },
      'memory of the ticking process at most, MB': round(usage.many.peakRss / 1e6),
      'to store a deadline with all of its steps, bytes': round(stored.bytesEach),
      'a delayed job of BullMQ for one step, bytes': round(peer.bytesEach),
      'to have them all, s': { ours: round(stored.seconds), BullMQ: round(peer.seconds) },
    },
    machine: machine(),
  }
}
