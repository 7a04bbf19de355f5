/**
 * What it costs when Redis forgets everything, when it dies, and when the process that sends dies: with a million recipients and a hundred
 * thousand single messages waiting, seconds of silence by the stand-in's clock. The peer is BullMQ by itself with a dead worker.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { addSingles } from '../src/store/deliveries.ts'
import { announce, everybody } from './platform/announcing.ts'
import type { Arrivals } from './platform/arrivals.ts'
import { startTelegramBot } from './platform/bots.ts'
import { startPeer } from './platform/children.ts'
import { openGrounds, type BenchGround } from './platform/grounds.ts'
import { addPeople } from './platform/recipients.ts'
import { startRedis, type BenchRedis } from './platform/redis.ts'
import { startTelegram, type Telegram } from './platform/telegram.ts'
import { until } from './platform/waiting.ts'
import { atLeast, atMost, machine, round, type Benchmark } from './report.ts'

const perSecond = 30
/** How long sending is watched before and after each blow. */
const watchMs = 8_000
const longestMs = 120_000
const names = ['first', 'second'] as const

export const queueLoss: Benchmark = async ({ isQuick, onProgress }) => {
  const size = isQuick ? { people: 20_000, singles: 2_000 } : { people: 1_000_000, singles: 100_000 }
  const grounds = await openGrounds()
  const redis = await startRedis()
  const telegram = await startTelegram({ recipientOf })
  try {
    const ground = await grounds.add()
    await fill(ground, size)
    onProgress(`${size.people} recipients and ${size.singles} single messages wait`)
    const blows = await strike(ground, telegram, redis)
    onProgress(`silence: ${JSON.stringify(blows.silences)} s`)
    const peerSeconds = await takeoverOfBullMq(redis)
    return await report(ground, telegram.arrivals, blows, peerSeconds)
  } finally {
    await Promise.all([telegram.close(), redis.close()])
    await grounds.close()
  }
}

/** The same chat gets an announcement and a single message; they are told apart by how they begin. */
function recipientOf(chat: string, text: string): string {
  return `${text.startsWith(single) ? 'single' : 'bulk'} ${chat}`
}

const single = 'Reminder'

async function fill({ context }: BenchGround, { people, singles }: { people: number; singles: number }) {
  const { store } = context
  await addPeople(context, people)
  await announce(context, 'queue-loss', everybody)
  const rows = await store.db.$queryRaw<{ id: string }[]>`select id from person limit ${singles}`
  for (let from = 0; from < rows.length; from += 2_000)
    await addSingles(
      store.db,
      store.keyring,
      rows.slice(from, from + 2_000).map(({ id }) => ({
        recipientId: id,
        about: `reminder/${randomUUID()}`,
        reply: { parts: [{ text: { pl: single, en: single } }] },
      })),
    )
}

interface Blows {
  /** Seconds without a message, from the blow (of a dead Redis: from its return) to the next one. */
  readonly silences: { readonly flushed: number; readonly died: number; readonly killed: number }
  /** Messages doubled, and the longest silence in seconds, before the sender was killed. */
  readonly doublesBefore: number
  readonly longestBefore: number
}

async function strike(ground: BenchGround, telegram: Telegram, redis: BenchRedis): Promise<Blows> {
  const { arrivals } = telegram
  const settings = { QUEUE_URL: redis.url, TELEGRAM_MESSAGES_PER_SECOND: String(perSecond) }
  const bots = Object.fromEntries(
    names.map((name) => [name, startTelegramBot(ground, telegram, { name, settings })]),
  )
  await until(() => arrivals.times.length > perSecond, longestMs)
  await sleep(watchMs)
  const flushed = await silenceAfter(arrivals, () => redis.flush())
  await sleep(watchMs)
  await redis.kill()
  await sleep(watchMs)
  const died = await silenceAfter(arrivals, () => redis.start())
  await sleep(watchMs)
  const doublesBefore = arrivals.figures().doubles
  const longestBefore = Math.max(...arrivals.times.slice(1).map((at, n) => at - arrivals.times[n]!)) / 1_000
  const killed = await silenceAfter(arrivals, () => bots[telegram.sender()]!.kill())
  await sleep(watchMs)
  await Promise.all(Object.values(bots).map((bot) => bot.stop()))
  return { silences: { flushed, died, killed }, doublesBefore, longestBefore }
}

async function silenceAfter(arrivals: Arrivals, blow: () => Promise<void>): Promise<number> {
  await blow()
  const struckAt = performance.now()
  const before = arrivals.times.length
  await until(() => arrivals.times.length > before, longestMs)
  return ((arrivals.times[before] ?? Infinity) - struckAt) / 1_000
}

/** Two workers, one killed in the middle of its jobs: seconds until another takes one of them. */
async function takeoverOfBullMq({ url }: BenchRedis): Promise<number> {
  const queue = new Queue('jobs', { connection: { url, maxRetriesPerRequest: null } })
  const doomed = startPeer('jobs', [url])
  await queue.addBulk(
    Array.from({ length: 20 }, (_, n) => ({ name: 'job', data: {}, opts: { jobId: `job-${n}` } })),
  )
  await doomed.says()
  await doomed.kill()
  const killedAt = performance.now()
  const survivor = startPeer('jobs', [url])
  await survivor.says()
  const seconds = (performance.now() - killedAt) / 1_000
  await survivor.kill()
  await queue.close()
  return seconds
}

async function report(
  ground: BenchGround,
  arrivals: Arrivals,
  { silences, doublesBefore, longestBefore }: Blows,
  peerSeconds: number,
) {
  const claimed = await accepted(ground)
  const { taken, reached } = arrivals.figures()
  const share = arrivals.recipients().filter((one) => one.startsWith('single')).length / reached
  return {
    name: 'queue-loss',
    runs: 1,
    ours: round(silences.killed),
    peers: { 'BullMQ, lock and stalled check as they come': round(peerSeconds) },
    ratio: round(silences.killed / peerSeconds),
    checks: [
      atMost('seconds to the next message after FLUSHALL', silences.flushed, 2),
      atMost('seconds to the next message after Redis came back', silences.died, 2),
      atMost('seconds without a message at most, as long as the sender lives', longestBefore, 2),
      atMost('seconds to the next message after the sender was killed', silences.killed, 5),
      atMost('said to be accepted and never arrived', Math.max(0, claimed - reached), 0),
      atMost('doubled before the sender was killed', doublesBefore, 0),
      atLeast('share of single messages, which go first', share, 0.85),
      atLeast('share of the announcement, which does not stop', 1 - share, 0.08),
    ],
    details: { unit: 'seconds until somebody else takes over from a killed process', messages: taken },
    machine: machine(),
  }
}

async function accepted({ context }: BenchGround): Promise<number> {
  return context.store.db.delivery.count({ where: { status: 'accepted' } })
}
