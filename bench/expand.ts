/** From an announcement to a row for each of ten million people: how fast, in how much memory, and whether the last are found as quickly as the first. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { nextInBatch } from '../src/store/queued.ts'
import type { Usage } from './bots/probe.ts'
import { approve, everybody } from './platform/announcing.ts'
import { startProgram, type Child } from './platform/children.ts'
import { openGrounds, type BenchGround } from './platform/grounds.ts'
import { addMillions } from './platform/millions.ts'
import { startRedis } from './platform/redis.ts'
import { atLeast, atMost, machine, quantile, round, type Benchmark } from './report.ts'

/** What a sender takes up at thirty messages a second. */
const horizon = 60
const looks = 300
/** For a peer whose jobs live in memory, a part of them says as much. */
const peerJobs = 200_000
const jobsAtOnce = 1_000

export const expand: Benchmark = async ({ isQuick, onProgress }) => {
  const people = isQuick ? 300_000 : 10_000_000
  const grounds = await openGrounds({ max_wal_size: '8GB' })
  try {
    const ground = await grounds.add()
    await addMillions(ground, people)
    onProgress(`${people} people are there`)
    const number = await approve(ground.context, 'expand', everybody)
    const worker = startProgram('worker', ground.environment)
    const memory = await untilExpanded(ground, number, worker)
    await worker.stop()
    const seconds = await secondsOf(ground, number)
    onProgress(`expanded in ${round(seconds)} s`)
    const found = await takingUp(ground, number)
    return report({
      people,
      seconds,
      memory,
      found,
      peer: await jobsPerSecond(isQuick ? peerJobs / 10 : peerJobs),
    })
  } finally {
    await grounds.close()
  }
}

interface Memory {
  /** Bytes after a tenth, at the end, and at most. */
  readonly early: number
  readonly late: number
  readonly peak: number
}

/** Ids are random, so the one that was reached last tells how much is done. */
async function untilExpanded({ context }: BenchGround, number: number, worker: Child): Promise<Memory> {
  let early: Usage | undefined
  for (;;) {
    const { checkpoint, expandedAt } = await context.store.db.announcement.findUniqueOrThrow({
      where: { number },
    })
    const usage = await worker.usage()
    if (checkpoint && checkpoint >= '19') early ??= usage
    if (expandedAt) return { early: (early ?? usage).rss, late: usage.rss, peak: usage.peakRss }
    await sleep(100)
  }
}

async function secondsOf({ context }: BenchGround, number: number): Promise<number> {
  const { startedAt, expandedAt } = await context.store.db.announcement.findUniqueOrThrow({
    where: { number },
  })
  return (expandedAt!.getTime() - startedAt!.getTime()) / 1_000
}

interface Found {
  readonly first: readonly number[]
  readonly last: readonly number[]
}

/** Goes through the first and the last of them as a sender does, in turns, and times every look. */
async function takingUp({ context: { store, clock } }: BenchGround, number: number): Promise<Found> {
  const times = { first: [] as number[], last: [] as number[] }
  const at = { first: '00000000-0000-0000-0000-000000000000', last: 'f0000000-0000-0000-0000-000000000000' }
  const wanted = { channel: 'telegram', now: clock.now(), limit: horizon }
  for (let look = -20; look < looks; look += 1)
    for (const where of ['first', 'last'] as const) {
      const begunAt = performance.now()
      const rows = await nextInBatch(store.db, store.keyring, number, at[where], wanted)
      if (look >= 0) times[where].push(performance.now() - begunAt)
      at[where] = rows.at(-1)?.recipientId ?? at[where]
    }
  return times
}

async function jobsPerSecond(count: number): Promise<number> {
  const redis = await startRedis()
  const queue = new Queue('bulk', { connection: { url: redis.url, maxRetriesPerRequest: null } })
  const begunAt = performance.now()
  for (let from = 0; from < count; from += jobsAtOnce)
    await queue.addBulk(
      Array.from({ length: jobsAtOnce }, (_, index) => ({ name: 'send', data: { recipient: from + index } })),
    )
  const perSecond = (count * 1_000) / (performance.now() - begunAt)
  await queue.close()
  await redis.close()
  return perSecond
}

interface Outcome {
  readonly people: number
  readonly seconds: number
  readonly memory: Memory
  readonly found: Found
  readonly peer: number
}

function report({ people, seconds, memory, found, peer }: Outcome) {
  const perSecond = people / seconds
  const p99 = { first: quantile(found.first, 0.99), last: quantile(found.last, 0.99) }
  return {
    name: 'expand',
    runs: 1,
    ours: round(perSecond),
    peers: { 'BullMQ addBulk': round(peer) },
    ratio: round(perSecond / peer),
    checks: [
      atLeast('rows per second', perSecond, 100_000),
      atMost(`p99 of taking up the last ${horizon} ÷ the first`, p99.last / p99.first, 1.5),
      atMost('memory at the end ÷ after a tenth', memory.late / memory.early, 1.25),
    ],
    details: {
      unit: 'recipients/s',
      people,
      seconds: round(seconds),
      'taking up what is next, ms (p99)': { first: round(p99.first), last: round(p99.last) },
      'memory of the worker, MB': {
        'after a tenth': round(memory.early / 1e6),
        'at the end': round(memory.late / 1e6),
        'at most': round(memory.peak / 1e6),
      },
    },
    machine: machine(),
  }
}
