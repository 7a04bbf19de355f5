/** How long somebody who writes to the bot waits for the reply: while nothing else is sent, and while an announcement is on its way. */
import { announce, everybody } from './platform/announcing.ts'
import { startTelegramBot } from './platform/bots.ts'
import { startPeer } from './platform/children.ts'
import { openSample } from './platform/consultation.ts'
import { openGrounds, type BenchGround } from './platform/grounds.ts'
import { freePort } from './platform/http.ts'
import { limits } from './platform/limits.ts'
import { addPeople } from './platform/recipients.ts'
import { startTelegram } from './platform/telegram.ts'
import { isVisitor, newVisitors } from './platform/visitors.ts'
import { until } from './platform/waiting.ts'
import { atLeast, atMost, machine, quantile, round, type Benchmark } from './report.ts'

/** Telegram's limit in bulk, and how many people write meanwhile. */
const perSecond = 30
const visitorsPerSecond = 6

interface Waits {
  readonly idle: readonly number[]
  readonly busy: readonly number[]
  /** Messages of the announcement per second meanwhile. */
  readonly bulkPerSecond: number
}

export const replies: Benchmark = async ({ isQuick, onProgress }) => {
  const phaseMs = isQuick ? 12_000 : 100_000
  const grounds = await openGrounds()
  try {
    onProgress(`people write for ${phaseMs / 1_000} s, and as long again under an announcement`)
    const [ours, theirs] = await Promise.all([
      waitsOfOurs(await grounds.add(), phaseMs),
      waitsOfPeer(phaseMs),
    ])
    return report(ours, theirs)
  } finally {
    await grounds.close()
  }
}

async function waitsOfOurs(ground: BenchGround, phaseMs: number): Promise<Waits> {
  const { context } = ground
  await openSample(context)
  await addPeople(context, recipientsFor(phaseMs))
  const port = await freePort()
  const site = await startVisited()
  const bot = startTelegramBot(ground, site.telegram, { settings: { WEB_PORT: String(port) } })
  await site.telegram.connected()
  const webhook = `http://127.0.0.1:${port}/telegram/webhook`
  const waits = await site.measure(webhook, phaseMs, () => announce(context, 'replies', everybody))
  await bot.kill()
  await site.telegram.close()
  return waits
}

async function waitsOfPeer(phaseMs: number): Promise<Waits> {
  const port = await freePort()
  const site = await startVisited()
  const bot = startPeer('shared', [site.telegram.apiRoot, String(port)])
  await bot.says()
  const waits = await site.measure(`http://127.0.0.1:${port}/`, phaseMs, () =>
    bot.tell(recipientsFor(phaseMs)),
  )
  await bot.kill()
  await site.telegram.close()
  return waits
}

/** Enough for the announcement not to end before the visits. */
function recipientsFor(phaseMs: number): number {
  return Math.ceil((perSecond * phaseMs) / 1_000) + 10 * perSecond
}

/** A stand-in and those who write to the bot behind it. */
async function startVisited() {
  const visitors = newVisitors()
  const telegram = await startTelegram({
    limit: limits['token bucket'](perSecond),
    onShown: (chat) => visitors.shown(chat),
    recipientOf: (chat) => (isVisitor(chat) ? undefined : chat),
  })
  const { arrivals } = telegram
  return {
    telegram,
    async measure(webhook: string, phaseMs: number, announceAll: () => unknown): Promise<Waits> {
      await visitors.visit(webhook, phaseMs / 5, visitorsPerSecond)
      const idle = await visitors.visit(webhook, phaseMs, visitorsPerSecond)
      await announceAll()
      await until(() => arrivals.times.length > perSecond, 30_000)
      const [before, begunAt] = [arrivals.times.length, performance.now()]
      const busy = await visitors.visit(webhook, phaseMs, visitorsPerSecond)
      const bulkPerSecond = ((arrivals.times.length - before) * 1_000) / (performance.now() - begunAt)
      return { idle, busy, bulkPerSecond }
    },
  }
}

function report(ours: Waits, theirs: Waits) {
  const p99 = (times: readonly number[]) => quantile(times, 0.99)
  return {
    name: 'replies',
    runs: 1,
    ours: round(p99(ours.busy)),
    peers: { 'grammY, all through one transformer-throttler': round(p99(theirs.busy)) },
    ratio: round(p99(ours.busy) / p99(theirs.busy)),
    checks: [
      atMost('p99 under an announcement ÷ p99 idle', p99(ours.busy) / p99(ours.idle), 1.1),
      // the replies take their share of the same limit
      atLeast(
        'what the announcement gets beside them, as a share of the rest of the limit',
        ours.bulkPerSecond / (perSecond - visitorsPerSecond),
        0.95,
      ),
    ],
    details: {
      unit: 'ms from the update to the reply on the screen, p99 under an announcement',
      ours: figuresOf(ours),
      peer: figuresOf(theirs),
    },
    machine: machine(),
  }
}

function figuresOf({ idle, busy, bulkPerSecond }: Waits) {
  const of = (times: readonly number[]) => ({
    p50: round(quantile(times, 0.5)),
    p99: round(quantile(times, 0.99)),
    replies: times.length,
  })
  return {
    idle: of(idle),
    'under an announcement': of(busy),
    'announcement, messages/s': round(bulkPerSecond),
  }
}
