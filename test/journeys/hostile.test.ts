/** A thousand things nobody means well with, through every channel and in every state of a conversation. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleDay } from '../support/city.ts'
import type { House } from '../support/house.ts'
import { onDiscord } from '../support/people/discord.ts'
import { mostChars, openEverything } from '../support/people/everything.ts'
import { hostileButton, hostileText } from '../support/people/hostility.ts'
import { intruderAtTerminal, intruderInDiscord, intruderInTelegram, intruderOnWeb, type Intruder } from '../support/people/intruder.ts'
import { bookmark, remembered } from '../support/people/memory.ts'
import type { Way } from '../support/people/person.ts'
import { bring, states } from '../support/people/states.ts'
import { onTelegram } from '../support/people/telegram.ts'
import { onTerminal } from '../support/people/terminal.ts'
import { onWeb } from '../support/people/web.ts'

const names = Object.keys(states)
const rounds = Math.ceil(1_000 / names.length)

type Act = { readonly is: 'text' | 'button'; readonly what: string } | { readonly is: 'oddity'; readonly which: number }

interface Target extends Intruder {
  readonly state: string
  /** Whether a button would do something here that its owner may do. */
  readonly isTheirs: (id: string) => boolean
}

describe.each([
  { channel: 'Telegram, by polling', open: () => onTelegram('polling'), comes: ({ house }: Way) => intruderInTelegram(house) },
  { channel: 'Telegram, by webhook', open: () => onTelegram('webhook'), comes: ({ house }: Way) => intruderInTelegram(house) },
  { channel: 'Discord, in a server', open: () => onDiscord('server'), comes: ({ house }: Way) => intruderInDiscord(house, 'server') },
  { channel: 'Discord, in direct messages', open: () => onDiscord('dm'), comes: ({ house }: Way) => intruderInDiscord(house, 'dm') },
  { channel: 'the web chat', open: onWeb, comes: ({ house }: Way) => intruderOnWeb(house) },
  { channel: 'a terminal', open: onTerminal, comes: async (way: Way) => intruderAtTerminal(await way.person()) },
])('$channel', ({ open, comes }) => {
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

  test('a thousand hostile acts crash nothing, are answered kindly, and nothing is kept that was not asked for', { timeout: 120_000 }, async () => {
    const { house } = way
    const { store } = house.context
    const goBack = await bookmark(store)
    const kept: string[] = []
    let round = 0
    const property = fc.asyncProperty(fc.array(anyAct(tag), { minLength: names.length, maxLength: names.length }), async (acts) => {
      const before = await remembered(store)
      house.city.putClock(new Date(Date.parse(sampleDay) + (round += 1) * 2_000))
      const heard = await Promise.all(targets.map((target, index) => meet(target, acts[index]!)))
      for (const [index, words] of heard.entries()) expectKind(words, `${targets[index]!.state}: ${JSON.stringify(acts[index])}`)
      expect(await remembered(store)).toEqual(before)
      kept.push(...(await expectOnlyTheirWords(house, targets, acts)))
      expect([...house.complaints, ...house.violations()]).toEqual([])
    })
    await fc.assert(property.afterEach(goBack), { numRuns: rounds })
    expect(kept.length).toBeGreaterThan(0)
    expect(await store.db.inbox.count()).toBe(0)
  })

  test('whoever means well is served as before', async () => {
    const person = await way.person()
    await person.opens('safe-way-to-school')
    for (const label of ['18–26', 'I understand, start', 'on foot']) await person.taps(label)
    expect(person.heard()).toContain('What bothers you most')
  })
})

function anyAct(tag: string): fc.Arbitrary<Act> {
  return fc.oneof(
    { weight: 5, arbitrary: hostileText.map((what) => ({ is: 'text' as const, what })) },
    { weight: 4, arbitrary: hostileButton(tag, 'c0ffee').map((what) => ({ is: 'button' as const, what })) },
    { weight: 1, arbitrary: fc.nat({ max: 99 }).map((which) => ({ is: 'oddity' as const, which })) },
  )
}

/** Lets somebody do it, and resolves with the words they were answered with. */
async function meet({ person, writes, taps, oddities, isTheirs }: Target, act: Act): Promise<string> {
  if (act.is === 'oddity') return oddities[act.which % oddities.length]!()
  if (act.is === 'text') await writes(act.what)
  else await taps(isTheirs(act.what) ? 'nonsense' : act.what)
  return person.heard()
}

/** A reply has words in it, and none of a program's own. */
function expectKind(words: string, about: string): void {
  expect(words, about).toMatch(/\p{L}{3}/u)
  expect(words, about).not.toMatch(/undefined|\[object|NaN|\{ ?\$|\bError\b|<script|stack/)
}

/** Only who was asked for a free text has one kept, the one they wrote, and no longer than it may be. */
async function expectOnlyTheirWords({ keptOf }: House, targets: readonly Target[], acts: readonly Act[]): Promise<string[]> {
  const kept: string[] = []
  for (const [index, { person, state }] of targets.entries()) {
    const all = (await keptOf(person.address))?.responses.flatMap(({ answers }) => answers) ?? []
    const texts = all.flatMap(({ answer }) => (answer && typeof answer === 'object' && 'text' in answer ? [String(answer.text)] : []))
    expect(texts.length, state).toBeLessThanOrEqual(state === 'at a free text' ? 1 : 0)
    for (const text of texts) {
      const act = acts[index]!
      expect(visible(text)).toBe(visible(act.is === 'oddity' ? '' : act.what))
      expect([...text].length).toBeLessThanOrEqual(mostChars)
      kept.push(text)
    }
  }
  return kept
}

/** Without what no person sees and no database likes. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\ufffd]/gu, '').replaceAll(/\s+/g, ' ').trim()
}
