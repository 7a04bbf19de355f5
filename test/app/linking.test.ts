/** One person, two messengers: linked, they are known and reached once, and nothing of either is lost. */
import { beforeEach, describe, expect, test } from 'vitest'
import { erase } from '../../jobs/erase.ts'
import { inviteContact } from '../../src/app/staff.ts'
import type { ChannelName } from '../../src/domain/message.ts'
import { addSingles } from '../../src/store/deliveries.ts'
import { exportPerson } from '../../src/store/respondents.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { buildCity, type City } from '../support/city.ts'
import { talkAsStaff } from '../support/staff.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'

const actor = 'test'
const minuteMs = 60_000
let city: City
beforeEach(async () => void (city = await buildCity()))

const db = () => city.context.store.db
const rowOf = ({ from }: Talk) =>
  db().address.findUnique({ where: { lookup: lookupOf(city.context.store.keyring, from) } })
const idOf = async (person: Talk) => (await rowOf(person))?.personId

async function partner(channel: ChannelName, entityId = 'zdt'): Promise<Talk> {
  const person = talk(city.context, { channel })
  const { code } = await inviteContact(city.context, { entityId, role: 'contact', label: '', actor })
  await person.types(`/start i-${code}`)
  return person
}

async function codeFrom(person: Talk): Promise<string> {
  const [code] = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(words(await person.types('/link'))) ?? []
  return code!
}

async function link(one: Talk, other: Talk): Promise<string> {
  return words(await other.types(`/code ${await codeFrom(one)}`))
}

/** Somebody older than everybody who comes today. */
async function makeOlder(person: Talk): Promise<void> {
  await db().person.update({
    where: { id: (await idOf(person))! },
    data: { createdOn: new Date('2026-01-01') },
  })
}

describe('a second messenger', () => {
  test('becomes a way to the same person, who is known there at once', async () => {
    const phone = await partner('telegram')
    const desk = talk(city.context, { channel: 'discord' })
    await desk.types('hello')
    expect(await link(phone, desk)).toMatch(
      /^Linked! .* here: Telegram\.[^]*Good to see you\. You speak for: /,
    )
    expect(await idOf(desk)).toBe(await idOf(phone))
    expect(await db().person.count()).toBe(1)
    expect(await db().session.count()).toBe(1)
    expect([(await rowOf(phone))!.isPreferred, (await rowOf(desk))!.isPreferred]).toEqual([true, false])
  })

  test('hears nothing as long as the first one can be reached, and the person is told once', async () => {
    const [phone, desk] = [await partner('telegram'), talk(city.context, { channel: 'discord' })]
    await link(phone, desk)
    expect(await db().delivery.findMany()).toMatchObject([
      { recipientId: await idOf(phone), channel: 'telegram', status: 'waiting' },
    ])
  })

  test('opens the code by its link too, and by the code alone', async () => {
    const [phone, page, desk] = [
      await partner('telegram'),
      talk(city.context),
      talk(city.context, { channel: 'discord' }),
    ]
    await page.types(`/start i-${await codeFrom(phone)}`)
    await desk.types((await codeFrom(phone)).toLowerCase())
    expect(new Set([await idOf(phone), await idOf(page), await idOf(desk)]).size).toBe(1)
  })

  test('is taken away again by a button, and then belongs to nobody', async () => {
    const [phone, desk] = [await partner('telegram'), talk(city.context, { channel: 'discord' })]
    await link(phone, desk)
    const said = words(await desk.types('/link'))
    expect(said).toContain('These channels are linked already')
    expect(desk.buttons().map(({ label }) => label)).toEqual(['Take away: Telegram', 'Back'])
    await phone.types('/link')
    expect(words(await phone.taps('Discord'))).toContain('Taken away: Discord')
    expect(await idOf(desk)).toBeUndefined()
    expect(await idOf(phone)).toBeDefined()
  })

  test('that goes leaves what waits to the one that is left', async () => {
    const [phone, desk] = [await partner('telegram'), talk(city.context, { channel: 'discord' })]
    await link(phone, desk)
    await desk.types('/link')
    await desk.taps('Telegram')
    expect(await db().delivery.findMany()).toMatchObject([{ channel: 'discord' }])
    expect((await rowOf(desk))!.isPreferred).toBe(true)
  })
})

describe('the code', () => {
  test('works once', async () => {
    const [phone, first, second] = [await partner('telegram'), talk(city.context), talk(city.context)]
    const code = await codeFrom(phone)
    await first.types(`/code ${code}`)
    expect(words(await second.types(`/code ${code}`))).toContain('This code does not work')
    expect(await idOf(second)).toBeUndefined()
  })

  test('works for one of twenty who type it at once', async () => {
    const phone = await partner('telegram')
    const code = await codeFrom(phone)
    const others = Array.from({ length: 20 }, () => talk(city.context))
    const said = await Promise.all(others.map((one) => one.types(`/code ${code}`)))
    expect(said.filter((one) => words(one).includes('Linked!'))).toHaveLength(1)
    expect(await db().address.count()).toBe(2)
    expect(await db().person.count()).toBe(1)
  })

  test('works for ten minutes and not a moment longer, and a newer one ends it', async () => {
    const [phone, desk] = [await partner('telegram'), talk(city.context)]
    const [old, code] = [await codeFrom(phone), await codeFrom(phone)]
    expect(words(await desk.types(`/code ${old}`))).toContain('This code does not work')
    city.putClock(new Date(city.context.clock.now().getTime() + 10 * minuteMs))
    expect(words(await desk.types(`/code ${code}`))).toContain('This code does not work')
  })

  test('typed where it came from is asked for elsewhere, and still works', async () => {
    const [phone, desk] = [await partner('telegram'), talk(city.context)]
    const code = await codeFrom(phone)
    expect(words(await phone.types(`/code ${code}`))).toContain('This code is from here')
    expect(words(await desk.types(`/code ${code}`))).toContain('Linked!')
  })

  test('is kept nowhere, and after five wrong ones a right one is refused too', async () => {
    const [phone, guesser] = [await partner('telegram'), talk(city.context)]
    const code = await codeFrom(phone)
    expect(JSON.stringify(await db().invitation.findMany())).not.toContain(code)
    for (let guess = 0; guess < 5; guess += 1) await guesser.types(`/code WR0N-G000-000${guess}`)
    expect(words(await guesser.types(`/code ${code}`))).toContain('Too many codes did not work')
  })

  test('is given to everybody of whom something is kept, and to nobody else', async () => {
    const [child, stranger] = [talk(city.context), talk(city.context)]
    await begin(child, 'free-time-and-sport')
    expect(words(await child.types('/link'))).toContain('Do not show the code to anybody.')
    expect(words(await stranger.types('/link'))).toContain('We keep nothing about you here yet')
    expect(await db().invitation.count()).toBe(1)
  })

  test('leaves whoever asks for it in the middle of a question where they are', async () => {
    const child = talk(city.context)
    await begin(child, 'free-time-and-sport')
    await child.types('/link')
    expect(words(await child.taps('Back'))).toContain('1 of ')
  })

  test('is forgotten once it is over, with the hour’s forgetting', async () => {
    await codeFrom(await partner('telegram'))
    city.putClock(new Date(city.context.clock.now().getTime() + 10 * minuteMs))
    await erase(city.context)
    expect(await db().invitation.count({ where: { kind: 'link' } })).toBe(0)
  })

  test('of somebody who has erased themselves links nobody', async () => {
    const [child, other] = [talk(city.context), talk(city.context)]
    await begin(child, 'free-time-and-sport')
    const code = await codeFrom(child)
    await child.types('/delete')
    await child.taps('delete:yes')
    expect(words(await other.types(`/code ${code}`))).toContain('This code does not work')
    expect(await db().invitation.count()).toBe(0)
  })

  test('brings nobody to where they are too young to be written to, and can still be used elsewhere', async () => {
    const [child, group, site] = [
      talk(city.context),
      talk(city.context, { channel: 'discord' }),
      talk(city.context),
    ]
    await begin(child, 'free-time-and-sport', 'a13_15')
    const code = await codeFrom(child)
    expect(words(await group.types(`/code ${code}`))).toMatch(/one of them is for older people[^]*116 111/)
    expect(await idOf(group)).toBeUndefined()
    expect(words(await site.types(`/code ${code}`))).toContain('Linked!')
  })

  test('makes one of two who gave different ages only where the younger may be', async () => {
    const [older, younger] = [talk(city.context, { channel: 'telegram' }), talk(city.context)]
    await begin(older, 'free-time-and-sport')
    await begin(younger, 'free-time-and-sport', 'a13_15')
    expect(await link(older, younger)).toContain('one of them is for older people')
    expect(await db().person.count()).toBe(2)
  })
})

describe('two people who turn out to be one', () => {
  test('keep everything both had: entities, role, calendar, reminders, answers to them, evidence', async () => {
    const [phone, desk] = [
      await partner('telegram'),
      await talkAsStaff(city.context, 'coordinator', { channel: 'discord' }),
    ]
    await makeOlder(phone)
    const [stays, goes] = [(await idOf(phone))!, (await idOf(desk))!]
    const { id: deadlineId, dueOn } = await db().deadline.findFirstOrThrow()
    const now = city.context.clock.now()
    const reminder = { deadlineId, dueOn, role: 'coordinator', decidedAt: now, about: null }
    await db().reminder.createMany({
      data: [
        { ...reminder, step: '-7', personId: goes },
        { ...reminder, step: '0', personId: goes },
        { ...reminder, step: '0', personId: stays },
      ],
    })
    await db().acknowledgement.create({
      data: { deadlineId, dueOn, step: '0', personId: goes, answer: 'done', givenAt: now },
    })
    await db().evidence.create({
      data: { kind: 'text', title: {}, givenOn: now, givenBy: goes },
    })
    await db().calendarFeed.create({
      data: { hash: new Uint8Array([1]), personId: goes, createdAt: now, createdBy: goes },
    })
    await link(desk, phone)
    expect([await idOf(phone), await idOf(desk)]).toEqual([stays, stays])
    expect((await rowOf(desk))!.isPreferred).toBe(true)
    expect(
      (await db().reminder.findMany({ orderBy: { step: 'asc' } })).map((row) => [row.step, row.personId]),
    ).toEqual([
      ['-7', stays],
      ['0', stays],
    ])
    expect(await db().acknowledgement.count({ where: { personId: stays } })).toBe(1)
    expect(await db().evidence.count({ where: { givenBy: stays } })).toBe(1)
    expect(await db().calendarFeed.count({ where: { personId: stays } })).toBe(1)
    expect(await db().staff.findMany()).toMatchObject([{ personId: stays, role: 'coordinator' }])
    expect(await db().contact.findMany()).toMatchObject([{ personId: stays, entityId: 'zdt' }])
    expect(await db().person.count()).toBe(1)
  })

  test('keep the answers one of them gave, in a consultation the other did not answer', async () => {
    const [phone, desk] = [await partner('telegram'), talk(city.context)]
    await makeOlder(phone)
    await begin(desk, 'free-time-and-sport')
    await desk.does({ choice: desk.buttons().find(({ id }) => id.startsWith('a:'))!.id })
    const { keyring } = city.context.store
    const before = await exportPerson(db(), keyring, (await idOf(desk))!)
    expect(before.responses[0]!.answers).toHaveLength(1)
    expect(await link(phone, desk)).toContain('Linked!')
    const after = await exportPerson(db(), keyring, (await idOf(phone))!)
    expect(after.responses).toEqual(before.responses)
    expect(after.participations).toEqual(before.participations)
    expect(words(await phone.types('/start c-free-time-and-sport'))).toContain('2 of ')
  })

  test('are held to the stricter wish: stopped, the longer night, one message a day, what was taken back', async () => {
    const [phone, desk] = [await partner('telegram'), await partner('discord', 'we')]
    await makeOlder(phone)
    for (const person of [phone, desk]) {
      await person.types('/news')
      await person.taps('news:on')
    }
    await desk.types('/settings')
    await desk.taps('set:quiet:1600-0800')
    await phone.types('/settings')
    await phone.taps('set:quiet:1800-0800')
    await phone.types('/settings')
    await phone.taps('set:digest:each')
    await desk.types('/stop')
    await link(phone, desk)
    expect(await db().person.findMany()).toMatchObject([
      { quietFrom: '16:00', quietTo: '08:00', hasDigest: true, stoppedAt: city.context.clock.now() },
    ])
    expect(await db().consent.count({ where: { withdrawnAt: null } })).toBe(0)
  })

  test('get a message once that waits for both, and later what only the other was to hear', async () => {
    const [phone, desk] = [await partner('telegram'), await partner('discord')]
    await makeOlder(phone)
    const ids = [(await idOf(phone))!, (await idOf(desk))!]
    const reply = { parts: [] }
    await addSingles(db(), city.context.store.keyring, [
      ...ids.map((recipientId) => ({ recipientId, about: 'digest/2026-09-25', reply })),
      { recipientId: ids[1]!, about: 'reminder/1/2026-09-25/0', reply },
    ])
    const { id: deadlineId, dueOn } = await db().deadline.findFirstOrThrow()
    await db().reminder.create({
      data: {
        deadlineId,
        dueOn,
        step: '0',
        personId: ids[1]!,
        role: 'contact',
        decidedAt: city.context.clock.now(),
        about: 'digest/2026-09-25',
      },
    })
    await link(phone, desk)
    const waiting = await db().delivery.findMany({
      where: { about: { not: { startsWith: 'linked' } } },
      orderBy: { about: 'asc' },
    })
    expect(waiting.map(({ recipientId, about, channel }) => [recipientId, about, channel])).toEqual([
      [ids[0], 'digest/2026-09-25', 'telegram'],
      [ids[0], 'reminder/1/2026-09-25/0', 'telegram'],
    ])
    expect(await db().reminder.findMany()).toMatchObject([{ personId: ids[0], about: null }])
  })

  test('are made one when each types the other’s code at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [phone, desk] = [await partner('telegram'), await partner('discord', 'we')]
      const [one, other] = [await codeFrom(phone), await codeFrom(desk)]
      const said = await Promise.all([desk.types(`/code ${one}`), phone.types(`/code ${other}`)])
      expect(said.some((replies) => words(replies).includes('Linked!'))).toBe(true)
      expect(await idOf(desk)).toBe(await idOf(phone))
      expect(words(await phone.types('/start'))).toMatch(/You speak for:\n\n• .+\n• /)
    }
  })
})
