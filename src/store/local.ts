/** The database that needs no installing: a real PostgreSQL under a folder of the checkout, shared by every process that asks for it. */
import type { ChildProcess } from 'node:child_process'
import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Problem } from '../domain/problem.ts'
import {
  initialise,
  isInitialised,
  lastLines,
  launch,
  notOurs,
  type Place,
  placeOf,
  user,
} from './cluster.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'

/** Recovering from a crash reads the write-ahead log, which holds at most 1 GB here: far less than this on any disk. */
const startLimitMs = 120_000
/** A free port may be taken a moment later, and parts of a killed server may need a moment to end: the waits between add up to 3 s. */
const startAttempts = 6
const database = 'hejnal'
/** The lock every process that uses the server holds together; who gets it alone is the last one. Any number would do. */
const usersLock = 4_814_001

/** What is being done: a new folder is filled, a server is started, one that ended badly is started, a running one is joined. */
export type LocalStep = 'initialise' | 'start' | 'recover' | 'join'

export interface LocalOptions {
  /** Holds the data, the password and the server's own log. */
  readonly directory?: string
  /** A fixed port; otherwise any free one. A server that already runs keeps its own. */
  readonly port?: number
  /** `false` gives up surviving a power cut for speed: for tests only. */
  readonly isDurable?: boolean
  readonly onStep?: (step: LocalStep) => void
}

export interface LocalDatabase {
  readonly url: string
  /** Leaves the server; the last process to leave shuts it down. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on the loopback address, or joins the one that already runs on this folder.
 * @throws {Problem} `local-database-…` when this machine cannot run it; the way round is always `DATABASE_URL`.
 */
export async function startLocal({
  directory = '.local/postgres',
  port,
  isDurable = true,
  onStep,
}: LocalOptions = {}): Promise<LocalDatabase> {
  const place = placeOf(directory)
  if (!(await isInitialised(place))) {
    onStep?.('initialise')
    await initialise(place, isDurable)
  }
  const { session, url } = await enter(place, { port, isDurable, onStep })
  let leaving: Promise<void> | undefined
  return { url, stop: () => (leaving ??= leave(session, place)) }
}

interface Wish {
  readonly port: number | undefined
  readonly isDurable: boolean
  readonly onStep: LocalOptions['onStep']
}

/** Starts what does not run, waits for what is starting or stopping, and comes in as soon as the door is open. */
async function enter(place: Place, wish: Wish): Promise<{ session: pg.Client; url: string }> {
  const patience = AbortSignal.timeout(startLimitMs)
  const starts: ChildProcess[] = []
  while (!patience.aborted) {
    const running = await findPostmaster(place.data).catch((error: unknown) =>
      Promise.reject(notOurs(place, error)),
    )
    const entered = running?.port ? await join(place, running.port) : undefined
    if (entered) {
      if (starts.length === 0) wish.onStep?.('join')
      return entered
    }
    if (!running && starts.every(hasEnded)) {
      if (starts.length === startAttempts) break
      wish.onStep?.((await hasCrashed(place)) ? 'recover' : 'start')
      starts.push(await launch(place, wish.port, wish.isDurable))
    }
    await sleep(25 * 2 ** starts.length)
  }
  throw new Problem('local-database-did-not-start', {
    folder: place.folder,
    reason: lastLines(await readFile(place.log, 'utf8').catch(() => '')),
  })
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

async function hasCrashed(place: Place): Promise<boolean> {
  return access(path.join(place.data, 'postmaster.pid')).then(
    () => true,
    () => false,
  )
}

/** Takes a share of the users' lock; `undefined` while the server is starting up or shutting down. */
async function join(place: Place, port: number): Promise<{ session: pg.Client; url: string } | undefined> {
  const password = await readFile(place.passwordFile, 'utf8').catch((error: unknown) =>
    Promise.reject(notOurs(place, error)),
  )
  const url = (name: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`
  const session = new pg.Client({ connectionString: url('postgres'), connectionTimeoutMillis: 5_000 })
  session.on('error', () => undefined)
  try {
    await session.connect()
    await session.query('select pg_advisory_lock_shared($1)', [usersLock])
    await createDatabase(session)
    return { session, url: url(database) }
  } catch (error) {
    await session.end().catch(() => undefined)
    if ((error as { code?: string }).code === '28P01')
      throw new Problem('local-database-password', { folder: place.folder })
    return undefined
  }
}

async function createDatabase(session: pg.Client): Promise<void> {
  const { rowCount } = await session.query('select 1 from pg_database where datname = $1', [database])
  if (rowCount === 0) await session.query(`create database ${database}`)
}

/** A session can raise its own share to the whole lock only when nobody else holds one. */
async function leave(session: pg.Client, place: Place): Promise<void> {
  const alone = await session
    .query<{ isLast: boolean }>('select pg_try_advisory_lock($1) as "isLast"', [usersLock])
    .catch(() => undefined)
  if (alone?.rows[0]?.isLast) await stopPostmaster(place.data)
  await session.end().catch(() => undefined)
}
