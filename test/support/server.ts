/** One throw-away PostgreSQL for a whole run of the tests, migrated once; it lies in the system's temporary folder and is gone afterwards. */
import { access, constants, readdir, rm, statfs } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startLocal } from '../../src/store/local.ts'
import { migrate } from '../../src/store/migrate.ts'
import { isAlive, stopPostmaster } from '../../src/store/postmaster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that `freshDatabase` copies; nobody connects to it. */
    templateUrl: string
  }
}

/** Linux keeps this folder in memory: copying a database of some 300 small files takes 50 ms there, 500 ms on a slow disk. */
const memory = '/dev/shm'
/** With the user's number: another user's runs are not ours to clear. */
const mark = `hejnal-test-${os.userInfo().uid}-`

/** Called by vitest before the first test; what it returns is called after the last, also when some have failed. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  await Promise.all([memory, os.tmpdir()].map(clearKilledRuns))
  const folder = path.join((await isRoomy(memory)) ? memory : os.tmpdir(), `${mark}${process.pid}`)
  const database = await startLocal({ directory: path.join(folder, 'postgres'), isDurable: false })
  await migrate(database.url).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error))) // TEMPORARY: until prisma/migrations is there
  project.provide('templateUrl', database.url)
  return async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A run that was killed could not stop its server. */
async function clearKilledRuns(place: string): Promise<void> {
  const names = (await readdir(place).catch(() => [])).filter((name) => name.startsWith(mark) && !isAlive(Number(name.slice(mark.length))))
  for (const name of names) {
    const folder = path.join(place, name)
    await stopPostmaster(path.join(folder, 'postgres', 'data'))
    await rm(folder, { recursive: true, force: true })
  }
}

/** Containers often have 64 MB of it; a run takes some 150 MB. */
async function isRoomy(place: string): Promise<boolean> {
  try {
    await access(place, constants.W_OK)
    const { bavail, bsize } = await statfs(place)
    return bavail * bsize > 2 ** 30
  } catch {
    return false
  }
}
