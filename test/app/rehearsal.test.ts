/** A rehearsal says what will happen: it is held against what then happens hour by hour. */
import { describe, expect, test } from 'vitest'
import { remind } from '../../jobs/remind.ts'
import { rehearsePlan } from '../../src/app/rehearsal.ts'
import { addPerson } from '../../src/store/respondents.ts'
import { addContact } from '../../src/store/staff.ts'
import { buildCity, type City } from '../support/city.ts'

const from = '2026-11-25'
const to = '2026-12-31'

describe('a rehearsal', () => {
  test('of days in which nobody answers is what then goes out, to the minute', async () => {
    const city = await staffedCity()
    const rehearsed = (await rehearsePlan(city.context, { from, to }))
      .filter(({ about }) => about)
      .map(({ at, personId, about, deadline, step }) =>
        [at.toISOString(), personId, isAlone(about), deadline.source, step].map(String),
      )
    await playHours(city)
    expect(plain(rehearsed)).toEqual(plain(await reminded(city)))
    expect(rehearsed.length).toBeGreaterThan(100)
  })

  test('writes nothing and sends nothing', async () => {
    const city = await staffedCity()
    const before = await census(city)
    await rehearsePlan(city.context, { from, to })
    expect(await census(city)).toEqual(before)
  })

  test('says whom nobody can reach, and what waits for the end of quiet hours', async () => {
    const city = await buildCity({ now: `${from}T04:00:00Z` })
    const alone = await rehearsePlan(city.context, { from, to })
    expect(new Set(alone.map(({ why }) => why))).toEqual(new Set(['nobody']))
    const [person] = await addContacts(city, ['zdt'], ['contact'])
    await city.context.store.db.person.update({
      where: { id: person! },
      data: { quietFrom: '18:00', quietTo: '10:00' },
    })
    const held = (await rehearsePlan(city.context, { from, to })).filter(
      ({ personId }) => personId === person,
    )
    expect(new Set(held.map(({ why }) => why))).toEqual(new Set(['quiet-hours']))
    expect(held.every(({ heldUntil }) => heldUntil?.toISOString().endsWith('T09:00:00.000Z'))).toBe(true)
  })

  test('that ends before it begins is refused', async () => {
    const city = await buildCity({ isSeeded: false })
    await expect(rehearsePlan(city.context, { from: to, to: from })).rejects.toMatchObject({
      code: 'rehearse-backwards',
    })
    await expect(rehearsePlan(city.context, { from, to })).rejects.toMatchObject({ code: 'rehearse-no-plan' })
  })
})

/** Everybody speaks for somebody; two entities lack a second contact. */
async function staffedCity(): Promise<City> {
  const city = await buildCity({ now: `${from}T04:00:00Z` })
  const entities = await city.context.store.db.entity.findMany({ orderBy: { id: 'asc' } })
  const ids = entities.map(({ id }) => id)
  await addContacts(city, ids, ['contact', 'superior'])
  await addContacts(city, ids.slice(2), ['second'])
  return city
}

let chats = 0
async function addContacts(
  { context: { store, clock } }: City,
  entityIds: readonly string[],
  roles: readonly ('contact' | 'second' | 'superior')[],
): Promise<readonly string[]> {
  const added: string[] = []
  for (const entityId of entityIds)
    for (const role of roles) {
      const address = { channel: 'telegram', value: String((chats += 1)) } as const
      const personId = await addPerson(store.db, store.keyring, {
        from: address,
        locale: 'pl',
        today: '2026-11-25',
      })
      await addContact(store.db, personId, { entityId, role }, clock.now())
      added.push(personId)
    }
  return added
}

async function playHours(city: City): Promise<void> {
  const end = Date.parse(`${to}T23:00:00Z`)
  for (let at = Date.parse(`${from}T04:00:00Z`); at <= end; at += 3_600_000) {
    city.putClock(new Date(at))
    await remind(city.context)
    await city.context.store.db.delivery.updateMany({
      where: { status: 'waiting' },
      data: { status: 'accepted', settledAt: new Date(at), message: null },
    })
  }
}

async function reminded({ context: { store } }: City): Promise<readonly string[][]> {
  const rows = await store.db.reminder.findMany({ where: { about: { not: null } } })
  const deadlines = new Map((await store.db.deadline.findMany()).map(({ id, source }) => [id, source]))
  return rows.map(({ decidedAt, personId, about, deadlineId, step }) =>
    [decidedAt.toISOString(), personId, isAlone(about), deadlines.get(deadlineId), step].map(String),
  )
}

/** What does not exist yet has no number to name its message by. */
function isAlone(about: string | null): boolean {
  return about?.startsWith('reminder/') === true
}

function plain(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((row) => row.join(' ')).toSorted()
}

async function census({ context: { store } }: City) {
  const { db } = store
  return [
    await db.deadline.count(),
    await db.reminder.count(),
    await db.delivery.count(),
    await db.setting.count(),
  ]
}
