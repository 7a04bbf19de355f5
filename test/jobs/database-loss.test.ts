/** PostgreSQL goes away in the middle of sending, and comes back: sending goes on by itself, and nobody gets anything twice. */
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { deliver } from '../../jobs/deliver.ts'
import { say } from '../../src/domain/phrase.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { createKeyring, randomSecret } from '../../src/runtime/crypto.ts'
import { silent } from '../../src/runtime/log.ts'
import { loadText } from '../../src/runtime/text.ts'
import { addSingles } from '../../src/store/deliveries.ts'
import { startLocal } from '../../src/store/local.ts'
import { migrate } from '../../src/store/migrate.ts'
import { stopPostmaster } from '../../src/store/postmaster.ts'
import { addPerson } from '../../src/store/respondents.ts'
import { openStore } from '../../src/store/store.ts'
import { quickestPlace } from '../support/place.ts'
import { platform } from '../support/platform.ts'
import { eventually } from '../support/process.ts'

const scratch = await mkdtemp(path.join(await quickestPlace(), 'hejnal-loss-'))
const directory = path.join(scratch, 'postgres')
afterAll(async () => {
  await stopPostmaster(path.join(directory, 'data'))
  await rm(scratch, { recursive: true, force: true })
})

test('with the database gone for longer than a lease, everything still arrives once', async () => {
  const { url } = await startLocal({ directory })
  await migrate(url)
  const store = openStore(url, createKeyring(randomSecret().toString('base64')), { connections: 4 })
  const noon = new Date('2026-11-25T11:00:00Z')
  const context = {
    store,
    clock: { now: () => noon },
    text: loadText(),
    log: silent,
    config: readConfig({ DATABASE_URL: url }),
  }
  const people = Array.from({ length: 60 }, (_, index) => String(1_000 + index))
  for (const value of people) {
    const from = { channel: 'telegram', value } as const
    const recipientId = await addPerson(store.db, store.keyring, { from, locale: 'pl', today: '2026-11-25' })
    await addSingles(store.db, store.keyring, [
      { recipientId, about: 'a', reply: { parts: [say('home-hello')] } },
    ])
  }
  const telegram = platform()
  const ending = new AbortController()
  const gates: (() => void)[] = []
  const slow = {
    ...telegram.channel,
    send: async (...words: Parameters<typeof telegram.channel.send>) => {
      await new Promise<void>((go) => gates.push(go))
      return telegram.channel.send(...words)
    },
  }
  const done = deliver(context, { channel: slow, signal: ending.signal })
  const letGo = (count: number) => gates.splice(0, count).forEach((go) => go())

  await eventually('everything taken up', () => gates.length === people.length)
  letGo(20)
  await eventually('a third sent', () => telegram.arrivals.length === 20)
  await stopPostmaster(path.join(directory, 'data'))
  letGo(20)
  await sleep(4_000)
  expect(telegram.arrivals).toHaveLength(20)
  const port = Number(new URL(url).port)
  await startLocal({ directory, port })
  const opening = setInterval(() => letGo(100), 20)
  await eventually(
    'everything settled',
    async () => (await store.db.delivery.count({ where: { status: 'accepted' } })) === people.length,
  )
  clearInterval(opening)
  ending.abort()
  letGo(1_000)
  await done
  expect(telegram.arrivals.map(({ to }) => to).toSorted()).toEqual(people)
  await store.close()
})
