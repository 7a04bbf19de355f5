/** Takes everything there is, as a thief would: every row with its place and its transaction, every key of Redis, every line of the log. */
import { Redis } from 'ioredis'
import pg from 'pg'

export interface Row {
  readonly table: string
  /** Where it lies in its table: block and line. */
  readonly place: number
  /** The transaction that wrote it. */
  readonly xmin: number
  readonly values: Readonly<Record<string, unknown>>
  /** All of it in words, as `pg_dump` would write it. */
  readonly text: string
}

export interface Dump {
  readonly rows: readonly Row[]
  /** What PostgreSQL keeps about its columns for its planner, sequences included. */
  readonly statistics: string
  readonly redis: readonly string[]
  readonly log: readonly string[]
}

export async function takeDump(databaseUrl: string, redisUrl: string, log: readonly string[]): Promise<Dump> {
  const rows = await rowsIn(databaseUrl)
  const statistics = await withDatabase(databaseUrl, async (db) => {
    const samples = await db.query('select s::text as sample from pg_statistic s')
    const sequences = await db.query('select s::text as sample from pg_sequences s')
    return [...samples.rows, ...sequences.rows].map(({ sample }) => sample as string).join('\n')
  })
  return { rows, statistics, redis: await everythingIn(redisUrl), log: [...log] }
}

/** Every row of every table. */
export function rowsIn(databaseUrl: string): Promise<readonly Row[]> {
  return withDatabase(databaseUrl, async (db) => {
    const all: Row[] = []
    for (const table of await tablesOf(db)) all.push(...(await rowsOf(db, table)))
    return all
  })
}

/** The bytes of every file of the database's own tables and indexes, and of those of PostgreSQL itself, after a checkpoint. */
export async function readFiles(databaseUrl: string): Promise<readonly { name: string; bytes: Buffer }[]> {
  return withDatabase(databaseUrl, async (db) => {
    await db.query('checkpoint')
    const { rows } = await db.query<{ name: string; bytes: Buffer }>(`
      select c.oid::regclass::text as name, pg_read_binary_file(pg_relation_filepath(c.oid)) as bytes from pg_class c
      where c.relkind in ('r', 'i', 't') and pg_relation_size(c.oid) > 0 and not c.relisshared`)
    return rows
  })
}

async function withDatabase<T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

async function tablesOf(db: pg.Client): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)
  return rows.map(({ name }) => name)
}

async function rowsOf(db: pg.Client, table: string): Promise<Row[]> {
  const { rows } = await db.query<Record<string, unknown>>(`
    select t.*, t.tableoid::regclass::text as _table, t.xmin::text as _xmin, t.ctid::text as _place, t::text as _text from ${table} t order by t.ctid`)
  return rows.map(({ _table, _xmin, _place, _text, ...values }) => ({
    table: _table as string,
    place: placeOf(_place as string),
    xmin: Number(_xmin),
    values,
    text: _text as string,
  }))
}

/** `(block,line)`; a block has fewer than 1,000 lines. */
function placeOf(ctid: string): number {
  const [block = 0, line = 0] = ctid.replaceAll(/[()]/g, '').split(',').map(Number)
  return block * 1_000 + line
}

async function everythingIn(url: string): Promise<readonly string[]> {
  const redis = new Redis(url)
  try {
    const keys = await redis.keys('*')
    const values = await Promise.all(keys.map(async (key) => `${key} ${await valueOf(redis, key)}`))
    return values.toSorted()
  } finally {
    redis.disconnect()
  }
}

async function valueOf(redis: Redis, key: string): Promise<string> {
  const readers: Record<string, () => Promise<unknown>> = {
    string: () => redis.get(key),
    hash: () => redis.hgetall(key),
    list: () => redis.lrange(key, 0, -1),
    set: () => redis.smembers(key),
    zset: () => redis.zrange(key, '0', '-1', 'WITHSCORES'),
    stream: () => redis.xrange(key, '-', '+'),
  }
  return JSON.stringify(await readers[await redis.type(key)]?.())
}
