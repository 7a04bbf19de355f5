/** A Redis of the benchmark's own, which writes down what it holds and can be killed in the middle of its work. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { findRedis } from '../../test/support/installed.ts'
import { freePort } from './http.ts'

export interface BenchRedis {
  readonly url: string
  /** Forgets everything. */
  flush(): Promise<void>
  /** As a power cut would; what was written down is still there. */
  kill(): Promise<void>
  /** On the same port; resolves when it answers. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Starts it with an append-only file, as the operator's guide wants it. @throws when there is no redis-server. */
export async function startRedis(): Promise<BenchRedis> {
  const program = findRedis()
  if (!program) throw new Error('This benchmark needs redis-server: apt-get install redis-server')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hejnal-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let server: ChildProcess | undefined
  const start = async () => {
    server = spawn(program, flags(port, folder), { stdio: 'ignore' })
    while (!(await answers(url))) await sleep(10)
  }
  const kill = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  process.once('exit', () => server?.kill('SIGKILL'))
  await start()
  return {
    url,
    kill,
    start,
    flush: () => asking(url, (redis) => redis.flushall()),
    close: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function flags(port: number, folder: string): string[] {
  const given = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
  }
  return Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
}

async function answers(url: string): Promise<boolean> {
  return asking(url, (redis) => redis.ping()).then(
    () => true,
    () => false,
  )
}

async function asking(url: string, ask: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await ask(redis)
  } finally {
    redis.disconnect()
  }
}
