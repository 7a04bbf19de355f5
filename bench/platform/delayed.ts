/** The peer of reminders: every one of them a delayed job of BullMQ, on a Redis of its own. */
import { Queue, type Job } from 'bullmq'
import { Redis } from 'ioredis'
import { startRedis } from './redis.ts'

const pageSize = 1_000
const dayMs = 86_400_000

export interface Delayed {
  readonly seconds: number
  /** Of Redis's memory, for one reminder. */
  readonly bytesEach: number
  /** To give some of them another date. */
  readonly movingMs: number
}

/** Schedules `count` reminders, each with the little that names it, then moves some to another date. */
export async function delayJobs(count: number, moved: number): Promise<Delayed> {
  const redis = await startRedis()
  const queue = new Queue('reminders', { connection: { url: redis.url, maxRetriesPerRequest: null } })
  try {
    const empty = await usedMemory(redis.url)
    const begunAt = performance.now()
    for (let from = 0; from < count; from += pageSize) await queue.addBulk(pageOf(from))
    const seconds = (performance.now() - begunAt) / 1_000
    const bytesEach = ((await usedMemory(redis.url)) - empty) / count
    return { seconds, bytesEach, movingMs: await moving(queue, count, moved) }
  } finally {
    await queue.close()
    await redis.close()
  }
}

function pageOf(from: number) {
  return Array.from({ length: pageSize }, (_, n) => ({
    name: 'remind',
    data: { deadline: from + n, step: '-7' },
    opts: { jobId: `reminder-${from + n}`, delay: (14 + ((from + n) % 1_000)) * dayMs },
  }))
}

/** All at once, over one connection, as fast as it can. */
async function moving(queue: Queue, count: number, moved: number): Promise<number> {
  const ids = Array.from({ length: moved }, (_, n) => `reminder-${Math.floor((n * count) / moved)}`)
  const begunAt = performance.now()
  await Promise.all(ids.map(async (id) => ((await queue.getJob(id)) as Job).changeDelay(10 * dayMs)))
  return performance.now() - begunAt
}

async function usedMemory(url: string): Promise<number> {
  const redis = new Redis(url)
  const [, bytes = ''] = /used_memory:(\d+)/.exec(await redis.info('memory')) ?? []
  redis.disconnect()
  return Number(bytes)
}
