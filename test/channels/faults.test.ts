/** Every fault on the way of a message has its verdict, in every channel, and no word of the message or its address in it. */
import { afterEach, describe, expect, test } from 'vitest'
import { SendError, type Channel } from '../../src/channels/channel.ts'
import { web } from '../../src/channels/web.ts'
import type { Address } from '../../src/domain/message.ts'
import { say, stage } from '../support/discord/stage.ts'
import { echo, startBot } from '../support/telegram/bot.ts'
import { casesOf, channels, verdicts, type Said } from './faults.ts'

/** A channel that is about to meet a fault. */
interface Road {
  readonly channel: Channel
  readonly to: Address
  /** What must not be found in an error. */
  readonly secrets: readonly string[]
  /** Messages on the person's screen. */
  shown(): number
}

const words = 'Sekret Ali'
const callTimeoutMs = 700
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function expectSaid({ channel, to, secrets, shown }: Road, said: Said): Promise<void> {
  const begun: string[] = []
  const begin = async () => begun.push('begun') === 1
  const failure = await channel.send(to, say(words), { lane: 2, id: 'delivery', begin }).then(
    () => expect.unreachable('it was sent'),
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(SendError)
  const { verdict, isChannelWide, retryAfterMs, message, stack, cause } = failure as SendError
  expect([verdict, isChannelWide]).toEqual([said.verdict, said.isChannelWide ?? false])
  if (said.retryAfterMs === undefined) expect(retryAfterMs).toBeUndefined()
  else {
    expect(retryAfterMs).toBeGreaterThanOrEqual(said.retryAfterMs)
    expect(retryAfterMs).toBeLessThan(said.retryAfterMs + 1_000)
  }
  expect(begun).toEqual(said.isNobodyThere ? [] : ['begun'])
  expect(shown()).toBe(said.isShown ? 1 : 0)
  const all = JSON.stringify([message, stack, cause, failure])
  for (const secret of [words, to.value, ...secrets]) expect(all).not.toContain(secret)
}

describe('Telegram, meeting', () => {
  test.each(casesOf('telegram'))('%s', async (_, fault, said) => {
    const { server, channel } = await startBot(echo, { callTimeoutMs })
    const ala = server.user({ isKnown: true })
    if (fault === 'nobody listens') await server.close()
    else server.fail('sendMessage', fault)
    const to = { channel: 'telegram', value: String(ala.id) } as const
    await expectSaid({ channel, to, secrets: [server.token], shown: () => ala.messages().length }, said)
    expect(server.requests('sendMessage')).toBe(fault === 'nobody listens' ? 0 : 1)
    const isWaiting = typeof fault === 'object' && fault.status === 429
    if (isWaiting) expect(channel.pace().pausedMs).toBeGreaterThan(said.retryAfterMs! - 500)
    else expect(channel.pace().pausedMs).toBe(0)
  })

  test('a group that has moved follows it once and tells where', async () => {
    const { server, channel } = await startBot(echo, { callTimeoutMs })
    const group = server.group()
    server.fail('sendMessage', {
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: group.id },
      times: 2,
    })
    const to = { channel: 'telegram', value: '-77' } as const
    const failure = await channel.send(to, say(words)).catch((error: unknown) => error)
    expect(failure).toMatchObject({ verdict: 'rejected' })
    expect(await channel.send(to, say(words)).catch(() => 'refused')).toBe('refused')
    server.fail('sendMessage', {
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: group.id },
    })
    expect(await channel.send(to, say(words))).toMatchObject({ movedTo: String(group.id) })
  })
})

describe('Discord, meeting', () => {
  test.each(casesOf('discord'))('%s', async (_, fault, said) => {
    const { server, channel } = await stage(undefined, { timeoutMs: callTimeoutMs })
    const member = server.member()
    const isOpening = typeof fault === 'object' && 'openDm' in fault
    if (fault === 'nobody listens') await server.close()
    else if (isOpening) server.fail('openDm', fault.openDm)
    else server.fail('post', fault)
    const to = { channel: 'discord', value: member.id } as const
    await expectSaid({ channel, to, secrets: [server.token], shown: () => member.screens().length }, said)
    const isAsked = fault !== 'nobody listens' && !isOpening
    expect(server.requests('post')).toBe(isAsked ? 1 : 0)
    const pausedMs = said.isChannelWide && typeof fault === 'object' && 'isGlobal' in fault ? 33_000 : 0
    expect(channel.pace().pausedMs).toBeGreaterThanOrEqual(pausedMs)
  })
})

describe('the web chat, meeting', () => {
  test.each(casesOf('web'))('%s', async (_, fault, said) => {
    const channel = web()
    await channel.listen(async () => [])
    closers.push(() => channel.close())
    const to = { channel: 'web', value: 'a-long-random-token' } as const
    if (fault === 'the page goes') channel.subscribe(to.value, () => Promise.reject(new Error(words)))
    await expectSaid({ channel, to, secrets: [], shown: () => 0 }, said)
  })
})

describe('the table of faults', () => {
  test.each(Object.entries(verdicts))('has a case of "%s" wherever there can be one', (verdict, names) => {
    for (const name of channels) {
      const said = casesOf(name).map(([, , { verdict: one }]) => one as string)
      expect(said.includes(verdict), name).toBe(names.includes(name))
    }
  })
})
