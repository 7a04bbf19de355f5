import { beforeEach, describe, expect, test } from 'vitest'
import { buildCity } from '../support/city.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'
import { talkAsStaff } from '../support/staff.ts'

const { context } = await buildCity()
const { db } = context.store

beforeEach(async () => {
  await db.person.deleteMany()
  await db.session.deleteMany()
})

const consents = () =>
  db.consent.findMany({
    select: { purpose: true, subject: true, locale: true, givenAt: true, withdrawnAt: true },
  })
const everything = async () => ({
  people: await db.person.count(),
  addresses: await db.address.count(),
  consents: await db.consent.count(),
  sessions: await db.session.count(),
})

/** Says yes to messages as a person of this age. */
async function agrees(person: Talk, band = 'a16_17'): Promise<string> {
  await person.types('/news')
  await person.taps(`:${band}`)
  return words(await person.taps(':on'))
}

describe('agreeing to messages', () => {
  test('says what somebody would get before anything is kept, and asks for the age first', async () => {
    const person = talk(context)
    const intro = words(await person.types('/news'))
    expect(intro).toContain('How old are you?')
    expect(words(await person.taps(':a13_15'))).toMatch(
      /three messages a week.*between 20:00 and 8:00.*\/stop/,
    )
    expect(await everything()).toMatchObject({ people: 0, addresses: 0, consents: 0 })
  })

  test('keeps the purpose, the wording as it was shown, the language, the time and the band', async () => {
    const person = talk(context, { locale: 'uk' })
    expect(await agrees(person)).toContain('Готово')
    expect(await consents()).toEqual([
      {
        purpose: 'announcements',
        subject: '',
        locale: 'uk',
        givenAt: context.clock.now(),
        withdrawnAt: null,
      },
    ])
    const { wording } = await db.consent.findFirstOrThrow()
    const { texts } = await db.wording.findUniqueOrThrow({ where: { hash: wording } })
    expect(texts).toEqual({ uk: context.text.say('uk', 'news-offer') })
    expect(await db.person.findFirst()).toMatchObject({ ageBand: 'a16_17', locale: 'uk' })
  })

  test('makes nobody a participant of anything', async () => {
    await agrees(talk(context))
    expect(await db.participation.count()).toBe(0)
  })

  test('does not ask somebody for the age who told it in a consultation, nor keeps another one', async () => {
    const person = talk(context)
    await begin(person, 'free-time-and-sport')
    expect(words(await person.types('/news'))).not.toContain('How old')
    await person.taps(':on')
    expect(await db.person.findMany({ select: { ageBand: true } })).toEqual([{ ageBand: 'a18_26' }])
    expect((await consents()).map(({ purpose }) => purpose).toSorted()).toEqual([
      'announcements',
      'participation',
    ])
  })

  test('asks staff nothing about their age', async () => {
    const person = await talkAsStaff(context, 'coordinator')
    expect(words(await person.types('/news'))).toContain('three messages a week')
    await person.taps(':on')
    expect(await db.person.findFirst()).toMatchObject({ ageBand: null })
    expect(await consents()).toHaveLength(1)
  })

  test.each(['/news', '/wiadomości', '/wiadomosci', '/новини'])('is asked for by %s', async (command) => {
    const person = talk(context)
    await person.types(command)
    expect(person.buttons().map(({ id }) => id)).toContain('news:age:a13_15')
  })

  test('is asked for by a button on the home screen', async () => {
    const person = talk(context)
    await person.types('/start')
    await person.taps('Messages from the city')
    expect(person.buttons().map(({ id }) => id)).toContain('news:age:a13_15')
  })

  test('twice is once', async () => {
    const person = talk(context)
    await agrees(person)
    await person.types('/news')
    expect(person.buttons().map(({ id }) => id)).toEqual(['news:off', 'news:keep', 'help'])
    expect(await consents()).toHaveLength(1)
  })
})

describe('nothing is kept', () => {
  test.each([
    ['telegram', 'a16_17'],
    ['discord', 'a13_15'],
  ] as const)('of somebody too young for %s', async (channel, band) => {
    const person = talk(context, { channel, value: '42' })
    await person.types('/news')
    expect(words(await person.taps(`:${band}`))).toContain('only write to older people')
    expect(await everything()).toEqual({ people: 0, addresses: 0, consents: 0, sessions: 0 })
  })

  test('of somebody who says no', async () => {
    const person = talk(context)
    await person.types('/news')
    await person.taps(':a16_17')
    expect(words(await person.taps(':no'))).toContain('we will not write')
    expect(await everything()).toEqual({ people: 0, addresses: 0, consents: 0, sessions: 0 })
  })

  test('of a yes that was forged before the age was told', async () => {
    const person = talk(context)
    await person.types('/news')
    expect(words(await person.does({ choice: 'news:on' }))).toContain('an earlier message')
    expect(await everything()).toMatchObject({ people: 0, consents: 0 })
  })
})

describe('taking it back', () => {
  test('by a button ends these messages and nothing else', async () => {
    const person = talk(context)
    await begin(person, 'free-time-and-sport')
    await person.types('/news')
    await person.taps(':on')
    await person.types('/news')
    expect(words(await person.taps(':off'))).toContain('/news')
    const left = (await consents()).filter(({ withdrawnAt }) => withdrawnAt === null)
    expect(left.map(({ purpose }) => purpose)).toEqual(['participation'])
    expect(await db.person.findFirst()).toMatchObject({ stoppedAt: null })
  })

  test('by /stop ends everything at once, at every address of the person', async () => {
    const person = talk(context, { channel: 'telegram', value: '7' })
    await agrees(person, 'a18_26')
    const { personId } = await db.address.findFirstOrThrow()
    const other = { channel: 'discord', value: '8' } as const
    await db.address.create({
      data: {
        personId,
        channel: other.channel,
        lookup: context.store.keyring.lookup('discord:8', 'address'),
        sealed: context.store.keyring.seal('8', 'address:discord'),
      },
    })
    const elsewhere = talk(context, other)
    expect(words(await elsewhere.types('/stop'))).toContain('type /news')
    expect((await consents()).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true)
    expect((await db.person.findFirstOrThrow()).stoppedAt).toEqual(context.clock.now())
  })

  test('does not hinder anybody from coming back, with what was shown this time', async () => {
    const person = talk(context)
    await agrees(person)
    await person.types('/stop')
    await person.types('/language')
    await person.taps('lang:pl')
    await person.types('/news')
    await person.taps(':on')
    expect(await consents()).toMatchObject([{ locale: 'pl', withdrawnAt: null }])
    expect(await db.person.findFirst()).toMatchObject({ stoppedAt: null, ageBand: 'a16_17' })
  })
})

describe('on the way', () => {
  test('a typed answer is understood, and one that is not is asked for again', async () => {
    const person = talk(context)
    await person.types('/news')
    expect(words(await person.types('perhaps'))).toContain('choose one of the answers')
    await person.types('2')
    expect(words(await person.types('Yes, I would like them'))).toContain('Done')
  })

  test('another language puts the same question', async () => {
    const person = talk(context)
    await person.types('/news')
    await person.types('/language')
    expect(words(await person.taps('lang:pl'))).toContain('Ile masz lat?')
  })
})
