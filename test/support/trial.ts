/** `npm run try` as a process of its own, in a folder that vanishes. */
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { stopPostmaster } from '../../src/store/postmaster.ts'
import { afterwards } from './afterwards.ts'
import { quickestPlace } from './place.ts'
import { startProcess, type Running } from './process.ts'

/** A folder of its own for `.local`, as a fresh clone has it. */
export async function freshFolder(): Promise<{ folder: string; database: string }> {
  const folder = await mkdtemp(path.join(await quickestPlace(), 'hejnal-try-'))
  const database = path.join(folder, '.local', 'postgres', 'data')
  afterwards(async () => {
    await stopPostmaster(database)
    await rm(folder, { recursive: true, force: true })
  })
  return { folder, database }
}

/** `npm run try` there, without the installing. */
export function start(
  folder: string,
  { flags = [], env = {} }: { flags?: string[]; env?: Record<string, string> } = {},
): Running {
  return startProcess(['try', ...flags], { cwd: folder, env: { WEB_PORT: '0', ...env } })
}
