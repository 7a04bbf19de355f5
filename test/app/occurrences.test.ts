/** What comes again and again falls due like everything else, and is over when it has come. */
import { expect, test } from 'vitest'
import { remind } from '../../jobs/remind.ts'
import { openAndCloseByDate } from '../../src/app/consultations.ts'
import { dateOf } from '../../src/runtime/clock.ts'
import { changeDeadline } from '../../src/store/deadlines.ts'
import { addPerson } from '../../src/store/respondents.ts'
import { addContact } from '../../src/store/staff.ts'
import { buildCity, type City } from '../support/city.ts'

/** The sample plan's next quarter ends with the year: its values are due on 15 January. */
const autumn = '2026-12-01T07:00:00Z'

test('readings, reports and recurring measures are made in time to be reminded of', async () => {
  const city = await cityAt(autumn)
  await remind(city.context)
  const sources = await openSources(city)
  expect(sources).toEqual(
    expect.arrayContaining([
      'report/r-helplines/2027-01-05/pelnomocnik',
      'report/r-unicef/2026-12-15/pelnomocnik',
    ]),
  )
  city.putClock('2027-01-01T07:00:00Z')
  await remind(city.context)
  expect(await openSources(city)).toEqual(expect.arrayContaining(['reading/i07/2026-Q4']))
})

test('what names no policy goes by that of the milestones, which escalates', async () => {
  const city = await cityAt('2026-01-02T07:00:00Z')
  await remind(city.context)
  const rows = await city.context.store.db.deadline.findMany({
    where: { source: { startsWith: 'recurrence/' } },
  })
  expect(new Set(rows.map(({ policyId }) => policyId))).toEqual(new Set(['partner-standard']))
})

test('what recurs more often than once a month is a timetable, and nobody is asked about it', async () => {
  const city = await cityAt('2026-01-01T07:00:00Z')
  for (let month = 1; month <= 12; month += 1) {
    city.putClock(new Date(Date.UTC(2026, month - 1, 1, 7)))
    await remind(city.context)
  }
  const recurring = (
    await city.context.store.db.deadline.findMany({ where: { source: { startsWith: 'recurrence/' } } })
  ).map(({ measureId }) => measureId!)
  const rules = await city.context.store.db.measure.findMany({ where: { kind: 'recurring' } })
  const often = rules.filter(({ recurrence }) => recurrence?.includes('WEEKLY')).map(({ id }) => id)
  expect(often.length).toBeGreaterThan(0)
  expect(recurring.length).toBeGreaterThan(0)
  expect(recurring.filter((id) => often.includes(id))).toEqual([])
})

test('a value that arrives closes its deadline at once, and its message is taken back', async () => {
  const city = await cityAt('2027-01-08T07:00:00Z')
  await contactOf(city, 'zdt')
  await remind(city.context)
  const { db } = city.context.store
  const before = await remindersOf(city, 'reading/i07/2026-Q4')
  expect(before).toEqual([expect.stringMatching(/^-7 digest/)])
  const reading = {
    indicatorId: 'i07',
    period: '2026-Q4',
    value: 55,
    reportedAt: new Date('2027-01-08T07:30:00Z'),
    reportedBy: 'test',
  }
  await db.reading.create({ data: reading })
  await remind(city.context)
  expect(await db.deadline.findUnique({ where: { source: 'reading/i07/2026-Q4' } })).toMatchObject({
    status: 'done',
    doneOn: dateOf('2027-01-08'),
    nextAt: null,
  })
  expect(await remindersOf(city, 'reading/i07/2026-Q4')).toEqual(['-7 over'])
})

test('a value that is not yet measured closes nothing', async () => {
  const city = await cityAt('2027-01-08T07:00:00Z')
  const reading = {
    indicatorId: 'i07',
    period: '2026-Q4',
    value: null,
    reportedAt: new Date(autumn),
    reportedBy: 'test',
  }
  await city.context.store.db.reading.create({ data: reading })
  await remind(city.context)
  expect(await openSources(city)).toContain('reading/i07/2026-Q4')
})

test('a rule that changes drops what it no longer brings, and a rule that comes back brings it back', async () => {
  const city = await cityAt(autumn)
  await contactOf(city, 'pelnomocnik')
  await remind(city.context)
  const source = 'report/r-unicef/2026-12-15/pelnomocnik'
  expect(await remindersOf(city, source)).toEqual([expect.stringMatching(/^-14 digest/)])
  await ruled(city, 'r-unicef', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15', '2026-12-02T07:00:00Z')
  expect(await openSources(city)).not.toContain(source)
  expect(await remindersOf(city, source)).toEqual(['-14 over'])
  await ruled(city, 'r-unicef', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15', '2026-12-03T07:00:00Z')
  expect(await openSources(city)).toContain(source)
  expect(await remindersOf(city, source)).toEqual([expect.stringMatching(/^-14 digest/)])
})

test('a report that was given more time is still asked for when its first date is over', async () => {
  const city = await cityAt(autumn)
  await remind(city.context)
  const source = 'report/r-unicef/2026-12-15/pelnomocnik'
  const { store, clock } = city.context
  const { id } = await store.db.deadline.findUniqueOrThrow({ where: { source } })
  await store.transaction((tx) => changeDeadline(tx, id, { dueOn: '2027-01-20' }, clock.now()))
  city.putClock('2026-12-28T07:00:00Z')
  await remind(city.context)
  expect(await openSources(city)).toContain(source)
})

test('the answer that a city owes after a consultation is asked for, until it is published', async () => {
  const city = await cityAt('2026-09-25T10:00:00Z')
  city.putClock('2026-11-30T07:00:00Z')
  await openAndCloseByDate(city.context)
  await remind(city.context)
  const owed = (await openSources(city)).filter((source) => source.startsWith('outcome/'))
  expect(owed).toContain('outcome/free-time-and-sport')
  const { db } = city.context.store
  await db.consultation.update({
    where: { id: 'free-time-and-sport' },
    data: { publishedAt: new Date('2026-11-30T07:00:00Z') },
  })
  await remind(city.context)
  expect(await openSources(city)).not.toContain('outcome/free-time-and-sport')
})

function cityAt(now: string): Promise<City> {
  return buildCity({ now })
}

async function contactOf({ context: { store, clock } }: City, entityId: string): Promise<void> {
  const from = { channel: 'telegram', value: entityId } as const
  const id = await addPerson(store.db, store.keyring, { from, locale: 'pl', today: '2026-11-25' })
  await addContact(store.db, id, { entityId, role: 'contact' }, clock.now())
}

async function ruled(city: City, id: string, dueRule: string, at: string): Promise<void> {
  await city.context.store.db.reportingRule.update({ where: { id }, data: { dueRule } })
  city.putClock(at)
  await remind(city.context)
}

async function openSources({ context }: City): Promise<readonly string[]> {
  const rows = await context.store.db.deadline.findMany({ where: { status: 'open' } })
  return rows.map(({ source }) => source)
}

/** Each step of a deadline, and the message it went into or why it went into none. */
async function remindersOf({ context }: City, source: string): Promise<readonly string[]> {
  const { id } = await context.store.db.deadline.findUniqueOrThrow({ where: { source } })
  const rows = await context.store.db.reminder.findMany({ where: { deadlineId: id } })
  return rows.map(({ step, about, heldBack }) => `${step} ${about ?? heldBack}`)
}
