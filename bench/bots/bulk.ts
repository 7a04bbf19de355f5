/**
 * Peers of `pacing`: ways to write to many that are found in documentation. `bulk.ts WAY API_ROOT COUNT [REDIS_URL]`, WAY being
 * `bullmq`, `throttler`, or `loop-N` with N messages in flight. All of them wait as long as a 429 asks and try again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { apiThrottler } from '@grammyjs/transformer-throttler'
import { Queue, Worker } from 'bullmq'
import { Api, GrammyError } from 'grammy'

const [way = '', apiRoot = '', count = '0', redisUrl = ''] = process.argv.slice(2)
const api = new Api('1000:peer-bot', { apiRoot })
const chats = Array.from({ length: Number(count) }, (_, index) => 1_000_000 + index)
const text = 'The consultation about your way to school is open.'

if (way === 'bullmq') await throughQueue()
else if (way === 'throttler') {
  api.config.use(apiThrottler())
  await Promise.all(chats.map(sendPatiently))
} else await inFlight(Number(way.split('-')[1]))
process.send?.('done')

/** BullMQ's limiter as documented, with its own way to give a limited job back. */
async function throughQueue(): Promise<void> {
  const connection = { url: redisUrl, maxRetriesPerRequest: null }
  const queue = new Queue<{ chat: number }>('bulk', { connection })
  await queue.addBulk(chats.map((chat) => ({ name: 'send', data: { chat } })))
  const worker = new Worker<{ chat: number }>(
    'bulk',
    async ({ data }) => {
      const waitMs = await attempt(data.chat)
      if (waitMs === undefined) return
      await queue.rateLimit(waitMs)
      throw Worker.RateLimitError()
    },
    { connection, concurrency: 30, limiter: { max: 30, duration: 1_000 } },
  )
  await new Promise<void>((resolve) => worker.once('drained', () => resolve()))
}

async function inFlight(width: number): Promise<void> {
  const left = chats.values()
  const walk = async () => {
    for (const chat of left) await sendPatiently(chat)
  }
  await Promise.all(Array.from({ length: width }, walk))
}

async function sendPatiently(chat: number): Promise<void> {
  for (let waitMs = await attempt(chat); waitMs !== undefined; waitMs = await attempt(chat))
    await sleep(waitMs)
}

/** How long to wait when there were too many. */
async function attempt(chat: number): Promise<number | undefined> {
  try {
    await api.sendMessage(chat, text)
    return undefined
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 429)
      return (error.parameters.retry_after ?? 1) * 1_000
    throw error
  }
}
