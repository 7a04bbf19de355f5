import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createGate } from '../../src/runtime/gate.ts'
import type { Incoming } from '../../src/domain/message.ts'
import { channelFor, choices, say, serve, stage, until } from '../support/discord/stage.ts'

describe('connecting', () => {
  test('asks for no privileged intent and registers the commands in every language', async () => {
    const { server, channel } = await stage()
    expect(server.gateway.intents).toEqual([1 | 4096])
    expect(server.commands().map(({ name, name_localizations: names }) => [name, names])).toEqual([
      ['start', { pl: 'start', uk: 'початок' }],
      ['help', { pl: 'pomoc', uk: 'допомога' }],
    ])
    expect(channel.state()).toBe('ok')
    expect(server.violations).toEqual([])
  })

  test('keeps trying while Discord is away', async () => {
    const server = await serve()
    server.fail('gateway', { status: 502 })
    const channel = channelFor(server)
    const listening = channel.listen(async () => [])
    expect(channel.state()).toBe('connecting')
    await listening
    expect(channel.state()).toBe('ok')
    expect(server.requests('gateway')).toBe(2)
  })

  test('says at once that a token is refused', async () => {
    const server = await serve()
    const channel = channelFor(server, { token: 'not.the.token' })
    await expect(channel.listen(async () => [])).rejects.toThrow('DISCORD_BOT_TOKEN')
    expect(channel.state()).toBe('refused')
  })

  test('comes back when Discord asks to reconnect, and misses nothing in between', async () => {
    const { server, channel } = await stage(async ({ text }) => [say(`Usłyszane: ${text}`)])
    const member = server.member()
    server.gateway.askToReconnect()
    await until(() => channel.state() === 'connecting')
    member.says('halo')
    await member.sees('Usłyszane: halo')
    expect(server.gateway.resumes()).toBe(1)
    server.gateway.invalidate(false)
    await until(() => server.gateway.intents.length === 2 && channel.state() === 'ok')
    member.says('znowu')
    await member.sees('Usłyszane: znowu')
  })

  test('is down in the eyes of /health once its token is taken away', async () => {
    const { server, channel } = await stage()
    server.gateway.closeWith(4004)
    await until(() => channel.state() === 'refused')
    expect(channel.state()).toBe('refused')
  })

  test('closes for good in the middle of reconnecting', async () => {
    const { server, channel } = await stage()
    server.gateway.askToReconnect()
    await until(() => channel.state() === 'connecting')
    await channel.close()
    await sleep(700)
    expect(server.gateway.isConnected()).toBe(false)
  })

  test('stays up when commands cannot be registered', async () => {
    const server = await serve()
    server.fail('commands', { status: 403, code: 50001 })
    const channel = channelFor(server)
    await channel.listen(async () => [])
    expect(channel.state()).toBe('ok')
  })
})

describe('acknowledging', () => {
  test('comes before the answer is ready, however long that takes', async () => {
    const { server } = await stage(async ({ choice, text }) => {
      if (text === '/help') return [say('Pytanie', { choices: choices(1) })]
      await sleep(4_000)
      return [say(choice ? 'Dalej' : 'Wreszcie', { replaces: true })]
    })
    const [ala, olek] = [server.member(), server.member()]
    await olek.runs('/help')
    await olek.sees('Pytanie')
    await Promise.all([ala.runs('/start'), olek.taps('Odpowiedź 1')])
    await Promise.all([ala.sees('Wreszcie'), olek.sees('Dalej')])
    expect(server.failures).toEqual([])
    expect(server.acks.map(({ type }) => type).toSorted((a, b) => a - b)).toEqual([5, 5, 6])
    expect(server.acks.every(({ afterMs }) => afterMs < 3_000)).toBe(true)
    expect(server.violations).toEqual([])
  }, 20_000)

  test('is tried again when Discord stumbles, also when the first try counted after all', async () => {
    const { server, incoming } = await stage(async () => [say('Dobrze')])
    const member = server.member()
    server.fail('ack', { status: 502 })
    expect(await member.runs('/help')).toBe('acknowledged')
    await member.sees('Dobrze')
    server.fail('ack', { status: 503, isDone: true })
    await member.runs('/start')
    await until(() => incoming.length === 2 && member.screens().length === 2)
    expect(server.requests('ack')).toBe(4)
  })

  test('leaves to another process what that one has acknowledged', async () => {
    const { server, incoming } = await stage(async () => [say('Raz')])
    const twin = channelFor(server)
    const taken: Incoming[] = []
    await twin.listen(async (each) => {
      taken.push(each)
      return [say('Raz')]
    })
    const member = server.member()
    await member.runs('/help')
    await member.sees('Raz')
    await server.idle()
    expect(member.screens()).toHaveLength(1)
    expect(incoming.length + taken.length).toBe(1)
  })

  test('that is lost does not lose what the person did: the answer goes to their direct messages', async () => {
    const { server, incoming } = await stage(async () => [say('Jednak jest')])
    const member = server.member()
    server.fail('ack', { status: 404, code: 10062 })
    expect(await member.runs('/help')).toBe('failed')
    const screen = await member.sees('Jednak jest')
    expect(screen.isEphemeral).toBe(false)
    expect(incoming).toHaveLength(1)
  })

  test('survives an empty answer that is called JSON', async () => {
    const { server, logged } = await stage(async () => [say('Dobrze')])
    server.fail('ack', { isMislabelled: true })
    const member = server.member()
    await member.runs('/help')
    await member.sees('Dobrze')
    expect(logged.filter((line) => line.includes('acknowledgement'))).toEqual([])
  })

  test('is followed by the answer even if Discord stumbles once', async () => {
    const { server } = await stage(async ({ text }) => [say(`Odpowiedź na ${text}`)])
    const member = server.member()
    const faults = [
      { status: 502 },
      { status: 429, retryAfter: 0.2 },
      { status: 429, retryAfter: 0.2, hasNoHeader: true },
      { reset: 'after-body' },
    ] as const
    for (const [index, fault] of faults.entries()) {
      server.fail('edit', fault)
      await member.runs('/start', { consultation: `c${index}` })
      await member.sees(`Odpowiedź na /start c${index}`)
    }
    await until(() => server.requests('edit') === 2 * faults.length)
    await server.idle()
    expect(member.screens()).toHaveLength(faults.length)
  })
})

test('closing waits for the answers under way', async () => {
  const { server, channel } = await stage(async () => {
    await sleep(300)
    return [say('Zdążone')]
  })
  const member = server.member()
  await member.runs('/help')
  await channel.close()
  expect(member.screen().text).toBe('Zdążone')
  expect(server.gateway.isConnected()).toBe(false)
})

test('the log names no person and no text', async () => {
  const { server, logged } = await stage(async ({ text }) => {
    if (text?.includes('boom')) throw new Error('broken')
    return [say('tajna odpowiedź')]
  })
  const member = server.member()
  member.closesDms()
  member.says('tajne pytanie')
  server.fail('edit', { status: 400, code: 50035 })
  await member.runs('/help')
  await member.runs('/start', { consultation: 'boom' })
  server.fail('ack', { status: 404, code: 10062 })
  await member.runs('/help')
  await until(() => logged.length >= 5)
  expect(logged.join('\n')).not.toMatch(new RegExp(`tajn|${member.id}|${server.token}|token-`))
})

test('acknowledgements go before everything else that waits for room', async () => {
  const gate = createGate(1)
  const order: string[] = []
  const run = (name: string, isUrgent: boolean) => gate.pass(async () => void order.push(name), isUrgent)
  const first = gate.pass(() => sleep(20), false)
  await Promise.all([run('edit', false), run('ack', true), run('post', false), first])
  expect(order).toEqual(['ack', 'edit', 'post'])
  await expect(gate.pass(() => Promise.reject(new Error('broken')), false)).rejects.toThrow('broken')
  await run('after', false)
  expect(order.at(-1)).toBe('after')
})
