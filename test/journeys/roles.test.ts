/** The roles as processes of their own on one database: together, in trouble, and at their end. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { randomSecret } from '../../src/runtime/crypto.ts'
import { startLocal } from '../../src/store/local.ts'
import { stopPostmaster } from '../../src/store/postmaster.ts'
import { buildCity, type City } from '../support/city.ts'
import { freshDatabase } from '../support/database.ts'
import { quickestPlace } from '../support/place.ts'
import { eventually, healthAt, startProcess, type Running } from '../support/process.ts'
import { startTelegram, type TelegramServer } from '../support/telegram.ts'
import { visitor } from '../web/visitor.ts'

const draft = 'support-when-it-is-hard'
const key = randomSecret().toString('base64')

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(await quickestPlace(), 'hejnal-roles-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A city whose samples can be answered today. */
function cityOfToday(): Promise<City> {
  return buildCity({ now: new Date().toISOString() })
}

async function platform(options: Parameters<typeof startTelegram>[0] = {}): Promise<TelegramServer> {
  const telegram = await startTelegram(options)
  onTestFinished(() => telegram.close())
  return telegram
}

function play(role: string, { databaseUrl, contactKey }: City, env: Record<string, string> = {}): Running {
  return startProcess([role], {
    env: { DATABASE_URL: databaseUrl, CONTACT_KEY: contactKey, WEB_PORT: '0', ...env },
  })
}

const on = ({ token, root }: TelegramServer) => ({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root })

test('bot, worker and web in three processes are one system', async () => {
  const [city, telegram] = await Promise.all([cityOfToday(), platform()])
  const { db } = city.context.store
  await db.consultation.update({
    where: { id: draft },
    data: { status: 'draft', openedAt: null, secret: null },
  })
  const [bot, worker, web] = [play('bot', city, on(telegram)), play('worker', city), play('web', city)]

  const ala = telegram.user({ languageCode: 'en' })
  await ala.says(`/start c-free-time-and-sport`)
  await ala.sees('How old are you?', 60_000)
  await eventually(
    'the worker opens what is due',
    async () => (await db.consultation.count({ where: { id: draft, status: 'open' } })) === 1,
  )
  const ola = visitor(await web.url(), 'en')
  expect((await ola.get('/')).words).toContain('Support when things are hard')
  expect((await ola.submit('/chat', { id: randomUUID(), text: `/start c-${draft}` })).status).toBe(400)
  await ola.get('/chat')
  expect((await ola.submit('/chat', { id: randomUUID(), text: `/start c-${draft}` })).words).toContain(
    'How old are you?',
  )

  for (const one of [bot, worker, web]) one.signal('SIGTERM')
  expect(await Promise.all([bot.ended, worker.ended, web.ended])).toEqual([0, 0, 0])
  expect(bot.output()).toContain('"roles":["bot"]')
  expect(bot.output()).not.toContain('http://')
}, 120_000)

describe('SIGTERM', () => {
  test('lets a reply that is on its way arrive, and leaves nothing in the inbox', async () => {
    const [city, telegram] = await Promise.all([cityOfToday(), platform({ roundTripMs: 400 })])
    const bot = play('bot', city, on(telegram))
    await bot.says(/Telegram is connected/)
    const ala = telegram.user({ languageCode: 'en' })
    await ala.says('/start')
    await eventually('the reply is being sent', () => telegram.requests('sendMessage') === 1)
    expect(ala.messages()).toEqual([])
    bot.signal('SIGTERM')
    expect(await bot.ended).toBe(0)
    expect(ala.screen().text).toContain('the city')
    expect(await city.context.store.db.inbox.count()).toBe(0)
  }, 120_000)

  test('lets somebody on a page have their answer', async () => {
    const city = await cityOfToday()
    const web = play('web', city)
    const ola = visitor(await web.url(), 'en')
    await ola.get('/chat')
    const client = new pg.Client({ connectionString: city.databaseUrl })
    await client.connect()
    await client.query('begin; lock table session in access exclusive mode')
    const answer = ola.post(
      '/chat',
      { id: randomUUID(), text: '/start c-free-time-and-sport' },
      { accept: 'application/json' },
    )
    const waits =
      'select 1 from pg_stat_activity where datname = current_database() and pg_blocking_pids(pid) <> array[]::int[]'
    await eventually(
      'the answer waits for the table',
      async () => (await client.query(waits)).rows.length > 0,
    )
    web.signal('SIGTERM')
    await web.says(/stopping; what is under way is finished first/)
    await expect(fetch(await web.url())).rejects.toThrow()
    await client.query('commit')
    await client.end()
    expect((await answer).status).toBe(200)
    expect(await web.ended).toBe(0)
  }, 120_000)
})

describe('what is missing or wrong is told in a line, with what to do', () => {
  const secret = 's3cret-of-the-database'
  const nowhere = `postgresql://hejnal:${secret}@127.0.0.1:1/hejnal`

  test.each<[string, string, Record<string, string>, RegExp]>([
    [
      'a role that does not exist',
      'janitor',
      {},
      /^There is no role "janitor"\. Use one of: bot, worker, web, all\.\n$/,
    ],
    [
      'a database without its key',
      'web',
      { DATABASE_URL: nowhere },
      /^CONTACT_KEY, which seals addresses, is missing\..*openssl rand -base64 32\n$/,
    ],
    [
      'no database where real people are served',
      'all',
      { NODE_ENV: 'production' },
      /^DATABASE_URL: with NODE_ENV=production it has to be set.*\n$/,
    ],
    [
      'a database that does not answer',
      'worker',
      { DATABASE_URL: nowhere, CONTACT_KEY: key },
      /^The database does not answer\. Check DATABASE_URL.*\n$/,
    ],
    [
      'several settings',
      'all',
      { WEB_PORT: 'x', CONTACT_KEY: secret, LOG_LEVEL: 'loud' },
      /^The configuration is not complete:\n( {2}[A-Z_]+: .+\n){3}.+\n$/,
    ],
  ])(
    '%s',
    async (_, role, env, words) => {
      const running = startProcess([role], { env, cwd: await freshFolder() })
      expect(await running.ended).toBe(1)
      expect(running.output()).toMatch(words)
      expect(running.output()).not.toContain(secret)
    },
    60_000,
  )

  test('a port that is taken, in the language of the terminal', async () => {
    const [city, port] = await Promise.all([buildCity({ isSeeded: false }), takenPort()])
    const web = play('web', city, { WEB_PORT: String(port), HEJNAL_LANG: 'pl' })
    expect(await web.ended).toBe(1)
    expect(web.output()).toBe(
      `Pod adresem 127.0.0.1, port ${port}, działa już inny program. Zakończ go albo wybierz inny port, na przykład: WEB_PORT=${port + 1}\n`,
    )
  }, 60_000)

  test('a queue in PostgreSQL that does not answer', async () => {
    const worker = play('worker', await buildCity({ isSeeded: false }), { QUEUE_URL: nowhere })
    expect(await worker.ended).toBe(1)
    expect(worker.output()).toMatch(/^The queue does not answer\. Check QUEUE_URL.*\n$/)
  }, 60_000)

  test('a host that is none', async () => {
    const web = play('web', await buildCity({ isSeeded: false }), { WEB_HOST: '203.0.113.1' })
    expect(await web.ended).toBe(1)
    expect(web.output()).toMatch(
      /^This program may not listen at 203\.0\.113\.1, port 0 \(EADDRNOTAVAIL\)\..*\n$/,
    )
  }, 60_000)
})

test('no secret is ever printed, however much is logged and however much fails; a file .env is read where it runs', async () => {
  const [folder, telegram, { url }] = await Promise.all([
    freshFolder(),
    platform({ validate: false }),
    freshDatabase(),
  ])
  const secrets = {
    CONTACT_KEY: key,
    TELEGRAM_BOT_TOKEN: '7000000002:AAsecretsecretsecret',
    TELEGRAM_WEBHOOK_SECRET: 'webhook-secret-webhook',
    DISCORD_BOT_TOKEN: 'discord-secret-discord-secret',
  }
  const settings = {
    DATABASE_URL: url,
    LOG_LEVEL: 'trace',
    WEB_PORT: '0',
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_API_ROOT: 'http://127.0.0.1:1/api',
  }
  const lines = Object.entries({ ...settings, ...secrets }).map(([name, value]) => `${name}=${value}`)
  await writeFile(path.join(folder, '.env'), lines.join('\n'))
  const running = startProcess(['all'], { cwd: folder })
  const health = await healthAt(await running.url())
  expect(health).toMatchObject({ status: 503, body: { status: 'failing', database: 'ok' } })
  await Promise.all([
    running.says(/Telegram is not connected yet/),
    running.says(/"channel":"discord"|Discord/),
  ])
  running.signal('SIGTERM')
  expect(await running.ended).toBe(0)
  for (const value of [...Object.values(secrets), new URL(url).password])
    expect(running.output()).not.toContain(value)
}, 120_000)

test('/health says that PostgreSQL was stopped, all is well by itself once it is back, and the end does not wait for it', async () => {
  const folder = await freshFolder()
  const data = path.join(folder, 'data')
  onTestFinished(() => stopPostmaster(data))
  const first = await startLocal({ directory: folder, isDurable: false })
  const port = Number(new URL(first.url).port)
  const running = startProcess(['all'], { env: { DATABASE_URL: first.url, CONTACT_KEY: key, WEB_PORT: '0' } })
  const url = await running.url()
  await eventually('all is well', async () => (await healthAt(url)).status === 200)

  await first.stop()
  expect(await healthAt(url)).toEqual({
    status: 503,
    body: { status: 'failing', database: 'out of reach', queue: 'out of reach', channels: { web: 'ok' } },
  })
  expect((await visitor(url, 'en').get('/')).status).toBe(500)

  const second = await startLocal({ directory: folder, port, isDurable: false })
  expect(second.url).toBe(first.url)
  await eventually('all is well again', async () => (await healthAt(url)).status === 200)
  expect((await visitor(url, 'en').get('/')).status).toBe(200)

  await second.stop()
  running.signal('SIGTERM')
  expect(await running.ended).toBe(0)
}, 120_000)

async function takenPort(): Promise<number> {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => new Promise((resolve) => other.close(() => resolve())))
  await new Promise((resolve) => other.once('listening', resolve))
  return (other.address() as AddressInfo).port
}
