/** A consultation closed with three themes, decided, and one measure done: who hears of it, in Telegram, Discord and the web chat. */
import { beforeAll, describe, expect, test } from 'vitest'
import { tellOutcomes } from '../../jobs/tell-outcomes.ts'
import { closeConsultation } from '../../src/app/consultations.ts'
import { importOutcome } from '../../src/app/outcome-import.ts'
import { publishOutcome } from '../../src/app/outcomes.ts'
import { openHouse, type House } from '../support/house.ts'
import { answered, moveMeasure, outcomeFile, points } from '../support/outcome.ts'
import { inDiscord } from '../support/people/discord.ts'
import type { Person } from '../support/people/person.ts'
import { inTelegram } from '../support/people/telegram.ts'
import { expectNoComplaint, walk } from '../support/people/walk.ts'
import { inBrowser } from '../support/people/web.ts'
import { eventually } from '../support/process.ts'
import { visitor } from '../web/visitor.ts'

const measure = '"Safe contact points in libraries and culture centres"'
const news = {
  published: 'The city has answered the consultation "A safe way to school".',
  started: `It has started: ${measure}.`,
  done: `Done: ${measure}.`,
}
type Step = keyof typeof news

let house: House
let told: Readonly<Record<string, Person>>
let untold: Readonly<Record<string, Person>>

beforeAll(async () => {
  house = await openHouse({ telegram: 'polling', isOnDiscord: true })
  told = { Telegram: onTelegram().person, Discord: onDiscord(), 'the web chat': await onPage() }
  for (const person of Object.values(told)) await takePart(person)
  untold = await others()
  house.city.putClock('2026-10-20T10:00:00Z')
  await closeConsultation(house.context, answered, 'test')
  await importOutcome(house.context, { source: outcomeFile(), actor: 'cli' })
  await publishOutcome(house.context, answered, 'cli')
})

describe('each of those who wanted to know hears of every step exactly once', () => {
  test.each<[Step, () => Promise<void>]>([
    ['published', async () => undefined],
    ['started', () => moveMeasure(house.context, points, { status: 'in_progress' })],
    ['done', () => moveMeasure(house.context, points, { status: 'done' })],
  ])('%s', async (step, move) => {
    await move()
    await Promise.all([tellOutcomes(house.context), tellOutcomes(house.context)])
    await eventually('everybody is told', () => heardBy(told, step).every((count) => count > 0))
    await tellOutcomes(house.context)
    await eventually('nothing is left', async () => (await waiting()) === 0)
    expect(heardBy(told, step)).toEqual([1, 1, 1])
    expect(heardBy(untold, step)).toEqual(Object.keys(untold).map(() => 0))
    expect(house.violations()).toEqual([])
  })
})

describe.each(['Telegram', 'Discord', 'the web chat'])('in %s', (channel) => {
  test('the button leads to what the city decided and why, and /outcomes to the same', async () => {
    const person = told[channel]!
    await person.taps('See what and why')
    const detail = [
      'Young people say: Too many cars.',
      'The city: yes. Six streets in front of schools stay without cars.',
      `In the city's plan this is ${measure} (done).`,
      'The city: not now. There are not enough drivers.',
    ]
    for (const words of detail) expect(person.heard()).toContain(words)
    await person.commands('outcomes')
    for (const words of detail) expect(person.heard()).toContain(words)
    expectNoComplaint(house)
  })
})

test('somebody who never took part can ask as well', async () => {
  const { person } = onTelegram()
  await person.types('/start')
  await person.taps('What happened with my voice')
  expect(person.heard()).toContain('The city: partly.')
})

/** Those who are not to hear of it. */
async function others(): Promise<Record<string, Person>> {
  const [stranger, stopped, blocking] = [onTelegram().person, onTelegram().person, onTelegram()]
  const [declining, erased, withdrawn] = [await onPage(), await onPage(), await onPage()]
  await stranger.types('/start')
  for (const person of [stopped, blocking.person, erased, withdrawn]) await takePart(person)
  await stopped.types('/stop')
  await blocking.user.blocks()
  await declining.opens(answered)
  for (const label of ['16–17', 'I understand, start']) await declining.taps(label)
  while (!declining.labels().includes('No, thanks')) await declining.taps('Skip')
  await declining.taps('No, thanks')
  await erased.types('/delete')
  await erased.taps('Yes, erase everything')
  await withdrawn.types('/delete')
  await withdrawn.taps('Only my answers to “A safe way to school”')
  await withdrawn.taps('Yes, erase these answers')
  return { stranger, stopped, blocking: blocking.person, declining, erased, withdrawn }
}

async function takePart(person: Person): Promise<void> {
  await person.opens(answered)
  await walk(person, '18–26')
}

function heardBy(people: typeof told, step: Step): readonly number[] {
  return Object.values(people).map((person) => person.heard().split(news[step]).length - 1)
}

async function waiting(): Promise<number> {
  return house.context.store.db.delivery.count({
    where: { about: { startsWith: 'outcome/' }, status: { in: ['waiting', 'held', 'sending'] } },
  })
}

function onTelegram() {
  const user = house.telegram.user({ languageCode: 'en' })
  return { user, person: inTelegram(house, user) }
}

function onDiscord(): Person {
  return inDiscord(house, house.discord.member({ locale: 'en-GB' }), 'dm')
}

async function onPage(): Promise<Person> {
  const browser = visitor(house.url, 'en')
  return inBrowser(house, browser, await browser.get('/chat'))
}
