/** Reads from its data folder whether a PostgreSQL server runs there, and tells it to stop. */
import { execFile } from 'node:child_process'
import { link, readFile, readlink, realpath, rename, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** How long a fast shutdown may take before the server is told to drop everything; it recovers from its log at the next start. */
const shutdownLimitMs = 30_000

/** A running server; the port is there as soon as the server has written it down. */
export interface Postmaster {
  readonly pid: number
  readonly port: number | undefined
}

/** A process number no system gives: Linux stops at 4,194,304, macOS far below. */
const nobodysNumber = '4194305'

/**
 * The server that runs on `data`, whoever started it. The note a crashed server has left is a matter for PostgreSQL's own checks, except
 * where its number now belongs to another program: PostgreSQL would take that one for itself and refuse to start.
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const note = path.join(data, 'postmaster.pid')
  const text = await readFile(note, 'utf8').catch(ifMissing(''))
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!pid || !isAlive(pid)) return undefined
  if (await isOn(data, pid)) return { pid, port: Number(lines[3]) || undefined }
  await retire(note, text)
  return undefined
}

/** Stops the server on `data` in good order: clients are sent away, everything is written down. */
export async function stopPostmaster(data: string): Promise<void> {
  const running = await findPostmaster(data)
  if (!running) return
  signal(running.pid, 'SIGINT')
  const patience = AbortSignal.timeout(shutdownLimitMs)
  while (!patience.aborted && (await findPostmaster(data))?.pid === running.pid) await sleep(20)
  if (patience.aborted) signal(running.pid, 'SIGQUIT')
}

/** Whether any process, ours or another's, has this number. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Takes the number out of a crashed server's note and leaves the rest, by which PostgreSQL still finds out whether a part of that server lives.
 * The note is moved aside first: another process may have replaced it since it was read.
 */
async function retire(note: string, judged: string): Promise<void> {
  const aside = `${note}.${process.pid}`
  const isTaken = await rename(note, aside).then(() => true, ifMissing(false))
  if (!isTaken) return
  const text = await readFile(aside, 'utf8')
  if (text === judged) await writeFile(aside, text.replace(/^\d+/, nobodysNumber))
  await link(aside, note).catch((error: unknown) => ignore(error, 'EEXIST'))
  await unlink(aside)
}

function ignore(error: unknown, code: string): void {
  if ((error as NodeJS.ErrnoException).code !== code) throw error
}

function ifMissing<T>(otherwise: T): (error: unknown) => T {
  return (error) => {
    ignore(error, 'ENOENT')
    return otherwise
  }
}

/** A server works inside its data folder; where that cannot be seen, its command line names the folder. */
async function isOn(data: string, pid: number): Promise<boolean> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return folder === undefined ? (await commandOf(pid)).includes(data) : folder === (await realpath(data))
}

async function commandOf(pid: number): Promise<string> {
  const shown = () =>
    promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then((result) => result.stdout)
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => shown().catch(() => ''))
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    ignore(error, 'ESRCH')
  }
}
