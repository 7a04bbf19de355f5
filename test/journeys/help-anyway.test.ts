/** PostgreSQL is really stopped: whoever asks for help gets the helplines, in every channel, and everything goes on when it is back. */
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLocal } from '../../src/store/local.ts'
import { migrate } from '../../src/store/migrate.ts'
import { stopPostmaster } from '../../src/store/postmaster.ts'
import { openHouse, type House } from '../support/house.ts'
import { quickestPlace } from '../support/place.ts'
import { eventually } from '../support/process.ts'
import { visitor } from '../web/visitor.ts'

const scratch = await mkdtemp(path.join(await quickestPlace(), 'hejnal-help-'))
const directory = path.join(scratch, 'postgres')
const data = path.join(directory, 'data')
let house: House
let url: string

beforeAll(async () => {
  url = (await startLocal({ directory })).url
  await migrate(url)
  house = await openHouse({ telegram: 'polling', isOnDiscord: true, databaseUrl: url })
}, 120_000)
afterAll(async () => {
  await house?.close()
  await stopPostmaster(data)
  await rm(scratch, { recursive: true, force: true })
})

const helpline = '116 111'
/** Only the city's own file names this one. */
const ofTheCity = '12 421 92 82'

test(
  'with the database stopped, the help button and the safe words still answer',
  { timeout: 180_000 },
  async () => {
    const ala = house.telegram.user({ languageCode: 'uk' })
    await ala.says('/start')
    await ala.sees('Привіт!')
    const olek = house.discord.member({ locale: 'en-GB' })
    await olek.runs('/start')
    await olek.sees('Hi! This is the city')
    const browser = visitor(house.url, 'en')
    await browser.get('/chat')

    await stopPostmaster(data)

    await ala.says('ДОПОМОГА')
    await ala.sees(ofTheCity)
    await ala.taps('Мені потрібна допомога')
    await eventually('the button answers too', () => cards(ala.messages().map(({ text }) => text)) === 2)
    await olek.taps('I need help')
    await olek.sees(ofTheCity)
    await olek.runs('/help')
    await eventually('the command answers too', () => cards(olek.shown().map(({ text }) => text())) >= 2)
    const page = await browser.submit('/chat', { id: crypto.randomUUID(), text: 'pomoc' })
    expect(page.words).toContain(ofTheCity)
    const again = await browser.submit('/chat', { id: crypto.randomUUID(), choice: 'help' })
    expect(again.words).toContain(helpline)

    await startLocal({ directory, port: Number(new URL(url).port) })
    await ala.says('/start c-safe-way-to-school')
    await ala.sees('Скільки тобі років?')
    // nobody who was helped is helped once more out of the inbox
    expect(cards(ala.messages().map(({ text }) => text))).toBe(2)
  },
)

function cards(texts: readonly string[]): number {
  return texts.filter((text) => text.includes(helpline)).length
}
