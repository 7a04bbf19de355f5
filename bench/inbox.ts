/**
 * What a kill costs those who write: updates by long polling, and the bot is killed again and again. Everybody writes once, so that a reply
 * belongs to its update beyond doubt, and a second turn of anybody's conversation is a doubled side effect.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startPeer, startProgram, type Child } from './platform/children.ts'
import { openSample } from './platform/consultation.ts'
import { openGrounds, type Grounds } from './platform/grounds.ts'
import { startTelegram, type Telegram } from './platform/telegram.ts'
import { between, untilQuiet } from './platform/waiting.ts'
import { atMost, machine, ratioOf, round, type Benchmark } from './report.ts'

interface Load {
  readonly perSecond: number
  readonly kills: number
  /** On average between two kills: long enough to start and to catch up. */
  readonly pauseMs: number
}

interface Kept {
  readonly updates: number
  readonly kills: number
  /** Updates nobody ever replied to. */
  readonly unanswered: number
  /** Replies beyond the first. */
  readonly repeated: number
  /** Side effects beyond the first of an update. */
  readonly doubled: number
}

/** grammY's own loop takes one update after the other, so more than this would only pile up. */
const sequentialPerSecond = 12
const quietMs = 8_000

export const inbox: Benchmark = async ({ isQuick, onProgress }) => {
  const load = isQuick
    ? { perSecond: 200, kills: 2, pauseMs: 5_000 }
    : { perSecond: 200, kills: 8, pauseMs: 7_000 }
  const grounds = await openGrounds()
  try {
    const ours = await keptByOurs(grounds, load)
    onProgress(`ours: ${said(ours)}`)
    const [runner, sequential] = await Promise.all([
      keptByPeer(grounds, 'runner', load),
      keptByPeer(grounds, 'start', { ...load, perSecond: sequentialPerSecond }),
    ])
    onProgress(`@grammyjs/runner: ${said(runner)}; bot.start: ${said(sequential)}`)
    return report(ours, { '@grammyjs/runner': runner, 'bot.start': sequential })
  } finally {
    await grounds.close()
  }
}

async function keptByOurs(grounds: Grounds, load: Load): Promise<Kept> {
  const ground = await grounds.add()
  const { context, environment, databaseUrl } = ground
  await openSample(context)
  return underKills(load, {
    start: ({ apiRoot }) =>
      startProgram('bot', {
        ...environment,
        TELEGRAM_BOT_TOKEN: '1000:our-bot',
        TELEGRAM_API_ROOT: apiRoot,
        // what is limited here is for other benchmarks
        TELEGRAM_MESSAGES_PER_SECOND: '1000',
      }),
    // the first turn of a conversation has the number 0
    doubled: () => sumOf(databaseUrl, 'select coalesce(sum(turn), 0) as n from session'),
  })
}

async function keptByPeer(grounds: Grounds, way: string, load: Load): Promise<Kept> {
  const databaseUrl = await grounds.bare()
  await sumOf(databaseUrl, 'create table act (person bigint not null)')
  return underKills(load, {
    start: ({ apiRoot }) => startPeer('polled', [way, databaseUrl, apiRoot]),
    doubled: () => sumOf(databaseUrl, 'select count(*) - count(distinct person) as n from act'),
  })
}

interface Side {
  readonly start: (telegram: Telegram) => Child
  readonly doubled: () => Promise<number>
}

async function underKills({ perSecond, kills, pauseMs }: Load, { start, doubled }: Side): Promise<Kept> {
  const telegram = await startTelegram()
  let child = start(telegram)
  await telegram.connected()
  const writing = keepWriting(telegram, perSecond)
  for (let left = kills; left > 0; left -= 1) {
    await sleep(between(0.5, 1.5) * pauseMs)
    await child.kill()
    child = start(telegram)
  }
  await sleep(pauseMs)
  const updates = await writing.end()
  await untilQuiet(() => telegram.arrivals.times.length + telegram.updates.unconfirmed, quietMs)
  const { reached, doubles } = telegram.arrivals.figures()
  await child.kill()
  const kept = { updates, kills, unanswered: updates - reached, repeated: doubles, doubled: await doubled() }
  await telegram.close()
  return kept
}

/** A new person at random moments, each with one word. */
function keepWriting({ updates }: Telegram, perSecond: number) {
  let people = 0
  let isEnding = false
  const run = async () => {
    for (
      let next = performance.now();
      !isEnding;
      next += (-Math.log(1 - Math.random()) * 1_000) / perSecond
    ) {
      const waitMs = next - performance.now()
      if (waitMs > 1) await sleep(waitMs)
      updates.push(10_000 + (people += 1), '/start')
    }
  }
  const running = run()
  return {
    end: async () => {
      isEnding = true
      await running
      return people
    },
  }
}

async function sumOf(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ n?: string }>(sql)
    return Number(rows[0]?.n ?? 0)
  } finally {
    await client.end()
  }
}

function report(ours: Kept, peers: Readonly<Record<string, Kept>>) {
  const harm = ({ unanswered, doubled, kills }: Kept) => (unanswered + doubled) / kills
  return {
    name: 'inbox',
    runs: ours.kills,
    ours: round(harm(ours)),
    peers: Object.fromEntries(Object.entries(peers).map(([name, kept]) => [name, round(harm(kept))])),
    ratio: ratioOf(harm(ours), harm(Object.values(peers)[0]!)),
    checks: [
      atMost('updates without a reply', ours.unanswered, 0),
      atMost('turns beyond the first of a person who wrote once', ours.doubled, 0),
    ],
    details: { unit: 'updates lost + side effects doubled per kill', ours, ...peers },
    machine: machine(),
  }
}

function said({ updates, kills, unanswered, repeated, doubled }: Kept): string {
  return `${updates} updates, ${kills} kills: ${unanswered} without a reply, ${doubled} doubled, ${repeated} replies twice`
}
