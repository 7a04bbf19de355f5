/** An announcement from its draft to everybody's screen, through the stand-ins of the platforms. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
import type { Address } from '../../src/domain/message.ts'
import type { Locale } from '../../src/domain/phrase.ts'
import { addPerson } from '../../src/store/respondents.ts'
import { openHouse, type House } from '../support/house.ts'
import { inBrowser } from '../support/people/web.ts'
import { eventually } from '../support/process.ts'
import { visitor } from '../web/visitor.ts'

const texts = {
  pl: 'Park przy Wilgi jest **otwarty**. [Plan](https://example.org/plan)',
  en: 'The park by the Wilga is **open**. [Map](https://example.org/map)',
}
const toYouth: Draft = { texts, audience: { who: ['youth'] } }

let house: House
let telegramUsers: ReturnType<House['telegram']['user']>[] = []

describe('with everybody on their own channel', () => {
  beforeEach(async () => {
    house = await openHouse({ telegram: 'polling', isOnDiscord: true })
    telegramUsers = await onTelegram(6)
  })
  afterEach(allowed)

  test('it reaches exactly those whom the preview counts, in their language and as it was meant to look', async () => {
    const members = Array.from({ length: 4 }, () => house.discord.member({ locale: 'en-GB' }))
    for (const { id } of members) await subscribed({ channel: 'discord', value: id }, 'en')
    const pages = await Promise.all([1, 2, 3].map(() => opened('uk')))
    for (const { address } of pages) await subscribed(address, 'uk')
    const draft = await writeAnnouncement(house.context, toYouth, 'anna')
    const preview = await previewAnnouncement(house.context, draft.id)
    expect(preview.recipients).toEqual([
      { channel: 'discord', locale: 'en', count: 4 },
      { channel: 'telegram', locale: 'pl', count: 6 },
      { channel: 'web', locale: 'uk', count: 3 },
    ])
    expect(preview.missingLanguages).toEqual(['uk'])
    await expect(approveAnnouncement(house.context, draft.id, 'anna')).rejects.toMatchObject({
      code: 'announcement-needs-second',
    })
    await announce(house.context, await approveAnnouncement(house.context, draft.id, 'jan'))

    await eventually('everybody has it', async () => (await tally(draft)).accepted === preview.total)
    for (const user of telegramUsers)
      expect(user.messages().map(({ text }) => text)).toEqual(['Park przy Wilgi jest otwarty. Plan'])
    for (const member of members)
      expect(
        member
          .shown()
          .map((one) => one.text())
          .join(),
      ).toContain('The park by the Wilga is open.')
    for (const page of pages) expect(page.heard()).toMatch(/Park przy Wilgi jest otwarty ?\./)
    await eventually('it is over', async () => (await shown(draft)).status === 'sent')
  })

  test('whoever stops under an announcement gets no other, and the help button is there', async () => {
    const [ala] = telegramUsers
    await onTelegram(6)
    const first = await sent(toYouth)
    await eventually('it is over', async () => (await shown(first)).status === 'sent')
    expect(
      ala!
        .messages()
        .at(-1)
        ?.keyboard?.inline_keyboard.flat()
        .map(({ text }) => text),
    ).toEqual(['Potrzebuję pomocy'])
    await ala!.says('/stop')
    await house.telegram.idle()
    const before = ala!.messages().length
    const second = await sent({ ...toYouth, texts: { pl: 'Jutro kino w parku.' } })
    await eventually('the next is over', async () => (await shown(second)).status === 'sent')
    expect((await tally(second)).total).toBe((await tally(first)).total - 1)
    expect(ala!.messages()).toHaveLength(before)
  })
})

describe('on Telegram, ten a second', () => {
  beforeEach(async () => {
    house = await openHouse({ telegram: 'polling', config: { TELEGRAM_MESSAGES_PER_SECOND: 10 } })
    telegramUsers = await onTelegram(30)
  })
  afterEach(allowed)

  test('a pause stops it in the middle, the numbers add up, and going on brings it to everybody once', async () => {
    const announcement = await sent(toYouth)
    await eventually('it has begun', () => arrived() >= 5)
    const paused = await pauseAnnouncement(house.context, announcement.id, 'anna')
    expect(paused.accepted + paused.sending + paused.waiting).toBe(30)
    await eventually('what was leaving has left', async () => (await tally(announcement)).sending === 0)
    const still = arrived()
    expect(still).toBeLessThan(30)
    expect((await tally(announcement)).accepted).toBe(still)
    await house.telegram.idle(500)
    expect(arrived()).toBe(still)
    await resumeAnnouncement(house.context, announcement.id, 'anna')
    await eventually('it is over', async () => (await shown(announcement)).status === 'sent')
    expect(telegramUsers.map((user) => user.messages().length)).toEqual(telegramUsers.map(() => 1))
  })

  test('a cancel leaves what has not left for good', async () => {
    const announcement = await sent(toYouth)
    await eventually('it has begun', () => arrived() >= 5)
    await cancelAnnouncement(house.context, announcement.id, 'anna')
    await eventually('what was leaving has left', async () => (await tally(announcement)).sending === 0)
    await announce(house.context, announcement)
    await house.telegram.idle(500)
    const { accepted, cancelled, total } = await tally(announcement)
    expect([accepted, accepted + cancelled, total]).toEqual([arrived(), 30, 30])
  })
})

describe('on Telegram', () => {
  beforeEach(async () => {
    house = await openHouse({ telegram: 'polling' })
    telegramUsers = await onTelegram(15)
  })

  test('only what failed is tried again', async () => {
    house.telegram.fail('sendMessage', { status: 400, description: 'Bad Request: something', times: 3 })
    const announcement = await sent(toYouth)
    await eventually('it is over', async () => (await shown(announcement)).status === 'sent')
    expect(await tally(announcement)).toMatchObject({ accepted: 12, failed: 3 })
    await retryAnnouncement(house.context, announcement.id, 'anna')
    await eventually('the rest has it', async () => (await tally(announcement)).accepted === 15)
    expect(telegramUsers.map((user) => user.messages().length)).toEqual(telegramUsers.map(() => 1))
  })

  test('at night it is held, and goes out in the morning', async () => {
    house.city.putClock('2026-09-25T19:30:00Z')
    const announcement = await sent(toYouth)
    await eventually('everything is held', async () => (await tally(announcement)).held === 15)
    house.city.putClock('2026-09-26T06:00:00Z')
    await eventually('it is over', async () => (await shown(announcement)).status === 'sent')
    expect(arrived()).toBe(15)
  })

  test('what would be stale in the morning expires instead', async () => {
    house.city.putClock('2026-09-25T19:30:00Z')
    const announcement = await sent({ ...toYouth, notAfter: new Date('2026-09-26T05:00:00Z') })
    await eventually('it is over', async () => (await shown(announcement)).status === 'sent')
    expect([await tally(announcement), arrived()]).toMatchObject([{ expired: 15 }, 0])
  })

  test('it pauses itself when too much is refused, and goes on once that is mended', async () => {
    telegramUsers.push(...(await onTelegram(40)))
    house.telegram.fail('sendMessage', { status: 400, description: 'Bad Request: something', times: 1_000 })
    const announcement = await sent(toYouth)
    await eventually('it has paused', async () => (await shown(announcement)).pausedBy === 'failures')
    expect((await tally(announcement)).accepted).toBe(0)
  })
})

async function onTelegram(count: number) {
  const users = Array.from({ length: count }, () =>
    house.telegram.user({ languageCode: 'pl', isKnown: true }),
  )
  for (const { id } of users) await subscribed({ channel: 'telegram', value: String(id) }, 'pl')
  return users
}

async function opened(locale: Locale) {
  const browser = visitor(house.url, locale)
  return inBrowser(house, browser, await browser.get('/chat'))
}

/** Somebody who agreed to be written to. */
async function subscribed(from: Address, locale: Locale): Promise<void> {
  const { db, keyring } = house.context.store
  const personId = await addPerson(db, keyring, { from, locale, today: '2026-09-25' })
  await db.consent.create({
    data: { personId, purpose: 'announcements', wording: 'x', locale, givenAt: house.context.clock.now() },
  })
}

async function sent(draft: Draft): Promise<Announcement> {
  const { id } = await writeAnnouncement(house.context, draft, 'anna')
  const announcement = await approveAnnouncement(house.context, id, 'jan')
  await announce(house.context, announcement)
  return announcement
}

async function tally({ id }: Announcement) {
  return (await showAnnouncement(house.context, id)).tally
}

async function shown({ id }: Announcement) {
  return (await showAnnouncement(house.context, id)).announcement
}

function arrived(): number {
  return telegramUsers.reduce((sum, user) => sum + user.messages().length, 0)
}

/** Whatever was sent, the platforms allow it. */
function allowed(): void {
  const violations = house.violations()
  if (violations.length > 0) throw new Error(violations.join('\n'))
}
