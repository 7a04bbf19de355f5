/** Deadlines in people's own calendars: over HTTP, read by a parser that knows nothing of us. */
import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { endContact } from '../../src/app/contacts.ts'
import { linkCalendar, revokeCalendar } from '../../src/app/calendars.ts'
import { inviteContact } from '../../src/app/staff.ts'
import type { Locale } from '../../src/domain/phrase.ts'
import { changeDeadline } from '../../src/store/deadlines.ts'
import { recordChanges } from '../../src/store/plan-changes.ts'
import { openHouse, type House } from '../support/house.ts'
import { talk, words, type Talk } from '../support/talk.ts'

const actor = 'test'
let house: House
beforeAll(async () => void (house = await openHouse()))

const db = () => house.context.store.db

async function partner(entities: readonly string[] = ['zdt'], locale: Locale = 'en'): Promise<Talk> {
  const person = talk(house.context, { channel: 'telegram', locale })
  for (const entityId of entities) {
    const invitation = { entityId, role: 'contact', label: '', actor } as const
    await person.types(`/start i-${(await inviteContact(house.context, invitation)).code}`)
  }
  return person
}

/** The link in what was said; its host is the one that is configured. */
function linkIn(said: string): string {
  const [path] = /\/calendar\/[\w-]{43}\.ics/.exec(said) ?? []
  return `${house.url}${path ?? '/no-link'}`
}

async function calendarOf(link: string) {
  const answer = await fetch(link)
  const text = await answer.text()
  const component = new ICAL.Component(ICAL.parse(text) as unknown[])
  const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  return {
    answer,
    text,
    component,
    events,
    event: (id: bigint) => events.find(({ uid }) => uid.startsWith(`deadline-${id}@`)),
  }
}

const property = (event: ICAL.Event | undefined, name: string) =>
  String(event!.component.getFirstPropertyValue(name))

const openDeadline = (entityId: string, skip = 0) =>
  db().deadline.findFirstOrThrow({
    where: { entityId, status: 'open', measure: { status: 'in_progress' } },
    orderBy: { id: 'asc' },
    include: { measure: true },
    skip,
  })

describe('a contact’s calendar', () => {
  test('has a whole day for everything that is due of all entities the person speaks for', async () => {
    const { answer, component, events, event } = await calendarOf(
      linkIn(words(await (await partner(['zdt', 'we'])).types('/calendar'))),
    )
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(component.getFirstPropertyValue('x-wr-calname')).toBe('Due for the city')
    expect(String(component.getFirstPropertyValue('refresh-interval'))).toBe('PT4H')
    const due = await db().deadline.findMany({
      where: { entityId: { in: ['zdt', 'we'] }, status: 'open' },
    })
    expect(new Set(due.map(({ entityId }) => entityId)).size).toBe(2)
    for (const { id, dueOn } of due) {
      expect(event(id)!.startDate.isDate).toBe(true)
      expect(event(id)!.startDate.toString()).toBe(dueOn.toISOString().slice(0, 10))
    }
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(events.every(({ component: one }) => one.getAllSubcomponents('valarm').length === 0)).toBe(true)
  })

  test('says what it is in the person’s language: measure, entity, and where to answer', async () => {
    const { id, measure } = await openDeadline('zdt')
    const descriptions = []
    for (const locale of ['pl', 'en', 'uk'] as const) {
      const link = linkIn(words(await (await partner(['zdt'], locale)).types('/calendar')))
      descriptions.push((await calendarOf(link)).event(id)!.description)
    }
    expect(descriptions[0]).toMatch(
      new RegExp(`^Działanie ${measure!.code}: .+\nPodmiot: .+\nOdpowiedź: .+/chat$`),
    )
    expect(descriptions[1]).toMatch(
      new RegExp(`^Measure ${measure!.code}: .+\nEntity: .+\nAnswer in .+/chat$`),
    )
    expect(descriptions[2]).toMatch(
      new RegExp(`^Захід ${measure!.code}: .+\nУстанова: .+\nВідповідь: .+/chat$`),
    )
  })

  test('survives every letter: long, escaped, in any script, and never more than 75 bytes a line', async () => {
    const { id } = await openDeadline('zdt')
    const name = `Zażółć gęślą jaźń; Ґанок, "Їжак" \\ 🚲 ${'бардзо довга назва '.repeat(20)}\nEND:VEVENT`
    await db().deadline.update({ where: { id }, data: { names: { pl: name } } })
    const { text, event } = await calendarOf(linkIn(words(await (await partner()).types('/calendar'))))
    expect(event(id)!.summary).toContain(name)
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('follows a date that moves under the same name, and counts the change', async () => {
    const link = linkIn(words(await (await partner()).types('/calendar')))
    const { id, source } = await openDeadline('zdt', 1)
    const before = (await calendarOf(link)).event(id)
    const at = new Date('2026-09-25T11:00:00Z')
    await house.context.store.transaction(async (tx) => {
      await changeDeadline(tx, id, { dueOn: '2027-03-28' }, at)
      await recordChanges(tx, { at, actor }, [
        { subject: source, field: 'due', from: null, to: '2027-03-28' },
      ])
    })
    const after = (await calendarOf(link)).event(id)!
    expect(after.uid).toBe(before!.uid)
    expect(after.startDate.toString()).toBe('2027-03-28')
    expect([before!.sequence, after.sequence]).toEqual([0, 1])
    expect(property(after, 'last-modified')).toBe('2026-09-25T11:00:00Z')
  })

  test('marks what is done, cancels what was dropped, and forgets both after half a year', async () => {
    const link = linkIn(words(await (await partner()).types('/calendar')))
    const { measureId, policyId } = await openDeadline('zdt')
    const made = (status: string, dueOn: string) =>
      db().deadline.create({
        data: {
          source: `milestone/${measureId}/${status}${dueOn}`,
          measureId,
          policyId,
          entityId: 'zdt',
          names: {},
          status,
          dueOn: new Date(dueOn),
        },
      })
    const [done, dropped] = [await made('done', '2026-09-20'), await made('dropped', '2026-10-20')]
    const old = await made('done', '2026-03-20')
    const { event } = await calendarOf(link)
    expect(event(done.id)!.summary).toMatch(/^✓ /)
    expect(property(event(done.id), 'status')).toBe('CONFIRMED')
    expect(property(event(dropped.id), 'status')).toBe('CANCELLED')
    expect(event(dropped.id)!.sequence).toBe(1)
    expect(event(old.id)).toBeUndefined()
  })

  test('is not sent again as long as it is the same', async () => {
    const link = linkIn(words(await (await partner()).types('/calendar')))
    const tag = (await fetch(link)).headers.get('etag')!
    const again = await fetch(link, { headers: { 'If-None-Match': tag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await db().deadline.update({
      where: { id: (await openDeadline('zdt')).id },
      data: { names: { pl: 'Inna' } },
    })
    expect((await fetch(link, { headers: { 'If-None-Match': tag } })).status).toBe(200)
  })

  test('is empty for somebody who speaks for nobody any more', async () => {
    const person = await partner(['ws'])
    const link = linkIn(words(await person.types('/calendar')))
    expect((await calendarOf(link)).events.length).toBeGreaterThan(0)
    await endContact(house.context, { entityId: 'ws', actor })
    expect((await calendarOf(link)).events).toEqual([])
    expect(words(await person.types('/calendar'))).not.toContain('/calendar/')
  })
})

describe('the link', () => {
  test('is shown once, kept nowhere, and a new one ends it', async () => {
    const person = await partner()
    const act = { id: 'once', text: '/calendar' }
    const first = linkIn(words(await person.does(act)))
    expect(words(await person.does(act))).not.toContain('.ics')
    expect(words(await person.types('/calendar'))).toContain('has an address already')
    const second = linkIn(words(await person.taps('calendar:new')))
    expect(second).not.toBe(first)
    expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200])
    await person.taps('calendar:off')
    expect((await fetch(second)).status).toBe(404)
  })

  test('of twenty that are asked for at once, one works', async () => {
    const person = await partner()
    const asked = await Promise.all(Array.from({ length: 20 }, () => person.does({ choice: 'calendar:new' })))
    const states = await Promise.all(asked.map(async (said) => (await fetch(linkIn(words(said)))).status))
    expect(states.filter((status) => status === 200)).toHaveLength(1)
  })

  test('of an entity is made and ended by the operator', async () => {
    const { link } = await linkCalendar(house.context, { entityId: 'zdt', actor })
    const { component, events } = await calendarOf(linkIn(link))
    expect(component.getFirstPropertyValue('x-wr-calname')).toMatch(/^Terminy: /)
    expect(events.length).toBeGreaterThan(0)
    await revokeCalendar(house.context, { entityId: 'zdt' }, actor)
    expect((await fetch(linkIn(link))).status).toBe(404)
    await expect(revokeCalendar(house.context, { entityId: 'zdt' }, actor)).rejects.toMatchObject({
      code: 'calendar-unknown',
    })
    await expect(linkCalendar(house.context, { entityId: 'nowhere', actor })).rejects.toMatchObject({
      code: 'entity-unknown',
    })
  })

  test.each([
    '/calendar/x.ics',
    `/calendar/${'A'.repeat(43)}.ics`,
    `/calendar/${'A'.repeat(43)}`,
    '/calendar/',
  ])('%s opens nothing', async (path) => {
    expect((await fetch(`${house.url}${path}`)).status).toBe(404)
  })

  test('is nothing for a young person', async () => {
    expect(words(await talk(house.context).types('/calendar'))).not.toContain('.ics')
  })
})

test('a failure is logged without the link that led to it', async () => {
  const link = linkIn(words(await (await partner()).types('/calendar')))
  await db().$executeRaw`alter table plan_change rename to plan_change_away`
  expect((await fetch(link)).status).toBe(500)
  await db().$executeRaw`alter table plan_change_away rename to plan_change`
  expect(house.complaints.join('\n')).toContain('/calendar/…')
  expect(house.complaints.join('\n')).not.toContain(link.slice(-47))
})
