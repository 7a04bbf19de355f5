import { describe, expect, test } from 'vitest'
import { choices, help, say, stage, steps, until } from '../support/discord/stage.ts'

describe('inside a server', () => {
  test('answers a slash command so that only the person sees it', async () => {
    const { server, incoming } = await stage(async () => [
      say('Dzień dobry!', { choices: [...choices(2), ...steps, help] }),
    ])
    const member = server.member({ locale: 'uk' })
    await member.runs('/початок', { consultation: 'c-safe-way' })
    const screen = await member.sees('Dzień dobry!')
    expect(screen.isEphemeral).toBe(true)
    expect(screen.rows).toEqual([['Odpowiedź 1', 'Odpowiedź 2'], ['Wróć', 'Pomiń'], ['Pomoc']])
    expect(server.channel.messages()).toEqual([])
    expect(incoming[0]).toMatchObject({
      from: { channel: 'discord', value: member.id },
      place: { channel: 'discord', value: `#${server.channel.id}` },
      text: '/start c-safe-way',
      locale: 'uk',
    })
    expect(incoming[0]?.id).toMatch(/^\d{17,19}$/)
    expect(Math.abs((incoming[0]?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
    expect(server.violations).toEqual([])
  })

  test('goes on in the same message when a button is tapped', async () => {
    const { server, incoming } = await stage(async ({ choice }) =>
      choice
        ? [say('Pytanie 2', { replaces: true }), say('Dodatek'), say('Zapisane', { isNotice: true })]
        : [say('Pytanie 1', { choices: choices(2) })],
    )
    const member = server.member()
    await member.runs('/start')
    await member.sees('Pytanie 1')
    await member.taps('Odpowiedź 2')
    await member.sees('Zapisane')
    expect(incoming[1]).toMatchObject({ choice: 'a2', place: { value: `#${server.channel.id}` } })
    expect(member.screens().map(({ text }) => text)).toEqual(['Pytanie 2', 'Dodatek', 'Zapisane'])
    expect(member.screens().every(({ isEphemeral }) => isEphemeral)).toBe(true)
    expect(member.screens()[0]?.buttons).toEqual([])
    expect(server.violations).toEqual([])
  })

  test('puts the message that stands in the place of an earlier one, with a word beside it', async () => {
    const { server } = await stage(async ({ choice }) =>
      choice
        ? [say('Jesteśmy teraz tutaj.', { isNotice: true }), say('Pytanie 2', { replaces: true })]
        : [say('Pytanie 1', { choices: choices(2) })],
    )
    const member = server.member()
    await member.runs('/start')
    await member.sees('Pytanie 1')
    await member.taps('Odpowiedź 2')
    await server.idle()
    expect(new Set(member.screens().map(({ text }) => text))).toEqual(
      new Set(['Pytanie 2', 'Jesteśmy teraz tutaj.']),
    )
  })

  test('takes a typed answer through a form', async () => {
    const { server, incoming } = await stage(async ({ text }) =>
      text?.startsWith('/')
        ? [say('Co zmienić?', { expects: 'text', maxChars: 200, choices: steps })]
        : [say('Dziękujemy', { replaces: true })],
    )
    const member = server.member()
    await member.runs('/start')
    await member.sees('Co zmienić?')
    expect(member.screen().rows).toEqual([['Napisz'], ['Wróć', 'Pomiń']])
    await member.taps('Napisz')
    expect(member.form()).toEqual({ title: 'Napisz', label: 'Twoja odpowiedź', maxLength: 200 })
    await member.submits('więcej *ławek*')
    await member.sees('Dziękujemy')
    expect(incoming.map(({ text }) => text)).toEqual(['/start', 'więcej *ławek*'])
    expect(member.screens()).toHaveLength(1)
    expect(server.violations).toEqual([])
  })

  test('takes several answers at once from a menu', async () => {
    const offered = choices(4).map((choice, index) => ({ ...choice, isPicked: index === 3 }))
    const { server, incoming } = await stage(async ({ choices: chosen }) =>
      chosen
        ? [say(`Wybrane: ${chosen.join(' ')}`, { replaces: true })]
        : [say('Wybierz', { pick: 'several', max: 2, choices: [...offered, ...steps, help] })],
    )
    const member = server.member()
    await member.runs('/start')
    await member.sees('Wybierz')
    expect(member.screen().picked).toEqual(['Odpowiedź 4'])
    expect(() => member.selects(['Odpowiedź 1', 'Odpowiedź 2', 'Odpowiedź 3'])).toThrow('0 to 2')
    await member.selects(['Odpowiedź 1', 'Odpowiedź 3'])
    await member.sees('Wybrane: a1 a3')
    expect(incoming[1]?.choices).toEqual(['a1', 'a3'])
    expect(server.violations).toEqual([])
  })

  test('offers eighteen districts in one menu, and forty-three in two', async () => {
    const { server, incoming } = await stage(async ({ choice, text }) =>
      choice
        ? [say(`Wybrane: ${choice}`, { replaces: true })]
        : [say('Gdzie?', { choices: [...choices(text === '/help' ? 43 : 18), ...steps, help] })],
    )
    const member = server.member()
    await member.runs('/start')
    await member.sees('Gdzie?')
    expect(member.screen().options).toHaveLength(18)
    await member.taps('Odpowiedź 18')
    await member.sees('Wybrane: a18')
    await member.runs('/pomoc')
    await member.sees('Gdzie?')
    expect(member.screen().options).toHaveLength(43)
    await member.taps('Odpowiedź 43')
    await member.sees('Wybrane: a43')
    expect(incoming.map(({ choice }) => choice)).toEqual([undefined, 'a18', undefined, 'a43'])
    expect(server.violations).toEqual([])
  })

  test('gathers several answers out of more than one menu, and hands them over together', async () => {
    const { server, incoming } = await stage(async ({ choices: chosen }) =>
      chosen
        ? [say('Zapisane', { replaces: true })]
        : [say('Które?', { pick: 'several', max: 30, choices: [...choices(30), ...steps] })],
    )
    const member = server.member()
    await member.runs('/start')
    await member.sees('Które?')
    await member.selects(['Odpowiedź 2', 'Odpowiedź 5', 'Odpowiedź 7'])
    await member.selects(['Odpowiedź 2', 'Odpowiedź 7'])
    await member.selects(['Odpowiedź 30'])
    expect(member.screen().picked).toEqual(['Odpowiedź 2', 'Odpowiedź 7', 'Odpowiedź 30'])
    expect(incoming).toHaveLength(1)
    await member.taps('Gotowe')
    await member.sees('Zapisane')
    expect(incoming[1]?.choices).toEqual(['a2', 'a7', 'a30'])
    expect(server.violations).toEqual([])
  })

  test('adds the form where a list is too long for menus', async () => {
    const { server } = await stage(async () => [
      say('Która szkoła?', { choices: [...choices(180), ...steps, help] }),
    ])
    const member = server.member()
    await member.runs('/start')
    const screen = await member.sees('Która szkoła?')
    expect(screen.options).toHaveLength(100)
    expect(screen.buttons).toEqual(['Napisz', 'Wróć', 'Pomiń', 'Pomoc'])
    expect(server.violations).toEqual([])
  })

  test('shows long answers whole', async () => {
    const long =
      'Bezpieczna droga do szkoły, także zimą i po zmroku, z przejściami, światłami i chodnikami po obu stronach ulicy'
    const { server, incoming } = await stage(async ({ choice }) =>
      choice ? [] : [say('Co?', { choices: [{ id: 'x', label: long }, ...choices(1)] })],
    )
    const member = server.member()
    await member.runs('/start')
    const screen = await member.sees('Co?')
    expect(screen.text).toContain(`1. ${long}`)
    await member.taps('c:x')
    await until(() => incoming.length === 2)
    expect(incoming[1]?.choice).toBe('x')
    expect(server.violations).toEqual([])
  })

  test('posts into the channel with a button that begins a private conversation', async () => {
    const post = say('Nowa konsultacja', {
      isPublic: true,
      choices: [{ id: 'start', label: 'Zacznij', start: 'c-safe-way' }],
    })
    const { server, incoming } = await stage(async ({ text }) =>
      text === '/start c-safe-way' ? [say('Witaj!', { replaces: true })] : [post, say('Opublikowane')],
    )
    const staff = server.member()
    await staff.runs('/start', { consultation: 'post' })
    await until(() => server.channel.messages().length === 1)
    expect(server.channel.messages().map(({ text }) => text)).toEqual(['Nowa konsultacja'])
    expect(staff.screen()).toMatchObject({ text: 'Opublikowane', isEphemeral: true })

    const member = server.member()
    await member.taps('Zacznij')
    const screen = await member.sees('Witaj!')
    expect(screen.isEphemeral).toBe(true)
    expect(incoming[1]).toMatchObject({ text: '/start c-safe-way', from: { value: member.id } })
    expect(server.channel.messages().map(({ text }) => text)).toEqual(['Nowa konsultacja'])
    expect(server.violations).toEqual([])
  })

  test('posts through the interaction where the bot may not write into the channel', async () => {
    const { server } = await stage(async () => [say('Dla wszystkich', { isPublic: true })])
    const staff = server.member()
    server.fail('post', { status: 403, code: 50013 })
    await staff.runs('/start')
    await until(() => server.channel.messages().length === 1)
    expect(server.channel.messages()[0]?.text).toBe('Dla wszystkich')
    expect(staff.screens()).toEqual([])
  })

  test('takes its "thinking" away when there is nothing to say', async () => {
    const { server } = await stage()
    const member = server.member()
    await member.runs('/help')
    await server.idle()
    expect(server.requests('remove')).toBe(1)
    expect(member.screens()).toEqual([])
  })

  test('takes its "thinking" away when the answer fails, and goes on', async () => {
    const { server } = await stage(async ({ text }) => {
      if (text === '/start boom') throw new Error('broken')
      return [say('Jestem')]
    })
    const member = server.member()
    await member.runs('/start', { consultation: 'boom' })
    await server.idle()
    expect(member.screens()).toEqual([])
    await member.runs('/help')
    await member.sees('Jestem')
  })

  test('does not read what is written in the channel', async () => {
    const { server, incoming } = await stage(async () => [say('Słyszę')])
    const member = server.member()
    member.saysInServer('to nie do bota')
    member.says('to do bota')
    await member.sees('Słyszę')
    expect(incoming.map(({ text }) => text)).toEqual(['to do bota'])
  })

  test('hands a button nobody offered over as a choice, for a kind answer', async () => {
    const { server, incoming } = await stage(async ({ choice }) => [
      say(choice ? 'Nie znam' : 'Pytanie', { choices: choices(2) }),
    ])
    const member = server.member()
    await member.runs('/start')
    await member.sees('Pytanie')
    await member.forges('zzz:\u202e<script>')
    await member.sees('Nie znam')
    await member.forges('o:0')
    await until(() => incoming.length === 3)
    expect(incoming.map(({ choice }) => choice)).toEqual([undefined, 'zzz:\u202e<script>', ''])
    expect(server.violations).toEqual([])
  })
})
