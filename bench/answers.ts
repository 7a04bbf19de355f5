/**
 * Updates through a Telegram webhook → transaction committed → reply sent, against a bare grammY bot that does one INSERT per
 * update and replies. Same PostgreSQL with fsync, same stand-in, same messages, in turns. The bot of either side is a process
 * of its own, with the V8 flag of `npm start`; the stand-in counts and times what reaches it and knows neither.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startLocal } from '../src/store/local.ts'
import { startCrowd, type Crowd, type Lap } from './crowd.ts'
import { atLeast, atMost, machine, median, round, type Benchmark } from './report.ts'

const ourBot = fileURLToPath(new URL('./bots/ours.ts', import.meta.url))
const bareBot = fileURLToPath(new URL('./bots/bare.ts', import.meta.url))

interface Bot {
  readonly url: string
  ask(what: 'memory'): Promise<number>
  stop(): Promise<void>
}

export const answers: Benchmark = async ({ isQuick, onProgress }) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hejnal-bench-'))
  const database = await startLocal({ directory: path.join(folder, 'postgres') })
  const crowd = await startCrowd()
  try {
    const ours = await startBot(ourBot, database.url, crowd.apiRoot)
    const bare = await startBot(bareBot, database.url, crowd.apiRoot)
    const runs = isQuick ? 3 : 7
    const people = isQuick ? 120 : 400
    const laps = await alternate({ crowd, ours, bare, runs, people, onProgress })
    const idle = await idleCost(crowd, ours, isQuick ? 2_000 : 10_000, onProgress)
    await Promise.all([ours.stop(), bare.stop()])
    return report(laps, idle)
  } finally {
    await crowd.close()
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Laps {
  readonly ours: readonly Lap[]
  readonly bare: readonly Lap[]
}

async function alternate({
  crowd,
  ours,
  bare,
  runs,
  people,
  onProgress,
}: {
  crowd: Crowd
  ours: Bot
  bare: Bot
  runs: number
  people: number
  onProgress: (what: string) => void
}): Promise<Laps> {
  const laps: { ours: Lap[]; bare: Lap[] } = { ours: [], bare: [] }
  for (let run = -1; run < runs; run += 1) {
    const lap = { bare: await crowd.talk(bare.url, people), ours: await crowd.talk(ours.url, people) }
    onProgress(
      `${run < 0 ? 'warm-up' : `run ${run + 1}`}: ours ${Math.round(lap.ours.perSecond)}/s, bare ${Math.round(lap.bare.perSecond)}/s`,
    )
    if (run < 0) continue
    laps.ours.push(lap.ours)
    laps.bare.push(lap.bare)
  }
  return laps
}

/** Bytes of live memory in the bot's process for each conversation that was begun and left standing. */
async function idleCost(
  crowd: Crowd,
  bot: Bot,
  count: number,
  onProgress: (what: string) => void,
): Promise<{ bytes: number; count: number }> {
  const before = await bot.ask('memory')
  await crowd.greet(bot.url, count)
  const after = await bot.ask('memory')
  onProgress(`${count} idle conversations: ${Math.round(before / 1024)} kB → ${Math.round(after / 1024)} kB`)
  return { bytes: (after - before) / count, count }
}

function report({ ours, bare }: Laps, idle: { bytes: number; count: number }) {
  const figure = (laps: readonly Lap[], of: (lap: Lap) => number) => median(laps.map(of))
  const speed = { ours: figure(ours, (lap) => lap.perSecond), bare: figure(bare, (lap) => lap.perSecond) }
  const ratio = median(ours.map((lap, run) => lap.perSecond / bare[run]!.perSecond))
  const latency = (laps: readonly Lap[]) => ({
    p50Ms: round(figure(laps, (lap) => lap.p50Ms)),
    p99Ms: round(figure(laps, (lap) => lap.p99Ms)),
  })
  return {
    name: 'answers',
    runs: ours.length,
    ours: round(speed.ours),
    peers: { 'grammY + one INSERT': round(speed.bare) },
    ratio: round(ratio),
    checks: [
      atLeast('updates answered per second, ours ÷ bare grammY (median of pairs)', ratio, 0.5),
      atMost(
        'updates without a reply',
        ours.reduce((sum, lap) => sum + lap.unanswered, 0),
        0,
      ),
      atMost(`bytes of memory per idle conversation (${idle.count} of them)`, idle.bytes, 100),
    ],
    details: {
      unit: 'updates/s',
      'latency, ours': latency(ours),
      'latency, bare': latency(bare),
      ratios: ours.map((lap, run) => round(lap.perSecond / bare[run]!.perSecond)),
    },
    machine: machine(),
  }
}

async function startBot(script: string, databaseUrl: string, apiRoot: string): Promise<Bot> {
  const child = fork(script, [databaseUrl, apiRoot], {
    execArgv: ['--max-semi-space-size=64', '--import', 'tsx', '--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const url = String(await answerOf(child))
  return {
    url,
    ask: async (what) => {
      child.send(what)
      return Number(await answerOf(child))
    },
    stop: async () => {
      child.send('stop')
      await once(child, 'exit')
    },
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() =>
    Promise.reject(new Error('A bot of the benchmark ended; what it said is above.')),
  )
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [unknown]
  return answer
}
