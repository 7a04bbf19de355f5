/** Who is reminded of what: the contact first, one message a day, and up the ladder while nobody answers. */
import { expect, test } from 'vitest'
import { deliver } from '../../jobs/deliver.ts'
import { remind } from '../../jobs/remind.ts'
import { openStore } from '../../src/store/store.ts'
import { afterwards } from '../support/afterwards.ts'
import { platform } from '../support/platform.ts'
import { eventually } from '../support/process.ts'
import { openProgramme, type Programme, type Told } from '../support/programme.ts'

/** Fourteen days before `december`, a Wednesday. */
const first = '2026-11-25 08:00'
const december = '2026-12-09'

test('everybody who speaks for the entity is told, and nobody else', async () => {
  const { person, due, tick, waiting } = await openProgramme()
  await person('ala', { speaks: ['parks contact'] })
  await person('ola', { speaks: ['parks contact'] })
  await person('second', { speaks: ['parks second'] })
  await person('ula', { speaks: ['roads contact'] })
  await due(december)
  await tick(first)
  expect(whoIsTold(await waiting())).toEqual(['ala', 'ola'])
})

test('somebody who speaks for two entities gets one message with everything', async () => {
  const { person, due, tick, waiting } = await openProgramme()
  await person('ala', { speaks: ['parks contact', 'roads contact'] })
  await due(december)
  await due('2026-12-08', { entityId: 'roads' })
  await tick(first)
  const [message, ...others] = await waiting()
  expect(others).toEqual([])
  expect(message).toMatchObject({ to: 'ala', about: 'digest/2026-11-25' })
  expect(message?.text).toContain('Krok 2026-12-08')
  expect(message?.text).toContain('Krok 2026-12-09')
})

test('before the window opens nothing is said, and nothing twice after it', async () => {
  const { person, due, tick, waiting } = await openProgramme()
  await person('ala', { speaks: ['parks contact'] })
  await due(december)
  await tick('2026-11-25 07:59')
  expect(await waiting()).toEqual([])
  for (const time of ['08:00', '08:01', '12:00', '15:59', '16:30']) await tick(`2026-11-25 ${time}`)
  expect(await waiting()).toHaveLength(1)
})

test('where an entity has no contact, the next in line hears of it, and why', async () => {
  const { person, due, tick, waiting } = await openProgramme()
  await person('second', { speaks: ['parks second'] })
  await person('superior', { speaks: ['parks superior'] })
  await due(december)
  await tick(first)
  expect(whoIsTold(await waiting())).toEqual(['second'])
  expect((await waiting())[0]?.text).toContain('bo w jednostce „Zieleń” nikt nie odbiera teraz przypomnień')
})

test('where nobody can be reached at all, it is tried every working day until somebody can', async () => {
  const { city, person, due, tick, waiting } = await openProgramme()
  const id = await due(december)
  for (const day of ['25', '26', '27']) await tick(`2026-11-${day} 08:00`)
  expect(await waiting()).toEqual([])
  await person('ala', { speaks: ['parks contact'] })
  await tick('2026-11-28 09:00')
  expect(await waiting()).toEqual([])
  await tick('2026-11-30 08:00')
  expect(whoIsTold(await waiting())).toEqual(['ala'])
  expect(await city.context.store.db.reminder.findMany()).toMatchObject([{ deadlineId: id, step: '-14' }])
})

test('who has stopped is not told; whoever is next is', async () => {
  const { person, due, tick, waiting } = await openProgramme()
  await person('ala', { speaks: ['parks contact'], isStopped: true })
  await person('second', { speaks: ['parks second'] })
  await due(december)
  await tick(first)
  expect(whoIsTold(await waiting())).toEqual(['second'])
})

test('quiet hours hold a message until they end', async () => {
  const { city, person, due, tick } = await openProgramme()
  await person('ala', { speaks: ['parks contact'], quiet: ['18:00', '09:00'] })
  await person('ola', { speaks: ['parks contact'] })
  await due(december)
  await tick(first)
  const telegram = sending({ city })
  await eventually('one is held', async () => (await count(city, 'held')) === 1)
  await eventually('the other arrives', () => telegram.arrivals.length === 1)
  expect(telegram.arrivals.map(({ to }) => to)).toEqual(['ola'])
  city.putClock('2026-11-25T08:00:00Z')
  await eventually('both arrive', () => telegram.arrivals.length === 2)
  expect(telegram.arrivals[1]?.to).toBe('ala')
})

test('without a digest everything goes by itself, whether the person or the policy wants it so', async () => {
  const { person, due, tick, waiting } = await openProgramme()
  await person('ala', { speaks: ['parks contact'], hasDigest: false })
  await person('ula', { speaks: ['roads contact'] })
  const alone = [await due(december), await due('2026-12-08')]
  await due('2026-12-02', { entityId: 'roads', policyId: 'meeting' })
  await tick(first)
  expect((await waiting()).map(({ to, about }) => `${to} ${about}`)).toEqual([
    `ala reminder/${alone[0]}/2026-12-09/-14`,
    `ala reminder/${alone[1]}/2026-12-08/-14`,
    expect.stringMatching(/^ula reminder\/\d+\/2026-12-02\/-7$/),
  ])
})

test('what comes up after the message of the day waits for tomorrow, and what is due within two days does not', async () => {
  const { person, due, tick, send, waiting } = await openProgramme()
  await person('ala', { speaks: ['parks contact'] })
  await due(december)
  await tick(first)
  await send()
  await due('2026-12-02')
  const urgent = await due('2026-11-26')
  await tick('2026-11-25 11:00')
  expect((await send()).map(({ about }) => about)).toEqual([`reminder/${urgent}/2026-11-26/-1`])
  await tick('2026-11-26 08:00')
  expect((await waiting()).map(({ about }) => about)).toEqual([
    'digest/2026-11-26',
    `reminder/${urgent}/2026-11-26/0`,
  ])
})

test('a message of yesterday that has not left goes into the one of today', async () => {
  const { person, due, tick, send, waiting } = await openProgramme()
  await person('ala', { speaks: ['parks contact'], quiet: ['07:00', '20:00'] })
  await tick('2026-11-24 07:00')
  await due('2026-12-08')
  await tick('2026-11-24 08:00')
  await due(december)
  await tick(first)
  expect((await waiting()).map(({ about }) => about)).toEqual(['digest/2026-11-25'])
  expect((await waiting())[0]?.text).toMatch(/Krok 2026-12-08[^]*Krok 2026-12-09/)
  await send()
  await tick('2026-11-26 08:00')
  expect(await waiting()).toEqual([])
})

test('nobody gets the message of yesterday and that of today on one day', async () => {
  const { person, due, tick, send, waiting } = await openProgramme()
  await person('ala', { speaks: ['parks contact'] })
  await due(december)
  await tick(first)
  // an outage of the platform ends in the night
  await tick('2026-11-26 01:00')
  await send()
  await due('2026-12-10')
  await tick('2026-11-26 08:00')
  expect(await waiting()).toEqual([])
  await tick('2026-11-27 08:00')
  expect((await waiting()).map(({ about }) => about)).toEqual(['digest/2026-11-27'])
})

test('while nobody answers it goes up the ladder, and everybody hears who was asked before', async () => {
  const { person, due, tick, send } = await openProgramme()
  await person('contact', { speaks: ['parks contact'] })
  await person('second', { speaks: ['parks second'] })
  await person('superior', { speaks: ['parks superior'] })
  await person('coordinator', { staff: 'coordinator' })
  await person('head', { speaks: ['office superior'] })
  await due(december)
  const told: Record<string, string> = {}
  for (const day of days('2026-12-09', '2027-01-08')) {
    await tick(`${day} 08:00`)
    for (const { to, text } of await send()) if (to !== 'contact') told[`${to} ${day}`] = text
  }
  expect(Object.keys(told)).toEqual([
    'second 2026-12-11',
    'superior 2026-12-15',
    'coordinator 2026-12-18',
    'head 2026-12-31',
  ])
  expect(told['second 2026-12-11']).toMatch(/Zapytano już: kontakt jednostki – 2 razy/)
  expect(told['head 2026-12-31']).toMatch(
    /kontakt jednostki[^]*drugi kontakt[^]*osoba przełożona[^]*koordynacja programu/,
  )
})

test('after an outage of two months only the newest step goes out, and no ladder without a question', async () => {
  const { person, due, tick, waiting } = await openProgramme()
  await person('ala', { speaks: ['parks contact'] })
  await person('second', { speaks: ['parks second'] })
  await due(december)
  await tick('2027-02-10 10:00')
  expect((await waiting()).map(({ to, about }) => [to, about])).toEqual([['ala', 'digest/2027-02-10']])
  await tick('2027-02-12 10:00')
  expect(whoIsTold(await waiting())).toEqual(['ala', 'second'])
})

test('two ticks at the same moment in two processes say nothing twice and leave nothing out', async () => {
  const programme = await openProgramme()
  const { city, person, due, tick, waiting } = programme
  await person('ala', { speaks: ['parks contact', 'roads contact'] })
  await person('ola', { speaks: ['parks contact'], hasDigest: false })
  for (let day = 1; day <= 9; day += 1)
    await due(`2026-12-0${day}`, { entityId: day % 2 ? 'parks' : 'roads' })
  const other = openStore(city.databaseUrl, city.context.store.keyring, { connections: 3 })
  afterwards(() => other.close())
  city.putClock('2026-11-25T07:00:00Z')
  await Promise.all(
    [1, 2, 3].flatMap(() => [remind(city.context), remind({ ...city.context, store: other })]),
  )
  await tick('2026-11-25 08:01')
  const told = await waiting()
  const [digest, ...others] = told.filter(({ to }) => to === 'ala')
  expect(others).toEqual([])
  const ids = await city.context.store.db.reminder.findMany({ where: { about: 'digest/2026-11-25' } })
  expect(ids).toHaveLength(9)
  expect(digest?.text).toContain('9 spraw')
  expect(told.filter(({ to }) => to === 'ola')).toHaveLength(5)
})

function whoIsTold(told: readonly Told[]): readonly string[] {
  return [...new Set(told.map(({ to }) => to))]
}

function sending({ city }: Pick<Programme, 'city'>) {
  const telegram = platform()
  const ending = new AbortController()
  const done = deliver(city.context, { channel: telegram.channel, signal: ending.signal })
  afterwards(async () => {
    ending.abort()
    await done
  })
  return telegram
}

function count({ context }: Programme['city'], status: string): Promise<number> {
  return context.store.db.delivery.count({ where: { status } })
}

function days(from: string, to: string): readonly string[] {
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return Array.from({ length }, (_, n) =>
    new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10),
  )
}
