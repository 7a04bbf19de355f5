/** The sample consultation answered on the city's own pages, over HTTP without scripts: by a link, and with a class code. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createClassCode } from '../../src/app/class-codes.ts'
import { openHouse, type House } from '../support/house.ts'
import { census } from '../support/people/census.ts'
import { inBrowser } from '../support/people/web.ts'
import { expectNoComplaint, expectWalked, walk, walked } from '../support/people/walk.ts'
import { visitor, type Visitor } from '../web/visitor.ts'

let house: House
beforeAll(async () => void (house = await openHouse()))

const codeFor = (seats: number, hours = 2) =>
  createClassCode(house.context, { consultationId: walked, seats, hours, actor: 'test' })
/** Types a class code and reads the page it leads to. */
const enters = async (browser: Visitor, code: string) =>
  inBrowser(house, browser, await browser.submit('/class', { id: randomUUID(), text: code }))
/** The page that says kindly that a code opens nothing. */
const refused = async (code: string) => {
  const { status, words } = await visitor(house.url, 'en').submit('/class', { id: randomUUID(), text: code })
  expect(status).toBe(422)
  return words
}

test('a link leads straight into the consultation, from the age of ten, and one response holds what was answered', async () => {
  const browser = visitor(house.url, 'en')
  const person = await inBrowser(house, browser, await browser.get('/chat'))
  await person.opens(walked)
  await walk(person, 'under 13')
  await expectWalked(house, person, 'b10_12')
  expect(await house.context.store.db.response.count()).toBe(1)
})

test('who comes back to the page finds the question that stands, and answers it', async () => {
  const browser = visitor(house.url, 'en')
  const person = await inBrowser(house, browser, await browser.get('/chat'))
  await person.opens(walked)
  for (const label of ['13–15', 'I understand, start', 'by bus or tram']) await person.taps(label)
  const later = await inBrowser(house, browser, await browser.get('/chat'))
  expect(later.heard()).toContain('What should improve on buses and trams?')
  await later.selects(['delays'])
  expect(later.heard()).toContain('How safe do you feel')
})

test('with a class code every child at one shared computer is a new person', async () => {
  const { code } = await codeFor(3)
  const browser = visitor(house.url, 'en')
  const before = await house.context.store.db.response.count()
  const children = []
  for (const typed of [code, code.toLowerCase().replaceAll('-', ' '), ` ${code} `]) {
    const child = await enters(browser, typed)
    expect(child.heard()).toContain('How old are you?')
    await walk(child, 'under 13')
    await expectWalked(house, child, 'b10_12')
    children.push(child.address.value)
  }
  expect(new Set(children).size).toBe(3)
  expect(await house.context.store.db.response.count()).toBe(before + 3)
})

test('a code that is written into the chat opens the consultation too', async () => {
  const { code } = await codeFor(9)
  for (const typed of [code, `/code ${code}`]) {
    const browser = visitor(house.url, 'en')
    const person = await inBrowser(house, browser, await browser.get('/chat'))
    await person.types(typed)
    expect(person.heard()).toContain('How old are you?')
  }
})

test('the same form sent twice takes one seat', async () => {
  const { code } = await codeFor(1)
  const form = { id: randomUUID(), text: code }
  const browser = visitor(house.url, 'en')
  await browser.submit('/class', form)
  const { words } = await browser.submit('/class', form)
  expect(words).toContain('How old are you?')
  expect(await refused(code)).toContain('its seats are taken')
})

test('when the seats have run out the next child reads a kind word, and is nobody', async () => {
  const { code } = await codeFor(2)
  const arriving = await Promise.all(Array.from({ length: 5 }, () => enters(visitor(house.url, 'en'), code)))
  const [inside, outside] = [
    arriving.filter((one) => one.heard().includes('How old')),
    arriving.filter((one) => !one.heard().includes('How old')),
  ]
  expect([inside.length, outside.length]).toEqual([2, 3])
  for (const child of outside) {
    expect(child.heard()).toMatch(/This code does not work. (Maybe|Check)/)
    expect(await house.keptOf(child.address)).toBeUndefined()
  }
  expect(await refused(code)).toContain('Ask your teacher for a new one')
  expect(
    await house.context.store.db.classCode.findMany({ where: { seats: 2 }, select: { used: true } }),
  ).toEqual([{ used: 2 }])
})

test('a code that is over opens nothing, and whoever began before goes on', async () => {
  const { code } = await codeFor(5, 1)
  const child = await enters(visitor(house.url, 'en'), code)
  await child.taps('under 13')
  house.city.putClock('2026-09-25T11:00:01Z')
  expect(await refused(code)).toContain('Ask your teacher for a new one')
  await child.taps('I understand, start')
  expect(child.heard()).toContain('How do you usually get to school?')
})

test('somebody who does not agree leaves no trace', async () => {
  const before = await census(house)
  const browser = visitor(house.url, 'en')
  const person = await inBrowser(house, browser, await browser.get('/chat'))
  await person.opens(walked)
  await person.taps('13–15')
  await person.taps('Not now')
  expect(person.heard()).toContain('Nothing was kept')
  expect(await census(house)).toEqual(before)
})

test('nobody complained about anything in all of that', () => expectNoComplaint(house))
