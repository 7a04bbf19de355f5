/** The peer of `queue-loss`: a BullMQ worker as it comes, whose jobs take a quarter of a second. Tells of every job it finishes. `jobs.ts REDIS_URL` */
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'bullmq'

const [url = ''] = process.argv.slice(2)
const work = async ({ id }: { id?: string | undefined }) => {
  process.send?.({ begun: id })
  await sleep(250)
}
const worker = new Worker('jobs', work, { connection: { url, maxRetriesPerRequest: null }, concurrency: 20 })
worker.on('error', () => undefined)
