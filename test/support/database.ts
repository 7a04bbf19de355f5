/** Gives a test file a PostgreSQL database of its own: `const { url } = await freshDatabase()` at the top of the file or in a `beforeAll`. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { afterwards } from './afterwards.ts'

export interface FreshDatabase {
  readonly url: string
  /** Drops it early, whoever is connected; otherwise it goes when the file is done. */
  drop(): Promise<void>
}

/** A database without rows, with every migration applied. */
export function freshDatabase(): Promise<FreshDatabase> {
  return create(new URL(inject('templateUrl')).pathname.slice(1))
}

/** A database without anything, for the tests of the migrations themselves. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return create('template0')
}

/** A copy of another database, as a backup would hold it. Nobody may be connected to that one at the moment. */
export function copyOf(url: string): Promise<FreshDatabase> {
  return create(new URL(url).pathname.slice(1))
}

async function create(source: string): Promise<FreshDatabase> {
  const template = new URL(inject('templateUrl'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(template, `create database ${name} template ${source}`)
  const drop = () => administer(template, `drop database if exists ${name} with (force)`)
  afterwards(drop)
  return { url: withName(template, name), drop }
}

/** A connection to the template itself would keep others from copying it. */
async function administer(template: URL, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withName(template, 'postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function withName(template: URL, name: string): string {
  return Object.assign(new URL(template), { pathname: `/${name}` }).href
}
