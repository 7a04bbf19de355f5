/** The key that seals everything is changed while nobody is served, killed in the middle, and gone on with: nobody notices anything. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { createKeyring, randomSecret, type Keyring } from '../../src/runtime/crypto.ts'
import { sealedTables } from '../../src/store/resealing.ts'
import { addSingles } from '../../src/store/deliveries.ts'
import { openInbox } from '../../src/store/inbox.ts'
import { exportPerson } from '../../src/store/respondents.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { afterwards } from '../support/afterwards.ts'
import { buildCity, type City } from '../support/city.ts'
import { freshDatabase } from '../support/database.ts'
import { rowsIn } from '../support/dump.ts'
import { startProcess, type Running } from '../support/process.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'

const consultation = 'free-time-and-sport'
const newKey = randomSecret().toString('base64')
const crowd = 15_000

describe('a rotation that is killed again and again', () => {
  let city: City
  let people: readonly Talk[]
  let before: readonly object[]

  beforeAll(async () => {
    city = await buildCity()
    people = await answering(city)
    await fill(city)
    before = await keptOf(city.context.store, people)
    await city.context.store.close()
  })

  test('leaves each row sealed with one of the two keys, and lets nothing else start meanwhile', async () => {
    const rotation = rotate(city)
    await rotation.says(/address: 2,000/)
    await rotation.kill()
    const counts = await openedBy(city, [city.contactKey, newKey])
    expect(counts['neither']).toBe(0)
    expect(counts[newKey]).toBeGreaterThanOrEqual(2_000)
    expect(counts[city.contactKey]).toBeGreaterThan(10)
    for (const key of [city.contactKey, newKey]) {
      const service = startProcess(['worker'], { env: environment(city, key) })
      await service.says(/The key is being changed/)
      expect(await service.ended).toBe(1)
    }
  })

  test('goes on where it was, and keeps to the keys it began with', async () => {
    const other = rotate(city, { from: city.contactKey, to: randomSecret().toString('base64') })
    await other.says(/is not the key this database is sealed with/)
    const second = rotate(city)
    await second.says(/address: 3,000/)
    await second.kill()
    const last = rotate(city)
    await last.says(/Everything is sealed with the new key/)
    expect(await last.ended).toBe(0)
    expect(last.output()).not.toContain('address: 11,000')
    const counts = await openedBy(city, [newKey, city.contactKey])
    expect(counts).toMatchObject({ neither: 0, [city.contactKey]: 0 })
    expect(counts[newKey]).toBeGreaterThan(crowd)
  }, 240_000)

  test('everybody is found again, with everything of theirs, and goes on where they were', async () => {
    const store = openStore(city.databaseUrl, createKeyring(newKey), { connections: 3 })
    afterwards(() => store.close())
    expect(await keptOf(store, people)).toEqual(before)
    const context = { ...city.context, store }
    const person = talk(context, people[0]!.from)
    expect(words(await person.types('?'))).toMatch(/2 of 6/)
    await person.taps(':park')
    await person.types('/delete')
    await person.taps('delete:yes')
    expect(await store.db.response.count()).toBe(people.length - 1)
    expect(await openInbox(store, 'telegram', context.clock).pending()).toEqual([
      { id: '1', body: 'an update' },
    ])
  })

  test('the service starts with the new key, and with no other', async () => {
    const service = startProcess(['worker'], { env: environment(city, newKey) })
    await service.says(/Hejnał is running/)
    service.signal('SIGTERM')
    expect(await service.ended).toBe(0)
    const old = startProcess(['worker'], { env: environment(city, city.contactKey) })
    await old.says(/is not the key this database is sealed with/)
    expect(await old.ended).toBe(1)
    const again = rotate(city)
    await again.says(/sealed with this key already/)
  })
})

test('nothing is changed while the service runs', async () => {
  const city = await buildCity({ isSeeded: false })
  await city.context.store.db.$queryRaw`select 1`
  const rotation = rotate(city)
  await rotation.says(/is still running with the old key/)
  expect(await rotation.ended).toBe(1)
  await city.context.store.close()
  const service = startProcess(['worker'], { env: environment(city, city.contactKey) })
  await service.says(/Hejnał is running/)
})

test('every column that is not text is either sealed anew or holds nothing that was sealed', async () => {
  const { url } = await freshDatabase()
  const store = openStore(url, createKeyring(newKey))
  afterwards(() => store.close())
  const columns = await store.db.$queryRaw<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' and table_name not like 'delivery\\_%'`
  const sealed = sealedTables.flatMap(({ table, seals, isAddress }) =>
    [...Object.keys(seals), ...(isAddress ? ['lookup'] : [])].map((column) => `${table}.${column}`),
  )
  expect(columns.map(({ name }) => name).toSorted()).toEqual([...sealed, ...notByThisKey].toSorted())
})

/** Under another key, a plain hash, a picture, or found by this key and ended with it. */
const notByThisKey = [
  'announcement.picture',
  'calendar_feed.hash',
  'class_code.hash',
  'evidence.content',
  'guess.lookup',
  'invitation.hash',
  'response.key',
  'safeguarding_case.contact',
  'safeguarding_case.sealed',
  'seen.id',
  'session.key',
]

function environment({ databaseUrl }: City, key: string): Record<string, string> {
  return { DATABASE_URL: databaseUrl, CONTACT_KEY: key, WEB_PORT: '0' }
}

function rotate(city: City, { from = city.contactKey, to = newKey } = {}): Running {
  return startProcess(['src/cli/main.ts', 'key', 'rotate'], {
    env: { ...environment(city, to), CONTACT_KEY_OLD: from },
  })
}

/** Two in the middle of a consultation, one with a text, and a message for each of them. */
async function answering({ context }: City): Promise<readonly Talk[]> {
  const people = [talk(context), talk(context, { channel: 'telegram', value: '4711' })]
  for (const person of people) {
    await begin(person, consultation)
    await person.taps(':few')
  }
  const { db, keyring } = context.store
  const { id } = await db.response.findFirstOrThrow({ orderBy: { id: 'asc' } })
  const text = keyring.seal('More benches', 'answer')
  await db.answer.create({ data: { responseId: id, question: 'q7', text, review: 'waiting' } })
  const reply = { parts: [{ key: 'link-told', args: { channel: 'web' } }] }
  const recipients = await db.person.findMany({ select: { id: true } })
  await addSingles(
    db,
    keyring,
    recipients.map((one) => ({ recipientId: one.id, about: 'linked/now', reply })),
  )
  return people
}

/** So many others that there are several pages, and what else can be sealed. */
async function fill({ context }: City): Promise<void> {
  const { db, keyring } = context.store
  const rows = Array.from({ length: crowd }, (_, index) => ({ id: randomUUID(), value: `filler ${index}` }))
  const createdOn = context.clock.now()
  await db.person.createMany({ data: rows.map(({ id }) => ({ id, locale: 'pl', createdOn })) })
  const addresses = rows.map(({ id: personId, value }) => ({
    personId,
    channel: 'web',
    lookup: lookupOf(keyring, { channel: 'web', value }),
    sealed: keyring.seal(value, 'address:web'),
  }))
  await db.address.createMany({ data: addresses })
  const place = { channel: 'telegram' as const, value: '-100' }
  await db.place.create({
    data: {
      channel: place.channel,
      lookup: lookupOf(keyring, place),
      sealed: keyring.seal(place.value, 'address:telegram'),
      label: 'A group',
      locale: 'pl',
      addedBy: 'test',
      addedAt: createdOn,
    },
  })
  const text = keyring.seal('Something loose', 'answer')
  await db.looseText.create({
    data: { consultationId: consultation, question: 'q7', text, since: createdOn },
  })
  await openInbox(context.store, 'telegram', context.clock).keep([{ id: '1', body: 'an update' }])
}

async function keptOf({ db, keyring }: Store, people: readonly Talk[]): Promise<object[]> {
  const kept = []
  for (const { from } of people) {
    const { personId } = await db.address.findUniqueOrThrow({ where: { lookup: lookupOf(keyring, from) } })
    kept.push(await exportPerson(db, keyring, personId))
  }
  return kept
}

/** How many sealed values each of the keys opens; all of them are known by what they are sealed for. */
async function openedBy({ databaseUrl }: City, keys: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = { neither: 0, ...Object.fromEntries(keys.map((key) => [key, 0])) }
  const keyrings = keys.map((key) => [key, createKeyring(key)] as const)
  for (const { table, values } of await rowsIn(databaseUrl)) {
    const sealed = sealedTables.find((one) => one.table === table.replace(/^delivery_.*/, 'delivery'))
    const named = Object.fromEntries(Object.entries(values).map(([name, value]) => [`key_${name}`, value]))
    for (const [column, purposeOf] of Object.entries(sealed?.seals ?? {})) {
      const value = values[column]
      if (!Buffer.isBuffer(value)) continue
      const [key] = keyrings.find(([, keyring]) =>
        opens(keyring, value, purposeOf({ ...values, ...named })),
      ) ?? ['neither']
      counts[key]! += 1
    }
  }
  return counts
}

function opens(keyring: Keyring, value: Buffer, purpose: string): boolean {
  try {
    return Boolean(keyring.openBytes(value, purpose))
  } catch {
    return false
  }
}
