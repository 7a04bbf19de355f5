import { describe, expect, test } from 'vitest'
import { SendError } from '../../src/channels/channel.ts'
import type { DiscordOptions } from '../../src/channels/discord.ts'
import { VirtualClock } from '../../src/runtime/clock.ts'
import type { DiscordServer } from '../support/discord.ts'
import { choices, say, stage } from '../support/discord/stage.ts'

describe('sending without being asked', () => {
  const failing = async (
    fault: Parameters<DiscordServer['fail']>[1],
    route = 'post',
    options: Partial<DiscordOptions> = {},
  ) => {
    const { server, channel } = await stage(undefined, options)
    const member = server.member()
    server.fail(route, fault)
    const error = await channel
      .send({ channel: 'discord', value: member.id }, say('tajne słowa'))
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SendError)
    const { verdict, retryAfterMs, message, cause } = error as SendError
    expect(`${message} ${JSON.stringify(error)}`).not.toMatch(
      new RegExp(`tajne|${member.id}|${server.token}`),
    )
    expect(cause).toBeUndefined()
    return { verdict, retryAfterMs, requests: server.requests(route), server, channel, member }
  }

  test('opens direct messages and says which message it was', async () => {
    const { server, channel } = await stage()
    const member = server.member()
    const receipt = await channel.send(
      { channel: 'discord', value: member.id },
      say('Za 7 dni', { choices: choices(2) }),
    )
    expect(receipt.messageId).toMatch(/^\d+$/)
    expect(member.screen()).toMatchObject({
      text: 'Za 7 dni',
      buttons: ['Odpowiedź 1', 'Odpowiedź 2'],
      isEphemeral: false,
    })
    expect(server.violations).toEqual([])
  })

  test('asks whether it is still wanted, also where the direct messages are open already', async () => {
    const { server, channel } = await stage()
    const member = server.member()
    const to = { channel: 'discord', value: member.id } as const
    await channel.send(to, say('Raz'))
    let asked = 0
    const unwanted = { begin: async () => ((asked += 1), false) }
    expect(await channel.send(to, say('Drugi raz'), unwanted)).toEqual({ isUnsent: true })
    expect(
      await channel.send(to, say('Trzeci raz'), { begin: async () => ((asked += 1), true) }),
    ).toMatchObject({
      messageId: expect.stringMatching(/^\d+$/) as string,
    })
    expect([asked, member.screens().map(({ text }) => text)]).toEqual([2, ['Raz', 'Trzeci raz']])
  })

  test('posts into a place', async () => {
    const { server, channel } = await stage()
    await channel.send({ channel: 'discord', value: `#${server.channel.id}` }, say('Ogłoszenie'))
    expect(server.channel.messages().map(({ text }) => text)).toEqual(['Ogłoszenie'])
  })

  test('answers in place while the token is fresh, in direct messages afterwards', async () => {
    const clock = new VirtualClock()
    const { server, channel, incoming } = await stage(async () => [say('Chwila')], { clock })
    const member = server.member()
    await member.runs('/help')
    await member.sees('Chwila')
    const via = incoming[0]?.via
    const to = { channel: 'discord', value: member.id } as const
    await channel.send(to, say('W miejscu'), { via })
    expect(member.screen()).toMatchObject({ text: 'W miejscu', isEphemeral: true })
    server.advance(16 * 60_000)
    await channel.send(to, say('Token już nie działa'), { via })
    expect(member.screen()).toMatchObject({ text: 'Token już nie działa', isEphemeral: false })
    clock.advance(16 * 60_000)
    const before = server.requests('followUp')
    await channel.send(to, say('Za późno'), { via })
    expect(member.screen()).toMatchObject({ text: 'Za późno', isEphemeral: false })
    expect(server.requests('followUp')).toBe(before)
  })

  test('answers in the direct messages something was typed in', async () => {
    const { server, channel, incoming } = await stage(async () => [say('Chwila')])
    const member = server.member()
    member.says('halo')
    await member.sees('Chwila')
    await channel.send({ channel: 'discord', value: member.id }, say('Już'), { via: incoming[0]?.via })
    expect(member.screen().text).toBe('Już')
    expect(server.requests('openDm')).toBe(0)
  })

  test('shows the same message once when it is sent again after an unknown fate', async () => {
    const { verdict, channel, member } = await failing({ reset: 'after-body' })
    expect(verdict).toBe('unknown')
    await channel.send({ channel: 'discord', value: member.id }, say('tajne słowa'))
    expect(member.screens()).toHaveLength(1)
  })

  test('names closed direct messages unreachable', async () => {
    const { server, channel } = await stage()
    const member = server.member()
    member.closesDms()
    const sending = channel.send({ channel: 'discord', value: member.id }, say('Halo'))
    await expect(sending).rejects.toMatchObject({ name: 'SendError', verdict: 'unreachable' })
  })

  test('names a person who is in no server with the bot, or is none at all, unreachable', async () => {
    expect((await failing({ status: 403, code: 50278 })).verdict).toBe('unreachable')
    const { channel } = await stage()
    await expect(
      channel.send({ channel: 'discord', value: '123456789012345678' }, say('Halo')),
    ).rejects.toMatchObject({
      verdict: 'unreachable',
    })
  })

  test('waits an hour when it opens direct messages too fast', async () => {
    expect(await failing({ status: 403, code: 40003 }, 'openDm')).toMatchObject({
      verdict: 'retry',
      retryAfterMs: 3_600_000,
    })
  })

  test('names the wait that Discord asks for, and asks once', async () => {
    const named = await failing({ status: 429, retryAfter: 2.5 })
    expect(named).toMatchObject({ verdict: 'retry', requests: 1 })
    expect(named.retryAfterMs).toBeGreaterThanOrEqual(2_500)
    expect(named.retryAfterMs).toBeLessThan(3_000)
  })

  test('finds the wait in the body when the header is missing', async () => {
    const named = await failing({ status: 429, retryAfter: 2.5, hasNoHeader: true })
    expect(named).toMatchObject({ verdict: 'retry', requests: 1 })
    expect(named.retryAfterMs).toBeGreaterThanOrEqual(2_500)
  })

  test('does not even ask while a limit is used up', async () => {
    const { server, channel } = await stage(undefined, {
      server: { rateLimit: { limit: 2, windowMs: 60_000 } },
    })
    const to = { channel: 'discord', value: `#${server.channel.id}` } as const
    await channel.send(to, say('pierwsza'))
    await channel.send(to, say('druga'))
    const error = await channel.send(to, say('trzecia')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ verdict: 'retry' })
    expect((error as SendError).retryAfterMs).toBeGreaterThan(10_000)
    expect(server.requests('post')).toBe(2)
  })

  test('names a refused message rejected', async () => {
    expect(await failing({ status: 400, code: 50035 })).toMatchObject({ verdict: 'rejected', requests: 1 })
  })

  test('tries again later when Discord has failed', async () => {
    expect(await failing({ status: 500 })).toMatchObject({ verdict: 'retry', requests: 1 })
    expect(await failing({ status: 502 })).toMatchObject({ verdict: 'retry', requests: 1 })
  })

  test('tries again later when nobody answers the door', async () => {
    const { server, channel } = await stage()
    await server.close()
    const sending = channel.send({ channel: 'discord', value: '123456789012345678' }, say('Halo'))
    await expect(sending).rejects.toMatchObject({ verdict: 'retry' })
  })

  test('does not know the fate of a message whose connection broke or fell silent', async () => {
    expect(await failing({ reset: 'before-body' })).toMatchObject({ verdict: 'unknown', requests: 1 })
    expect(await failing({ hang: true }, 'post', { timeoutMs: 300 })).toMatchObject({
      verdict: 'unknown',
      requests: 1,
    })
  })

  test('keeps its token after Discord has refused it once', async () => {
    const { verdict, channel, member } = await failing({ status: 401, code: 0 })
    expect(verdict).toBe('retry')
    expect(channel.state()).toBe('refused')
    await channel.send({ channel: 'discord', value: member.id }, say('Znów działa'))
    expect(member.screen().text).toBe('Znów działa')
    expect(channel.state()).toBe('ok')
  })
})
