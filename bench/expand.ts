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
import { atLeast, atMost, machine, median, quantile, round, type Benchmark } from './report.ts'

/** What a sender takes up at thirty messages a second. */
const horizon = 60
/** Looks in a round, and rounds: a checkpoint falls into one of them and stalls three looks, which is all that the p99 of a round is made of. */
const looks = 300
const rounds = 7
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

/** Goes on through the first and the last of them as a sender does, in turns, and times every look; round after round. */
async function takingUp(
  { context: { store, clock } }: BenchGround,
  number: number,
): Promise<readonly Found[]> {
  const from = { first: '00000000-0000-0000-0000-000000000000', last: 'f0000000-0000-0000-0000-000000000000' }
  const at = { ...from }
  const wanted = { channel: 'telegram', now: clock.now(), limit: horizon }
  const timeOf = async (where: 'first' | 'last') => {
    const begunAt = performance.now()
    const rows = await nextInBatch(store.db, store.keyring, number, at[where], wanted)
    const ms = performance.now() - begunAt
    at[where] = rows.length < horizon ? from[where] : rows.at(-1)!.recipientId
    return ms
  }
  const found: Found[] = []
  for (let count = 0; count < rounds; count += 1) {
    const times = { first: [] as number[], last: [] as number[] }
    for (let look = -20; look < looks; look += 1)
      for (const where of ['first', 'last'] as const) {
        const ms = await timeOf(where)
        if (look >= 0) times[where].push(ms)
      }
    found.push(times)
  }
  return found
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
  readonly found: readonly Found[]
  readonly peer: number
}

function report({ people, seconds, memory, found, peer }: Outcome) {
  const perSecond = people / seconds
  const p99 = found.map(({ first, last }) => ({ first: quantile(first, 0.99), last: quantile(last, 0.99) }))
  const slower = median(p99.map(({ first, last }) => last / first))
  return {
    name: 'expand',
    runs: 1,
    ours: round(perSecond),
    peers: { 'BullMQ addBulk': round(peer) },
    ratio: round(perSecond / peer),
    checks: [
      atLeast('rows per second', perSecond, 100_000),
      atMost(`p99 of taking up the last ${horizon} ÷ the first`, slower, 1.5),
      atMost('memory at the end ÷ after a tenth', memory.late / memory.early, 1.25),
    ],
    details: {
      unit: 'recipients/s',
      people,
      seconds: round(seconds),
      'taking up what is next, ms (p99, median of the rounds)': {
        first: round(median(p99.map(({ first }) => first))),
        last: round(median(p99.map(({ last }) => last))),
      },
      'last ÷ first in each round': p99.map(({ first, last }) => round(last / first)),
      'memory of the worker, MB': {
        'after a tenth': round(memory.early / 1e6),
        'at the end': round(memory.late / 1e6),
        'at most': round(memory.peak / 1e6),
      },
    },
    machine: machine(),
  }
}
