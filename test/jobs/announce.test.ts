/** From an approved announcement to a row for everybody who gets it: who does, who does not and why, and what a pause, a crash or a second process changes. */
import { beforeEach, describe, expect, test } from 'vitest'
import { announce } from '../../jobs/announce.ts'
import {
  approveAnnouncement,
  cancelAnnouncement,
  pauseAnnouncement,
  previewAnnouncement,
  resumeAnnouncement,
  retryAnnouncement,
  showAnnouncement,
  writeAnnouncement,
  type Draft,
} from '../../src/app/announcements.ts'
import type { Announcement } from '../../src/domain/announcement.ts'
import { announcementsDue, announcementsOpen } from '../../src/store/announcements.ts'
import { keepSetting } from '../../src/store/consultations.ts'
import { expireDeliveries } from '../../src/store/deliveries.ts'
import { addPartition, expandPage } from '../../src/store/expansion.ts'
import { buildCity, type City } from '../support/city.ts'
import { populate, times, type Somebody } from '../support/population.ts'

const consultation = 'free-time-and-sport'
const texts = { pl: 'Park jest otwarty.', en: 'The park is open.' }
const toYouth: Draft = { texts, audience: { who: ['youth'] } }

let city: City
beforeEach(async () => {
  city = await buildCity()
})

async function approved(draft: Draft): Promise<Announcement> {
  const { id } = await writeAnnouncement(city.context, draft, 'writer')
  return approveAnnouncement(city.context, id, 'second')
}

async function sent(draft: Draft): Promise<Announcement> {
  const announcement = await approved(draft)
  await announce(city.context, announcement)
  return announcement
}

/** Young people who agreed and can be reached, far more than `populate` is made for. */
async function addPeople(count: number): Promise<void> {
  const { db } = city.context.store
  await db.$executeRaw`insert into person (id, locale, created_on) select gen_random_uuid(), 'pl', '2026-01-01' from generate_series(1, ${count}::int)`
  await db.$executeRaw`insert into address (id, person_id, channel, lookup, sealed) select gen_random_uuid(), id, 'telegram', sha256(id::text::bytea), '\\x00' from person`
  await db.$executeRaw`insert into consent (id, person_id, purpose, wording, locale, given_at) select gen_random_uuid(), id, 'announcements', '', 'pl', now() from person`
}

async function rowsOf({ number }: Pick<Announcement, 'number'>) {
  return city.context.store.db.delivery.findMany({ where: { batch: number } })
}

async function recipientsOf(announcement: Announcement): Promise<string[]> {
  return (await rowsOf(announcement)).map(({ recipientId }) => recipientId).toSorted()
}

const mixed: readonly Somebody[] = [
  ...times(14, { district: 'i', ageBand: 'a13_15' }),
  ...times(13, { district: 'ii', locale: 'uk', channels: ['discord'] }),
  ...times(12, { channels: ['web', 'telegram'], participation: { id: consultation, state: 'finished' } }),
  ...times(11, { channels: ['telegram', 'discord'], blocked: ['telegram'], locale: 'en' }),
  ...times(3, { isStopped: true }),
  ...times(4, { consents: [] }),
  ...times(5, { consents: ['outcomes'] }),
  ...times(2, { blocked: ['telegram'] }),
  ...times(6, { channels: ['terminal'] }),
  ...times(2, { staff: 'coordinator' }),
  ...times(1, { staff: 'administrator', channels: ['discord'] }),
  ...times(2, { contact: { entityId: 'zzm', role: 'contact' }, consents: [] }),
  ...times(1, { contact: { entityId: 'zdt', role: 'superior' }, consents: [] }),
]

describe('who gets it', () => {
  test.each<[string, Draft['audience']]>([
    ['all young people', { who: ['youth'] }],
    ['those of a language', { who: ['youth'], languages: ['uk', 'en'] }],
    ['those of a channel', { who: ['youth'], channels: ['telegram'] }],
    ['those of a district', { who: ['youth'], districts: ['i'] }],
    ['those of an age', { who: ['youth'], ageBands: ['a13_15', 'a16_17'] }],
    ['those who finished', { who: ['youth'], consultation: { id: consultation, states: ['finished'] } }],
    ['the young and everybody who works with them', { who: ['youth', 'contact', 'superior', 'coordinator'] }],
    ['contacts of one entity', { who: ['contact', 'superior'], entities: ['zzm'] }],
    ['staff', { who: ['coordinator', 'administrator', 'auditor'] }],
    ['all but one district', { who: ['youth'], except: [{ who: ['youth'], districts: ['i'] }] }],
    [
      'all but those who finished and those on Discord',
      {
        who: ['youth', 'coordinator'],
        except: [
          { who: ['youth'], consultation: { id: consultation, states: ['finished'] } },
          { who: ['youth'], channels: ['discord'] },
          { who: ['coordinator'] },
        ],
      },
    ],
  ])(
    '%s: as many as the preview counts, channel by channel and language by language',
    async (_, audience) => {
      await populate(city.context, mixed)
      const { id } = await writeAnnouncement(city.context, { texts, audience }, 'writer')
      const preview = await previewAnnouncement(city.context, id)
      const announcement = await approveAnnouncement(city.context, id, 'second')
      await announce(city.context, announcement)
      const { db } = city.context.store
      const rows = await db.$queryRaw`
      select d.channel, p.locale, count(*)::int as count from delivery d join person p on p.id = d.recipient_id
      where batch = ${announcement.number} group by 1, 2 order by 1, 2`
      expect(preview.total).toBeGreaterThan(0)
      expect(preview.recipients.map(({ channel, locale, count }) => ({ channel, locale, count }))).toEqual(
        rows,
      )
    },
  )

  test('nobody who stopped, did not agree, cannot be reached or has other channels only, and it says how many', async () => {
    await populate(city.context, mixed)
    const { id } = await writeAnnouncement(city.context, toYouth, 'writer')
    const { leftOut, total, missingLanguages } = await previewAnnouncement(city.context, id)
    expect(total).toBe(14 + 13 + 12 + 11)
    expect(leftOut).toEqual([
      { reason: 'stopped', count: 3 },
      { reason: 'no-consent', count: 9 },
      { reason: 'blocked', count: 2 },
      { reason: 'no-address', count: 6 },
    ])
    expect(missingLanguages).toEqual(['uk'])
  })

  test('another address of theirs is used when the preferred one is blocked', async () => {
    const ids = await populate(
      city.context,
      times(10, { channels: ['telegram', 'web'], blocked: ['telegram'] }),
    )
    const rows = await rowsOf(await sent(toYouth))
    expect(rows.map(({ channel, recipientId }) => `${channel} ${recipientId}`).toSorted()).toEqual(
      ids.map((id) => `web ${id}`).toSorted(),
    )
  })

  test('a place that carries announcements', async () => {
    const { db, keyring } = city.context.store
    const place = (channel: string, locale: string) => ({
      channel,
      locale,
      lookup: keyring.lookup(`${channel}${locale}`, 'address'),
      sealed: keyring.seal('x', `address:${channel}`),
      label: channel,
      addedBy: 'test',
      addedAt: city.context.clock.now(),
    })
    await db.place.createMany({
      data: [place('telegram', 'pl'), place('discord', 'pl'), place('discord', 'uk')],
    })
    const ours: Draft = {
      texts,
      audience: { who: [], places: true, except: [{ who: [], places: true, languages: ['uk'] }] },
    }
    const { id } = await writeAnnouncement(city.context, ours, 'writer')
    expect((await previewAnnouncement(city.context, id)).total).toBe(2)
    const rows = await rowsOf(await sent(ours))
    expect(rows.map(({ channel }) => channel).toSorted()).toEqual(['discord', 'telegram'])
  })
})

describe('the week has a budget', () => {
  test('young people who had three get no fourth, until the first is a week old; staff get it', async () => {
    const youth = await populate(city.context, times(12))
    const staff = await populate(city.context, times(2, { staff: 'coordinator' }))
    const audience = { who: ['youth', 'coordinator'] } as const
    const drafts = [1, 2, 3, 4].map((n) => ({ texts: { pl: `Wiadomość ${n}` }, audience }))
    for (const draft of drafts.slice(0, 3)) expect(await recipientsOf(await sent(draft))).toHaveLength(14)
    const newcomers = await populate(city.context, times(10))
    const { id } = await writeAnnouncement(city.context, drafts[3]!, 'writer')
    expect(await previewAnnouncement(city.context, id)).toMatchObject({
      total: 12,
      leftOut: [{ reason: 'budget', count: 12 }],
    })
    expect(await recipientsOf(await sent(drafts[3]!))).toEqual([...staff, ...newcomers].toSorted())
    city.putClock('2026-10-02T10:00:01Z')
    const later = await sent({ texts: { pl: 'Po tygodniu' }, audience })
    expect(await recipientsOf(later)).toEqual([...youth, ...staff, ...newcomers].toSorted())
  })

  test('also for two announcements that get their recipients at the same moment', async () => {
    const { db } = city.context.store
    await keepSetting(db, 'announcements', { perWeek: 1 }, city.context.clock.now())
    await addPeople(25_000)
    const both = [await approved({ ...toYouth, id: 'one' }), await approved({ ...toYouth, id: 'other' })]
    await Promise.all(both.map((announcement) => announce(city.context, announcement)))
    const [shared] = await db.$queryRaw<{ people: number; most: number; least: number }[]>`
      select count(*)::int as people, max(count)::int as most, min(count)::int as least
      from (select count(*) as count from delivery group by recipient_id) per_person`
    expect(shared).toEqual({ people: 25_000, most: 1, least: 1 })
  })

  test('what was cancelled before it left used up nothing', async () => {
    await populate(city.context, times(10))
    for (const n of [1, 2, 3]) {
      const { id, number } = await sent({ ...toYouth, texts: { pl: `Odwołane ${n}` } })
      await cancelAnnouncement(city.context, id, 'second')
      await announce(city.context, { number })
    }
    expect(await recipientsOf(await sent(toYouth))).toHaveLength(10)
  })
})

describe('its time', () => {
  test('comes at once when none is given, and otherwise not a second too early', async () => {
    await populate(city.context, times(10))
    const { db } = city.context.store
    const atOnce = await approved({ ...toYouth, id: 'now' })
    const later = await approved({ ...toYouth, id: 'later', sendAt: new Date('2026-09-25T12:00:00Z') })
    expect([atOnce.status, later.status]).toEqual(['approved', 'scheduled'])
    expect(await announcementsDue(db, city.context.clock.now())).toEqual([atOnce.number])
    city.putClock('2026-09-25T11:59:59Z')
    await announce(city.context, later)
    expect(await rowsOf(later)).toEqual([])
    city.putClock('2026-09-25T12:00:00Z')
    expect(await announcementsDue(db, city.context.clock.now())).toEqual([atOnce.number, later.number])
    await announce(city.context, later)
    expect(await rowsOf(later)).toHaveLength(10)
    expect(await announcementsDue(db, city.context.clock.now())).toEqual([atOnce.number])
  })

  test('is over when nobody got round to it: then nothing is sent at all', async () => {
    await populate(city.context, times(10))
    const late = await approved({ ...toYouth, notAfter: new Date('2026-09-25T12:00:00Z') })
    city.putClock('2026-09-25T12:00:00Z')
    await announce(city.context, late)
    expect((await showAnnouncement(city.context, late.id)).announcement.status).toBe('cancelled')
    expect(await city.context.store.db.audit.count({ where: { act: 'announcement.too-late' } })).toBe(1)
  })

  test('ends: what had not left by then expires, also of a paused one, and it is over', async () => {
    await populate(city.context, times(10))
    const notAfter = new Date('2026-09-25T12:00:00Z')
    const running = await sent({ ...toYouth, id: 'running', notAfter })
    const paused = await sent({ ...toYouth, id: 'paused', notAfter })
    await pauseAnnouncement(city.context, 'paused', 'second')
    city.putClock(notAfter)
    for (const one of [running, paused]) await announce(city.context, one)
    const of = (id: string) => showAnnouncement(city.context, id)
    expect(await of('running')).toMatchObject({ announcement: { status: 'sent' }, tally: { expired: 10 } })
    expect(await of('paused')).toMatchObject({ announcement: { status: 'paused' }, tally: { expired: 10 } })
  })
})

test('what is too late expires, however many stretches it is in, and nothing else does', async () => {
  await populate(city.context, times(25))
  const { db } = city.context.store
  const notAfter = new Date('2026-09-25T12:00:00Z')
  const { number } = await sent({ ...toYouth, notAfter })
  const [gone] = await rowsOf({ number })
  await db.delivery.updateMany({ where: { recipientId: gone!.recipientId }, data: { status: 'accepted' } })
  expect(await expireDeliveries(db, number, new Date('2026-09-25T11:59:59Z'), 7)).toBe(0)
  expect(await expireDeliveries(db, number, notAfter, 7)).toBe(24)
  expect(await expireDeliveries(db, number, notAfter, 7)).toBe(0)
  expect(await db.delivery.count({ where: { batch: number, status: 'expired', reason: 'not-after' } })).toBe(
    24,
  )
})

describe('whoever comes later', () => {
  const notAfter = new Date('2026-09-30T12:00:00Z')

  test('gets it as long as it is valid, once, however they came into the audience', async () => {
    const early = await populate(city.context, times(10))
    const [silent] = await populate(city.context, times(1, { isStopped: true }))
    const announcement = await sent({ ...toYouth, notAfter, isLateIncluded: true })
    expect(await recipientsOf(announcement)).toEqual(early.toSorted())
    const late = await populate(city.context, times(3))
    await city.context.store.db.person.update({ where: { id: silent! }, data: { stoppedAt: null } })
    for (let round = 0; round < 3; round += 1) await announce(city.context, announcement)
    expect(await recipientsOf(announcement)).toEqual([...early, ...late, silent!].toSorted())
    expect(await announcementsOpen(city.context.store.db)).toEqual([announcement.number])
    city.putClock(notAfter)
    await populate(city.context, times(2))
    await announce(city.context, announcement)
    expect(await recipientsOf(announcement)).toHaveLength(14)
  })

  test('gets nothing unless that is asked for', async () => {
    await populate(city.context, times(10))
    const announcement = await sent({ ...toYouth, notAfter })
    await populate(city.context, times(3))
    await announce(city.context, announcement)
    expect(await rowsOf(announcement)).toHaveLength(10)
  })
})

describe('while its deliveries are made', () => {
  async function begun(): Promise<Announcement> {
    const announcement = await approved(toYouth)
    const { store } = city.context
    await store.transaction((tx) => addPartition(tx, announcement.number))
    await store.db.announcement.update({ where: { id: announcement.id }, data: { status: 'sending' } })
    return announcement
  }
  const page = (announcement: Announcement, checkpoint: string | null) =>
    expandPage(
      city.context.store,
      {
        ...announcement,
        checkpoint,
        isAgain: false,
        budget: { perWeek: 3, since: city.context.clock.now() },
      },
      city.context.clock.now(),
    )

  test('a page from a checkpoint that is somebody else’s by now brings nothing', async () => {
    await populate(city.context, times(12))
    const announcement = await begun()
    expect(await page(announcement, '11111111-1111-4111-8111-111111111111')).toMatchObject({
      isOurs: false,
      added: 0,
    })
    expect(await rowsOf(announcement)).toEqual([])
  })

  test('a pause holds, and going on brings the rest', async () => {
    await populate(city.context, times(12))
    const announcement = await begun()
    await pauseAnnouncement(city.context, announcement.id, 'second')
    await announce(city.context, announcement)
    expect(await page(announcement, null)).toMatchObject({ isOurs: false, added: 0 })
    await resumeAnnouncement(city.context, announcement.id, 'second')
    await announce(city.context, announcement)
    expect(await rowsOf(announcement)).toHaveLength(12)
  })

  test('many pages bring everybody, once, whatever stops them in between', async () => {
    const people = 25_000
    await addPeople(people)
    const announcement = await begun()
    const first = await page(announcement, null)
    expect(first).toMatchObject({ isOurs: true, added: 10_000, isLast: false })
    expect(await page(announcement, null)).toMatchObject({ isOurs: false, added: 0 })
    await pauseAnnouncement(city.context, announcement.id, 'second')
    expect(await page(announcement, first.checkpoint)).toMatchObject({ isOurs: false, added: 0 })
    await resumeAnnouncement(city.context, announcement.id, 'second')
    await Promise.all([1, 2, 3].map(() => announce(city.context, announcement)))
    await announce(city.context, announcement)
    expect(new Set(await recipientsOf(announcement)).size).toBe(people)
    expect((await showAnnouncement(city.context, announcement.id)).announcement.expandedAt).not.toBeNull()
  })

  test('ten processes at once make one row for each', async () => {
    await populate(city.context, times(40))
    const announcement = await approved(toYouth)
    await Promise.all(Array.from({ length: 10 }, () => announce(city.context, announcement)))
    await announce(city.context, announcement)
    expect(await rowsOf(announcement)).toHaveLength(40)
    const acts = await city.context.store.db.audit.count({ where: { act: 'announcement.begin' } })
    expect(acts).toBe(1)
  })
})

describe('ending it', () => {
  test('cancelling says exactly what went out and what never will, at once and after the rows are settled', async () => {
    await populate(city.context, times(20))
    const announcement = await sent(toYouth)
    const { db } = city.context.store
    const [first, second, third] = await rowsOf(announcement)
    const settle = (recipientId: string, status: string) =>
      db.delivery.updateMany({ where: { batch: announcement.number, recipientId }, data: { status } })
    await settle(first!.recipientId, 'accepted')
    await settle(second!.recipientId, 'accepted')
    await settle(third!.recipientId, 'held')
    const tally = await cancelAnnouncement(city.context, announcement.id, 'second')
    expect(tally).toMatchObject({ total: 20, accepted: 2, cancelled: 18, waiting: 0, held: 0 })
    expect(await announcementsOpen(db)).toEqual([announcement.number])
    await announce(city.context, announcement)
    expect((await showAnnouncement(city.context, announcement.id)).tally).toEqual(tally)
    expect((await rowsOf(announcement)).filter(({ status }) => status === 'cancelled')).toHaveLength(18)
    expect(await announcementsOpen(db)).toEqual([])
  })

  test('trying again takes up what failed and nothing else; what is unknown only where a person was to decide', async () => {
    await populate(city.context, times(12))
    const { db } = city.context.store
    for (const ifUnknown of ['again', 'show'] as const) {
      const announcement = await sent({ ...toYouth, texts: { pl: `Sprawa ${ifUnknown}` }, ifUnknown })
      const rows = await rowsOf(announcement)
      for (const [index, { recipientId }] of rows.entries()) {
        const status = ['failed', 'unknown', 'accepted', 'blocked'][index % 4]!
        await db.delivery.updateMany({ where: { batch: announcement.number, recipientId }, data: { status } })
      }
      await announce(city.context, announcement)
      expect((await showAnnouncement(city.context, announcement.id)).announcement.status).toBe('sent')
      const tally = await retryAnnouncement(city.context, announcement.id, 'second')
      const again = ifUnknown === 'show' ? { held: 6, unknown: 0 } : { held: 3, unknown: 3 }
      expect(tally).toMatchObject({ ...again, failed: 0, accepted: 3, blocked: 3 })
      expect((await showAnnouncement(city.context, announcement.id)).announcement.status).toBe('sending')
    }
  })
})
