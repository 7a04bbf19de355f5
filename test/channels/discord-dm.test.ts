import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import { incomingsOf } from '../../src/channels/discord/act.ts'
import { choices, say, stage, until } from '../support/discord/stage.ts'

describe('in direct messages', () => {
  test('talks in normal messages, typed and tapped', async () => {
    const { server, incoming } = await stage(async ({ choice, text }) => {
      if (choice) return [say('Pytanie 2', { replaces: true, expects: 'number' })]
      return [say(text === '7' ? 'Koniec' : 'Pytanie 1', { choices: choices(3) })]
    })
    const member = server.member()
    const id = member.says('Cześć')
    const first = await member.sees('Pytanie 1')
    expect(first.isEphemeral).toBe(false)
    await member.taps('Odpowiedź 1')
    const second = await member.sees('Pytanie 2')
    expect(second.buttons).toEqual(['Napisz'])
    member.says('7')
    await member.sees('Koniec')
    expect(member.screens().map(({ text }) => text)).toEqual(['Pytanie 2', 'Koniec'])
    expect(incoming[0]).toMatchObject({ id, text: 'Cześć', from: { channel: 'discord', value: member.id } })
    expect(incoming.every(({ place }) => place === undefined)).toBe(true)
    expect(server.violations).toEqual([])
  })

  test('answers a slash command there too', async () => {
    const { server } = await stage(async () => [say('Pomoc')])
    const member = server.member()
    await member.runs('/help', {}, 'dm')
    expect((await member.sees('Pomoc')).isEphemeral).toBe(false)
    expect(server.violations).toEqual([])
  })

  test('keeps the order of one person while others go ahead', async () => {
    const order: string[] = []
    const { server } = await stage(async ({ text = '' }) => {
      if (text === 'A1') await sleep(150)
      order.push(text)
      return [say(`po ${text}`)]
    })
    const [ala, olek] = [server.member(), server.member()]
    ala.says('A1')
    ala.says('A2')
    olek.says('O1')
    await Promise.all([ala.sees('po A2'), olek.sees('po O1')])
    expect(order).toEqual(['O1', 'A1', 'A2'])
  })

  test('does not throw when somebody closes their messages in the middle', async () => {
    const { server, channel } = await stage(async () => [say('Nie dojdzie')])
    const member = server.member()
    member.closesDms()
    member.says('halo')
    await server.idle()
    await until(() => server.requests('post') === 1)
    member.opensDms()
    member.says('jednak')
    await member.sees('Nie dojdzie')
    expect(channel.state()).toBe('ok')
  })

  test('hands over a file', async () => {
    const { server } = await stage(async () => [
      say('Twoje dane', { file: { name: 'dane.json', mediaType: 'application/json', content: '{"ą":1}' } }),
    ])
    const member = server.member()
    member.says('/mydata')
    await member.sees('Twoje dane')
    expect(member.screen().files).toEqual([
      { name: 'dane.json', mediaType: 'application/json', content: '{"ą":1}' },
    ])
    await member.runs('/help')
    await server.idle()
    expect(member.screen().files).toHaveLength(1)
    expect(server.violations).toEqual([])
  })

  test('shows text as it is, without formatting, mentions or broken links', async () => {
    const text =
      '*nie* _kursywa_ ~~x~~ `kod` ||spoiler|| \\ https://example.org/a_b_c*d @everyone <@123>\n# nie nagłówek\n> nie cytat\n-# mało\n[a](b)'
    const { server } = await stage(async () => [say(text)])
    const member = server.member()
    member.says('pokaż')
    await member.sees('nie')
    expect(member.screen().text).toBe(text)
    const [body] = server.bodies('post') as { content: string; allowed_mentions: unknown }[]
    expect(body?.allowed_mentions).toEqual({ parse: [] })
    expect(body?.content).toContain('https://example.org/a_b_c*d')
  })

  test('splits a long text at its paragraphs and keeps the buttons at the end', async () => {
    const paragraph = `${'słowo_'.repeat(120)}koniec.`
    const text = [1, 2, 3, 4, 5].map((number) => `${number}) ${paragraph}`).join('\n\n')
    const { server } = await stage(async () => [say(text, { choices: choices(2) })])
    const member = server.member()
    member.says('długo')
    await member.sees('5)')
    const screens = member.screens()
    expect(screens.length).toBeGreaterThan(1)
    expect(screens.map((screen) => screen.text).join('\n\n')).toBe(text)
    expect(screens.map(({ buttons }) => buttons.length)).toEqual([...screens.slice(1).map(() => 0), 2])
    expect(server.violations).toEqual([])
  })

  test('splits what has no border at all without losing a character', async () => {
    const text = '_🎺'.repeat(1500)
    const { server } = await stage(async () => [say(text)])
    const member = server.member()
    member.says('długo')
    await server.idle()
    await until(() => member.screens().length >= 3)
    await server.idle()
    expect(
      member
        .screens()
        .map((screen) => screen.text)
        .join(''),
    ).toBe(text)
    expect(server.violations).toEqual([])
  })

  test('survives whatever is written and tapped', async () => {
    const { server } = await stage(async ({ text, choice }) => [
      say(`Słyszę: ${text ?? choice ?? ''}`, { choices: choices(2) }),
    ])
    const members = Array.from({ length: 20 }, () => server.member())
    members.forEach((member) => member.says('początek'))
    await Promise.all(members.map((member) => member.sees('początek')))
    const oddities = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }), {
      numRuns: 200,
      seed: 7,
    })
    for (const [index, oddity] of oddities.entries()) {
      const member = members[index % members.length]
      if (index % 2 === 0) member?.says(oddity.repeat(30))
      else await member?.forges(oddity)
    }
    members.forEach((member) => member.says('koniec'))
    await Promise.all(members.map((member) => member.sees('koniec', 60_000)))
    expect(server.failures).toEqual([])
    expect(server.violations).toEqual([])
  }, 90_000)

  test('hears people only: no bots, no system messages, no channel of a server', () => {
    const typed = { id: '1300000000000000000', channel_id: '1', type: 0, content: 'a', author: { id: '2' } }
    const heard = (more: object) =>
      incomingsOf({ attachments: [], ...typed, ...more } as unknown as GatewayMessageCreateDispatchData)[0]
    expect(heard({})?.text).toBe('a')
    expect(heard({ type: 19 })?.text).toBe('a')
    expect(heard({ guild_id: '3' })).toBeUndefined()
    expect(heard({ author: { id: '2', bot: true } })).toBeUndefined()
    expect(heard({ webhook_id: '4' })).toBeUndefined()
    expect(heard({ type: 6 })).toBeUndefined()
  })
})
