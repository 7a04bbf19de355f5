/** The connection to PostgreSQL that every other module of this folder works through. */
import { PrismaPg } from '@prisma/adapter-pg'
import { fingerprint, type Keyring } from '../runtime/crypto.ts'
import { gather } from '../runtime/gather.ts'
import { within } from '../runtime/within.ts'
import { rewriteTables } from './rewriting.ts'
import { Prisma, PrismaClient } from './prisma/client.ts'

/** The database, inside or outside a transaction. */
export type Db = PrismaClient | Prisma.TransactionClient

/** A statement for many items at once; the results stand in the order of the items. */
export type Batch<T, R> = (db: Db, keyring: Keyring, items: readonly T[]) => Promise<readonly R[]>

/** Somebody else was faster, or the world changed meanwhile: nothing may be committed, and it is done again from what is there now. */
export class Superseded extends Error {
  override readonly name = 'Superseded'
}

export interface Store {
  readonly db: Db
  readonly keyring: Keyring
  /** Seals what was disclosed, under a key of its own; null where that key is not known. */
  readonly safe: Keyring | null
  /** All or nothing, within 20 seconds unless told; a serialization failure or deadlock is tried again up to three times. */
  transaction<T>(work: (tx: Db) => Promise<T>, patienceMs?: number): Promise<T>
  /** Does `many` for one item, together with whatever else is asked of it at the same moment. */
  batched<T, R>(many: Batch<T, R>, item: T): Promise<R>
  /** Writes tables anew, so that nothing deleted is left on the disk. False when one of them was in use. */
  rewrite(tables: readonly string[]): Promise<boolean>
  /** Resolves when the database answers. @throws when it does not within two seconds. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** How the database knows the connections of a service or a command. */
export const connectionName = 'hejnal'

export interface StoreOptions {
  /** 10 unless told. */
  readonly connections?: number
  /** What the database calls these connections; `hejnal` unless told. */
  readonly name?: string
  readonly safe?: Keyring | null
}

/** Connects to the database. */
export function openStore(url: string, keyring: Keyring, options: StoreOptions = {}): Store {
  const pool = {
    connectionString: url,
    max: options.connections ?? 10,
    // one stays open, so that the database can tell who is there
    min: 1,
    connectionTimeoutMillis: 10_000,
    application_name: options.name ?? connectionName,
  }
  // undefined is pg's word for a statement without a name, which the adapter's type forgets
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) as string })
  const db = new PrismaClient({ adapter })
  return {
    db,
    keyring,
    safe: options.safe ?? null,
    batched: batching(db, keyring),
    transaction: (work, patienceMs = 20_000) =>
      tryAgain(() => db.$transaction(work, { maxWait: 15_000, timeout: patienceMs })),
    rewrite: (tables) => rewriteTables(url, tables),
    ping: async () => {
      await within(2_000, db.$queryRaw`select 1`, 'The database did not answer in time.')
    },
    close: () => db.$disconnect(),
  }
}

/** The same store inside a transaction that is already under way: what it does is committed or undone with the rest. */
export function inside(store: Store, tx: Db): Store {
  const alone = async <T, R>(many: Batch<T, R>, item: T) => (await many(tx, store.keyring, [item]))[0] as R
  return { ...store, db: tx, batched: alone, transaction: (work) => work(tx) }
}

/** Statements for many items are few, long and always the same words: PostgreSQL plans them once per connection. */
const statementNames = new Map<string, string>()
function statementName(sql: string): string | undefined {
  if (!sql.includes('jsonb_to_recordset')) return undefined
  const name = statementNames.get(sql) ?? `many_${fingerprint(sql)}`
  statementNames.set(sql, name)
  return name
}

function batching(db: Db, keyring: Keyring): Store['batched'] {
  const gatherers = new Map<unknown, (item: never) => Promise<unknown>>()
  return <T, R>(many: Batch<T, R>, item: T) => {
    const gatherer = gatherers.get(many) ?? gather<T, R>((items) => many(db, keyring, items))
    gatherers.set(many, gatherer)
    return (gatherer as (one: T) => Promise<R>)(item)
  }
}

async function tryAgain<T>(work: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (left === 0 || !isPassing(error)) throw error
    return tryAgain(work, left - 1)
  }
}

/** A write conflict of Prisma's own statements has its own code; that of a raw one says so in what the driver reports. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const { driverAdapterError: raw } = (error.meta ?? {}) as {
    driverAdapterError?: { cause?: { kind?: string } }
  }
  return error.code === 'P2034' || raw?.cause?.kind === 'TransactionWriteConflict'
}
