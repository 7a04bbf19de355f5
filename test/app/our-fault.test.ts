/** When a turn fails: it is taken again, and in the end the person is told, truthfully and in their language. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { converse } from '../../src/app/converse.ts'
import { orOurFault } from '../../src/app/our-fault.ts'
import type { Receive } from '../../src/channels/channel.ts'
import type { Received } from '../../src/channels/file.ts'
import type { Log } from '../../src/runtime/log.ts'
import { buildCity } from '../support/city.ts'
import { stage } from '../support/discord/stage.ts'
import { begin, talk, words } from '../support/talk.ts'
import { startBot } from '../support/telegram/bot.ts'

const { context } = await buildCity()
const again = 'Something went wrong on our side. Please send it again in a moment.'
const saved = 'Something went wrong on our side. Your answer is saved. Try again in a moment.'
const broken: Receive = async ({ text }) => {
  throw new Error(`cannot store ${text}`)
}
const pause = () => Promise.resolve()
const message = (more: Partial<Received> = {}): Received => ({
  id: crypto.randomUUID(),
  from: { channel: 'telegram', value: crypto.randomUUID() },
  at: context.clock.now(),
  text: 'sekret',
  locale: 'en',
  ...more,
})

test('a message that fails is tried again until it is answered', async () => {
  let failures = 0
  const waits: number[] = []
  const receive = orOurFault(
    context,
    (incoming) => ((failures += 1) < 4 ? broken(incoming) : converse(context, incoming)),
    { pause: async (ms) => waits.push(ms) },
  )
  expect(words(await receive(message({ text: 'hello' })))).toContain('Hi! This is the city')
  expect(waits).toEqual([250, 500, 1000])
})

test('one that fails again and again is answered once, with what to do and the help button', async () => {
  const replies = await orOurFault(context, broken, { pause })(message())
  expect(replies).toMatchObject([
    { text: again, lang: 'en', choices: [{ id: 'help', label: 'I need help' }] },
  ])
})

test('the log says where it failed and nothing of what was written or by whom', async () => {
  const lines: string[] = []
  const write = (facts: object, what: string) => void lines.push(JSON.stringify({ ...facts, what }))
  const log: Log = { debug: write, info: write, warn: write, error: write }
  const incoming = message()
  await orOurFault({ ...context, log }, broken, { pause })(incoming)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('a message could not be answered')
  expect(lines[0]).not.toMatch(new RegExp(`sekret|${incoming.from.value}`))
})

describe('the language', () => {
  test('is that of the conversation, whatever the platform says', async () => {
    const person = talk(context, { locale: 'uk' })
    await person.types('/start')
    const [reply] = await orOurFault(context, broken, { pause })(message({ from: person.from }))
    expect(reply).toMatchObject({ lang: 'uk', text: expect.stringContaining('на нашому боці') })
  })

  test('is that of the platform, even while the database is away', async () => {
    const store: Context['store'] = {
      ...context.store,
      batched: () => Promise.reject(new Error('The database is away.')),
    }
    const away = { ...context, store }
    const receive = orOurFault(away, (incoming) => converse(away, incoming), { pause })
    expect(words(await receive(message({ locale: 'en-GB' })))).toBe(again)
  })
})

test('an answer is called saved when it is', async () => {
  const person = talk(context)
  await begin(person, 'free-time-and-sport')
  const before = await context.store.db.answer.count()
  const afterAll: Receive = async (incoming) => {
    await converse(context, incoming)
    throw new Error('the words are missing')
  }
  const tap = message({ from: person.from, choice: person.find(':few').id })
  expect(words(await orOurFault(context, afterAll, { pause })(tap))).toBe(saved)
  expect(await context.store.db.answer.count()).toBe(before + 1)
})

test('where others read along nothing is said', async () => {
  const place = { channel: 'telegram', value: '-100' } as const
  expect(await orOurFault(context, broken, { pause })(message({ place }))).toEqual([])
})

test('a message that is cut short by closing is left to whoever keeps it', async () => {
  const closing = new AbortController()
  const answer = orOurFault(context, broken, { closing: closing.signal })(message())
  closing.abort()
  await expect(answer).rejects.toThrow('aborted')
})

describe('somebody who writes', () => {
  test('in Telegram sees it, once, and their update is settled', async () => {
    const { server, inbox, logged, settle } = await startBot(orOurFault(context, broken, { pause }))
    const ala = server.user({ languageCode: 'en' })
    await ala.says('sekret')
    await ala.sees(again)
    await settle()
    expect(ala.messages().map(({ text }) => text)).toEqual([again])
    expect(ala.screen().buttons).toEqual(['I need help'])
    expect(await inbox.pending()).toEqual([])
    expect(logged.join()).not.toMatch(new RegExp(`sekret|${ala.id}`))
  })

  test('in Discord sees it where they wrote, and what comes next is answered', async () => {
    const receive = orOurFault(
      context,
      async (incoming) => {
        if (incoming.text === '/start boom') throw new Error('broken')
        await sleep(1)
        return converse(context, incoming)
      },
      { pause },
    )
    const { server } = await stage(receive)
    const member = server.member({ locale: 'en-GB' })
    await member.runs('/start', { consultation: 'boom' })
    await member.sees(again)
    expect(member.screens()).toMatchObject([{ buttons: ['I need help'], isEphemeral: true }])
    await member.runs('/help')
    await member.sees('116 111')
  })
})
