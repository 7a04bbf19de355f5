/** What people do in Telegram, and what they see of our answers. */
import { describe, expect, test } from 'vitest'
import { gate, say, startBot, until } from '../support/telegram/bot.ts'

describe('what a person writes', () => {
  test('arrives as typed, with their language, and is answered and settled', async () => {
    const { server, heard, inbox, settle } = await startBot()
    const ala = server.user({ languageCode: 'uk' })
    const id = await ala.says('Привіт, <b>місто</b>!')
    await ala.sees('» Привіт, <b>місто</b>!')
    await settle()
    expect(heard).toEqual([
      {
        id: String(id),
        at: expect.any(Date),
        from: { channel: 'telegram', value: String(ala.id) },
        text: 'Привіт, <b>місто</b>!',
        locale: 'uk',
      },
    ])
    expect(await inbox.pending()).toEqual([])
    expect(server.violations).toEqual([])
  })

  test('as a command or a deep link keeps its argument and loses the name of the bot', async () => {
    const { server, heard, settle } = await startBot()
    const ala = server.user()
    for (const text of ['/start c-safe-way-to-school', '/help@Hejnal_Bot', '/help@other_bot'])
      await ala.says(text)
    await settle()
    expect(heard.map(({ text }) => text)).toEqual(['/start c-safe-way-to-school', '/help', '/help@other_bot'])
  })

  test('loses NUL and control characters, keeps line breaks, emoji and right-to-left marks', async () => {
    const { server, heard, settle } = await startBot()
    await server.user().says('a\u0000b\u0007c\u009f\u001b[31m\nd 👩‍👧 \u200f\ud83d')
    await settle()
    expect(heard[0]?.text).toBe('abc[31m\nd 👩‍👧 \u200f')
  })

  test('that is neither text nor a file arrives as an empty text', async () => {
    const { server, heard, settle } = await startBot(async () => [say('Napisz to, proszę, słowami.')])
    const ala = server.user()
    await ala.sends({ location: { latitude: 50.06, longitude: 19.94 } })
    await ala.sends({ dice: { emoji: '🎲', value: 3 } })
    await settle()
    expect(heard.map(({ text, file }) => [text, file])).toEqual([
      ['', undefined],
      ['', undefined],
    ])
    expect(ala.messages()).toHaveLength(2)
  })

  test('with a recording or a picture says what it is, and none of it is fetched unless it is wanted', async () => {
    const { server, heard, settle } = await startBot(async () => [say('Napisz to, proszę, słowami.')])
    const ala = server.user()
    await ala.sends({ voice: { file_id: 'a', file_unique_id: 'b', duration: 3, file_size: 7 } })
    await ala.sends({ photo: [{ file_id: 'a', file_unique_id: 'b', width: 1, height: 1 }], caption: 'ja' })
    await ala.sends({ video_note: { file_id: 'a', file_unique_id: 'b', duration: 3, length: 1 } })
    await settle()
    expect(heard.map(({ text, file }) => [text, file?.name, file?.mediaType, file?.bytes])).toEqual([
      ['', 'voice.ogg', 'audio/ogg', 7],
      ['ja', 'photo.jpg', 'image/jpeg', undefined],
      ['', 'video.mp4', 'video/mp4', undefined],
    ])
    expect([server.requests('getFile'), server.requests('file')]).toEqual([0, 0])
  })

  test('in another form than a message to us is let go, unkept and unanswered', async () => {
    const { server, heard, inbox, settle } = await startBot()
    const ala = server.user()
    await ala.blocks()
    await ala.unblocks()
    await ala.sends({ new_chat_title: 'Nowa' })
    const message = {
      message_id: 1,
      date: 1,
      chat: { id: ala.id, type: 'private', first_name: 'Ala' } as never,
      text: 'a',
    }
    server.pushes({ edited_message: message })
    server.pushes({ channel_post: message })
    server.pushes({ message: { ...message, from: { id: 9, is_bot: true, first_name: 'R2' } } })
    server.pushes({ message: null as never })
    server.pushes({ callback_query: {} as never })
    await settle()
    expect(heard).toEqual([])
    expect(inbox).toMatchObject({ settled: 0, bodies: new Map() })
    await ala.says('Jestem')
    await ala.sees('» Jestem')
  })

  test('leaves no name in the inbox', async () => {
    const blocked = gate()
    const { server, inbox } = await startBot(async () => (await blocked.opened, []))
    await server.user({ firstName: 'Eustachy' }).says('Hej')
    await until(() => inbox.bodies.size === 1)
    const [kept] = await inbox.pending()
    expect(kept?.body).toContain('Hej')
    expect(kept?.body).not.toContain('Eustachy')
    blocked.open()
  })
})

describe('a tap', () => {
  const question = (picked?: string) =>
    say('Jak jeździsz?', {
      choices: ['rower', 'bus', 'pieszo'].map((id) => ({ id, label: id, isPicked: id === picked })),
      replaces: picked !== undefined,
    })

  test('comes back as the choice, changes the message in place and stops the spinner', async () => {
    const { server, heard, settle } = await startBot(async ({ choice }) => [question(choice)])
    const ala = server.user()
    await ala.says('/start')
    await ala.sees('Jak jeździsz?')
    await ala.taps('bus')
    await settle()
    expect(heard[1]).toMatchObject({ choice: 'bus', via: expect.any(String) })
    expect(ala.screen().buttons).toEqual(['rower', '✓ bus', 'pieszo'])
    expect(ala.messages()).toMatchObject([{ edits: 1 }])
    expect(server.unansweredTaps()).toBe(0)
  })

  test('repeated twenty times is handed over in order and answered once each; the same screen is no error', async () => {
    const { server, heard, logged, settle } = await startBot(async ({ choice }) => [question(choice)])
    const ala = server.user()
    await ala.says('/start')
    await ala.sees('Jak jeździsz?')
    const ids = await ala.taps('rower', { times: 20 })
    await settle()
    expect(heard.slice(1).map(({ id }) => id)).toEqual(ids.map(String))
    expect(server.requests('answerCallbackQuery')).toBe(20)
    expect(server.unansweredTaps()).toBe(0)
    expect(ala.messages()).toMatchObject([{ edits: 1 }])
    expect(logged.filter((line) => !line.includes('connected'))).toEqual([])
    expect(server.violations).toEqual([])
  })

  test('is answered with a notice that pops up, or a message where it is too long to', async () => {
    const { server, settle } = await startBot(async ({ choice }) => {
      if (choice === 'bus') return [say('Najwyżej trzy.', { isNotice: true })]
      if (choice === 'pieszo')
        return [say('Pierwsze.', { isNotice: true }), say('Drugie.', { isNotice: true })]
      return choice
        ? [say('a'.repeat(201), { isNotice: true })]
        : [question(), say('Zapisane.', { isNotice: true })]
    })
    const ala = server.user()
    await ala.says('/start')
    await ala.sees('Zapisane.')
    await ala.taps('bus')
    await settle()
    expect(ala.toasts()).toEqual(['Najwyżej trzy.'])
    expect(server.requests('answerCallbackQuery')).toBe(1)
    await ala.taps('rower')
    await ala.sees('a'.repeat(201))
    await ala.taps('pieszo')
    await ala.sees('Drugie.')
    expect(ala.toasts()).toEqual(['Najwyżej trzy.', 'Pierwsze.'])
    await settle()
    expect(server.requests('answerCallbackQuery')).toBe(3)
    expect(server.unansweredTaps()).toBe(0)
    expect(server.violations).toEqual([])
  })

  test('of an earlier message pops up a word, and the message becomes the one that stands', async () => {
    const { server, settle } = await startBot(async ({ choice }) =>
      choice === 'bus'
        ? [say('Jesteśmy teraz tutaj.', { isNotice: true }), say('Pytanie 2', { replaces: true })]
        : [question()],
    )
    const ala = server.user()
    await ala.says('/start')
    await ala.sees('Jak')
    await ala.taps('bus', { times: 5 })
    await settle()
    expect(ala.toasts()).toEqual(Array.from({ length: 5 }, () => 'Jesteśmy teraz tutaj.'))
    expect(ala.messages()).toMatchObject([{ text: 'Pytanie 2', edits: 1 }])
  })

  test('answered with two messages changes the first in place and writes the second below', async () => {
    const { server } = await startBot(async ({ choice }) =>
      choice ? [say('Dziękuję.', { replaces: true }), say('Następne.', { replaces: true })] : [question()],
    )
    const ala = server.user()
    await ala.says('/start')
    await ala.sees('Jak')
    await ala.taps('bus')
    await ala.sees('Następne.')
    expect(ala.messages().map(({ text }) => text)).toEqual(['Dziękuję.', 'Następne.'])
  })

  test('on a message that can no longer be changed is answered by a new one', async () => {
    const { server } = await startBot(async ({ choice }) => [question(choice)])
    const ala = server.user()
    await ala.says('/start')
    await ala.sees('Jak')
    await ala.taps('bus')
    ala.clears()
    await ala.sees('Jak')
    expect(ala.screen().buttons).toEqual(['rower', '✓ bus', 'pieszo'])
  })

  test('with data nobody offered is handed over, one without data only stops the spinner', async () => {
    const { server, heard } = await startBot()
    const ala = server.user({ isKnown: true })
    await ala.forges('\u0000drop table')
    await ala.sees('» drop table')
    const query = {
      id: '77',
      from: { id: ala.id, is_bot: false, first_name: 'Ala' },
      chat_instance: '1',
      game_short_name: 'x',
    }
    server.pushes({ callback_query: query }, ala.id)
    await until(() => server.requests('answerCallbackQuery') === 2)
    expect(heard).toHaveLength(1)
    expect(server.requests('answerCallbackQuery')).toBe(2)
  })
})

describe('in a group', () => {
  test('a command posts a button that leads into the private chat', async () => {
    const { server, heard, inbox, settle } = await startBot(async ({ text, place }) =>
      place
        ? [
            say('Nowa konsultacja!', {
              isPublic: true,
              choices: [{ id: 'c', label: 'Odpowiedz', start: 'c-park' }],
            }),
          ]
        : [say(`» ${text}`)],
    )
    const group = server.group()
    const ala = server.user()
    await ala.says('Widzieliście mecz?', { in: group })
    await ala.says('/post@other_bot park', { in: group })
    await ala.says('/post@hejnal_bot park', { in: group })
    await group.sees('Nowa konsultacja!')
    expect(heard).toMatchObject([
      {
        text: '/post park',
        from: { value: String(ala.id) },
        place: { channel: 'telegram', value: String(group.id) },
      },
    ])
    await settle()
    expect(inbox).toMatchObject({ settled: 1, bodies: new Map() })
    await ala.taps('Odpowiedz', { in: group })
    await ala.sees('» /start c-park')
    expect(server.violations).toEqual([])
  })

  test('a topic is a place of its own, answered and written to in it', async () => {
    const { server, heard, channel } = await startBot(async () => [
      say('Tutaj!', { isPublic: true, choices: [{ id: 'a', label: 'A' }] }),
    ])
    const group = server.group({ type: 'supergroup' })
    const ala = server.user({ isKnown: true })
    await ala.sends({ text: '/post', is_topic_message: true, message_thread_id: 7 }, { in: group })
    await group.sees('Tutaj!')
    const place = { channel: 'telegram', value: `${group.id}/7` } as const
    expect(heard).toMatchObject([{ place }])
    await ala.taps('A', { in: group })
    await until(() => heard.length === 2)
    expect(heard).toMatchObject([{ place }, { place }])
    await channel.send(place, say('Park jest otwarty.'), { lane: 2 })
    await group.sees('Park jest otwarty.')
    expect(group.messages().map(({ thread }) => thread)).toEqual([7, 7, 7])
    expect(server.violations).toEqual([])
  })

  test('nothing private is said, nor is a public message overwritten by it', async () => {
    const { server } = await startBot(async ({ choice }) =>
      choice
        ? [say('Twoja odpowiedź', { replaces: true })]
        : [say('Post', { isPublic: true, choices: [{ id: 'a', label: 'A' }] })],
    )
    const group = server.group()
    const ala = server.user({ isKnown: true })
    await ala.says('/post', { in: group })
    await group.sees('Post')
    await ala.taps('A', { in: group })
    await ala.sees('Twoja odpowiedź')
    expect(group.messages().map(({ text }) => text)).toEqual(['Post'])
    expect(server.requests('editMessageText')).toBe(0)
  })
})
