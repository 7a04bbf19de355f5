/** The embedded PostgreSQL: kept, shared, and still there after every way of dying. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type LocalStep, startLocal } from '../../src/store/local.ts'
import { findPostmaster, stopPostmaster } from '../../src/store/postmaster.ts'
import { quickestPlace } from '../support/place.ts'

const scratch = await mkdtemp(path.join(await quickestPlace(), 'hejnal-local-'))
const directory = path.join(scratch, 'postgres')
const data = path.join(directory, 'data')

afterEach(() => stopPostmaster(data))
afterAll(() => rm(scratch, { recursive: true, force: true }))

test('what was written is there after the next start', async () => {
  const first = await start()
  await ask(first.url, 'create table kept (word text); insert into kept values ($$hejnał$$)')
  await first.stop()
  const second = await start()
  expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'hejnał' }])
  expect(second.steps).toEqual(['start'])
  await second.stop()
  expect(await findPostmaster(data)).toBeUndefined()
})

test('it listens on the loopback address only, under a password that only its owner can read', async () => {
  const { url, stop } = await start()
  expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  const { mode } = await stat(path.join(directory, 'password'))
  expect(mode & 0o777).toBe(0o600)
  await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
    'password authentication failed',
  )
  await stop()
})

test('whoever comes second joins, and only the last to leave shuts it down', async () => {
  const first = await start()
  const second = await start()
  expect(second.steps).toEqual(['join'])
  expect(second.url).toBe(first.url)
  await first.stop()
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  expect(await findPostmaster(data)).toBeUndefined()
})

test('stopping twice is stopping once', async () => {
  const { stop } = await start()
  await Promise.all([stop(), stop()])
  expect(await findPostmaster(data)).toBeUndefined()
})

test('after a kill -9 of the process that started it, the next start joins the server that was left behind', async () => {
  const process = await startElsewhere(directory)
  await kill(process)
  const next = await start()
  expect(next.steps).toEqual(['join'])
  await next.stop()
  expect(await findPostmaster(data)).toBeUndefined()
})

test('after a kill -9 of the server as well, the next start recovers what was committed', async () => {
  const process = await startElsewhere(directory, true)
  const running = await findPostmaster(data)
  await ask(process.url, 'create table committed (n int); insert into committed values (7)')
  await kill(process)
  globalThis.process.kill(running?.pid ?? 0, 'SIGKILL')
  const next = await start()
  expect(next.steps).toEqual(['recover'])
  expect(await ask(next.url, 'select n from committed')).toEqual([{ n: 7 }])
  await next.stop()
})

test('it starts although the number of a crashed server now belongs to another program', async () => {
  const process = await startElsewhere(directory)
  const running = await findPostmaster(data)
  const note = await readFile(path.join(data, 'postmaster.pid'), 'utf8')
  await kill(process)
  globalThis.process.kill(running?.pid ?? 0, 'SIGKILL')
  await writeFile(path.join(data, 'postmaster.pid'), note.replace(/^\d+/, String(globalThis.process.pid)))
  const next = await start()
  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await next.stop()
})

test('several processes that start at once on an empty folder share one server', async () => {
  const fresh = path.join(scratch, 'together')
  const processes = await Promise.all([1, 2, 3].map(() => startElsewhere(fresh)))
  expect(new Set(processes.map(({ url }) => url)).size).toBe(1)
  expect((await readdir(scratch)).filter((name) => name.startsWith('together'))).toEqual(['together'])
  await Promise.all(processes.map(kill))
  await stopPostmaster(path.join(fresh, 'data'))
})

test('a folder that a killed process has half filled is cleared away, and one at work is left alone', async () => {
  const fresh = path.join(scratch, 'half')
  await mkdir(`${fresh}.new-4194305`)
  await mkdir(`${fresh}.new-${globalThis.process.ppid}`)
  const { stop } = await start(fresh)
  await stop()
  expect((await readdir(scratch)).filter((name) => name.startsWith('half.'))).toEqual([
    `half.new-${globalThis.process.ppid}`,
  ])
})

test('a password that no longer fits is told, with the folder it belongs to', async () => {
  const { stop } = await start()
  const file = path.join(directory, 'password')
  const right = await readFile(file, 'utf8')
  await writeFile(file, 'another')
  await expect(start()).rejects.toMatchObject({
    code: 'local-database-password',
    args: { folder: directory },
  })
  await writeFile(file, right)
  await stop()
})

async function start(
  folder = directory,
): Promise<{ url: string; stop: () => Promise<void>; steps: LocalStep[] }> {
  const steps: LocalStep[] = []
  const local = await startLocal({ directory: folder, isDurable: false, onStep: (step) => steps.push(step) })
  return { url: local.url, stop: () => local.stop(), steps }
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

interface Elsewhere {
  readonly child: ChildProcess
  readonly url: string
}

/** In a process of its own, which can be killed. */
async function startElsewhere(folder: string, isDurable = false): Promise<Elsewhere> {
  const module = new URL('../../src/store/local.ts', import.meta.url).href
  const options = JSON.stringify({ directory: folder, isDurable })
  const program = `const { startLocal } = await import('${module}'); process.stdout.write((await startLocal(${options})).url)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, url: url.toString() }
}

async function kill({ child }: Elsewhere): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}
