/** Hundreds of things nobody means well with, through every channel and in every state of a conversation. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildCity, sampleDay } from '../support/city.ts'
import { hookSecret, openHouse } from '../support/house.ts'
import { onDiscord } from '../support/people/discord.ts'
import { everything, mostChars, openEverything } from '../support/people/everything.ts'
import { hostileButton, hostileText } from '../support/people/hostility.ts'
import {
  intruderAtTerminal,
  intruderInDiscord,
  intruderInTelegram,
  intruderOnWeb,
  type Intruder,
} from '../support/people/intruder.ts'
import { bookmark, remembered, writtenWords } from '../support/people/memory.ts'
import type { Way } from '../support/people/person.ts'
import { bring, states } from '../support/people/states.ts'
import { onTelegram, settled } from '../support/people/telegram.ts'
import { onTerminal } from '../support/people/terminal.ts'
import { onWeb } from '../support/people/web.ts'
import { begin, talk, words } from '../support/talk.ts'

const names = Object.keys(states)
const rounds = Math.ceil(400 / names.length)

type Act =
  | { readonly is: 'text' | 'button'; readonly what: string }
  | { readonly is: 'oddity'; readonly which: number }

interface Target extends Intruder {
  readonly state: string
  /** Whether a button would do something here that its owner may do. */
  readonly isTheirs: (id: string) => boolean
}

describe.each([
  ['Telegram, by polling', () => onTelegram('polling'), ({ house }: Way) => intruderInTelegram(house)],
  ['Telegram, by webhook', () => onTelegram('webhook'), ({ house }: Way) => intruderInTelegram(house)],
  ['Discord, in a server', () => onDiscord('server'), ({ house }: Way) => intruderInDiscord(house, 'server')],
  ['Discord, in direct messages', () => onDiscord('dm'), ({ house }: Way) => intruderInDiscord(house, 'dm')],
  ['the web chat', onWeb, ({ house }: Way) => intruderOnWeb(house)],
  ['a terminal', onTerminal, async (way: Way) => intruderAtTerminal(await way.person())],
] as const)('%s', (_, open, comes) => {
  let way: Way
  let tag: string
  let targets: readonly Target[]
  beforeAll(async () => {
    way = await open()
    tag = await openEverything(way.house)
    targets = await Promise.all(
      names.map(async (state) => {
        const intruder = await comes(way)
        return { ...intruder, state, isTheirs: await bring(way.house, intruder.person.address, state) }
      }),
    )
  })

  test(
    'hundreds of hostile acts crash nothing, are answered kindly, and nothing is kept that was not asked for',
    { timeout: 120_000 },
    async () => {
      const { house } = way
      const { store } = house.context
      const goBack = await bookmark(store)
      const before = await remembered(store)
      const kept: string[] = []
      let round = 0
      const property = fc.asyncProperty(
        fc.array(anyAct(tag), { minLength: names.length, maxLength: names.length }),
        async (drawn) => {
          const acts = drawn.map((act, index) =>
            act.is === 'button' && targets[index]!.isTheirs(act.what) ? { ...act, what: 'nonsense' } : act,
          )
          house.city.putClock(new Date(Date.parse(sampleDay) + (round += 1) * 2_000))
          const heard = await Promise.all(targets.map((target, index) => meet(target, acts[index]!)))
          for (const [index, reply] of heard.entries())
            expectKind(reply, `${targets[index]!.state}: ${JSON.stringify(acts[index])}`)
          expect(await remembered(store)).toEqual(before)
          const texts = await writtenWords(store)
          expectTheirs(texts, acts[names.indexOf('at a free text')]!)
          kept.push(...texts)
          expect([...house.complaints, ...house.violations()]).toEqual([])
        },
      )
      await fc.assert(property, { numRuns: rounds, endOnFailure: true, plugins: [fc.afterEach(goBack)] })
      expect(kept.length).toBeGreaterThan(0)
      expect(await store.db.inbox.count()).toBe(0)
    },
  )

  test('whoever means well is served as before', async () => {
    const person = await way.person()
    await person.opens('safe-way-to-school')
    for (const label of ['18–26', 'I understand, start', 'on foot']) await person.taps(label)
    expect(person.heard()).toContain('What bothers you most')
  })
})

test('a webhook takes whatever comes in the name of Telegram, and goes on', async () => {
  const house = await openHouse({ telegram: 'webhook' })
  const headers = { 'x-telegram-bot-api-secret-token': hookSecret }
  const post = (body: string) => fetch(`${house.url}/telegram/webhook`, { method: 'POST', headers, body })
  const person = fc.record({ id: fc.oneof(fc.integer(), fc.jsonValue()), is_bot: fc.constant(false) })
  const chat = fc.record({ id: fc.integer(), type: fc.constantFrom('private', 'group', 'channel') })
  const message = fc.record({ from: person, chat, text: fc.oneof(fc.string(), fc.jsonValue()) })
  const update = fc.record({
    update_id: fc.nat(),
    message: fc.oneof(message, fc.jsonValue()),
    callback_query: fc.option(fc.jsonValue(), { nil: undefined }),
  })
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    update.map((value) => JSON.stringify(value)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 10, maxLength: 10 }), async (bodies) => {
      const answers = await Promise.all(bodies.map(post))
      for (const { status } of answers) expect([200, 400]).toContain(status)
    }),
    { numRuns: 30 },
  )
  const user = house.telegram.user({ languageCode: 'en' })
  await user.says('/start')
  await user.sees('Hi! This is the city')
  await settled(house)
})

test('a selection out of an earlier question is no answer to the one that stands, although its options have the same names', async () => {
  const city = await buildCity()
  const tag = await openEverything(city)
  const person = talk(city.context)
  await begin(person, everything)
  for (const step of [':skip', ':skip']) await person.taps(step)
  const before = await remembered(city.context.store)
  expect(words(await person.does({ choices: [`a:${tag}:some:bread`] }))).toContain(
    'This button is from an earlier message',
  )
  expect(words(await person.does({ choices: ['bread'] }))).toContain('This button is from an earlier message')
  expect(await remembered(city.context.store)).toEqual(before)
  expect(words(await person.does({ choices: [`a:${tag}:others:bread`] }))).toContain('question words')
})

function anyAct(tag: string): fc.Arbitrary<Act> {
  return fc.oneof(
    { weight: 5, arbitrary: hostileText.map((what) => ({ is: 'text' as const, what })) },
    { weight: 4, arbitrary: hostileButton(tag, 'c0ffee').map((what) => ({ is: 'button' as const, what })) },
    { weight: 1, arbitrary: fc.nat({ max: 99 }).map((which) => ({ is: 'oddity' as const, which })) },
  )
}

/** Lets somebody do it, and resolves with the words they were answered with. */
async function meet({ person, writes, taps, oddities }: Target, act: Act): Promise<string> {
  if (act.is === 'oddity') return oddities[act.which % oddities.length]!()
  if (act.is === 'text') await writes(act.what)
  else await taps(act.what)
  return person.heard()
}

/** A reply has words in it, and none of a program's own. */
function expectKind(reply: string, about: string): void {
  expect(reply, about).toMatch(/\p{L}{3}/u)
  expect(reply, about).not.toMatch(/undefined|\[object|NaN|\{ ?\$|\bError\b|<script|stack/)
}

/** Only who was asked for a free text has one kept: what they wrote, or the beginning of it that got through. */
function expectTheirs(texts: readonly string[], act: Act): void {
  expect(texts.length).toBeLessThanOrEqual(1)
  for (const text of texts) {
    expect(text).not.toBe('')
    expect([...text].length).toBeLessThanOrEqual(mostChars)
    if (act.is !== 'oddity') expect(visible(act.what).startsWith(visible(text)), text).toBe(true)
  }
}

/** Without what no person sees and no database likes. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\ufffd\s]/gu, '')
}
