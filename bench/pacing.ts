/**
 * How close to the platform's limit many messages leave, and what it costs in refusals. At 30 a second nothing is short of a processor,
 * so ours under three models of the limit and the peers under one run side by side, each against a stand-in of its own.
 */
import { announce, everybody } from './platform/announcing.ts'
import { startTelegramBot } from './platform/bots.ts'
import { startPeer, type Child } from './platform/children.ts'
import { openGrounds, type Grounds } from './platform/grounds.ts'
import { limits, type LimitName } from './platform/limits.ts'
import { addPeople } from './platform/recipients.ts'
import { startRedis } from './platform/redis.ts'
import { startTelegram, type Telegram } from './platform/telegram.ts'
import { until } from './platform/waiting.ts'
import { atLeast, atMost, machine, round, type Benchmark } from './report.ts'

/** Telegram's limit for messages in bulk (core.telegram.org/bots/faq). */
const perSecond = 30
const bounds: Readonly<Record<LimitName, number>> = {
  'token bucket': 0.98,
  'fixed window': 0.98,
  'sliding window': 0.95,
}
const models = Object.keys(bounds) as LimitName[]
const ways = {
  'BullMQ limiter {30, 1000 ms}': 'bullmq',
  'grammY transformer-throttler': 'throttler',
  'grammY loop, 1 in flight': 'loop-1',
  'grammY loop, 3 in flight': 'loop-3',
} as const

interface Run {
  readonly telegram: Telegram
  readonly child: Child
}

export const pacing: Benchmark = async ({ isQuick, onProgress }) => {
  const people = isQuick ? 900 : 3_000
  const grounds = await openGrounds()
  const redis = await startRedis()
  try {
    const ours: Run[] = []
    for (const model of models) ours.push(await startOurs(grounds, model, people))
    const peers: Run[] = []
    for (const way of Object.values(ways)) peers.push(await startWay(way, people, redis.url))
    onProgress(`${people} recipients at ${perSecond}/s: ours three times, ${peers.length} peers`)
    const mostMs = (people / perSecond) * 2_000 + 60_000
    await until(() => ours.every(({ telegram }) => telegram.arrivals.reached === people), mostMs)
    const report = reportOn(ours, peers, people)
    await Promise.all([...ours, ...peers].map(({ child }) => child.kill()))
    await Promise.all([...ours, ...peers].map(({ telegram }) => telegram.close()))
    return report
  } finally {
    await redis.close()
    await grounds.close()
  }
}

async function startOurs(grounds: Grounds, model: LimitName, people: number): Promise<Run> {
  const telegram = await startTelegram({ limit: limits[model](perSecond) })
  const ground = await grounds.add()
  await addPeople(ground.context, people)
  await announce(ground.context, 'pacing', everybody)
  return { telegram, child: startTelegramBot(ground, telegram) }
}

async function startWay(way: string, people: number, redisUrl: string): Promise<Run> {
  const telegram = await startTelegram({ limit: limits['token bucket'](perSecond) })
  return { telegram, child: startPeer('bulk', [way, telegram.apiRoot, String(people), redisUrl]) }
}

function reportOn(ours: readonly Run[], peers: readonly Run[], people: number) {
  const now = performance.now()
  const figuresOf = ({ telegram: { arrivals } }: Run) =>
    arrivals.figures(arrivals.reached < people ? now : undefined)
  const ourFigures = ours.map(figuresOf)
  const theirs = peers.map(figuresOf)
  const names = Object.keys(ways)
  return {
    name: 'pacing',
    runs: 1,
    ours: round(ourFigures[0]!.perSecond / perSecond),
    peers: Object.fromEntries(names.map((name, n) => [name, round(theirs[n]!.perSecond / perSecond)])),
    ratio: round(ourFigures[0]!.perSecond / theirs[0]!.perSecond),
    checks: models.flatMap((model, n) => [
      atLeast(`share of ${perSecond}/s, ${model}`, ourFigures[n]!.perSecond / perSecond, bounds[model]),
      atMost(`refused with 429, ${model}`, ourFigures[n]!.refused, 0),
      atMost(
        `not reached or written to twice, ${model}`,
        people - ourFigures[n]!.reached + ourFigures[n]!.doubles,
        0,
      ),
    ]),
    details: {
      unit: 'share of the limit, N ÷ (Δt + 1 s), peers under the token bucket',
      'refused with 429': Object.fromEntries(names.map((name, n) => [name, theirs[n]!.refused])),
      'sustained after the first second': Object.fromEntries(
        models.map((model, n) => [model, round(ourFigures[n]!.sustained / perSecond)]),
      ),
    },
    machine: machine(),
  }
}
