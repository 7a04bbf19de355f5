/** One throw-away PostgreSQL for a whole run of the tests, migrated once; it lies in the system's temporary folder and is gone afterwards. */
import { readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startLocal } from '../../src/store/local.ts'
import { migrate } from '../../src/store/migrate.ts'
import { isAlive, stopPostmaster } from '../../src/store/postmaster.ts'
import { places, quickestPlace } from './place.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that `freshDatabase` copies; nobody connects to it. */
    templateUrl: string
  }
}

/** With the user's number: another user's runs are not ours to clear. */
const mark = `hejnal-test-${os.userInfo().uid}-`

/** Called by vitest before the first test; what it returns is called after the last, also when some have failed. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  await Promise.all(places.map(clearKilledRuns))
  const folder = path.join(await quickestPlace(), `${mark}${process.pid}`)
  const database = await startLocal({ directory: path.join(folder, 'postgres'), isDurable: false })
  const end = async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await migrate(database.url)
  } catch (error) {
    await end()
    throw error
  }
  project.provide('templateUrl', database.url)
  return end
}

/** A run that was killed could not stop its server. */
async function clearKilledRuns(place: string): Promise<void> {
  const names = (await readdir(place).catch(() => [])).filter(
    (name) => name.startsWith(mark) && !isAlive(Number(name.slice(mark.length))),
  )
  for (const name of names) {
    const folder = path.join(place, name)
    await stopPostmaster(path.join(folder, 'postgres', 'data'))
    await rm(folder, { recursive: true, force: true })
  }
}
