/** The queue's contract: which jobs there are, what each is told, and how one is added. The queue only rings; rows are the truth. */
import { createPostgresBackend, Queue, withBackend, type JobsOptions } from 'bullmq'
import { Redis } from 'ioredis'
import { within } from './within.ts'

/** Every job and its payload; payloads carry ids, never what people wrote. */
export interface Jobs {
  /** Opens and closes consultations by their dates. */
  'open-close': Record<string, never>
  /** Forgets what need not be kept any longer. */
  erase: Record<string, never>
  /** Gives up single messages that are too late. */
  expire: Record<string, never>
  /** Reminds of what is due. */
  remind: Record<string, never>
  /** Tells those who took part what comes of it. */
  'tell-outcomes': Record<string, never>
  /** Tells whoever has to hear of what waits for a person. */
  alert: Record<string, never>
  /** Carries the announcement of that number on. */
  announce: { readonly number: number }
}
export type JobName = keyof Jobs
export type Handler<N extends JobName, C> = (context: C, payload: Jobs[N]) => Promise<void>

export interface Bell {
  /** Adds a job; the same `id` twice is one job for as long as it is kept (an hour after it ran). */
  add<N extends JobName>(name: N, payload: Jobs[N], id: string): Promise<void>
  /** @throws when the queue does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

export const queueName = 'hejnal'
const keep: JobsOptions = {
  removeOnComplete: { age: 3_600 },
  removeOnFail: { age: 86_400 },
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
}

/** Where jobs wait: Redis when `url` says so, tables of PostgreSQL (schema `bullmq`) otherwise. */
export function openQueue(url: string, onError: (error: Error) => void): Bell {
  const { queue, close } = isRedis(url) ? onRedis(url, onError) : onPostgres(url)
  queue.on('error', onError)
  return {
    add: async (name, payload, id) => void (await queue.add(name, payload, { ...keep, jobId: id })),
    ping: async () =>
      void (await within(2_000, queue.getJobCounts('waiting'), 'The queue did not answer in time.')),
    close,
  }
}

/** Whether a queue address is Redis's. */
export function isRedis(url: string): boolean {
  return url.startsWith('redis')
}

/** A connection that waits for Redis to come back instead of failing, as BullMQ wants it. */
export function connectRedis(url: string): Redis {
  return new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt: number) => Math.min(attempt * 100, 1_000),
  })
}

/** How BullMQ reaches the tables it keeps in PostgreSQL. */
export function postgresConnection(url: string) {
  return { connectionString: url, schema: 'bullmq', migrate: true, max: 4 }
}

function onRedis(url: string, onError: (error: Error) => void) {
  const connection = connectRedis(url)
  connection.on('error', onError)
  const queue = new Queue(queueName, { connection })
  return { queue, close: async () => queue.close().then(() => connection.disconnect()) }
}

function onPostgres(url: string) {
  const queue = new (withBackend(createPostgresBackend).Queue)(queueName, {
    connection: postgresConnection(url),
  })
  return { queue, close: () => queue.close() }
}
