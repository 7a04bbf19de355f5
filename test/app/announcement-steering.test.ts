/** An announcement on its way, in the hands of staff: exact numbers, and pausing, going on, stopping and retrying by chat. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { tellStaff } from '../../src/app/announcement-notes.ts'
import type { Reply } from '../../src/domain/dialogue.ts'
import type { DeliveryStatus } from '../../src/domain/delivery.ts'
import { locales } from '../../src/domain/phrase.ts'
import { findAnnouncement } from '../../src/store/announcements.ts'
import { buildCity } from '../support/city.ts'
import { talkAsStaff } from '../support/staff.ts'
import { words, type Talk } from '../support/talk.ts'

const { context } = await buildCity()
const { db, keyring } = context.store

beforeEach(async () => {
  await db.$executeRaw`delete from delivery`
  await db.announcement.deleteMany()
  await db.person.deleteMany()
  await db.session.deleteMany()
})

interface Fate {
  readonly status: DeliveryStatus
  readonly reason?: string
  readonly count: number
}

/** One of every fate, so that no number is another's. */
const fates: readonly Fate[] = [
  { status: 'accepted', count: 40 },
  { status: 'waiting', count: 30 },
  { status: 'held', count: 2 },
  { status: 'failed', reason: 'refused', count: 3 },
  { status: 'failed', reason: 'tried-too-often', count: 4 },
  { status: 'blocked', reason: 'address-gone', count: 5 },
  { status: 'unreachable', reason: 'address-gone', count: 6 },
  { status: 'unknown', reason: 'no-answer', count: 7 },
]

/** An announcement of which so much has happened. */
async function underWay(
  status: 'sending' | 'paused' | 'sent',
  rows = fates,
): Promise<{ id: string; number: number }> {
  const at = context.clock.now()
  const { id, number } = await db.announcement.create({
    data: {
      id: randomUUID(),
      status,
      texts: { pl: 'Spotkanie w sobotę.' },
      audience: { who: ['contact'] },
      hash: 'abcdef0123456789',
      writtenBy: randomUUID(),
      createdAt: at,
      startedAt: at,
      expandedAt: at,
    },
  })
  await db.$executeRawUnsafe(
    `create table delivery_t${number} partition of delivery for values in (${number})`,
  )
  for (const { status: fate, reason, count } of rows)
    await db.$executeRaw`
      insert into delivery (batch, recipient_id, channel, lane, status, reason)
      select ${number}, gen_random_uuid(), 'web', 2, ${fate}, ${reason ?? null} from generate_series(1, ${count})`
  return { id, number }
}

const does = async (person: Talk, act: string, number: number) =>
  words(await person.does({ choice: `an:${act}:${number}` }))
const acts = (person: Talk) => person.buttons().flatMap(({ id }) => /^an:([a-z-]+):\d/.exec(id)?.[1] ?? [])
const counts = async (number: number) => {
  const rows = await db.delivery.groupBy({ by: ['status'], where: { batch: number }, _count: true })
  return Object.fromEntries(rows.map((row) => [row.status, row._count]))
}
const statusOf = async (number: number) =>
  (await db.announcement.findUniqueOrThrow({ where: { number } })).status

test('the numbers are exact, with the reasons of what failed', async () => {
  const person = await talkAsStaff(context, 'coordinator')
  const { number } = await underWay('sending')
  const said = await does(person, 'show', number)
  expect(said).toContain('"Spotkanie w sobotę.": going out.')
  expect(said).toContain('Gone out: 40 of 97.')
  for (const line of [
    'still to go: 30',
    'held for a later moment: 2',
    'failed: 7',
    'blocked us: 5',
    'cannot be reached: 6',
    'may or may not have arrived: 7',
    'the platform refuses this message – 3',
    'tried too often – 4',
  ])
    expect(said).toContain(line)
})

describe('what is offered', () => {
  test.each([
    ['sending', ['preview', 'pause', 'retry', 'cancel']],
    ['paused', ['preview', 'resume', 'retry', 'cancel']],
    ['sent', ['preview', 'retry']],
  ] as const)('while it is %s', async (status, offered) => {
    const person = await talkAsStaff(context, 'administrator')
    const { number } = await underWay(status)
    await does(person, 'show', number)
    expect(acts(person)).toEqual(offered)
  })

  test('to an auditor is only a look', async () => {
    const person = await talkAsStaff(context, 'auditor')
    const { number } = await underWay('sending')
    await does(person, 'show', number)
    expect(acts(person)).toEqual(['preview'])
  })
})

describe('steering', () => {
  test('pausing and going on', async () => {
    const person = await talkAsStaff(context, 'coordinator')
    const { number } = await underWay('sending')
    expect(await does(person, 'pause', number)).toContain('Paused.')
    expect(await statusOf(number)).toBe('paused')
    expect(await does(person, 'resume', number)).toContain('It goes on')
    expect(await statusOf(number)).toBe('sending')
  })

  test('stopping says first how many have it and how many never will, and changes nothing before the yes', async () => {
    const person = await talkAsStaff(context, 'coordinator')
    const { number } = await underWay('sending')
    const asked = await does(person, 'cancel', number)
    expect(asked).toMatch(/Gone out already: 40\. Will never go out: 32\. This cannot be undone/)
    expect(await statusOf(number)).toBe('sending')
    const said = await does(person, 'cancel-yes', number)
    expect(await statusOf(number)).toBe('cancelled')
    expect(said).toContain('Gone out: 40 of 97.')
    expect(said).toContain('• stopped: 32')
    expect(said).not.toMatch(/still to go|held/)
  })

  test('retrying says how many, and only those that failed are tried again', async () => {
    const person = await talkAsStaff(context, 'coordinator')
    const { number } = await underWay(
      'sent',
      fates.filter(({ status }) => status !== 'waiting' && status !== 'held'),
    )
    expect(await does(person, 'retry', number)).toContain('How many: 7. Nobody else gets it twice')
    await does(person, 'retry-yes', number)
    expect(await counts(number)).toEqual({ accepted: 40, held: 7, blocked: 5, unreachable: 6, unknown: 7 })
  })

  test.each([
    ['pause', 'sent'],
    ['resume', 'sending'],
    ['cancel-yes', 'sent'],
  ] as const)('a button that has become stale is refused: %s of one that is %s', async (act, status) => {
    const person = await talkAsStaff(context, 'coordinator')
    const { number } = await underWay(status)
    const before = await counts(number)
    await does(person, act, number)
    expect([await statusOf(number), await counts(number)]).toEqual([status, before])
  })
})

describe('staff are told', () => {
  const letters = async () => {
    const rows = await db.delivery.findMany({ where: { batch: 0 } })
    return rows.map((row) => ({
      to: row.recipientId,
      reply: JSON.parse(keyring.open(row.message!, `delivery:${row.about}`)) as Reply,
    }))
  }

  test.each(['paused', 'sent'] as const)(
    'that it is %s, those who may decide, once, in every language',
    async (what) => {
      for (const role of ['administrator', 'coordinator', 'auditor', 'moderator'] as const)
        await talkAsStaff(context, role)
      const { id } = await underWay(what)
      const announcement = (await findAnnouncement(db, id))!
      await tellStaff(context, announcement, what)
      await tellStaff(context, announcement, what)
      const told = await letters()
      const deciders = await db.staff.findMany({ where: { role: { in: ['administrator', 'coordinator'] } } })
      expect(told.map(({ to }) => to).toSorted()).toEqual(deciders.map(({ personId }) => personId).toSorted())
      const { parts, offers } = told[0]!.reply
      for (const locale of locales) {
        const said = context.text.phrase(locale, parts[0]!)
        expect(said).toContain('Spotkanie w sobotę.')
        expect(said).toContain('40')
        expect(said).toContain('97')
      }
      expect(offers!.map(({ id: button }) => button.split(':')[1])).toEqual(['show', 'list'])
    },
  )

  test('once more when it pauses itself again after more has failed', async () => {
    await talkAsStaff(context, 'administrator')
    const { id, number } = await underWay('paused')
    const announcement = (await findAnnouncement(db, id))!
    await tellStaff(context, announcement, 'paused')
    await db.$executeRaw`update delivery set status = 'failed' where batch = ${number} and status = 'waiting'`
    await tellStaff(context, announcement, 'paused')
    expect(await letters()).toHaveLength(2)
  })
})
