/** `npm run try`: a city in one process, which keeps what was begun through every way of ending it. */
import { randomUUID } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { findPostmaster } from '../../src/store/postmaster.ts'
import { healthAt } from '../support/process.ts'
import { freshFolder, start } from '../support/trial.ts'
import { visitor, type Page, type Visitor } from '../web/visitor.ts'

const dayMs = 86_400_000

/** The same browser in front of a page that may have moved to another port. */
function at(url: string, before?: Visitor): Visitor {
  const person = visitor(url, 'en')
  for (const [name, value] of before?.cookies ?? []) person.cookies.set(name, value)
  return person
}

async function taps(person: Visitor, page: Page, end: string): Promise<Page> {
  const choice = new RegExp(`value="([^"]*${end})"`).exec(page.html)?.[1]
  if (!choice) throw new Error(`No button ends in ${end}: ${page.words}`)
  return person.submit('/chat', { id: randomUUID(), choice })
}

async function hoursAhead(person: Visitor): Promise<number> {
  const shown = /<time datetime="([^"]+)"/.exec((await person.get('/')).html)?.[1] ?? ''
  return Math.round((Date.parse(shown) - Date.now()) / 3_600_000)
}

/** In how many milliseconds something opens or closes, as the page offers to move the clock there. */
function upcoming({ html }: Page): number[] {
  const instants = [...html.matchAll(/name="by" value="(\d{4}-[^"]+)"/g)]
  return instants.map(([, instant]) => Date.parse(instant!) - Date.now())
}

test('a city is there at the first start, and what was begun in it stays through Ctrl-C and kill -9, until it is told to begin anew', async () => {
  const { folder, database } = await freshFolder()

  const first = start(folder)
  const url = await first.url()
  expect(await healthAt(url)).toEqual({
    status: 200,
    body: { status: 'ok', database: 'ok', queue: 'ok', channels: { web: 'ok' } },
  })
  const person = at(url)
  const welcome = await person.get('/')
  expect(welcome.html.match(/<iframe src="\/chat\?seat=(youth|partner|admin)"/g)).toHaveLength(3)
  for (const ms of upcoming(welcome)) expect(ms).toBeGreaterThan(0)
  expect(Math.max(...upcoming(welcome))).toBeLessThan(60 * dayMs)
  await person.get('/chat?start=c-free-time-and-sport')
  const assent = await taps(person, await person.get('/chat'), ':a16_17')
  const question = await taps(person, assent, 'y:[^"]+')
  expect(question.words).toContain('1 of 6')
  expect((await taps(person, question, ':few')).words).toContain('2 of 6')
  await person.post('/try/clock', { by: 'week' })
  expect(await hoursAhead(person)).toBeGreaterThanOrEqual(167)
  first.signal('SIGINT')
  expect(await first.ended).toBe(0)
  expect(await findPostmaster(database)).toBeUndefined()

  const second = start(folder)
  const again = at(await second.url(), person)
  expect((await again.get('/chat')).words).toContain('2 of 6')
  expect(await hoursAhead(again)).toBeGreaterThanOrEqual(167)
  await second.kill()

  const third = start(folder)
  const afterKill = at(await third.url(), person)
  expect((await afterKill.get('/chat')).words).toContain('2 of 6')
  expect(await hoursAhead(afterKill)).toBeGreaterThanOrEqual(167)
  await third.kill()
  expect(await findPostmaster(database)).toBeDefined()

  const fresh = start(folder, { flags: ['--fresh'] })
  const stranger = at(await fresh.url(), person)
  expect((await stranger.get('/chat')).words).not.toContain('2 of 6')
  expect(await hoursAhead(stranger)).toBeLessThan(1)
  expect(await healthAt(await fresh.url())).toMatchObject({ status: 200 })
  fresh.signal('SIGINT')
  expect(await fresh.ended).toBe(0)
  expect(await findPostmaster(database)).toBeUndefined()
}, 240_000)

test('Ctrl-C while it is still starting ends it as cleanly', async () => {
  const { folder, database } = await freshFolder()
  const running = start(folder)
  await running.says(/Loading the sample city/)
  running.signal('SIGINT')
  expect(await running.ended).toBe(0)
  expect(await findPostmaster(database)).toBeUndefined()
}, 120_000)

test('a port that is taken is told with the way out, and leaves nothing running', async () => {
  const { folder, database } = await freshFolder()
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => new Promise((resolve) => other.close(() => resolve())))
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const running = start(folder, { env: { WEB_PORT: String(port) } })
  expect(await running.ended).toBe(1)
  expect(running.output()).toContain(`Another program already listens at 127.0.0.1, port ${port}.`)
  expect(running.output()).toContain(`WEB_PORT=${port + 1}`)
  expect(running.output()).not.toMatch(/\n\s+at /)
  expect(await findPostmaster(database)).toBeUndefined()
}, 120_000)
