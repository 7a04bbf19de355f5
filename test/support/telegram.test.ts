/** Proves that the stand-in for Telegram can say no: what it lets pass means something only then. */
import type { Message, Update } from '@effect-ak/tg-bot-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTelegram, type TelegramServer } from './telegram.ts'

let server: TelegramServer
beforeEach(async () => {
  server = await startTelegram()
})
afterEach(() => server.close())

interface Answer {
  ok: boolean
  error_code?: number
  description?: string
}

async function call(method: string, payload: object = {}, token = server.token) {
  const answer = await fetch(`${server.root}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  })
  return (await answer.json()) as Answer
}

async function resultOf<T>(answer: Promise<Answer>): Promise<T> {
  return ((await answer) as Answer & { result: T }).result
}

const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'Tak', ...fields }]] } })

describe('requests', () => {
  test('are held against the published schema', async () => {
    const ala = server.user({ isKnown: true })
    await call('sendMessage', { chat_id: ala.id, text: 'Hej', colour: 'blue' })
    await call('sendMesage', { chat_id: ala.id, text: 'Hej' })
    await call('answerCallbackQuery', { callback_query_id: 7 })
    expect(server.violations).toEqual([
      expect.stringContaining('must NOT have additional properties'),
      'sendMesage: no such method',
      expect.stringContaining('callback_query_id must be string'),
    ])
  })

  test.each([
    ['an empty text', { text: ' \n ' }, 'text is empty'],
    ['4,097 characters', { text: 'a'.repeat(4097) }, 'too long'],
    ['half a character', { text: '\ud83d' }, 'UTF-8'],
    ['an open tag', { text: '<b>Hej', parse_mode: 'HTML' }, 'end tag'],
    ['a bare bracket', { text: '1 < 2', parse_mode: 'HTML' }, 'parse entities'],
    [
      '65 bytes of data',
      { text: 'Hej', ...button({ callback_data: 'a'.repeat(65) }) },
      'BUTTON_DATA_INVALID',
    ],
    ['a button that does nothing', { text: 'Hej', ...button({}) }, 'exactly one action'],
    [
      'a bad deep link',
      { text: 'Hej', ...button({ url: 'https://t.me/hejnal_bot?start=a%20b' }) },
      'BUTTON_URL_INVALID',
    ],
    [
      '101 buttons',
      {
        text: 'Hej',
        reply_markup: {
          inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'a', callback_data: 'a' }]),
        },
      },
      'too long',
    ],
  ])('with %s are refused', async (_, payload, description) => {
    const ala = server.user({ isKnown: true })
    expect(await call('sendMessage', { chat_id: ala.id, ...payload })).toMatchObject({
      ok: false,
      error_code: 400,
      description: expect.stringContaining(description),
    })
    expect(ala.messages()).toEqual([])
  })

  test('with good markup are shown as people see them', async () => {
    const ala = server.user({ isKnown: true })
    await call('sendMessage', { chat_id: ala.id, text: '<b>1 &lt; 2</b>', parse_mode: 'HTML' })
    expect(ala.screen().text).toBe('1 < 2')
  })

  test('that change nothing, or a message that is not there, are refused', async () => {
    const ala = server.user({ isKnown: true })
    const sent = await resultOf<Message>(
      call('sendMessage', { chat_id: ala.id, text: 'Hej', ...button({ callback_data: 'a' }) }),
    )
    const edit = { chat_id: ala.id, message_id: sent.message_id, text: 'Hej' }
    expect(await call('editMessageText', { ...edit, ...button({ callback_data: 'a' }) })).toMatchObject({
      description: expect.stringContaining('not modified'),
    })
    expect(await call('editMessageText', { ...edit, ...button({ callback_data: 'b' }) })).toMatchObject({
      ok: true,
    })
    expect(await call('editMessageText', { ...edit, message_id: 1 })).toMatchObject({
      description: expect.stringContaining('not found'),
    })
  })

  test('to people who have not written, have blocked the bot or are nobody are refused', async () => {
    const stranger = server.user()
    const blocked = server.user({ isKnown: true })
    await blocked.blocks()
    expect(await call('sendMessage', { chat_id: stranger.id, text: 'Hej' })).toMatchObject({
      error_code: 403,
    })
    expect(await call('sendMessage', { chat_id: blocked.id, text: 'Hej' })).toMatchObject({ error_code: 403 })
    expect(await call('sendMessage', { chat_id: 5, text: 'Hej' })).toMatchObject({ error_code: 400 })
    expect(await call('getMe', {}, 'another')).toMatchObject({ error_code: 401 })
  })

  test('answer a tap once', async () => {
    const ala = server.user({ isKnown: true })
    await call('sendMessage', { chat_id: ala.id, text: 'Hej', ...button({ callback_data: 'a' }) })
    await ala.taps('Tak')
    const [update] = await resultOf<Update[]>(call('getUpdates'))
    const query = { callback_query_id: update?.callback_query?.id, text: 'Zapisane' }
    expect(server.unansweredTaps()).toBe(1)
    expect(await call('answerCallbackQuery', query)).toMatchObject({ ok: true })
    expect(await call('answerCallbackQuery', query)).toMatchObject({ error_code: 400 })
    expect(ala.toasts()).toEqual(['Zapisane'])
  })
})

describe('polling', () => {
  test('is held until something happens, and the offset confirms', async () => {
    const ala = server.user()
    const held = call('getUpdates', { timeout: 20 })
    await ala.says('Hej')
    const [update] = await resultOf<Update[]>(held)
    expect(update?.message?.text).toBe('Hej')
    expect(server.undelivered()).toBe(1)
    expect(await resultOf(call('getUpdates'))).toEqual([update])
    expect(await resultOf(call('getUpdates', { offset: Number(update?.update_id) + 1 }))).toEqual([])
    expect(server.undelivered()).toBe(0)
    server.redeliver(Number(update?.update_id))
    expect(await resultOf(call('getUpdates', { offset: Number(update?.update_id) + 1 }))).toEqual([update])
    expect(server.violations).toEqual([])
  })

  test('by two at once ends the first with a conflict', async () => {
    const first = call('getUpdates', { timeout: 20 })
    while (server.requests('getUpdates') < 1) await new Promise((resolve) => setTimeout(resolve, 1))
    const second = call('getUpdates', { timeout: 20 })
    expect(await first).toMatchObject({ error_code: 409 })
    await server.user().says('Hej')
    expect(await resultOf(second)).toHaveLength(1)
  })

  test('is refused while a webhook is set', async () => {
    await call('setWebhook', { url: 'http://127.0.0.1:9/hook' })
    expect(await call('getUpdates')).toMatchObject({ error_code: 409 })
    await call('deleteWebhook')
    expect(await call('getUpdates')).toMatchObject({ ok: true })
  })
})
