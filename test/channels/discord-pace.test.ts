/** The pace of a Discord bot: what takes a permit, what holds everything back, and which requests are saved. */
import { RequestMethod, Routes } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { createApi, restOptions } from '../../src/channels/discord/api.ts'
import { createDirectMessages } from '../../src/channels/discord/direct.ts'
import { ApiError, codes } from '../../src/channels/discord/errors.ts'
import { createInvalidRequests } from '../../src/channels/discord/invalid.ts'
import { pacer } from '../../src/channels/pace.ts'
import { say, serve, stage } from '../support/discord/stage.ts'

const failureOf = async (call: Promise<unknown>) =>
  call.then(() => undefined).catch((error: unknown) => error)

describe('the pace', () => {
  test('is Discord’s fifty a second, which answers to interactions do not count towards', async () => {
    const { server, channel } = await stage(async () => [say('Cześć')], {
      server: { rateLimit: { limit: 1_000, windowMs: 1_000 } },
    })
    expect(channel.pace()).toEqual({ perSecond: 50, pausedMs: 0 })
    const to = { channel: 'discord', value: `#${server.channel.id}` } as const
    await channel.send(to, say('Pierwsza'))
    const from = performance.now()
    const bulk = Array.from({ length: 40 }, (_, n) => channel.send(to, say(`${n}`), { lane: 2 }))
    const member = server.member()
    await member.runs('/help')
    await member.sees('Cześć')
    expect(performance.now() - from).toBeLessThan(600)
    await Promise.all(bulk)
    expect(performance.now() - from).toBeGreaterThan(700)
  })

  test('stops for everybody when the whole bot is to wait, for a route alone when only that is', async () => {
    const { server, channel } = await stage()
    const place = { channel: 'discord', value: `#${server.channel.id}` } as const
    const person = { channel: 'discord', value: server.member().id } as const
    server.fail('post', { status: 429, retryAfter: 34 })
    expect(await failureOf(channel.send(place, say('a'), { lane: 2 }))).toMatchObject({
      verdict: 'retry',
      isChannelWide: false,
    })
    await channel.send(person, say('b'), { lane: 2 })
    expect(channel.pace().pausedMs).toBe(0)
    server.fail('post', { status: 429, retryAfter: 34, isGlobal: true })
    const failure = await failureOf(channel.send(person, say('c'), { lane: 2 }))
    expect(failure).toMatchObject({ verdict: 'retry', isChannelWide: true })
    expect((failure as ApiError).retryAfterMs).toBeGreaterThanOrEqual(34_000)
    expect(channel.pace().pausedMs).toBeGreaterThan(33_000)
    expect(await failureOf(channel.send(person, say('d')))).toMatchObject({ isChannelWide: true })
    expect(server.requests('post')).toBe(3)
  })
})

describe('right before a message leaves', () => {
  test('it is asked once whether it is still wanted', async () => {
    const { server, channel } = await stage()
    const to = { channel: 'discord', value: server.member().id } as const
    const asked: number[] = []
    const begin = (isStillWanted: boolean) => async () => {
      asked.push(server.requests('openDm') + server.requests('post'))
      return isStillWanted
    }
    const long = say('słowo '.repeat(500))
    expect(await channel.send(to, long, { lane: 2, begin: begin(false) })).toEqual({ isUnsent: true })
    await channel.send(to, long, { lane: 2, begin: begin(true) })
    expect(asked).toEqual([0, 0])
    expect(server.requests('post')).toBe(2)
  })

  test('a message that has an id is shown once, whatever it says the second time', async () => {
    const { server, channel } = await stage()
    const member = server.member()
    const to = { channel: 'discord', value: member.id } as const
    for (const words of ['Za 7 dni', 'Za 6 dni']) await channel.send(to, say(words), { id: 'delivery 1' })
    await channel.send(to, say('Za 7 dni'), { id: 'delivery 2' })
    expect(member.screens().map(({ text }) => text)).toEqual(['Za 7 dni', 'Za 7 dni'])
    expect(server.bodies('post')[0]).toMatchObject({
      nonce: expect.stringMatching(/^.{25}$/),
      enforce_nonce: true,
    })
  })

  test('what is partly sent is unknown afterwards, unless it was a wait that is soon over', async () => {
    const { server, channel } = await stage()
    const to = { channel: 'discord', value: server.member().id } as const
    const long = say('słowo '.repeat(500))
    server.fail('post', {})
    server.fail('post', { status: 429, retryAfter: 0.2 })
    expect(await channel.send(to, long, { id: 'a' })).toMatchObject({ messageId: expect.any(String) })
    server.fail('post', {})
    server.fail('post', { status: 429, retryAfter: 34 })
    expect(await failureOf(channel.send(to, long, { id: 'b' }))).toMatchObject({ verdict: 'unknown' })
  })
})

describe('direct messages', () => {
  test('are opened once for each person, and again after nothing arrived there', async () => {
    const { server, channel } = await stage()
    const member = server.member()
    const to = { channel: 'discord', value: member.id } as const
    await channel.send(to, say('a'))
    await channel.send(to, say('b'))
    expect(server.requests('openDm')).toBe(1)
    member.closesDms()
    expect(await failureOf(channel.send(to, say('c')))).toMatchObject({ verdict: 'unreachable' })
    await failureOf(channel.send(to, say('d')))
    expect(server.requests('openDm')).toBe(2)
  })

  test('are not opened for an hour once Discord has had enough; known ones go on', async () => {
    let at = 0
    const time = { now: () => performance.now() + at }
    const { server, channel } = await stage(undefined, { time })
    const [known, other] = [server.member(), server.member()].map(
      ({ id }) => ({ channel: 'discord', value: id }) as const,
    )
    await channel.send(known!, say('a'))
    server.fail('openDm', { status: 403, code: 40003 })
    expect(await failureOf(channel.send(other!, say('b')))).toMatchObject({
      verdict: 'retry',
      retryAfterMs: 3_600_000,
      isChannelWide: false,
    })
    at = 600_000
    const later = (await failureOf(channel.send(other!, say('b')))) as ApiError
    expect(later.retryAfterMs).toBeGreaterThan(2_900_000)
    expect(later.retryAfterMs).toBeLessThanOrEqual(3_000_000)
    expect(server.requests('openDm')).toBe(2)
    await channel.send(known!, say('c'))
    at = 3_600_001
    await channel.send(other!, say('b'))
    expect(server.requests('openDm')).toBe(3)
  })

  test('that are remembered are bounded', async () => {
    const direct = createDirectMessages(() => 0)
    for (let n = 0; n < 50_001; n += 1) direct.remember(`person ${n}`, `channel ${n}`)
    const open = () => Promise.reject(new ApiError('retry', 'asked', { code: codes.alreadyAcknowledged }))
    await expect(direct.channelOf('person 1', open)).resolves.toBe('channel 1')
    await expect(direct.channelOf('person 0', open)).rejects.toThrow('asked')
  })
})

describe('invalid requests', () => {
  test('stop the bot at half of what gets it barred, until their ten minutes are over', () => {
    let at = 0
    const invalid = createInvalidRequests(() => at)
    const note = (count: number, status: number, scope: string | null = null) => {
      for (let n = 0; n < count; n += 1) invalid.note(status, scope)
    }
    note(9_000, 200)
    note(9_000, 404)
    note(9_000, 429, 'shared')
    note(2_000, 401)
    at = 60_000
    note(2_999, 403)
    expect(invalid.waitMs()).toBe(0)
    note(1, 429, 'user')
    expect(invalid.waitMs()).toBe(540_000)
    at = 600_000
    expect(invalid.waitMs()).toBe(0)
    note(1, 403)
    expect(invalid.waitMs()).toBe(0)
  })

  test('are counted wherever they come from, and nothing is asked while they are too many', async () => {
    const server = await serve()
    const invalid = createInvalidRequests(() => 0, 3)
    const bot = { token: server.token, pacer: pacer({ perSecond: 50 }), invalid }
    const api = createApi(restOptions(server.root, 1_000, invalid), bot)
    server.fail('post', { status: 403, code: 50007, times: 3 })
    const post = () =>
      api.call({ method: RequestMethod.Post, route: Routes.channelMessages(server.channel.id), body: {} })
    for (let n = 0; n < 3; n += 1) expect(await failureOf(post())).toMatchObject({ verdict: 'unreachable' })
    expect(await failureOf(post())).toMatchObject({
      verdict: 'retry',
      retryAfterMs: 600_000,
      isChannelWide: true,
    })
    expect(server.requests('post')).toBe(3)
    api.close()
  })
})
