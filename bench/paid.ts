/** What one process can carry when the platform's limit is lifted: messages a second through the whole path, and the share of a core they take. */
import { announce, everybody } from './platform/announcing.ts'
import { startTelegramBot } from './platform/bots.ts'
import { openGrounds } from './platform/grounds.ts'
import { limits } from './platform/limits.ts'
import { addPeople } from './platform/recipients.ts'
import { startTelegram } from './platform/telegram.ts'
import { until } from './platform/waiting.ts'
import { atLeast, atMost, machine, round, type Benchmark } from './report.ts'

/** What Telegram allows against payment (`allow_paid_broadcast`). */
const perSecond = 1_000
const longestMs = 180_000

export const paid: Benchmark = async ({ isQuick, onProgress }) => {
  const people = isQuick ? 10_000 : 30_000
  const grounds = await openGrounds()
  const telegram = await startTelegram({ limit: limits['token bucket'](perSecond) })
  try {
    const ground = await grounds.add()
    await addPeople(ground.context, people)
    await announce(ground.context, 'paid', everybody)
    const settings = { TELEGRAM_MESSAGES_PER_SECOND: String(perSecond) }
    const bot = startTelegramBot(ground, telegram, { settings })
    const { arrivals } = telegram
    // its start, and its first second, belong to nobody's steady state
    await until(() => arrivals.times.length > perSecond, longestMs)
    const begunAt = performance.now()
    const before = await bot.usage()
    onProgress(`${people} recipients at ${perSecond}/s`)
    await until(() => arrivals.reached === people, longestMs)
    const after = await bot.usage()
    const share = (after.cpu - before.cpu) / ((performance.now() - begunAt) / 1_000)
    const figures = arrivals.figures()
    await bot.stop()
    return {
      name: 'paid',
      runs: 1,
      ours: round(figures.sustained),
      peers: {},
      ratio: round(figures.sustained / perSecond),
      checks: [
        atLeast(`share of ${perSecond}/s after the first second`, figures.sustained / perSecond, 0.97),
        atMost('share of a core', share, 0.6),
        atMost('refused with 429', figures.refused, 0),
        atMost('not reached or written to twice', people - figures.reached + figures.doubles, 0),
      ],
      details: {
        unit: 'messages/s; the ratio is to the limit',
        'N ÷ (Δt + 1 s)': round(figures.perSecond),
        'memory at most, MB': round(after.peakRss / 1e6),
      },
      machine: machine(),
    }
  } finally {
    await telegram.close()
    await grounds.close()
  }
}
