/** What is forgotten, and when: conversations nobody agreed to, answered messages, and the secrets that join people and answers. */
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { erase } from '../../jobs/erase.ts'
import { openClose } from '../../jobs/open-close.ts'
import { resultsOf } from '../../src/app/results.ts'
import { responseKey } from '../../src/runtime/crypto.ts'
import { buildCity, sampleDay, type City } from '../support/city.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'

const consultation = 'free-time-and-sport'
const secondMs = 1_000
const hourMs = 3_600 * secondMs
const after = (ms: number) => new Date(Date.parse(sampleDay) + ms)

async function eraseAt(city: City, instant: Date | string): Promise<void> {
  city.putClock(instant)
  await erase(city.context)
}

/** One's own data, as the chat hands them over. */
async function dataOf(
  person: Talk,
): Promise<{ responses: { answers: object[] }[]; participations: object[] }> {
  const [message] = await person.types('/mydata')
  return JSON.parse(message!.file!.content) as Awaited<ReturnType<typeof dataOf>>
}

describe('after a day', () => {
  test('a conversation in which nobody agreed to anything is forgotten, not a second earlier', async () => {
    const city = await buildCity()
    const { session } = city.context.store.db
    await talk(city.context).types(`/start c-${consultation}`)
    await eraseAt(city, after(24 * hourMs))
    expect(await session.count()).toBe(1)
    await eraseAt(city, after(24 * hourMs + secondMs))
    expect(await session.count()).toBe(0)
  })

  test('the conversation of somebody who agreed stays, in the middle of a question', async () => {
    const city = await buildCity()
    const person = talk(city.context)
    await begin(person, consultation)
    await person.taps(':few')
    await eraseAt(city, after(20 * 24 * hourMs))
    expect(words(await person.types('?'))).toMatch(/2 of 6/)
  })
})

test('after two days it is forgotten which messages were answered, not a second earlier', async () => {
  const city = await buildCity()
  const { seen } = city.context.store.db
  await begin(talk(city.context), consultation)
  const answered = await seen.count()
  expect(answered).toBeGreaterThan(0)
  await eraseAt(city, after(48 * hourMs))
  expect(await seen.count()).toBe(answered)
  await eraseAt(city, after(48 * hourMs + secondMs))
  expect(await seen.count()).toBe(0)
})

describe('fourteen days after closing', () => {
  const crowd = 40
  const closed = '2026-10-13T22:00:00Z'
  /** The last second of the thirteenth day, and the first of the fourteenth, in Warsaw: its clocks go back in between. */
  const [before, due] = ['2026-10-27T22:59:59Z', '2026-10-27T23:00:00Z']

  async function closedCity() {
    const city = await buildCity()
    const people = Array.from({ length: crowd }, (_, index) =>
      talk(city.context, { locale: index % 3 ? 'pl' : 'uk' }),
    )
    for (const [index, person] of people.entries()) {
      city.putClock(after(Math.floor(index / 10) * 24 * hourMs))
      await begin(person, consultation)
      await person.taps(index % 2 ? ':few' : ':some')
    }
    const { db, keyring } = city.context.store
    const { secret } = await db.consultation.findUniqueOrThrow({ where: { id: consultation } })
    const opened = keyring.openBytes(secret!, `secret:${consultation}`)
    const ids = (await db.person.findMany({ select: { id: true } })).map(({ id }) => id)
    const oldKeys = ids.map((id) => Buffer.from(responseKey(opened, id)).toString('hex'))
    const insertion = await physicalOrder(city)
    city.putClock(closed)
    await openClose(city.context)
    return { city, people, oldKeys, insertion }
  }

  async function physicalOrder({ context }: City): Promise<string[]> {
    const rows = await context.store.db.$queryRaw<
      { id: string }[]
    >`select id from response where consultation_id = ${consultation} order by ctid`
    return rows.map(({ id }) => id)
  }

  test('a person still finds and takes back their answers on the thirteenth day', async () => {
    const { city, people, oldKeys } = await closedCity()
    await eraseAt(city, before)
    expect((await dataOf(people[0]!)).responses[0]?.answers).toHaveLength(1)
    const rows = await city.context.store.db.response.findMany({ select: { key: true } })
    expect(rows.map(({ key }) => Buffer.from(key).toString('hex')).toSorted()).toEqual(oldKeys.toSorted())
    await people[0]!.types('/delete')
    await people[0]!.taps('delete:yes')
    expect(await city.context.store.db.response.count()).toBe(crowd - 1)
  })

  test('the secret is destroyed, and nobody can join a person and their answers any more', async () => {
    const { city, people, oldKeys, insertion } = await closedCity()
    const { db } = city.context.store
    await eraseAt(city, due)
    expect(
      await db.consultation.findUniqueOrThrow({ where: { id: consultation }, select: { secret: true } }),
    ).toEqual({ secret: null })

    const mine = await dataOf(people[0]!)
    expect(mine.responses).toEqual([])
    expect(mine.participations).toHaveLength(1)

    const rows = await db.response.findMany({ where: { consultationId: consultation } })
    const keys = rows.map(({ key }) => Buffer.from(key).toString('hex'))
    expect(new Set(keys).size).toBe(crowd)
    expect(keys.filter((key) => oldKeys.includes(key))).toEqual([])
    const circumstances = rows.map(
      ({ answeredOn, locale, channel }) => `${answeredOn.toISOString()} ${locale} ${channel}`,
    )
    expect(new Set(circumstances).size).toBe(1)

    const order = await physicalOrder(city)
    expect(order).toHaveLength(crowd)
    expect(order).toEqual(order.toSorted())
    expect(order.filter((id) => insertion.includes(id))).toEqual([])

    expect(await db.session.count({ where: { consultationId: consultation } })).toBe(0)
    expect(await db.answer.count()).toBe(crowd)
  })

  test('results count everybody as before, whether they were counted before or only now', async () => {
    const [early, late] = [await closedCity(), await closedCity()]
    const counted = await resultsOf(early.city.context, consultation)
    await eraseAt(early.city, due)
    await eraseAt(late.city, due)
    expect(counted.questions[0]!.answered).toEqual({ count: crowd })
    expect(await resultsOf(early.city.context, consultation)).toEqual(counted)
    expect(await resultsOf(late.city.context, consultation)).toEqual(counted)
  })

  test('somebody who erases themselves then is forgotten, and their answers, which nobody can find, stay counted', async () => {
    const { city, people } = await closedCity()
    await eraseAt(city, due)
    await people[0]!.types('/delete')
    await people[0]!.taps('delete:yes')
    expect(await city.context.store.db.person.count()).toBe(crowd - 1)
    expect(await city.context.store.db.response.count()).toBe(crowd)
  })

  test('erasing again, or from two processes at once, changes nothing more', async () => {
    const { city } = await closedCity()
    city.putClock(due)
    await Promise.all([erase(city.context), erase(city.context)])
    const once = await physicalOrder(city)
    await erase(city.context)
    expect(await physicalOrder(city)).toEqual(once)
    expect(await city.context.store.db.answer.count()).toBe(crowd)
  })
})

test('while a table is in use its files are left alone, and the next hour makes up for it', async () => {
  const city = await buildCity()
  const { consultation: rows } = city.context.store.db
  await rows.update({
    where: { id: consultation },
    data: { status: 'closed', secretDueOn: new Date('2026-09-25') },
  })
  const reader = new pg.Client({ connectionString: city.databaseUrl })
  await reader.connect()
  await reader.query('begin; lock table answer in access share mode')
  await eraseAt(city, sampleDay)
  const standing = () => rows.findUniqueOrThrow({ where: { id: consultation } })
  expect(await standing()).toMatchObject({ secret: null, secretDueOn: new Date('2026-09-25') })
  await reader.end()
  await eraseAt(city, after(hourMs))
  expect(await standing()).toMatchObject({ secret: null, secretDueOn: null })
})

test('a consultation that is open or was closed a moment ago keeps its secret', async () => {
  const city = await buildCity()
  await eraseAt(city, '2026-10-01T00:00:00Z')
  city.putClock('2026-10-13T22:00:00Z')
  await openClose(city.context)
  await eraseAt(city, '2026-10-14T00:00:00Z')
  expect(await city.context.store.db.consultation.count({ where: { secret: null } })).toBe(0)
})
