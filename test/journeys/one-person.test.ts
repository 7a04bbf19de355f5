/** A consultation begun in Discord, continued in Telegram and finished in the web chat: one person, one response, one voice, one notice. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { tellOutcomes } from '../../jobs/tell-outcomes.ts'
import { closeConsultation } from '../../src/app/consultations.ts'
import { importOutcome } from '../../src/app/outcome-import.ts'
import { publishOutcome } from '../../src/app/outcomes.ts'
import { openHouse, type House } from '../support/house.ts'
import { answered, moveMeasure, outcomeFile, points } from '../support/outcome.ts'
import { inDiscord } from '../support/people/discord.ts'
import type { Person } from '../support/people/person.ts'
import { inTelegram, settled } from '../support/people/telegram.ts'
import { answersOfTheWalk, expectNoComplaint, walked } from '../support/people/walk.ts'
import { inBrowser } from '../support/people/web.ts'
import { eventually } from '../support/process.ts'
import { visitor } from '../web/visitor.ts'

let house: House
let discord: Person
let telegram: Person
let telegramUser: ReturnType<House['telegram']['user']>
let page: Person
const db = () => house.context.store.db

beforeAll(async () => {
  house = await openHouse({ telegram: 'polling', isOnDiscord: true })
  discord = inDiscord(house, house.discord.member({ locale: 'en-GB' }), 'server')
  telegramUser = house.telegram.user({ languageCode: 'en' })
  telegram = inTelegram(house, telegramUser)
})

describe('one consultation in three channels', () => {
  test('begun in a Discord server, where nobody else sees the code', async () => {
    await discord.opens(walked)
    for (const label of ['18–26', 'I understand, start', 'on foot']) await discord.taps(label)
    const posted = house.discord.channel.messages().length
    expect(await codeFrom(discord)).toMatch(/^[\dA-Z]{4}-/)
    expect(house.discord.channel.messages()).toHaveLength(posted)
    await discord.taps('Back')
    expect(discord.heard()).toContain('2 of 6')
  })

  test('goes on in Telegram at the very question, after a code', async () => {
    await telegram.commands('code', await codeFrom(discord))
    expect(telegram.heard()).toContain('Linked! We know you in both places now')
    expect(telegram.heard()).toContain('Welcome back! 5 questions to go.')
    await telegram.selects(['fast cars', 'it is dark'])
    await telegram.taps('2')
    expect(telegram.heard()).toContain('4 of 6')
  })

  test('is finished in the web chat, opened by the same kind of code', async () => {
    const browser = visitor(house.url, 'en')
    await browser.get('/chat')
    await browser.submit('/join', { id: randomUUID(), text: await codeFrom(telegram) })
    page = await inBrowser(house, browser, await browser.get('/chat'))
    expect(page.heard()).toContain('4 of 6')
    await page.taps('in the morning')
    await page.types('Long Street, the crossing by the bridge')
    await page.taps('lights and crossings')
    await page.taps('16–18')
    await page.taps('Old Town')
    await page.taps('Yes, please')
    expect(page.heard()).toContain('Thank you! By 12 December')
  })

  test('leaves one response with every answer, one participation and one person, whichever channel asks', async () => {
    for (const { address } of [discord, telegram, page]) {
      const kept = await house.keptOf(address)
      expect(kept).toMatchObject({
        addresses: [{}, {}, {}],
        responses: [{ consultationId: walked, isFinished: true }],
        participations: [{ consultationId: walked, state: 'finished', wantsOutcome: true }],
      })
      const answers = kept!.responses[0]!.answers.toSorted((a, b) => a.question.localeCompare(b.question))
      expect(answers).toEqual(answersOfTheWalk)
    }
    expect(await counts()).toEqual({ people: 1, responses: 1, participations: 1 })
  })

  test('a button of a question that was answered elsewhere changes nothing, and shows where one is', async () => {
    await discord.forges!('start:safe-way-to-school')
    expect(discord.heard()).toContain('You have answered already')
    expect(await counts()).toEqual({ people: 1, responses: 1, participations: 1 })
  })
})

describe('every step of its outcome is told once', () => {
  beforeAll(async () => {
    house.city.putClock('2026-10-20T10:00:00Z')
    await closeConsultation(house.context, answered, 'test')
    await importOutcome(house.context, { source: outcomeFile(), actor: 'cli' })
    await publishOutcome(house.context, answered, 'cli')
  })

  test.each([
    ['published', async () => undefined],
    ['started', () => moveMeasure(house.context, points, { status: 'in_progress' })],
    ['done', () => moveMeasure(house.context, points, { status: 'done' })],
  ])('%s', async (step, move) => {
    await move()
    await Promise.all([tellOutcomes(house.context), tellOutcomes(house.context)])
    await eventually('nothing is left', async () => (await waiting()) === 0)
    const told = await db().delivery.findMany({ where: { about: { endsWith: `/${step}` } } })
    expect(told).toMatchObject([{ channel: 'discord', status: 'accepted' }])
  })
})

describe('in a group of Telegram', () => {
  test('a code is let lie, and none is given', async () => {
    const group = house.telegram.group()
    const [stranger, owner] = [house.telegram.user({ languageCode: 'en' }), telegramUser]
    const code = await codeFrom(telegram)
    for (const text of [`/code ${code}`, `/start i-${code}`, code]) await stranger.says(text, { in: group })
    await owner.says('/link', { in: group })
    await settled(house)
    expect(group.messages()).toEqual([])
    expect(await db().address.count()).toBe(3)
    expect(await db().invitation.count({ where: { kind: 'link', usedAt: null } })).toBe(1)
    await inTelegram(house, stranger).types(`/code ${code}`)
    expect(await db().address.count()).toBe(4)
  })
})

describe('one opt-out', () => {
  test('said in the web chat, holds in every channel', async () => {
    await page.types('/stop')
    expect(await db().person.findMany()).toMatchObject([{ stoppedAt: house.context.clock.now() }])
    expect(await db().consent.count({ where: { purpose: 'outcomes', withdrawnAt: null } })).toBe(0)
  })

  test('is kept by both when a channel is taken away, which goes on as somebody new', async () => {
    await telegram.commands('unlink')
    await telegram.taps('Take away: Discord')
    expect(telegram.heard()).toContain('Taken away: Discord')
    expect((await house.keptOf(telegram.address))?.responses).toHaveLength(1)
    const alone = await house.keptOf(discord.address)
    expect(alone).toMatchObject({ stoppedAt: house.context.clock.now(), participations: [], responses: [] })
    await discord.commands('start')
    expect(discord.heard()).toContain("This is the city's chat")
  })

  test('and erased in one channel, the whole person is erased', async () => {
    await page.types('/delete')
    await page.taps('Yes, erase everything')
    for (const { address } of [telegram, page]) expect(await house.keptOf(address)).toBeUndefined()
    expect(await house.keptOf(discord.address)).toBeDefined()
  })
})

test('nobody complained about anything in all of that', () => expectNoComplaint(house))

async function codeFrom(person: Person): Promise<string> {
  await person.commands('link')
  return /[\dA-Z]{4}(?:-[\dA-Z]{4}){2}/.exec(person.heard())![0]
}

async function counts() {
  return {
    people: await db().person.count(),
    responses: await db().response.count(),
    participations: await db().participation.count(),
  }
}

function waiting(): Promise<number> {
  return db().delivery.count({
    where: { about: { startsWith: 'outcome/' }, status: { in: ['waiting', 'held', 'sending'] } },
  })
}
