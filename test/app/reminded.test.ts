/** What partners answer to reminders, and what comes of it: in the database, for the coordination, for everybody concerned. */
import { beforeEach, describe, expect, test } from 'vitest'
import { remind } from '../../jobs/remind.ts'
import { render } from '../../src/app/render.ts'
import { inviteContact, inviteStaff } from '../../src/app/staff.ts'
import { reminderButton, type ReminderAnswer } from '../../src/domain/deadline.ts'
import type { Reply } from '../../src/domain/dialogue.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { changeDeadline } from '../../src/store/deadlines.ts'
import { buildCity, type City } from '../support/city.ts'
import { talk, words, type Talk } from '../support/talk.ts'

const actor = 'cli'
/** A milestone of the Roads Authority: overdue since the end of October. */
const source = 'milestone/a2-1-1/m3'
const due = '2026-10-31'

let city: City
let partner: Talk
let coordinator: Talk
let id: bigint

beforeEach(async () => {
  city = await buildCity({ now: '2026-11-25T09:00:00Z' })
  partner = await contactOf('zdt')
  coordinator = talk(city.context)
  const { code } = await inviteStaff(city.context, { role: 'coordinator', label: 'Desk', actor })
  await coordinator.types(`/code ${code}`)
  id = (await city.context.store.db.deadline.findUniqueOrThrow({ where: { source } })).id
})

describe('a reminder is answered', () => {
  test('with "on track": thanked, written down, and the ladder stops; what is late is worked on', async () => {
    expect(words(await taps(partner, 'on_track'))).toContain('is being worked on. It was due on 31 October')
    expect(await answers()).toEqual(['on_track'])
    expect(await deadline()).toMatchObject({ status: 'open', acknowledgedAt: city.context.clock.now() })
  })

  test('with "done", and evidence in several pieces', async () => {
    expect(words(await taps(partner, 'done'))).toContain('no more reminders')
    expect(await deadline()).toMatchObject({ status: 'done', doneOn: new Date('2026-11-25'), nextAt: null })
    expect(words(await partner.types('https://example.org/report'))).toContain('Kept')
    expect(words(await partner.types('Three streets, 900 pupils.'))).toContain('Kept')
    expect(words(await partner.taps('dd:enough'))).toContain('that is all')
    const kept = await city.context.store.db.evidence.findMany({ where: { deadline: source } })
    expect(kept.map(({ kind }) => kind).toSorted()).toEqual(['link', 'text'])
    expect(await history()).toContain('status "open" "done"')
  })

  test('with "done" by mistake, which can be taken back', async () => {
    await taps(partner, 'done')
    expect(words(await partner.taps(':reopen'))).toContain('open again')
    expect(await deadline()).toMatchObject({ status: 'open', doneOn: null })
  })

  test('with "more time": a day, a reason, and nothing moves before the coordination has said yes', async () => {
    await taps(partner, 'more_time')
    expect(words(await partner.types('1.12'))).toContain('Why is more time needed?')
    expect(words(await partner.types('The contractor is late.'))).toContain('Request sent')
    expect(await deadline()).toMatchObject({ dueOn: new Date(due) })
    const [request] = await sentTo(coordinator)
    expect(request).toContain('From 31 October to 1 December')
    expect(request).toContain('Reason: The contractor is late.')
    expect(words(await decides(coordinator, 'yes'))).toContain('Approved')
    expect(await deadline()).toMatchObject({ dueOn: new Date('2026-12-01'), remindedAt: null, askedOn: null })
    expect(await sentTo(partner)).toEqual([expect.stringContaining('The coordinators approve')])
    expect(await history()).toContain('due "2026-10-31" "2026-12-01"')
  })

  test('with a day that has gone by or cannot be read: asked again, nothing is kept', async () => {
    await taps(partner, 'more_time')
    expect(words(await partner.types('soon'))).toContain('could not be read')
    expect(words(await partner.types('2026-11-20'))).toContain('gone by')
    expect(await answers()).toEqual(['more_time'])
    expect(await city.context.store.db.changeRequest.count()).toBe(0)
  })

  test('with "more time" that is refused: the day stays, and the partner hears it', async () => {
    await taps(partner, 'more_time')
    await partner.does({ choice: partner.buttons()[0]!.id })
    await partner.taps('dd:why:people')
    expect(words(await decides(coordinator, 'no'))).toContain('No change')
    expect(await deadline()).toMatchObject({ dueOn: new Date(due) })
    expect(await sentTo(partner)).toEqual([expect.stringContaining('change nothing')])
  })

  test('with "blocked": the entity in the way is told, and its answer comes back', async () => {
    const police = await contactOf('sm')
    await taps(partner, 'blocked')
    expect(words(await partner.types('sm'))).toContain('What is missing')
    expect(words(await partner.types('The traffic permit.'))).toContain('They are being told')
    expect(await sentTo(police)).toEqual([expect.stringContaining('The traffic permit.')])
    expect(words(await police.does({ choice: `blk:${id}:yes` }))).toContain('Thank you')
    expect(await sentTo(partner)).toEqual([expect.stringContaining('Municipal Guard writes: we are on it')])
  })

  test('with "not ours": with a yes of the coordination it goes to the other entity', async () => {
    const other = await contactOf('zzm')
    await taps(partner, 'not_ours')
    expect(words(await partner.types('zzm'))).toContain('Request sent')
    await decides(coordinator, 'yes')
    expect(await deadline()).toMatchObject({ entityId: 'zzm', status: 'open' })
    expect((await sentTo(other)).join()).toContain('This is yours from now on')
    expect((await sentTo(partner)).join()).toContain('The coordinators approve')
  })
})

describe('a tap that comes late', () => {
  test('on something done says so and changes nothing', async () => {
    await taps(partner, 'done')
    await partner.taps('dd:enough')
    expect(words(await taps(partner, 'more_time'))).toContain('This is done already (25 November)')
    expect(await answers()).toEqual(['done'])
  })

  test('on a date that has moved says the new one, with fresh buttons', async () => {
    await changeDeadline(city.context.store.db, id, { dueOn: '2026-12-20' }, city.context.clock.now())
    expect(words(await taps(partner, 'on_track'))).toContain('It is now 20 December')
    expect(await answers()).toEqual([])
    expect(words(await partner.taps('20261220::on_track'))).toContain('will be on time')
  })

  test('of two who decide at the same moment counts once', async () => {
    await taps(partner, 'not_ours')
    await partner.types('zzm')
    const second = talk(city.context)
    const { code } = await inviteStaff(city.context, { role: 'administrator', label: 'Town hall', actor })
    await second.types(`/code ${code}`)
    const said = await Promise.all([decides(coordinator, 'yes'), decides(second, 'no')])
    const rows = await city.context.store.db.changeRequest.findMany({ where: { deadlineId: id } })
    expect(rows).toHaveLength(1)
    expect(said.filter((one) => /has been decided/.test(words(one)))).toHaveLength(1)
    expect(await deadline()).toMatchObject({ entityId: rows[0]!.isApproved ? 'zzm' : 'zdt' })
  })
})

test('what belongs to others is answered by nobody else, and nothing is told of it', async () => {
  const stranger = await contactOf('ws')
  expect(words(await taps(stranger, 'done'))).toBe(
    'This belongs to another entity, so it cannot be answered here.',
  )
  const youth = talk(city.context)
  expect(words(await taps(youth, 'open'))).toContain('belongs to another entity')
  expect(words(await youth.does({ choice: `chg:1:yes` }))).toContain('belongs to another entity')
  expect(await answers()).toEqual([])
})

test('a list shows what is due with a button for each; coordinators see what is overdue anywhere and who was asked', async () => {
  await remind(city.context)
  expect(words(await partner.types('/deadlines'))).toContain(
    'Overdue since 31 October: Three streets launched',
  )
  expect(words(await partner.taps('Three streets launched'))).toContain(
    'Responsible: Roads and Transport Authority',
  )
  const seen = words(await coordinator.types('/deadlines'))
  expect(seen).toContain('Overdue in the whole plan')
  expect(seen).toMatch(
    /Three streets launched \(Roads and Transport Authority\) – no answer. Asked: the contact on 25 November/,
  )
})

describe('a value of an indicator', () => {
  test('is asked for by period, doubted when it is odd, and closes what was due', async () => {
    city.putClock('2027-01-04T09:00:00Z')
    await remind(city.context)
    expect(words(await partner.types('/report'))).toContain('Which indicator?')
    await partner.taps('rep:i07')
    expect(words(await partner.types('a lot'))).toContain('does not look like a number')
    const said = words(await partner.types('1 250,5'))
    if (said.includes('?')) await partner.taps('rep-yes')
    const reading = await city.context.store.db.reading.findUniqueOrThrow({
      where: { indicatorId_period: { indicatorId: 'i07', period: '2026-Q4' } },
    })
    expect(Number(reading.value)).toBe(1250.5)
    const closed = await city.context.store.db.deadline.findUniqueOrThrow({
      where: { source: 'reading/i07/2026-Q4' },
    })
    expect(closed.status).toBe('done')
  })

  test('that was not measured is kept as such and never as zero', async () => {
    city.putClock('2027-01-04T09:00:00Z')
    await remind(city.context)
    await partner.types('/report')
    await partner.taps('rep:i07')
    expect(words(await partner.types('nie wiem'))).toContain('why is there no value')
    expect(words(await partner.types('Policja poda dane w lutym.'))).toContain('does not mean zero')
    const reading = await city.context.store.db.reading.findUniqueOrThrow({
      where: { indicatorId_period: { indicatorId: 'i07', period: '2026-Q4' } },
    })
    expect(reading.value).toBeNull()
  })
})

async function contactOf(entityId: string): Promise<Talk> {
  const person = talk(city.context)
  const { code } = await inviteContact(city.context, { entityId, role: 'contact', label: entityId, actor })
  await person.types(`/code ${code}`)
  return person
}

function taps(person: Talk, answer: ReminderAnswer | 'open') {
  return person.does({ choice: reminderButton({ deadlineId: id, dueOn: due, step: '+7' }, answer) })
}

async function decides(person: Talk, decision: 'yes' | 'no') {
  const request = await city.context.store.db.changeRequest.findFirstOrThrow({ orderBy: { id: 'desc' } })
  return person.does({ choice: `chg:${request.id}:${decision}` })
}

function deadline() {
  return city.context.store.db.deadline.findUniqueOrThrow({ where: { id } })
}

async function answers(): Promise<readonly string[]> {
  const rows = await city.context.store.db.acknowledgement.findMany({ orderBy: { id: 'asc' } })
  return rows.map(({ answer }) => answer)
}

async function history(): Promise<readonly string[]> {
  const rows = await city.context.store.db.planChange.findMany({
    where: { field: { not: '' } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ field, from, to }) => `${field} ${JSON.stringify(from)} ${JSON.stringify(to)}`)
}

/** What waits to be sent to somebody, in English. */
async function sentTo({ from }: Talk): Promise<readonly string[]> {
  const { store, text } = city.context
  const address = await store.db.address.findFirstOrThrow({
    where: { lookup: lookupOf(store.keyring, from) },
  })
  const rows = await store.db.delivery.findMany({
    where: { batch: 0, recipientId: address.personId },
    orderBy: { about: 'asc' },
  })
  return rows
    .filter(({ message }) => message)
    .map(({ message, about }) => {
      const reply = JSON.parse(store.keyring.open(message!, `delivery:${about}`)) as Reply
      return render(text, 'en', reply).text
    })
}
