/** What the scripts promise before any package is installed: one installer at a time, and a lock file that installs everywhere. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const run = promisify(execFile)
let folder = ''
let lock = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'hejnal-scripts-'))
  lock = path.join(folder, 'lock')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('package-lock.json names the packages of every platform', async () => {
  const { stdout } = await run(process.execPath, ['scripts/platforms.mjs', '--check'])
  expect(stdout).toContain('names every platform package')
})

test('processes that want to work alone take turns', async () => {
  const book = path.join(folder, 'book')
  const work = `async () => { note('in'); await new Promise((done) => setTimeout(done, 50)); note('out') }`
  await Promise.all([1, 2, 3, 4].map(() => alone(work, book)))
  expect(turnsIn(await readFile(book, 'utf8'))).toEqual([1, 2, 3, 4].flatMap(() => ['in', 'out']))
  expect((await readdir(folder)).filter((name) => name.startsWith('lock'))).toEqual([])
})

test('a lock whose process was killed is taken over, by one of those who wait', async () => {
  const book = path.join(folder, 'second-book')
  await writeFile(lock, '4194305')
  const work = `async () => { note('in'); await new Promise((done) => setTimeout(done, 50)); note('out') }`
  await Promise.all([1, 2, 3].map(() => alone(work, book)))
  expect(turnsIn(await readFile(book, 'utf8'))).toEqual([1, 2, 3].flatMap(() => ['in', 'out']))
})

test('a lock stands as long as the program lives that its killed holder had started', async () => {
  const book = path.join(folder, 'third-book')
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60000)'])
  await writeFile(lock, `4194305 ${child.pid}`)
  const next = alone(`async () => note('in')`, book)
  await vi.waitFor(async () => expect(await readFile(book, 'utf8')).toBe('waits\n'), { timeout: 10_000 })
  child.kill('SIGKILL')
  await once(child, 'exit')
  await next
  expect(await readFile(book, 'utf8')).toBe('waits\nin\n')
})

function turnsIn(book: string): string[] {
  return book.split('\n').filter((word) => word === 'in' || word === 'out')
}

/** Runs `work` in a process of its own; `note(word)` adds a line to `book`, as does having to wait. */
async function alone(work: string, book: string): Promise<void> {
  const module = new URL('../../scripts/alone.mjs', import.meta.url).href
  const note = `const note = (word) => appendFileSync(${JSON.stringify(book)}, word + '\\n')`
  const program = `import { appendFileSync } from 'node:fs'; import { alone } from '${module}'; ${note}; await alone(${JSON.stringify(lock)}, ${work}, () => note('waits'))`
  await run(process.execPath, ['--input-type=module', '-e', program])
}
