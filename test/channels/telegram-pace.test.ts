/** The pace of a Telegram bot: what takes a permit, what holds everything back, and what is asked right before a message leaves. */
import { describe, expect, test } from 'vitest'
import type { Lane } from '../../src/domain/message.ts'
import { echo, failureOf, say, startBot, until, type BotOptions } from '../support/telegram/bot.ts'

async function startSending(options: BotOptions = {}) {
  const bot = await startBot(echo, options)
  const address = (id: number) => ({ channel: 'telegram', value: String(id) }) as const
  const people = (count: number) => Array.from({ length: count }, () => bot.server.user({ isKnown: true }))
  const sendAll = (lane: Lane, count: number) =>
    people(count).map(({ id }) => bot.channel.send(address(id), say('Hej'), { lane }))
  return { ...bot, address, people, sendAll }
}

describe('the pace', () => {
  test('is Telegram’s thirty a second, and replies do not stand in the line of bulk', async () => {
    const { server, channel, sendAll } = await startSending()
    expect(channel.pace()).toEqual({ perSecond: 30, pausedMs: 0 })
    await Promise.all(sendAll(0, 1))
    const from = performance.now()
    const bulk = sendAll(2, 25)
    const replies = sendAll(0, 3)
    await Promise.all(replies)
    expect(performance.now() - from).toBeLessThan(400)
    await Promise.all(bulk)
    expect(performance.now() - from).toBeGreaterThan(700)
    expect(server.requests('sendMessage')).toBe(29)
  })

  test('counts every part of a long text, and no answered tap', async () => {
    const { server, channel, address, people } = await startSending({ messagesPerSecond: 5 })
    const [ala] = people(1)
    const from = performance.now()
    await channel.send(address(ala!.id), say('a'.repeat(4_096 * 5)), { lane: 1 })
    expect(performance.now() - from).toBeGreaterThan(550)
    expect(server.requests('sendMessage')).toBe(5)
    await ala!.says('Hej')
    await ala!.sees('» Hej')
  })

  test('can be bought, for what is sent unasked', async () => {
    const { server, sendAll, people, channel, address } = await startSending({ messagesPerSecond: 200 })
    expect(channel.pace().perSecond).toBe(200)
    const [ala] = people(1)
    for (const lane of [0, 1, 2] as const) await channel.send(address(ala!.id), say('Hej'), { lane })
    expect(ala!.messages().map(({ isPaid }) => isPaid)).toEqual([undefined, true, true])
    await Promise.all(sendAll(2, 40))
    expect(server.violations).toEqual([])
  })
})

describe('too many requests', () => {
  test('hold back everything of the bot for as long as Telegram says', async () => {
    const { server, channel, people, address, sendAll } = await startSending()
    server.fail('sendMessage', {
      status: 429,
      description: 'Too Many Requests: retry after 34',
      parameters: { retry_after: 34 },
    })
    const [ala] = people(1)
    expect(await failureOf(channel.send(address(ala!.id), say('Hej'), { lane: 2 }))).toMatchObject({
      verdict: 'retry',
      retryAfterMs: 34_000,
      isChannelWide: true,
    })
    expect(channel.pace().pausedMs).toBeGreaterThan(33_000)
    const [next] = sendAll(0, 1)
    expect(await failureOf(next!)).toMatchObject({ verdict: 'retry', isChannelWide: true })
    expect(server.requests('sendMessage')).toBe(1)
  })
})

describe('right before a message leaves', () => {
  test('it is asked once whether it is still wanted, with a permit in hand', async () => {
    const { server, channel, people, address } = await startSending()
    const [ala] = people(1)
    let asked = 0
    const begin = (isWanted: boolean) => async () => {
      asked += 1
      expect(server.requests('sendMessage')).toBe(0)
      return isWanted
    }
    const how = { lane: 2, begin: begin(false) } as const
    expect(await channel.send(address(ala!.id), say('a'.repeat(5_000)), how)).toEqual({ isUnsent: true })
    expect(server.requests('sendMessage')).toBe(0)
    await channel.send(address(ala!.id), say('a'.repeat(5_000)), { lane: 2, begin: begin(true) })
    expect([asked, server.requests('sendMessage')]).toEqual([2, 2])
  })

  test('a beginning that fails leaves it unsent', async () => {
    const { server, channel, people, address } = await startSending()
    const [ala] = people(1)
    const begin = () => Promise.reject(new Error('the database is away'))
    expect(await failureOf(channel.send(address(ala!.id), say('Hej'), { begin }))).toMatchObject({
      verdict: 'retry',
      isChannelWide: false,
      cause: new Error('the database is away'),
    })
    expect(server.requests('sendMessage')).toBe(0)
  })
})

describe('a group that has become a supergroup', () => {
  test('is followed, and its new address told', async () => {
    const { server, channel, address } = await startSending()
    const group = server.group()
    const moved = await group.migrates()
    const receipt = await channel.send(address(group.id), say('a'.repeat(5_000)), { lane: 1 })
    expect(receipt).toMatchObject({ movedTo: String(moved.id), messageId: expect.any(String) })
    expect(moved.messages()).toHaveLength(2)
    expect(server.requests('sendMessage')).toBe(3)
  })
})

describe('closing', () => {
  test('finishes what has left and turns away what waits', async () => {
    const { server, channel, sendAll } = await startSending({ messagesPerSecond: 2 })
    server.fail('sendMessage', { delayMs: 200 })
    const sent = Promise.allSettled(sendAll(2, 6))
    await until(() => server.requests('sendMessage') === 2)
    await channel.close()
    const results = await sent
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      ...Array.from({ length: 4 }, () => 'rejected'),
    ])
    expect(results.at(-1)).toMatchObject({ reason: { verdict: 'retry' } })
  })
})
