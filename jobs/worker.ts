/** Runs the jobs of the queue; besides the queue's contract the only file that knows BullMQ. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createPostgresBackend, withBackend, Worker, type Job } from 'bullmq'
import type { Context } from '../src/app/context.ts'
import {
  connectRedis,
  isRedis,
  postgresConnection,
  queueName,
  type Handler,
  type JobName,
} from '../src/runtime/queue.ts'
import { alert } from './alert.ts'
import { announce } from './announce.ts'
import { erase } from './erase.ts'
import { expire } from './expire.ts'
import { openClose } from './open-close.ts'
import { remind } from './remind.ts'
import { tellOutcomes } from './tell-outcomes.ts'

export const handlers = {
  'open-close': openClose,
  erase,
  expire,
  remind,
  alert,
  'tell-outcomes': tellOutcomes,
  announce,
} satisfies {
  [N in JobName]: Handler<N, Context>
}

export interface RunningWorker {
  /** Resolves once it has reached its queue. */
  ready(): Promise<unknown>
  /** Waits for the jobs under way. */
  close(): Promise<void>
}

/** Starts taking jobs as soon as the queue can be reached. */
export function startWorker(context: Context, url: string): RunningWorker {
  const underWay = new Set<Promise<void>>()
  const run = async ({ name, data }: Job): Promise<void> => {
    const handler = handlers[name as JobName] as (context: Context, payload: unknown) => Promise<void>
    const work = handler(context, data)
    underWay.add(work)
    await work.finally(() => underWay.delete(work))
  }
  const { worker, close } = isRedis(url) ? onRedis(url, run) : onPostgres(url, run)
  worker.on('error', (error) =>
    context.log.warn({ err: error }, 'the worker cannot reach its queue and keeps trying'),
  )
  worker.on('failed', (job, error) => context.log.error({ job: job?.name, err: error }, 'a job failed'))
  const end = async () => {
    const closing = close()
    await Promise.allSettled(underWay)
    await Promise.race([closing, sleep(graceMs)])
  }
  return { ready: () => worker.waitUntilReady(), close: end }
}

/** How long the queue may take to hear that a job is done; one that is out of reach never hears it, and the rows know it anyway. */
const graceMs = 2_000

type Run = (job: Job) => Promise<void>

/** A queue out of reach is tried again every second. */
const pace = { concurrency: 4, runRetryDelay: 1_000 }

function onRedis(url: string, run: Run) {
  const connection = connectRedis(url)
  const worker = new Worker(queueName, run, { connection, ...pace })
  const close = async () => {
    // a Redis that has gone would be waited for without end; what was under way there is done again from the rows
    await worker.close(connection.status !== 'ready')
    connection.disconnect()
  }
  return { worker, close }
}

function onPostgres(url: string, run: Run) {
  const worker = new (withBackend(createPostgresBackend).Worker)(queueName, run, {
    connection: postgresConnection(url),
    concurrency: 4,
  })
  return { worker, close: () => worker.close() }
}
