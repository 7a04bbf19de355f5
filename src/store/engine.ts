/** Prisma's schema engine, run from its WebAssembly package over our own connection: the usual one is a download, and not every city's server may download. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

export type Engine = bindings.SchemaEngine

/** What hears of the engine's work, and what is added to every script it runs on the database itself. */
export interface EngineOptions {
  /** SQL that shall become true together with a migration. */
  readonly afterScript?: string
  /** Called with what the engine logs, `Applying …` among it. */
  readonly onMessage?: (message: string) => void
}

/**
 * Hands `work` an engine whose every statement, locks included, goes through `session`, one connection that ends with it.
 * Each script runs as a whole, in one transaction.
 */
export async function withEngine<T>(
  url: string,
  options: EngineOptions,
  work: (engine: Engine, session: pg.Pool) => Promise<T>,
): Promise<T> {
  await load()
  const session = singleSession(url)
  const shadows: (() => Promise<unknown>)[] = []
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: [['empty.prisma', postgresql]] },
      listener(options),
      adapterFactory(session, url, options, shadows),
    )
    return await work(engine, session).finally(() => engine.free())
  } finally {
    await Promise.all(shadows.map((drop) => drop()))
    await session.end()
  }
}

const postgresql = 'datasource db { provider = "postgresql" }'

type Exports = Record<string, unknown>
/** TypeScript knows it from the browser's library only. */
declare const WebAssembly: {
  instantiate(binary: Uint8Array, imports: object): Promise<{ instance: { exports: Exports } }>
}

let loading: Promise<void> | undefined
function load(): Promise<void> {
  return (loading ??= instantiate())
}

/** The package's own entry imports the `.wasm` file as a module, which Node does not do yet. */
async function instantiate(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const binary = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const failLoudly = (message: string) => {
    throw new Error(message)
  }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: failLoudly } })
  const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': { ...bindings } })
  const glue = bindings as unknown as { __wbg_set_wasm(exports: Exports): void }
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports['__wbindgen_start'] as () => void)()
}

/** A lock is kept by the connection that took it, so there is one, and it does not close for being idle. */
function singleSession(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 })
  return pool.on('error', () => undefined)
}

function listener({ onMessage }: EngineOptions): (line: string) => void {
  return (line) => {
    const { fields } = JSON.parse(line) as { fields?: { message?: string } }
    if (fields?.message) onMessage?.(fields.message)
  }
}

function adapterFactory(
  session: pg.Pool,
  url: string,
  { afterScript = '' }: EngineOptions,
  shadows: (() => Promise<unknown>)[],
): object {
  const { provider, adapterName } = new PrismaPg(session)
  return bindMigrationAwareSqlAdapterFactory({
    provider,
    adapterName,
    connect: () => connect(session, afterScript),
    connectToShadowDb: async () => {
      const shadow = await createShadow(session, url)
      shadows.push(shadow.drop)
      return connect(shadow.pool, '')
    },
  })
}

/** Prisma's adapter cuts a script at every semicolon, also inside comments, texts and functions; PostgreSQL itself knows better. */
async function connect(pool: pg.Pool, afterScript: string): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect()
  readOneByteColumns(pool, adapter)
  adapter.executeScript = async (script) => {
    await pool.query(`${script}\n;${afterScript}`).catch((error: unknown) => {
      throw error instanceof pg.DatabaseError ? inWordsOfPrisma(error) : error
    })
  }
  return adapter
}

/** PostgreSQL's catalogues have a one-byte type (18) which the engine expects and the adapter refuses: it passes as text (25) and gets its name back. */
function readOneByteColumns(pool: pg.Pool, adapter: SqlDriverAdapter): void {
  const found = new WeakMap<object, number[]>()
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args)
    const fields = result.fields?.filter((field) => field.dataTypeID === 18) ?? []
    if (fields.length > 0)
      found.set(
        result.rows,
        fields.map((field) => result.fields.indexOf(field)),
      )
    for (const field of fields) field.dataTypeID = 25
    return result
  }) as pg.Pool['query']
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked)
    for (const column of found.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character
    return result
  }
}

/**
 * PostgreSQL's own sentence, which the engine keeps only under a code it does not know; without detail and hint, which may quote a row.
 */
function inWordsOfPrisma({ severity = 'ERROR', message }: pg.DatabaseError): DriverAdapterError {
  const unsaid = { detail: undefined, column: undefined, hint: undefined }
  return new DriverAdapterError({ kind: 'postgres', code: 'XX000', severity, message, ...unsaid })
}

/** A scratch database beside the real one, in which the engine plays the migrations to see what comes out. */
async function createShadow(
  session: pg.Pool,
  url: string,
): Promise<{ pool: pg.Pool; drop: () => Promise<unknown> }> {
  const name = `shadow_${randomUUID()}`
  await session.query(`create database "${name}"`)
  const shadowUrl = new URL(url)
  shadowUrl.pathname = `/${name}`
  const pool = singleSession(shadowUrl.href)
  const drop = async () => {
    await pool.end()
    await session.query(`drop database "${name}" with (force)`)
  }
  return { pool, drop }
}
