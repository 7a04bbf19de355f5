/** The sample consultation answered in Telegram, by polling and by webhook, in private and from a group. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inviteStaff } from '../../src/app/staff.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { openHouse, type House } from '../support/house.ts'
import { census } from '../support/people/census.ts'
import { inTelegram, settled } from '../support/people/telegram.ts'
import { expectNoComplaint, expectWalked, walk, walked } from '../support/people/walk.ts'

describe.each(['polling', 'webhook'] as const)('by %s', (mode) => {
  let house: House
  beforeAll(async () => void (house = await openHouse({ telegram: mode })))
  const arrives = (languageCode = 'en') => {
    const user = house.telegram.user({ languageCode })
    return { user, person: inTelegram(house, user) }
  }

  test('a deep link leads straight into the consultation, and one response holds what was answered', async () => {
    const { person } = arrives()
    await person.opens(walked)
    expect(person.heard()).toContain('The city is choosing which streets near schools to change')
    await walk(person, '18–26')
    await expectWalked(house, person, 'b16_18')
    expect(await house.context.store.db.response.count()).toBe(1)
  })

  test('a tapped question becomes the next one in place, a typed answer is answered below', async () => {
    const { user, person } = arrives()
    await person.opens(walked)
    const before = user.messages().length
    await person.taps('18–26')
    await person.taps('I understand, start')
    await person.taps('on foot')
    expect(user.messages()).toHaveLength(before)
    expect(user.messages().at(-1)!.edits).toBe(3)
    await person.types('fast cars, please')
    expect(user.messages()).toHaveLength(before + 1)
    expectNoComplaint(house)
  })

  test('twenty rapid taps are one answer', async () => {
    const { user, person } = arrives()
    await person.opens(walked)
    await person.taps('18–26')
    await person.taps('I understand, start')
    await user.taps('on foot', { times: 20 })
    await settled(house)
    const kept = await house.keptOf(person.address)
    expect(kept?.responses.map(({ answers }) => answers)).toEqual([
      [{ question: 'q1', answer: { options: ['walk'] } }],
    ])
    expect(user.screen().text).toContain('2 of 6')
  })

  test.each(['under 13', '13–15', '16–17'])(
    'somebody aged %s reads where they can answer instead, and leaves no trace',
    async (band) => {
      const before = await census(house)
      const { user, person } = arrives()
      await person.opens(walked)
      await person.taps(band)
      expect(person.heard()).toContain("You can answer at school or on the city's website")
      expect(person.heard()).toContain('116 111')
      expect(user.screen().text).toContain('116 111')
      expect(await census(house)).toEqual(before)
    },
  )

  test('the languages of Telegram are spoken from the first word on', async () => {
    for (const [language, words] of [
      ['pl', 'Ile masz lat?'],
      ['uk', 'Скільки тобі років?'],
      ['ru', 'Скільки тобі років?'],
      ['de', 'Ile masz lat?'],
    ] as const) {
      const { person } = arrives(language)
      await person.opens(walked)
      expect(person.heard()).toContain(words)
    }
  })

  describe('in a group', () => {
    const joins = async () => {
      const { user, person } = arrives()
      const { code } = await inviteStaff(house.context, { role: 'coordinator', label: 'Desk', actor: 'test' })
      await person.types(`/start i-${code}`)
      expect(person.heard()).toContain('Welcome to the team')
      return user
    }

    test('staff post a consultation, and its button leads into the private chat', async () => {
      const [group, coordinator, { user, person }] = [house.telegram.group(), await joins(), arrives()]
      await coordinator.says(`/post ${walked}`, { in: group })
      await settled(house)
      expect(group.screen()).toMatchObject({ buttons: ['Answer in private'] })
      expect(group.screen().text).toContain('A safe way to school')
      const posted = await house.context.store.db.audit.findMany({ where: { act: 'consultation.post' } })
      expect(posted.map(({ subject }) => subject)).toContain(`consultation/${walked}`)
      await user.taps('Answer in private', { in: group })
      await settled(house)
      await walk(person, '18–26')
      await expectWalked(house, person, 'b16_18')
      expect(group.messages()).toHaveLength(1)
    })

    test('whoever is not staff is not answered there, and nothing is kept', async () => {
      const group = house.telegram.group()
      const { user, person } = arrives()
      const before = await census(house)
      for (const text of [
        `/post ${walked}`,
        '/post',
        '/start',
        '/help',
        '/privacy',
        '/mydata',
        `/start c-${walked}`,
        'POMOC',
        'hello',
      ])
        await user.says(text, { in: group })
      await settled(house)
      expect(group.messages()).toEqual([])
      expect(await census(house)).toEqual(before)
      expect(await house.keptOf(person.address)).toBeUndefined()
      const { db, keyring } = house.context.store
      expect(await db.session.count({ where: { key: lookupOf(keyring, person.address) } })).toBe(0)
    })

    test('a code that was shown to everybody is not used up there', async () => {
      const { code } = await inviteStaff(house.context, { role: 'auditor', label: 'Desk', actor: 'test' })
      const group = house.telegram.group()
      const { user, person } = arrives()
      const before = await census(house)
      await user.says(`/code ${code}`, { in: group })
      await user.says(`/start i-${code}`, { in: group })
      await settled(house)
      expect(await census(house)).toEqual(before)
      await person.types(`/code ${code}`)
      expect(person.heard()).toContain('Your role: auditor')
    })
  })

  test('nobody complained about anything in all of that', () => expectNoComplaint(house))
})

test('a webhook believes only who knows its secret', async () => {
  const house = await openHouse({ telegram: 'webhook' })
  const before = await census(house)
  const update = JSON.stringify({
    update_id: 1,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 5, type: 'private' },
      from: { id: 5, is_bot: false, first_name: 'A' },
      text: '/start',
    },
  })
  const post = (headers: Record<string, string>, body = update) =>
    fetch(`${house.url}/telegram/webhook`, { method: 'POST', headers, body })
  const secret = 'x-telegram-bot-api-secret-token'
  for (const headers of [
    {},
    { [secret]: '' },
    { [secret]: 'a-secret-of-the-conformance' },
    { [secret]: 'undefined' },
  ])
    expect((await post(headers)).status).toBe(401)
  expect(house.telegram.requests('sendMessage')).toBe(0)
  expect(await house.context.store.db.session.count()).toBe(0)
  expect(await census(house)).toEqual(before)
})
