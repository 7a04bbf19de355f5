/** Updates from Telegram, polled or pushed: none is lost, none is answered twice. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text as bodyOf } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import type { TelegramChannel } from '../../src/channels/telegram.ts'
import type { Receive } from '../../src/channels/channel.ts'
import { afterwards } from '../support/afterwards.ts'
import { echo, gate, MemoryInbox, startBot, startServer, until } from '../support/telegram/bot.ts'

describe('updates', () => {
  test('are confirmed to Telegram only once they are kept', async () => {
    const { server, inbox, settle } = await startBot()
    inbox.keepFailures = 3
    const ala = server.user()
    await ala.says('Ważne')
    await ala.sees('» Ważne')
    await settle()
    expect(ala.messages()).toHaveLength(1)
    expect(inbox.keepFailures).toBe(0)
  })

  test('kept but unanswered when the process died are answered by the next one, first and once', async () => {
    const server = await startServer()
    const inbox = new MemoryInbox()
    const ala = server.user()
    const blocked = gate()
    const dead = await startBot(async () => (await blocked.opened, []), { server, inbox })
    await ala.says('jeden')
    await ala.says('dwa')
    await until(() => inbox.bodies.size === 2 && dead.heard.length === 1)
    void dead.channel.close()
    await ala.says('trzy')
    const { heard, settle } = await startBot(echo, { server, inbox })
    await ala.sees('» trzy')
    await settle()
    expect(heard.map(({ text }) => text)).toEqual(['jeden', 'dwa', 'trzy'])
    expect(heard[0]?.at).toEqual(dead.heard[0]?.at)
    expect(ala.messages()).toHaveLength(3)
    expect(await inbox.pending()).toEqual([])
    blocked.open()
  })

  test('found in the inbox are answered once although the start had to be repeated', async () => {
    const server = await startServer()
    const ala = server.user({ isKnown: true })
    const inbox = new MemoryInbox()
    const act = {
      id: '1',
      at: new Date(0),
      from: { channel: 'telegram', value: String(ala.id) },
      text: 'Hej',
    }
    await inbox.keep([
      { id: '1', body: JSON.stringify(act) },
      { id: '2', body: 'from another version' },
    ])
    const blocked = gate()
    server.fail('deleteWebhook', { status: 500 })
    const { heard, waits, settle } = await startBot(
      async (incoming) => (await blocked.opened, echo(incoming)),
      {
        server,
        inbox,
      },
    )
    await until(() => server.requests('deleteWebhook') === 2)
    blocked.open()
    await ala.sees('» Hej')
    await settle()
    expect(heard).toEqual([act])
    expect(waits).toHaveLength(1)
    expect(await inbox.pending()).toEqual([])
  })

  test('delivered again are neither handed over nor answered again', async () => {
    const { server, heard, inbox, settle } = await startBot()
    const ala = server.user()
    const id = await ala.says('Hej')
    await ala.sees('» Hej')
    server.redeliver(id)
    server.redeliver(id)
    await settle()
    expect(heard).toHaveLength(1)
    expect(await inbox.pending()).toEqual([])
    expect(ala.messages()).toHaveLength(1)
  })

  test('of one person are answered in order while others are not held up', async () => {
    const blocked = gate()
    const { server } = await startBot(async (incoming) => {
      if (incoming.text === 'wolno') await blocked.opened
      return echo(incoming)
    })
    const [ala, ola] = [server.user(), server.user()]
    await ala.says('wolno')
    await ala.says('szybko')
    await ola.says('Hej')
    await ola.sees('» Hej')
    expect(ala.messages()).toEqual([])
    blocked.open()
    await ala.sees('» szybko')
    expect(ala.messages().map(({ text }) => text)).toEqual(['» wolno', '» szybko'])
  })

  test('that the system does not answer stay in the inbox, without a word of theirs in the log', async () => {
    const { server, inbox, logged } = await startBot(async (incoming) => {
      if (incoming.text === 'sekret') throw new Error(`cannot store ${incoming.text}`)
      return echo(incoming)
    })
    const ala = server.user()
    await ala.says('sekret')
    await ala.says('potem')
    await ala.sees('» potem')
    expect((await inbox.pending()).map(({ body }) => body).join()).toContain('sekret')
    expect(logged.join()).toContain('could not be settled')
    expect(logged.join()).not.toMatch(new RegExp(`sekret|${ala.id}`))
  })

  test('that were answered are settled however often that fails, so that no start answers them again', async () => {
    const inbox = new MemoryInbox()
    inbox.doneFailures = 12
    const { server, settle } = await startBot(echo, { inbox })
    const ala = server.user()
    await ala.says('Hej')
    await settle()
    expect(await inbox.pending()).toEqual([])
    expect(ala.messages()).toHaveLength(1)
  })
})

describe('the webhook', () => {
  /** A web server that hands its requests to a channel that can be set later. */
  async function startHook() {
    const statuses: number[] = []
    const hook: { channel?: TelegramChannel } = {}
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      const secret = request.headers['x-telegram-bot-api-secret-token']
      const body = await bodyOf(request)
      const taken = await hook.channel?.handleUpdate({ body, ...(typeof secret === 'string' && { secret }) })
      statuses.push(taken?.status ?? 503)
      response.writeHead(taken?.status ?? 503).end()
    }
    const web = createServer((request, response) => void answer(request, response))
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
    afterwards(async () => {
      web.closeAllConnections()
      web.close()
    })
    const { port } = web.address() as { port: number }
    return { hook, statuses, url: `http://127.0.0.1:${port}/telegram` }
  }

  async function startWebhookBot(receive: Receive = echo) {
    const { hook, statuses, url } = await startHook()
    const bot = await startBot(receive, { webhook: { url, secret: 'sesam' } })
    hook.channel = bot.channel
    return { ...bot, statuses }
  }

  test('brings what people do, once each and in order', async () => {
    const { server, heard, settle } = await startWebhookBot()
    const ala = server.user()
    const ids = []
    for (let n = 0; n < 30; n += 1) ids.push(await ala.says(String(n)))
    await ala.sees('» 29')
    server.redeliver(ids[3] as number)
    await settle()
    expect(heard.map(({ id }) => id)).toEqual(ids.map(String))
    expect(ala.messages().map(({ text }) => text)).toEqual(ids.map((_, n) => `» ${n}`))
    expect(server.requests('getUpdates')).toBe(0)
    expect(server.violations).toEqual([])
  })

  test('says "taken" only when the update is kept, and does not wait for the answer', async () => {
    const blocked = gate()
    const { server, inbox, statuses } = await startWebhookBot(
      async (incoming) => (await blocked.opened, echo(incoming)),
    )
    inbox.keepFailures = 2
    const ala = server.user()
    await ala.says('Hej')
    await until(() => statuses.includes(200))
    expect(statuses).toEqual([500, 500, 200])
    expect(await inbox.pending()).toHaveLength(1)
    blocked.open()
    await ala.sees('» Hej')
    expect(ala.messages()).toHaveLength(1)
  })

  test('believes nobody without the secret, and keeps nothing that is no update', async () => {
    const { channel, inbox, heard, settle } = await startWebhookBot()
    const body = JSON.stringify({
      update_id: 5,
      message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, from: { id: 1 }, text: 'a' },
    })
    expect(await channel.handleUpdate({ body })).toEqual({ status: 401 })
    expect(await channel.handleUpdate({ body, secret: 'sezam' })).toEqual({ status: 401 })
    expect(await channel.handleUpdate({ body: '{"update_id":', secret: 'sesam' })).toEqual({ status: 400 })
    expect(await channel.handleUpdate({ body: '{"update_id":6,"message":null}', secret: 'sesam' })).toEqual({
      status: 200,
    })
    await settle()
    expect(inbox.bodies.size).toBe(0)
    expect(heard).toEqual([])
    expect(await channel.handleUpdate({ body, secret: 'sesam' })).toEqual({ status: 200 })
    await until(() => heard.length === 1)
  })

  test('of a polling bot believes nobody', async () => {
    const { channel } = await startBot()
    expect(await channel.handleUpdate({ body: '{"update_id":6}', secret: '' })).toEqual({ status: 401 })
  })

  test('is taken away when polling begins, and what was left comes by polling', async () => {
    const server = await startServer()
    const { url } = await startHook()
    const hooked = await startBot(echo, { server, webhook: { url, secret: 'sesam' } })
    await hooked.channel.close()
    const ala = server.user()
    await ala.says('Hej')
    await startBot(echo, { server })
    await ala.sees('» Hej')
  })
})
