/** Marks and pictures in Telegram: what stands out, what is uploaded once, what comes before the text. */
import { describe, expect, test } from 'vitest'
import type { Outgoing, Picture } from '../../src/domain/message.ts'
import { echo, failureOf, say, startBot } from '../support/telegram/bot.ts'

async function startSending() {
  const bot = await startBot(echo)
  const ala = bot.server.user({ isKnown: true })
  const to = { channel: 'telegram', value: String(ala.id) } as const
  return { ...bot, ala, to, send: (message: Outgoing) => bot.channel.send(to, message) }
}

const png: Picture = {
  name: 'ławka w parku.png',
  mediaType: 'image/png',
  content: new Uint8Array([137, 80, 78, 71, 13, 10]),
  alt: 'Ławka',
}

describe('marks', () => {
  test('are shown as they are counted, and what looks like markup stays text', async () => {
    const { server, ala, send } = await startSending()
    await send(
      say('<b>Ważne</b>: czytaj *tutaj*', {
        marks: [
          { from: 3, to: 8, is: 'bold' },
          { from: 14, to: 28, is: 'italic' },
          { from: 21, to: 28, is: 'link', url: 'https://example.org/a?b=1' },
        ],
      }),
    )
    expect(ala.messages()).toMatchObject([
      {
        text: '<b>Ważne</b>: czytaj *tutaj*',
        entities: [
          { type: 'bold', offset: 3, length: 5 },
          { type: 'italic', offset: 14, length: 14 },
          { type: 'text_link', offset: 21, length: 7, url: 'https://example.org/a?b=1' },
        ],
      },
    ])
    expect(server.violations).toEqual([])
  })

  test('stay on their words when a text is cleaned and cut', async () => {
    const { server, ala, send } = await startSending()
    const long = `${'słowo '.repeat(900)}koniec`
    const text = `\u0000  😀 ${long}`
    const [from, to] = [text.indexOf(long), text.length - 'koniec'.length]
    await send(say(text, { marks: [{ from, to, is: 'bold' }] }))
    const shown = ala.messages().map((message) => {
      const { offset, length } = message.entities![0]!
      return message.text.slice(offset, offset + length)
    })
    expect(shown).toHaveLength(2)
    expect(shown.join(' ').trim()).toBe('słowo '.repeat(900).trim())
    expect(server.violations).toEqual([])
  })

  test('that mark nothing, or lead to no page, are left out', async () => {
    const { server, ala, send } = await startSending()
    await send(
      say('Klik', {
        marks: [
          { from: 2, to: 2, is: 'bold' },
          { from: 9, to: 12, is: 'bold' },
          { from: 0, to: 4, is: 'link', url: 'javascript:alert(1)' },
        ],
      }),
    )
    expect(ala.messages()).toMatchObject([{ text: 'Klik', entities: undefined }])
    expect(server.violations).toEqual([])
  })

  test('change with a message that is changed in place', async () => {
    const { server, ala, settle } = await startBot(async ({ choice }) => [
      say('Pytanie', {
        choices: [{ id: 'a', label: 'A' }],
        marks: [{ from: 0, to: choice ? 3 : 7, is: 'bold' }],
        replaces: choice !== undefined,
      }),
    ]).then((bot) => ({ ...bot, ala: bot.server.user() }))
    await ala.says('/start')
    await ala.sees('Pytanie')
    await ala.taps('A')
    await settle()
    expect(ala.messages()).toMatchObject([{ edits: 1, entities: [{ type: 'bold', offset: 0, length: 3 }] }])
    expect(server.violations).toEqual([])
  })
})

describe('a picture', () => {
  test('has a text that is short enough under it, with its marks and buttons', async () => {
    const { server, ala, send } = await startSending()
    const receipt = await send(
      say('Nowa ławka', {
        picture: png,
        marks: [{ from: 5, to: 10, is: 'bold' }],
        choices: [{ id: 'a', label: 'Dobrze' }],
      }),
    )
    const [message] = ala.messages()
    expect(message).toMatchObject({
      text: 'Nowa ławka',
      entities: [{ type: 'bold', offset: 5, length: 5 }],
      photo: { content: Buffer.from(png.content).toString() },
    })
    expect(receipt.messageId).toBe(String(message?.id))
    expect(ala.screen().buttons).toEqual(['Dobrze'])
    expect(server.violations).toEqual([])
  })

  test('comes before a text that is not, and before a file', async () => {
    const { server, ala, send } = await startSending()
    const file = { name: 'a.json', mediaType: 'application/json', content: '{}' }
    await send(say('a'.repeat(1_025), { picture: png, choices: [{ id: 'a', label: 'Dobrze' }] }))
    await send(say('Dane', { picture: png, file }))
    const kinds = ala
      .messages()
      .map(({ text, photo, document }) => [text.length, Boolean(photo), Boolean(document)])
    expect(kinds).toEqual([
      [0, true, false],
      [1_025, false, false],
      [0, true, false],
      [4, false, true],
    ])
    expect(ala.screen().buttons).toEqual([])
    expect(server.violations).toEqual([])
  })

  test('is uploaded once for everybody, also when all are sent at the same moment', async () => {
    const { server, channel } = await startSending()
    const people = Array.from({ length: 12 }, () => server.user({ isKnown: true }))
    const sent = (person: (typeof people)[number], content = png.content) =>
      channel.send(
        { channel: 'telegram', value: String(person.id) },
        say('Nowa ławka', { picture: { ...png, content } }),
      )
    await Promise.all(people.map((person) => sent(person)))
    await sent(people[0]!, Uint8Array.from(png.content))
    expect(server.requests('sendPhoto')).toBe(13)
    expect(server.uploads()).toBe(1)
    await sent(people[0]!, new Uint8Array([1, 2, 3]))
    expect(server.uploads()).toBe(2)
    expect(server.violations).toEqual([])
  })

  test('whose first upload failed is uploaded by the next', async () => {
    const { server, ala, send } = await startSending()
    server.fail('sendPhoto', { status: 500, description: 'Internal Server Error' })
    const results = await Promise.allSettled([1, 2, 3].map(() => send(say('a', { picture: png }))))
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect([server.uploads(), ala.messages().length]).toEqual([1, 2])
  })

  test('that Telegram has forgotten is to be sent again, and uploaded then', async () => {
    const { server, ala, send } = await startSending()
    await send(say('a', { picture: png }))
    server.forgetsPictures()
    expect(await failureOf(send(say('b', { picture: png })))).toMatchObject({ verdict: 'retry' })
    await send(say('b', { picture: png }))
    expect([server.uploads(), ala.messages().length]).toEqual([2, 2])
  })
})
