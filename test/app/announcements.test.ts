/** What staff do with announcements, and what is refused: two people, small audiences, times, what is kept of it and what is forgotten. */
import { render } from '../../src/app/render.ts'
import type { Reply } from '../../src/domain/dialogue.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { announce } from '../../jobs/announce.ts'
import { erase } from '../../jobs/erase.ts'
import {
  approveAnnouncement,
  cancelAnnouncement,
  listAnnouncements,
  pauseAnnouncement,
  previewAnnouncement,
  resumeAnnouncement,
  retryAnnouncement,
  showAnnouncement,
  testAnnouncement,
  writeAnnouncement,
  type Draft,
} from '../../src/app/announcements.ts'
import { Problem } from '../../src/domain/problem.ts'
import { keepSetting } from '../../src/store/consultations.ts'
import { activeAnnouncements, endIfDone, pauseForFailures } from '../../src/store/announcements.ts'
import { erasePerson, exportPerson } from '../../src/store/respondents.ts'
import { buildCity, type City } from '../support/city.ts'
import { populate, times } from '../support/population.ts'

const texts = { pl: '**Park** jest otwarty.', en: '**The park** is open.' }
const toYouth: Draft = { id: 'park', texts, audience: { who: ['youth'] } }
const toStaff: Draft = { id: 'staff', texts, audience: { who: ['coordinator'] } }

let city: City
beforeEach(async () => {
  city = await buildCity({ isSeeded: false })
})

/** The code of the problem that comes of it. */
async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof Problem) return error.code
      throw error
    },
  )
}

async function sent(draft: Draft) {
  const { id } = await writeAnnouncement(city.context, draft, 'writer')
  const announcement = await approveAnnouncement(city.context, id, 'second')
  await announce(city.context, announcement)
  return announcement
}

describe('writing', () => {
  test.each<[string, Partial<Draft>, string]>([
    ['without Polish', { texts: { en: 'Hi' } }, 'announcement-without-polish'],
    ['without words', { texts: { pl: '  ' } }, 'announcement-without-polish'],
    ['to nobody', { audience: { who: [] } }, 'announcement-nobody-asked'],
    ['to late ones without an end', { isLateIncluded: true }, 'announcement-late-without-end'],
    [
      'with an end before its beginning',
      { sendAt: new Date('2026-10-02'), notAfter: new Date('2026-10-01') },
      'announcement-times',
    ],
  ])('%s is refused', async (_, change, code) => {
    expect(await refusal(writeAnnouncement(city.context, { ...toYouth, ...change }, 'writer'))).toBe(code)
  })

  test('the same once more changes nothing; another text takes the approval back', async () => {
    await populate(city.context, times(10))
    const first = await writeAnnouncement(city.context, toYouth, 'writer')
    await approveAnnouncement(city.context, 'park', 'second')
    expect(await writeAnnouncement(city.context, { ...toYouth }, 'another')).toMatchObject({
      status: 'approved',
      writtenBy: 'writer',
      hash: first.hash,
    })
    const changed = await writeAnnouncement(city.context, { ...toYouth, texts: { pl: 'Inaczej' } }, 'another')
    expect(changed).toMatchObject({
      status: 'draft',
      approvedBy: null,
      writtenBy: 'another',
      number: first.number,
    })
  })

  test('is over once it has begun', async () => {
    await populate(city.context, times(10))
    await sent(toYouth)
    expect(
      await refusal(writeAnnouncement(city.context, { ...toYouth, texts: { pl: 'Inaczej' } }, 'writer')),
    ).toBe('announcement-begun')
  })

  test('keeps the picture, which those who send get whole and a list does not', async () => {
    await populate(city.context, times(10))
    const content = new Uint8Array([0xff, 0xd8, 0xff, 7])
    const picture = { name: 'a.jpg', mediaType: 'image/jpeg', content, alt: { pl: 'Park' } } as const
    await sent({ ...toYouth, picture })
    for (let round = 0; round < 2; round += 1)
      expect(Buffer.from((await activeAnnouncements(city.context.store.db))[0]!.picture!.content)).toEqual(
        Buffer.from(content),
      )
    expect((await listAnnouncements(city.context))[0]!.picture!.content).toHaveLength(0)
  })
})

describe('approving', () => {
  test('takes a second person where young people read it, and none for staff', async () => {
    await populate(city.context, [...times(10), ...times(1, { staff: 'coordinator' })])
    await writeAnnouncement(city.context, toYouth, 'writer')
    await writeAnnouncement(
      city.context,
      { ...toYouth, id: 'places', audience: { who: [], places: true } },
      'writer',
    )
    await writeAnnouncement(city.context, toStaff, 'writer')
    expect(await refusal(approveAnnouncement(city.context, 'park', 'writer'))).toBe(
      'announcement-needs-second',
    )
    expect(await refusal(approveAnnouncement(city.context, 'places', 'writer'))).toBe(
      'announcement-needs-second',
    )
    expect(await approveAnnouncement(city.context, 'staff', 'writer')).toMatchObject({ status: 'approved' })
    expect(await approveAnnouncement(city.context, 'park', 'second')).toMatchObject({ approvedBy: 'second' })
    expect(await refusal(approveAnnouncement(city.context, 'park', 'third'))).toBe('announcement-not-draft')
  })

  test('is refused for fewer young people than the threshold, however they became so few, and nothing is counted', async () => {
    await populate(city.context, [
      ...times(9, { locale: 'uk' }),
      ...times(11, { locale: 'en', channels: ['discord'] }),
      ...times(30, { staff: 'coordinator' }),
    ])
    const small: Draft['audience'][] = [
      { who: ['youth'], languages: ['uk'] },
      { who: ['youth', 'coordinator'], except: [{ who: ['youth'], channels: ['discord'] }] },
      { who: ['youth'], except: [{ who: ['youth'] }] },
    ]
    for (const [index, audience] of small.entries()) {
      const { id } = await writeAnnouncement(
        city.context,
        { ...toYouth, id: `small-${index}`, audience },
        'writer',
      )
      const preview = await previewAnnouncement(city.context, id)
      expect(preview).toMatchObject({ isTooFew: true, total: 0, recipients: [], leftOut: [] })
      expect(await refusal(approveAnnouncement(city.context, id, 'second'))).toBe('announcement-too-few')
    }
    const said = new Problem('announcement-too-few', { id: 'x' })
    expect(city.context.text.phrase('pl', said.phrase)).not.toMatch(/\d/)
    await keepSetting(city.context.store.db, 'announcements', { fewestYouth: 9 }, city.context.clock.now())
    expect(await approveAnnouncement(city.context, 'small-0', 'second')).toMatchObject({ status: 'approved' })
  })

  test('is refused when nobody would get it, and when its time is over', async () => {
    await writeAnnouncement(city.context, toStaff, 'writer')
    expect(await refusal(approveAnnouncement(city.context, 'staff', 'second'))).toBe('announcement-nobody')
    const notAfter = new Date('2026-10-01')
    await writeAnnouncement(city.context, { ...toStaff, notAfter }, 'writer')
    city.putClock(notAfter)
    expect(await refusal(approveAnnouncement(city.context, 'staff', 'second'))).toBe('announcement-too-late')
  })
})

describe('what it would do', () => {
  test('is said with its length, the time it takes and a sample per channel', async () => {
    await populate(city.context, [...times(45), ...times(20, { locale: 'en', channels: ['discord'] })])
    const link = { url: 'https://example.org', label: { pl: 'Mapa' } }
    await writeAnnouncement(city.context, { ...toYouth, link, texts: { pl: 'a'.repeat(2_000) } }, 'writer')
    const preview = await previewAnnouncement(city.context, 'park')
    expect(preview).toMatchObject({
      total: 65,
      missingLanguages: ['en'],
      lengths: [{ locale: 'pl', characters: 2_006, tooLongFor: ['discord'] }],
      durationMs: 2_000,
    })
    expect(preview.samples.map(({ channel }) => channel)).toEqual(['telegram', 'discord', 'web'])
    expect(preview.samples[0]!.message.text).toMatch(/a\n\nMapa$/)
  })

  test('can be tried out on oneself, marks, picture and help button included, in one’s own language', async () => {
    const [me] = await populate(city.context, times(1, { staff: 'coordinator', locale: 'en' }))
    const content = new Uint8Array([137, 80, 78, 71, 0, 255])
    const picture = {
      name: 'a.png',
      mediaType: 'image/png',
      content,
      alt: { pl: 'Park', en: 'A park' },
    } as const
    await writeAnnouncement(city.context, { ...toYouth, picture }, 'writer')
    await testAnnouncement(city.context, 'park', me!)
    const { db, keyring } = city.context.store
    const row = await db.delivery.findFirstOrThrow({ where: { batch: 0, recipientId: me! } })
    expect(row).toMatchObject({ lane: 1, status: 'waiting', isUrgent: true })
    const reply = JSON.parse(keyring.open(row.message!, `delivery:${row.about}`)) as Reply
    expect(reply).toMatchObject({
      parts: [{ text: { en: 'The park is open.' } }],
      marks: [{ from: 0, to: 8, is: 'bold' }],
      offers: [{ id: 'help' }],
    })
    expect(render(city.context.text, 'en', reply).picture).toMatchObject({ name: 'a.png', alt: 'A park' })
    expect([...render(city.context.text, 'en', reply).picture!.content]).toEqual([...content])
  })
})

describe('under way', () => {
  test('only what is going out can be paused, only what is paused goes on, and what is over stays over', async () => {
    await populate(city.context, times(10))
    await writeAnnouncement(city.context, toYouth, 'writer')
    expect(await refusal(pauseAnnouncement(city.context, 'park', 'x'))).toBe('announcement-not-sending')
    await sent(toYouth)
    expect(await refusal(resumeAnnouncement(city.context, 'park', 'x'))).toBe('announcement-not-paused')
    expect(await refusal(retryAnnouncement(city.context, 'park', 'x'))).toBe('announcement-nothing-failed')
    expect(await pauseAnnouncement(city.context, 'park', 'x')).toMatchObject({ waiting: 10, total: 10 })
    expect(await activeAnnouncements(city.context.store.db)).toEqual([])
    expect(await resumeAnnouncement(city.context, 'park', 'x')).toMatchObject({ waiting: 10 })
    await cancelAnnouncement(city.context, 'park', 'x')
    expect(await refusal(cancelAnnouncement(city.context, 'park', 'x'))).toBe('announcement-over')
    expect(await refusal(showAnnouncement(city.context, 'nothing'))).toBe('announcement-unknown')
    const acts = await city.context.store.db.audit.findMany({ orderBy: { id: 'asc' } })
    expect(acts.map(({ act, actor }) => `${actor} ${act}`)).toEqual([
      'writer announcement.write',
      'second announcement.approve',
      'calendar announcement.begin',
      'x announcement.pause',
      'x announcement.resume',
      'x announcement.cancel',
    ])
  })

  test('it pauses itself when too much fails, and ends when nothing is left', async () => {
    await populate(city.context, times(10))
    const { number } = await sent(toYouth)
    const { db } = city.context.store
    const now = city.context.clock.now()
    expect(await pauseForFailures(db, number, now)).toBe(true)
    expect(await pauseForFailures(db, number, now)).toBe(false)
    expect((await showAnnouncement(city.context, 'park')).announcement).toMatchObject({
      status: 'paused',
      pausedBy: 'failures',
    })
    await resumeAnnouncement(city.context, 'park', 'x')
    expect(await endIfDone(db, number, now)).toBe(false)
    await db.delivery.updateMany({ where: { batch: number }, data: { status: 'accepted' } })
    expect([await endIfDone(db, number, now), await endIfDone(db, number, now)]).toEqual([true, false])
  })
})

describe('what is kept', () => {
  test('a person finds their deliveries in their data, and takes them along when they are erased', async () => {
    const [me, other] = await populate(city.context, times(10))
    const { number } = await sent(toYouth)
    await testAnnouncement(city.context, 'park', me!)
    const { db, keyring } = city.context.store
    const settled = { status: 'accepted', settledAt: new Date('2026-09-25T10:00:00Z') }
    await db.delivery.updateMany({ where: { batch: number, recipientId: me! }, data: settled })
    const { deliveries } = await exportPerson(db, keyring, me!)
    expect(deliveries).toEqual([
      {
        about: expect.stringMatching(/^announcement-test\/park\//),
        channel: 'telegram',
        status: 'waiting',
        day: null,
      },
      { about: 'announcement/park', channel: 'telegram', status: 'accepted', day: '2026-09-25' },
    ])
    await erasePerson(db, keyring, me!, '2026-09-25')
    expect(await db.delivery.count({ where: { batch: { in: [0, number] }, recipientId: me! } })).toBe(0)
    expect(await db.delivery.count({ where: { batch: number, recipientId: other! } })).toBe(1)
  })

  test('ninety days after its end who got it is forgotten in one piece, and how many is not', async () => {
    await populate(city.context, times(10))
    const { number } = await sent(toYouth)
    const running = await sent({ ...toYouth, id: 'running', texts: { pl: 'Dalej' } })
    const { db } = city.context.store
    await db.delivery.updateMany({ where: { batch: number }, data: { status: 'accepted' } })
    await endIfDone(db, number, city.context.clock.now())
    const rows = () => db.delivery.count({ where: { batch: number } })
    city.putClock('2026-12-24T10:00:00Z')
    await erase(city.context)
    expect(await rows()).toBe(10)
    city.putClock('2026-12-24T10:00:01Z')
    await erase(city.context)
    await erase(city.context)
    expect(await rows()).toBe(0)
    expect(await db.$queryRaw`select to_regclass(${`delivery_a${number}`})::text as name`).toEqual([
      { name: null },
    ])
    expect((await showAnnouncement(city.context, 'park')).tally).toMatchObject({ accepted: 10, total: 10 })
    expect(await db.delivery.count({ where: { batch: running.number } })).toBe(10)
  })
})
