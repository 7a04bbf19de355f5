/** Writing an announcement in a chat: what is asked, what is understood, and what is refused kindly. */
import { beforeEach, describe, expect, test } from 'vitest'
import { buildCity } from '../support/city.ts'
import { talkAsStaff } from '../support/staff.ts'
import { talk, words, type Talk } from '../support/talk.ts'

const { context } = await buildCity()
const { db } = context.store

beforeEach(async () => {
  await db.person.deleteMany()
  await db.session.deleteMany()
})

const ids = (person: Talk) => person.buttons().map(({ id }) => id)

/** A coordinator who was asked for the Polish text. */
async function writer(): Promise<Talk> {
  const person = await talkAsStaff(context, 'coordinator')
  await person.does({ choice: 'an:new' })
  return person
}

/** Brings them to a later question. */
async function at(step: 'who' | 'narrow' | 'when' | 'until'): Promise<Talk> {
  const person = await writer()
  await person.types('Spotkanie w sobotę.')
  for (const tap of ['draft:skip', 'draft:skip']) await person.taps(tap)
  if (step === 'who') return person
  await person.taps('who:staff')
  if (step === 'narrow') return person
  await person.taps('draft:everybody')
  if (step === 'until') await person.taps('draft:now')
  return person
}

describe('the text', () => {
  test('is asked in Polish first, then in the other two, which can be skipped', async () => {
    const person = await writer()
    expect(ids(person)).toEqual(['draft:drop'])
    expect(words(await person.types('Spotkanie w **sobotę**.'))).toContain('in English')
    expect(words(await person.types('A meeting on **Saturday**.'))).toContain('in Ukrainian')
    expect(words(await person.taps('draft:skip'))).toContain('Who gets it?')
  })

  test('is bounded, and says by how much it is too long', async () => {
    const person = await writer()
    expect(words(await person.types('ą'.repeat(1_501)))).toMatch(/1,501 characters, and 1,500 fit/)
    expect(words(await person.types('ą'.repeat(1_500)))).toContain('in English')
  })

  test('is not a sticker, a button of earlier, or nothing', async () => {
    const person = await writer()
    for (const act of [
      { text: '' },
      { text: '   ' },
      { choice: 'draft:who:youth' },
      { choice: 'draft:skip' },
    ])
      expect(words(await person.does(act))).toContain('write the text in words')
  })

  test('may look like a button of another question', async () => {
    const person = await writer()
    expect(words(await person.types('Back'))).toContain('in English')
  })
})

describe('the audience', () => {
  test('is chosen from groups and from consultations that were opened', async () => {
    const person = await at('who')
    expect(ids(person)).toEqual([
      'draft:who:youth',
      ...ids(person).filter((id) => id.startsWith('draft:who:c:')),
      'draft:who:contacts',
      'draft:who:staff',
      'draft:who:places',
      'draft:back',
      'draft:drop',
    ])
    expect(ids(person)).toContain('draft:who:c:free-time-and-sport')
  })

  test('is not a consultation that does not exist, nor one of another button', async () => {
    const person = await at('who')
    for (const choice of ['draft:who:c:nothing', 'draft:who:everybody', 'draft:now'])
      expect(words(await person.does({ choice }))).toContain('choose one of the answers')
  })

  test('is narrowed by ticks that can be taken back, tap by tap', async () => {
    const person = await at('narrow')
    await person.taps('tick:uk')
    await person.taps('tick:telegram')
    expect(
      person
        .buttons()
        .filter(({ isPicked }) => isPicked)
        .map(({ id }) => id),
    ).toEqual(['draft:tick:uk', 'draft:tick:telegram'])
    await person.taps('tick:uk')
    expect(person.buttons().filter(({ isPicked }) => isPicked)).toHaveLength(1)
    expect(words(await person.taps('draft:done'))).toContain('When shall it go out?')
  })

  test('is narrowed by a whole selection at once, where the channel sends one', async () => {
    const person = await at('narrow')
    expect(words(await person.does({ choices: ['draft:tick:pl', 'draft:tick:web'] }))).toContain('When shall')
    await person.taps('draft:back')
    expect(person.buttons().filter(({ isPicked }) => isPicked)).toHaveLength(2)
  })
})

describe('the moment', () => {
  test('today is offered only while it has not gone by', async () => {
    expect(ids(await at('when'))).toContain('draft:today')
  })

  test.each(['tomorrow 9:00', '27.9 16:00', '2026-10-01 08:30'])('is typed as %s', async (text) => {
    const person = await at('when')
    expect(words(await person.types(text))).toContain('Until when')
  })

  test('is not a moment that has gone by, nor a word that is none', async () => {
    const person = await at('when')
    expect(words(await person.types('8:00'))).toContain('That moment is over')
    expect(words(await person.types('soon'))).toContain('type a day and a time')
  })

  test('does not end before it begins', async () => {
    const person = await at('when')
    await person.types('30.9 16:00')
    expect(words(await person.types('30.9 15:00'))).toContain('would end before it begins')
  })
})

describe('on the way', () => {
  test('back leads through the questions in reverse, and what was said is still there', async () => {
    const person = await at('until')
    const seen: string[] = []
    for (let step = 0; step < 6; step += 1) seen.push(words(await person.taps('draft:back')))
    expect(seen.map((one) => one.split('?')[0])).toEqual([
      'When shall it go out',
      'Only for some of them',
      'Who gets it',
      expect.stringContaining('in Ukrainian'),
      expect.stringContaining('in English'),
      expect.stringContaining('in Polish'),
    ])
  })

  test('help, another language and the command itself lead back to the question', async () => {
    const person = await at('who')
    await person.types('/help')
    expect(words(await person.taps('resume'))).toContain('Who gets it?')
    await person.types('/language')
    expect(words(await person.taps('lang:pl'))).toContain('Kto to dostaje?')
    expect(words(await person.types('/announce'))).toMatch(/w trakcie pisania:.*Kto to dostaje/s)
  })

  test('whose role is taken away writes no further', async () => {
    const person = await at('until')
    await db.staff.updateMany({ data: { revokedAt: context.clock.now() } })
    expect(words(await person.taps('until:never'))).toContain("only for the programme's staff")
    expect(await db.announcement.count()).toBe(0)
  })

  test('nothing is written down before the last answer', async () => {
    await at('until')
    expect(await db.announcement.count()).toBe(0)
  })
})

describe('is only for those who may', () => {
  test.each(['moderator', 'safeguarding_officer'] as const)('the %s is sent away', async (role) => {
    const person = await talkAsStaff(context, role)
    expect(words(await person.types('/announce'))).toContain("only for the programme's staff")
    expect(words(await person.does({ choice: 'an:new' }))).toContain("only for the programme's staff")
  })

  test('a young person is sent away', async () => {
    const person = talk(context)
    expect(words(await person.types('/announce'))).toContain("only for the programme's staff")
    expect(words(await person.does({ choice: 'an:list' }))).toContain("only for the programme's staff")
  })
})
