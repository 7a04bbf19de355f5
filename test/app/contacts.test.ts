/** People who speak for entities: they come, add up, and go, and nothing that was asked of them is lost. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeOccurrences } from '../../src/app/occurrences.ts'
import { endContact, listContacts } from '../../src/app/contacts.ts'
import { inviteContact } from '../../src/app/staff.ts'
import { remind } from '../../jobs/remind.ts'
import type { ContactRole } from '../../src/domain/staff.ts'
import type { ChannelName } from '../../src/domain/message.ts'
import { acknowledge } from '../../src/store/deadlines.ts'
import { dayOfDate } from '../../src/runtime/clock.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { buildCity, type City } from '../support/city.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'

const actor = 'test'
let city: City
beforeEach(async () => void (city = await buildCity({ now: '2026-09-25T07:00:00Z' })))

const db = () => city.context.store.db

/** Somebody who opened a code for an entity. */
async function speaker(
  entityId: string,
  {
    role = 'contact',
    channel = 'telegram',
    label = '',
  }: Partial<{ role: ContactRole; channel: ChannelName; label: string }> = {},
): Promise<Talk> {
  const person = talk(city.context, { channel })
  await opens(person, entityId, role, label)
  return person
}

async function opens(person: Talk, entityId: string, role: ContactRole = 'contact', label = '') {
  const { code } = await inviteContact(city.context, { entityId, role, label, actor })
  return person.types(`/start i-${code}`)
}

async function idOf({ from }: Talk): Promise<string> {
  const lookup = lookupOf(city.context.store.keyring, from)
  return (await db().address.findUniqueOrThrow({ where: { lookup } })).personId
}

/** A deadline of the roads authority that is due on Monday, and nothing else is. */
async function dueOnMonday() {
  await makeOccurrences(city.context)
  const one = await db().deadline.findFirstOrThrow({ where: { entityId: 'zdt', status: 'open' } })
  await db().deadline.updateMany({ data: { status: 'dropped', nextAt: null } })
  return db().deadline.update({
    where: { id: one.id },
    data: { status: 'open', dueOn: new Date('2026-09-28'), nextAt: city.context.clock.now() },
  })
}
const reminded = async () =>
  (await db().reminder.findMany({ where: { heldBack: null, about: { not: null } } })).map(
    ({ personId, role }) => [personId, role],
  )

describe('a person who speaks for several entities', () => {
  test('opens several codes, and all of them count', async () => {
    const person = await speaker('zdt')
    await opens(person, 'we', 'superior')
    const said = words(await person.types('/start'))
    expect(said).toContain('You speak for:')
    expect(said.match(/^• /gm)).toHaveLength(2)
    expect((await listContacts(city.context)).contacts.map(({ entityId, role }) => [entityId, role])).toEqual(
      [
        ['we', 'superior'],
        ['zdt', 'contact'],
      ],
    )
  })

  test('in two roles of one entity is named once', async () => {
    const person = await speaker('zdt')
    await opens(person, 'zdt', 'superior')
    expect(words(await person.types('/start'))).toContain('Good to see you. You speak for: ')
  })
})

describe('the list', () => {
  test('says role, seat, channels, language and since when, and never an address', async () => {
    const person = await speaker('zdt', { label: 'Cycle paths' })
    const { contacts } = await listContacts(city.context, 'zdt')
    expect(contacts).toEqual([
      {
        entityId: 'zdt',
        personId: await idOf(person),
        role: 'contact',
        title: { pl: 'Cycle paths' },
        channels: ['telegram'],
        locale: 'en',
        since: city.context.clock.now(),
      },
    ])
    expect(JSON.stringify(await listContacts(city.context))).not.toContain(person.from.value)
  })

  test('begins with entities where nobody can be asked: without a contact, stopped, or blocked', async () => {
    const [stopped, blocked, reached] = [await speaker('zdt'), await speaker('we'), await speaker('ws')]
    await stopped.types('/stop')
    await db().address.updateMany({
      where: { personId: await idOf(blocked) },
      data: { suppressedAt: city.context.clock.now() },
    })
    const { unreached, contacts } = await listContacts(city.context)
    const ids = unreached.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['zdt', 'we']))
    expect(ids).not.toContain('ws')
    expect(contacts.find(({ entityId }) => entityId === 'zdt')!.channels).toEqual([])
    expect(await idOf(reached)).toBe(contacts.find(({ entityId }) => entityId === 'ws')!.personId)
  })

  test('shows which codes are out, without the codes', async () => {
    const { code } = await inviteContact(city.context, {
      entityId: 'zdt',
      role: 'second',
      label: 'Desk',
      actor,
    })
    const { invitations } = await listContacts(city.context, 'zdt')
    expect(invitations).toMatchObject([{ invited: { entityId: 'zdt', role: 'second', label: 'Desk' } }])
    expect(JSON.stringify(invitations)).not.toContain(code)
    expect((await listContacts(city.context, 'we')).invitations).toEqual([])
  })

  test('of an entity the plan does not have is refused', async () => {
    await expect(listContacts(city.context, 'nowhere')).rejects.toMatchObject({ code: 'entity-unknown' })
  })
})

describe('ending', () => {
  test('keeps the history, is written to the audit, and they are told', async () => {
    const personId = await idOf(await speaker('zdt'))
    city.putClock('2026-09-26T07:00:00Z')
    expect(await endContact(city.context, { personId, actor })).toMatchObject([{ personId, entityId: 'zdt' }])
    expect(await db().contact.findMany({ where: { personId } })).toMatchObject([
      { endedAt: new Date('2026-09-26T07:00:00Z') },
    ])
    expect(await db().audit.count({ where: { act: 'contact.end', actor } })).toBe(1)
    const told = await db().delivery.findMany({ where: { recipientId: personId } })
    expect(told).toMatchObject([
      { about: expect.stringMatching(/^contact-ended\/zdt\//) as string, status: 'waiting' },
    ])
  })

  test('hands what they were asked to the next in line', async () => {
    const [leaver, second] = [await speaker('zdt'), await speaker('zdt', { role: 'second' })]
    await dueOnMonday()
    await remind(city.context)
    expect(await reminded()).toEqual([[await idOf(leaver), 'contact']])
    await db().delivery.updateMany({ where: { status: 'waiting' }, data: { status: 'accepted' } })
    await endContact(city.context, { personId: await idOf(leaver), actor })
    await remind(city.context)
    expect(await reminded()).toContainEqual([await idOf(second), 'second'])
  })

  test('takes back what has not left yet', async () => {
    const leaver = await speaker('zdt')
    await dueOnMonday()
    await remind(city.context)
    const personId = await idOf(leaver)
    await endContact(city.context, { personId, actor })
    const left = await db().delivery.findMany({ where: { recipientId: personId }, select: { about: true } })
    expect(left.map(({ about }) => about.split('/')[0])).toEqual(['contact-ended'])
    expect(await db().reminder.findMany({ where: { personId } })).toMatchObject([{ heldBack: 'over' }])
  })

  test('hands over nothing that was answered', async () => {
    const [leaver, second] = [await speaker('zdt'), await speaker('zdt', { role: 'second' })]
    const { id, dueOn } = await dueOnMonday()
    await remind(city.context)
    const personId = await idOf(leaver)
    city.putClock('2026-09-25T07:10:00Z')
    await city.context.store.transaction((tx) =>
      acknowledge(tx, {
        deadlineId: id,
        dueOn: dayOfDate(dueOn),
        step: '',
        personId,
        answer: 'on_track',
        now: city.context.clock.now(),
      }),
    )
    await endContact(city.context, { personId, actor })
    await remind(city.context)
    expect(await db().reminder.count({ where: { personId: await idOf(second) } })).toBe(0)
  })

  test('of one entity leaves the others; of an entity ends everybody who speaks for it', async () => {
    const [both, other] = [await speaker('zdt'), await speaker('zdt', { role: 'second' })]
    await opens(both, 'we')
    expect(await endContact(city.context, { entityId: 'zdt', actor })).toHaveLength(2)
    const { contacts } = await listContacts(city.context)
    expect(contacts.map(({ personId, entityId }) => [personId, entityId])).toEqual([[await idOf(both), 'we']])
    expect(words(await other.types('/start'))).not.toContain('You speak for')
  })

  test('can be taken back by another invitation', async () => {
    const person = await speaker('zdt')
    await endContact(city.context, { entityId: 'zdt', actor })
    await opens(person, 'zdt')
    expect((await listContacts(city.context, 'zdt')).contacts).toHaveLength(1)
  })

  test.each([
    ['nobody’s id', { personId: randomUUID() }, 'contact-unknown'],
    ['what is no id at all', { personId: "1'; drop table contact; --" }, 'contact-unknown'],
    ['an entity the plan does not have', { entityId: 'nowhere' }, 'entity-unknown'],
    ['an entity nobody speaks for', { entityId: 'we' }, 'contact-unknown'],
    ['nothing at all', {}, 'contact-end-whom'],
  ])('%s is a problem with a name', async (_, whose, code) => {
    await expect(endContact(city.context, { ...whose, actor })).rejects.toMatchObject({ code })
  })
})

describe('stopping', () => {
  test('hands what was asked to the next in line, until it is taken back', async () => {
    const [first, second] = [await speaker('zdt'), await speaker('zdt', { role: 'second' })]
    await dueOnMonday()
    await remind(city.context)
    const said = words(await first.types('/stop'))
    expect(said).toContain('From now on we ask the next person of your entity')
    await remind(city.context)
    expect(await reminded()).toEqual([[await idOf(second), 'second']])
    expect(words(await first.types('/plan'))).toContain('Your measures')
    expect(words(await first.types('/start'))).toContain('Reminders are back')
    expect(await db().person.findUnique({ where: { id: await idOf(first) } })).toMatchObject({
      stoppedAt: null,
    })
  })

  test('is taken back by another invitation too', async () => {
    const person = await speaker('zdt')
    await person.types('/stop')
    await opens(person, 'we')
    expect((await listContacts(city.context, 'zdt')).contacts[0]!.channels).toEqual(['telegram'])
  })
})

describe('settings', () => {
  test('are kept, and what waits goes to the chosen channel', async () => {
    const person = await speaker('zdt')
    const personId = await idOf(person)
    const { keyring } = city.context.store
    await db().address.create({
      data: {
        personId,
        channel: 'discord',
        lookup: keyring.lookup('d', 'address'),
        sealed: keyring.seal('d', 'address:discord'),
        isPreferred: false,
      },
    })
    await dueOnMonday()
    await remind(city.context)
    await person.types('/settings')
    for (const choice of ['set:quiet:1800-0800', 'set:digest:each', 'set:channel:discord', 'set:lang:uk'])
      await person.taps(choice)
    expect(await db().person.findUnique({ where: { id: personId } })).toMatchObject({
      locale: 'uk',
      quietFrom: '18:00',
      quietTo: '08:00',
      hasDigest: false,
    })
    expect(await db().address.findMany({ where: { isPreferred: true } })).toMatchObject([
      { channel: 'discord' },
    ])
    expect(await db().delivery.findMany({ where: { recipientId: personId } })).toMatchObject([
      { channel: 'discord' },
    ])
  })

  test('of a young person are the language and the quiet hours; of nobody the language', async () => {
    const child = talk(city.context)
    await child.types('/settings')
    expect(child.buttons().map(({ id }) => id)).toEqual(['lang:pl', 'lang:en', 'lang:uk', 'resume', 'help'])
    await begin(child, 'free-time-and-sport')
    await child.types('/settings')
    expect(child.buttons().filter(({ id }) => /digest|calendar|channel/.test(id))).toEqual([])
    await child.taps('quiet:1800-0800')
    await child.taps('resume')
    expect(child.buttons().some(({ id }) => id.startsWith('a:'))).toBe(true)
  })

  test('that no button offers change nothing', async () => {
    const person = await speaker('zdt')
    const before = await db().person.findMany()
    for (const choice of ['set:quiet:0000-2359', 'set:channel:discord', 'set:lang:de', 'set:digest:never'])
      await person.does({ choice })
    expect(await db().person.findMany()).toEqual(before)
  })
})
