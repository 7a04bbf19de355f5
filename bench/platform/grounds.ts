/** Databases for benchmarks: one PostgreSQL with fsync, in it a fresh database for each side that is measured. */
import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Context } from '../../src/app/context.ts'
import { openGround, type Ground } from '../../src/ground.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { randomSecret } from '../../src/runtime/crypto.ts'
import { createLog } from '../../src/runtime/log.ts'
import { startLocal } from '../../src/store/local.ts'
import type { Environment } from './children.ts'

export interface BenchGround {
  /** For preparing rows and looking at them; what is measured runs elsewhere. */
  readonly context: Context
  readonly databaseUrl: string
  /** What a process needs to stand on the same ground. */
  readonly environment: Environment
}

export interface Grounds {
  /** A database of its own with every migration applied. */
  add(): Promise<BenchGround>
  /** A database without anything, for a peer. */
  bare(): Promise<string>
  close(): Promise<void>
}

/** Starts PostgreSQL in a folder that goes with it; `settings` are those of its `alter system`, for what has to be prepared quickly. */
export async function openGrounds(settings: Readonly<Record<string, string>> = {}): Promise<Grounds> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hejnal-bench-'))
  const local = await startLocal({ directory: path.join(folder, 'postgres') })
  const endWithUs = () => endAtOnce(folder)
  process.once('exit', endWithUs)
  const opened: Ground[] = []
  let databases = 0
  const bare = async () => {
    const name = `bench_${(databases += 1)}`
    await run(local.url, `create database ${name}`)
    return Object.assign(new URL(local.url), { pathname: `/${name}` }).href
  }
  for (const [name, value] of Object.entries(settings))
    await run(local.url, `alter system set ${name} = '${value}'`)
  await run(local.url, 'select pg_reload_conf()')
  return {
    bare,
    add: async () => {
      const environment = {
        DATABASE_URL: await bare(),
        CONTACT_KEY: randomSecret().toString('base64'),
        SAFEGUARDING_KEY: randomSecret().toString('base64'),
        TIME_ZONE: daytimeZone(),
      }
      const ground = await openGround(readConfig(environment), { log: createLog('error'), migrates: true })
      opened.push(ground)
      return { context: ground.context, databaseUrl: environment.DATABASE_URL, environment }
    },
    close: async () => {
      for (const ground of opened) await ground.close()
      await local.stop()
      process.off('exit', endWithUs)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The server outlives its processes on purpose, and a benchmark that is broken off would leave it behind. */
function endAtOnce(folder: string): void {
  const [pid] = readFileSync(path.join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGQUIT')
  rmSync(folder, { recursive: true, force: true })
}

/** A zone where it is about noon: at night nothing is sent unasked, and benchmarks run at any hour. (Its sign is the other way round.) */
function daytimeZone(): string {
  const ahead = 12 - new Date().getUTCHours()
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
