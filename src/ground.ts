/** The ground everything stands on: a database (the embedded one unless told), the key, the clock and the words. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Context } from './app/context.ts'
import { Problem } from './domain/problem.ts'
import { systemClock, VirtualClock, type Clock } from './runtime/clock.ts'
import type { Config } from './runtime/config.ts'
import { createKeyring } from './runtime/crypto.ts'
import { createLog, type Log } from './runtime/log.ts'
import { loadText, type Text } from './runtime/text.ts'
import { settingOf } from './store/consultations.ts'
import { claimKey } from './store/key.ts'
import { startLocal, type LocalStep } from './store/local.ts'
import { migrate } from './store/migrate.ts'
import { openStore, type Store } from './store/store.ts'

/** Holds the embedded database and its keys. */
export const localFolder = path.resolve('.local')
/** The setting `{ ms }` by which the clock of an embedded run is ahead. */
export const clockSetting = 'clock'

export interface GroundOptions {
  /** Standard output at `LOG_LEVEL` unless told. */
  readonly log?: Log
  readonly text?: Text
  readonly directory?: string
  readonly connections?: number
  /** Applies missing migrations; true unless told. */
  readonly migrates?: boolean
  /** Changes the key: the database may still be sealed with another one. */
  readonly isRotating?: boolean
  /** Called with what is being done, for a person who waits. */
  readonly onStep?: (what: string) => void
}

export interface Ground {
  readonly context: Context
  readonly databaseUrl: string
  /** Whether the database is the embedded one. */
  readonly isLocal: boolean
  close(): Promise<void>
}

/**
 * Opens the database of `DATABASE_URL`, or the embedded one, which is started for as long as anybody uses it.
 * @throws {Problem} `database-unreachable`, `contact-key-missing`, or one of `store/local.ts`, `store/migrate.ts` and `store/key.ts`.
 */
export async function openGround(config: Config, options: GroundOptions = {}): Promise<Ground> {
  const { directory = localFolder, onStep = () => undefined } = options
  const folder = path.join(directory, 'postgres')
  const local = config.DATABASE_URL
    ? undefined
    : await startLocal({ directory: folder, onStep: (step) => onStep(steps[step]) })
  const url = config.DATABASE_URL ?? local?.url ?? ''
  try {
    const isLocal = local !== undefined
    const key = config.CONTACT_KEY ?? (await localKey(path.join(directory, 'contact-key'), isLocal))
    if (!key) throw new Problem('contact-key-missing')
    const safeKey =
      config.SAFEGUARDING_KEY ?? (await localKey(path.join(directory, 'safeguarding-key'), isLocal))
    const store = openStore(url, createKeyring(key), {
      ...(options.connections ? { connections: options.connections } : {}),
      ...(options.isRotating ? { name: 'hejnal key rotate' } : {}),
      safe: safeKey ? createKeyring(safeKey) : null,
    })
    const context = await contextOn(store, { config, options, url, isLocal: local !== undefined })
    const close = async () => {
      await store.close()
      await local?.stop()
    }
    return { context, databaseUrl: url, isLocal: local !== undefined, close }
  } catch (error) {
    await local?.stop()
    throw error
  }
}

const steps: Readonly<Record<LocalStep, string>> = {
  initialise: 'Making a new database',
  start: 'Starting the database',
  recover: 'Starting the database after a sudden end',
  join: 'Joining the database that is running',
}

interface Parts {
  readonly config: Config
  readonly options: GroundOptions
  readonly url: string
  readonly isLocal: boolean
}

async function contextOn(store: Store, { config, options, url, isLocal }: Parts): Promise<Context> {
  const { text = loadText(), log = createLog(config.LOG_LEVEL), onStep } = options
  try {
    await reach(store)
    if (options.migrates ?? true)
      await migrate(url, { onStep: (name) => onStep?.(`Preparing the database: ${name}`) })
    if (!options.isRotating) await claimKey(store)
    return { store, clock: isLocal ? await localClock(store) : systemClock, text, log, config }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** A ping gives up after two seconds; a busy machine deserves more than one. */
const mostPings = 5

async function reach(store: Store, left = mostPings): Promise<void> {
  try {
    await store.ping()
  } catch (cause) {
    if (left > 1) return reach(store, left - 1)
    throw Object.assign(new Problem('database-unreachable'), { cause })
  }
}

/** A key of the embedded run's own: made once, readable by its owner only. */
async function localKey(file: string, mayBeMade: boolean): Promise<string | undefined> {
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known) return known.trim()
  if (!mayBeMade) return undefined
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      // another process of the same run was faster
      if (error.code !== 'EEXIST') throw error
    },
  )
  return (await readFile(file, 'utf8')).trim()
}

async function localClock({ db }: Store): Promise<Clock> {
  const setting = await settingOf<{ ms: number }>(db, clockSetting)
  return new VirtualClock(setting?.ms ?? 0)
}
