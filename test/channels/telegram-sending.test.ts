/** Messages to Telegram: what fits, what becomes of those that fail, and the line they take. */
import { describe, expect, test } from 'vitest'
import type { Outgoing } from '../../src/domain/message.ts'
import { echo, failureOf, gate, say, startBot, startServer, until } from '../support/telegram/bot.ts'

describe('a message', () => {
  async function startSending({ isKnown = true, callTimeoutMs = 10_000 } = {}) {
    const bot = await startBot(echo, { callTimeoutMs })
    const ala = bot.server.user({ isKnown })
    const to = { channel: 'telegram', value: String(ala.id) } as const
    return { ...bot, ala, to, send: (message: Outgoing) => bot.channel.send(to, message) }
  }

  test('too long for Telegram goes out in parts, the buttons on the last', async () => {
    const { server, ala, send } = await startSending()
    const paragraph = `${'słowo '.repeat(300).trim()}.`
    const text = Array(6).fill(paragraph).join('\n\n')
    const receipt = await send(say(text, { choices: [{ id: 'a', label: 'Dalej' }] }))
    expect(ala.messages().map((message) => message.text)).toEqual([
      `${paragraph}\n\n${paragraph}`,
      `${paragraph}\n\n${paragraph}`,
      `${paragraph}\n\n${paragraph}`,
    ])
    expect(ala.messages().map(({ keyboard }) => keyboard !== undefined)).toEqual([false, false, true])
    expect(receipt.messageId).toBe(String(ala.messages()[2]?.id))
    expect(server.violations).toEqual([])
  })

  test('with a file hands the file over', async () => {
    const { server, ala, send } = await startSending()
    const file = { name: 'moje dane.json', mediaType: 'application/json', content: '{"ż":1}' }
    await send(say('Twoje dane', { file, choices: [{ id: 'a', label: 'Dobrze' }] }))
    await send(say('a'.repeat(1025), { file }))
    expect(ala.messages()).toMatchObject([
      {
        text: 'Twoje dane',
        document: { name: 'moje-dane.json', content: file.content },
        keyboard: expect.anything(),
      },
      { text: 'a'.repeat(1025) },
      { text: '', document: { content: file.content } },
    ])
    expect(server.violations).toEqual([])
  })

  test('with marks of Telegram in it is shown as it is', async () => {
    const { ala, send } = await startSending()
    await send(say('<b>1 < 2</b> & *gwiazdki* _kreski_ [a](b)'))
    expect(ala.screen().text).toBe('<b>1 < 2</b> & *gwiazdki* _kreski_ [a](b)')
  })

  test('to someone who has blocked us, or never wrote, finds nobody', async () => {
    const { ala, send } = await startSending({ isKnown: false })
    expect(await failureOf(send(say('Hej')))).toMatchObject({ verdict: 'unreachable' })
    await ala.says('Hej')
    await ala.blocks()
    expect(await failureOf(send(say('Hej')))).toMatchObject({ verdict: 'unreachable' })
  })

  test('while Telegram cannot be reached is certainly unsent', async () => {
    const { server, send } = await startSending()
    await server.close()
    expect(await failureOf(send(say('Hej')))).toMatchObject({ verdict: 'retry' })
  })

  test('cut short between its parts may have arrived in part', async () => {
    const { server, send } = await startSending()
    server.fail('sendMessage', {})
    server.fail('sendMessage', { status: 500 })
    expect(await failureOf(send(say(`${'a'.repeat(4096)}b`)))).toMatchObject({ verdict: 'unknown' })
  })

  test('to a group that has moved follows it once', async () => {
    const { server, channel } = await startSending()
    const group = server.group()
    const moved = await group.migrates()
    const to = { channel: 'telegram', value: String(group.id) } as const
    await channel.send(to, say('Post'))
    expect(moved.screen().text).toBe('Post')
    moved.removesBot()
    expect(await failureOf(channel.send(to, say('Post')))).toMatchObject({ verdict: 'unreachable' })
  })
})

describe('a reply', () => {
  test('held off by Telegram waits as long as it was told and arrives once', async () => {
    const { server, waits } = await startBot()
    server.fail('sendMessage', {
      status: 429,
      description: 'Too Many Requests',
      parameters: { retry_after: 3 },
      times: 2,
    })
    const ala = server.user()
    await ala.says('Hej')
    await ala.sees('» Hej')
    expect(waits).toEqual([3000, 3000])
    expect(ala.messages()).toHaveLength(1)
  })

  test('is not waited for without end', async () => {
    const { server, inbox, logged, settle } = await startBot()
    server.fail('sendMessage', { status: 500, times: 5 })
    const ala = server.user()
    await ala.says('Hej')
    await ala.says('Halo')
    await ala.sees('» Halo')
    await settle()
    expect(ala.messages()).toHaveLength(1)
    expect(await inbox.pending()).toEqual([])
    expect(logged.join()).toContain('"verdict":"retry"')
  })

  test('to someone who has blocked us meanwhile is settled, and says so without naming anyone', async () => {
    const { server, inbox, logged, settle } = await startBot(async (incoming) => {
      await ala.blocks()
      return [...(await echo(incoming)), say('Drugie')]
    })
    const ala = server.user()
    await ala.says('Hej')
    await settle()
    expect(await inbox.pending()).toEqual([])
    expect(server.requests('sendMessage')).toBe(1)
    expect(logged.join()).toContain('"verdict":"unreachable"')
    expect(logged.join()).not.toMatch(new RegExp(`${ala.id}|Hej`))
  })

  test('that may have arrived is not sent twice, but a change in place is made again', async () => {
    const { server, settle } = await startBot(async ({ choice }) =>
      choice
        ? [say('Zmienione', { replaces: true })]
        : [say('Pytanie', { choices: [{ id: 'a', label: 'A' }] })],
    )
    server.fail('sendMessage', { reset: 'after-body' })
    server.fail('editMessageText', { reset: 'after-body' })
    const ala = server.user()
    await ala.says('/start')
    await settle()
    expect(ala.messages()).toHaveLength(1)
    await ala.taps('A')
    await ala.sees('Zmienione')
    await settle()
    expect(server.requests('editMessageText')).toBe(2)
    expect(ala.messages()).toHaveLength(1)
  })
})

describe('the connection', () => {
  test('publishes the menu of commands in every language, the first one for all others too', async () => {
    const menu = (locale: string, description: string) => ({
      locale,
      commands: [{ command: 'help', description }],
    })
    const { server } = await startBot(echo, {
      commands: [menu('pl', 'Pomoc'), menu('en', 'Help'), menu('uk', 'Допомога')],
    })
    await until(() => server.commands.size === 4)
    const words = [...server.commands].map(([language, [first]]) => [language, first?.description])
    expect(words).toEqual([
      ['', 'Pomoc'],
      ['pl', 'Pomoc'],
      ['en', 'Help'],
      ['uk', 'Допомога'],
    ])
    expect(server.violations).toEqual([])
  })

  test('is "ok", then "refused" while the token does not hold, and comes back by itself', async () => {
    const { server, channel, waits } = await startBot()
    expect(channel.state()).toBe('ok')
    server.fail('getUpdates', { status: 401, description: 'Unauthorized', times: 3 })
    const ala = server.user()
    await ala.says('jeden')
    await until(() => channel.state() === 'refused')
    await ala.says('dwa')
    await ala.sees('» dwa')
    expect(waits).toEqual([60_000, 60_000, 60_000])
    expect(channel.state()).toBe('ok')
  })

  test('that cannot be made at first does not hold up the start', async () => {
    const server = await startServer()
    server.fail('getMe', { status: 401, description: 'Unauthorized' })
    server.fail('getMe', { reset: 'before-body' })
    const { channel, logged } = await startBot(echo, { server })
    expect(channel.state()).toBe('refused')
    const ala = server.user()
    await ala.says('Hej')
    await ala.sees('» Hej')
    expect(channel.state()).toBe('ok')
    expect(logged.join()).not.toContain(server.token)
  })

  test('shared with a second poller is waited out', async () => {
    const { server, channel, waits } = await startBot()
    await until(() => server.requests('getUpdates') === 1)
    const other = await fetch(`${server.root}/bot${server.token}/getUpdates?`, { method: 'POST' })
    expect(await other.json()).toEqual({ ok: true, result: [] })
    await until(() => waits.length > 0)
    expect(waits).toEqual([3000])
    await until(() => channel.state() === 'ok')
  })

  test('closes at once although a poll is held, and finishes the answer it is giving', async () => {
    const blocked = gate()
    const { server, channel, inbox } = await startBot(
      async (incoming) => (await blocked.opened, echo(incoming)),
    )
    const ala = server.user()
    await ala.says('jeden')
    await ala.says('dwa')
    await until(() => inbox.bodies.size === 2)
    const closed = channel.close()
    blocked.open()
    await closed
    expect(ala.messages().map(({ text }) => text)).toEqual(['» jeden'])
    expect(await inbox.pending()).toHaveLength(1)
  })
})
