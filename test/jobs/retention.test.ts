/** What has been kept for long enough goes by itself: every line of the table in docs/privacy.md that names a time. */
import { describe, expect, test } from 'vitest'
import { erase } from '../../jobs/erase.ts'
import { createClassCode } from '../../src/app/class-codes.ts'
import { inviteStaff } from '../../src/app/staff.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { buildCity, sampleDay, type City } from '../support/city.ts'
import { begin, talk, type Talk } from '../support/talk.ts'

const consultation = 'free-time-and-sport'
const dayMs = 86_400_000
const after = (ms: number) => new Date(Date.parse(sampleDay) + ms)

async function eraseAt(city: City, instant: Date): Promise<void> {
  city.putClock(instant)
  await erase(city.context)
}

async function isKept({ context }: City, { from }: Talk): Promise<boolean> {
  const lookup = lookupOf(context.store.keyring, from)
  return (await context.store.db.address.count({ where: { lookup } })) > 0
}

describe('codes', () => {
  test('of classes and invitations are forgotten thirty days after they ended, not a second earlier', async () => {
    const city = await buildCity()
    const { db } = city.context.store
    await createClassCode(city.context, { consultationId: consultation, seats: 35, hours: 48, actor: 'test' })
    await inviteStaff(city.context, { role: 'moderator', label: 'A seat', actor: 'test' })
    await eraseAt(city, after(32 * dayMs))
    expect([await db.classCode.count(), await db.invitation.count()]).toEqual([1, 1])
    await eraseAt(city, after(32 * dayMs + 1_000))
    expect([await db.classCode.count(), await db.invitation.count()]).toEqual([0, 1])
    await eraseAt(city, after(37 * dayMs + 1_000))
    expect(await db.invitation.count()).toBe(0)
  })

  test('that were guessed wrongly are forgotten once their hour is over', async () => {
    const city = await buildCity()
    const { guess } = city.context.store.db
    await talk(city.context).types('/code AAAA-BBBB-CCCC')
    expect(await guess.count()).toBeGreaterThan(0)
    await eraseAt(city, after(dayMs / 24))
    expect(await guess.count()).toBeGreaterThan(0)
    await eraseAt(city, after(dayMs / 24 + 1_000))
    expect(await guess.count()).toBe(0)
  })
})

describe('two years without a sign', () => {
  const away = after(732 * dayMs)

  test('somebody who only took part is erased with a tombstone, and somebody who wrote meanwhile is not', async () => {
    const city = await buildCity()
    const [gone, back] = [talk(city.context), talk(city.context)]
    for (const person of [gone, back]) await begin(person, consultation)
    city.putClock(after(3 * dayMs))
    await back.types('?')
    await eraseAt(city, after(729 * dayMs))
    expect([await isKept(city, gone), await isKept(city, back)]).toEqual([true, true])
    await eraseAt(city, after(731 * dayMs))
    expect([await isKept(city, gone), await isKept(city, back)]).toEqual([false, true])
    expect(await city.context.store.db.tombstone.count()).toBe(1)
    await eraseAt(city, after(734 * dayMs))
    expect(await isKept(city, back)).toBe(false)
  })

  test('a city may choose another number of days', async () => {
    const city = await buildCity({ config: { INACTIVE_DAYS: 180 } })
    const person = talk(city.context)
    await begin(person, consultation)
    await eraseAt(city, after(179 * dayMs))
    expect(await isKept(city, person)).toBe(true)
    await eraseAt(city, after(181 * dayMs))
    expect(await isKept(city, person)).toBe(false)
  })

  test('whoever asked for messages stays while they arrive, and goes when they stopped them or blocked us', async () => {
    const city = await buildCity()
    const { db } = city.context.store
    const people = [talk(city.context), talk(city.context), talk(city.context)]
    for (const person of people) await begin(person, consultation)
    const rows = await db.address.findMany()
    const idOf = ({ from }: Talk) => {
      const lookup = Buffer.from(lookupOf(city.context.store.keyring, from))
      return rows.find((row) => lookup.equals(row.lookup))!.personId
    }
    const [reads, stopped, blocked] = people.map(idOf)
    const givenAt = new Date(sampleDay)
    const consent = { purpose: 'announcements', wording: 'w', locale: 'en', givenAt }
    await db.consent.createMany({
      data: [reads!, stopped!, blocked!].map((personId) => ({ ...consent, personId })),
    })
    await db.person.update({ where: { id: stopped! }, data: { stoppedAt: givenAt } })
    await db.address.updateMany({ where: { personId: blocked! }, data: { suppressedAt: givenAt } })
    await eraseAt(city, away)
    expect(await Promise.all(people.map((person) => isKept(city, person)))).toEqual([true, false, false])
  })

  test('whoever is still to hear of an outcome stays until two years after it was published', async () => {
    const city = await buildCity()
    const { db } = city.context.store
    const person = talk(city.context)
    await begin(person, consultation)
    await db.participation.updateMany({ data: { wantsOutcome: true } })
    await eraseAt(city, away)
    expect(await isKept(city, person)).toBe(true)
    await db.consultation.update({ where: { id: consultation }, data: { publishedAt: away } })
    await eraseAt(city, new Date(away.getTime() + 729 * dayMs))
    expect(await isKept(city, person)).toBe(true)
    await eraseAt(city, new Date(away.getTime() + 731 * dayMs))
    expect(await isKept(city, person)).toBe(false)
  })

  test('people of the programme stay', async () => {
    const city = await buildCity()
    const person = talk(city.context)
    const { code } = await inviteStaff(city.context, { role: 'moderator', label: 'A seat', actor: 'test' })
    await person.types(`/code ${code}`)
    await eraseAt(city, away)
    expect(await isKept(city, person)).toBe(true)
  })
})
