/** What every channel has to do, whatever it is made of: one list of cases, run by each in front of the whole system. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Locale } from '../../src/domain/phrase.ts'
import type { Person, Way } from '../support/people/person.ts'

/** What some channels cannot do: write whenever one likes, get the same act twice, send what was not offered, send a file unasked. */
export type Ability = 'writing' | 'repeating' | 'forging' | 'handing'

/** Registers the cases for the channel that `open` opens, without those that need what it cannot do. */
export function conformance(open: () => Promise<Way>, lacks: readonly Ability[]): void {
  let way: Way
  beforeAll(async () => void (way = await open()))
  afterAll(() => way.house.close())
  afterEach(() => {
    const { complaints, violations } = way.house
    expect([...complaints, ...violations()].filter((one) => !way.tolerated?.test(one))).toEqual([])
  })
  const mine = cases.filter(({ needs }) => !needs || !lacks.includes(needs))
  test.each(mine.map(({ does, run }) => [does, run] as const))('%s', (_, run) => run(setting(way)))
}

const consultation = 'safe-way-to-school'
/** The question with several answers, and the free text of at most 120 characters. */
const [several, write] = ['2 of 6', 'Which one place should be fixed first?']

interface Case {
  readonly does: string
  readonly needs?: Ability
  run(setting: Setting): Promise<void>
}
type Setting = ReturnType<typeof setting>

function setting(way: Way) {
  const atFirstQuestion = async (locale?: Locale) => {
    const person = await way.person(locale)
    await person.opens(consultation)
    await person.taps('18–26')
    await person.taps(locale === 'pl' ? 'Rozumiem, zaczynam' : 'I understand, start')
    return person
  }
  const atFreeText = async () => {
    const person = await atFirstQuestion()
    for (const label of ['on foot', 'Skip', '5']) await person.taps(label)
    expect(person.heard()).toContain(write)
    return person
  }
  const answersOf = async ({ address }: Person) => {
    const kept = await way.house.keptOf(address)
    return Object.fromEntries(
      kept?.responses[0]?.answers.map(({ question, answer }) => [question, answer]) ?? [],
    )
  }
  return { way, atFirstQuestion, atFreeText, answersOf }
}

const cases: readonly Case[] = [
  {
    does: 'greets whoever comes for the first time, and keeps nothing of them',
    async run({ way }) {
      const person = await way.person()
      await person.commands('start')
      expect(person.heard()).toMatch(/[23] consultations are open/)
      expect(person.labels()).toContain('A safe way to school')
      expect(await way.house.keptOf(person.address)).toBeUndefined()
    },
  },
  {
    does: 'takes a tap for an answer and goes on',
    async run({ atFirstQuestion, answersOf }) {
      const person = await atFirstQuestion()
      expect(person.heard()).toContain('How do you usually get to school?')
      await person.taps('on foot')
      expect(person.heard()).toContain(several)
      expect(await answersOf(person)).toEqual({ q1: { options: ['walk'] } })
    },
  },
  {
    does: 'takes several answers, and no more than there may be',
    async run({ atFirstQuestion, answersOf }) {
      const person = await atFirstQuestion()
      await person.taps('on foot')
      await person.selects(['fast cars', 'it is dark', 'no cycle path']).catch(() => undefined)
      const { q2 } = await answersOf(person)
      expect(q2 === undefined || (q2 as { options: string[] }).options.length === 2).toBe(true)
      if (q2 === undefined) await person.selects(['fast cars', 'it is dark'])
      expect(await answersOf(person)).toMatchObject({ q2: { options: ['speed', 'dark'] } })
      expect(person.heard()).toContain('How safe do you feel')
    },
  },
  {
    does: 'takes a free text, whatever signs are in it',
    async run({ atFreeText, answersOf }) {
      const person = await atFreeText()
      const text = 'Long Street <b>& *Short* Street</b> 🚲 вулиця, ul. Długa @everyone'
      await person.types(text)
      expect(person.heard()).toContain('What should the city do first?')
      expect(await answersOf(person)).toMatchObject({ q7: { text } })
    },
  },
  {
    does: 'understands a number, a label and a close spelling as the button they stand for',
    needs: 'writing',
    async run({ atFirstQuestion, answersOf }) {
      const person = await atFirstQuestion()
      for (const [typed, option] of [
        ['2', 'bike'],
        ['ON FOOT!', 'walk'],
        ['it varis', 'mixed'],
      ] as const) {
        await person.types(typed)
        expect(person.heard()).toContain('What bothers you most')
        expect(await answersOf(person)).toEqual({ q1: { options: [option] } })
        await person.taps('Back')
      }
    },
  },
  {
    does: 'shows the helplines to whoever taps the help button, and leads back',
    async run({ atFirstQuestion }) {
      const person = await atFirstQuestion()
      await person.asksHelp()
      expect(person.heard()).toContain('116 111')
      if (person.labels().includes('Back to the questions')) await person.taps('Back to the questions')
      await person.taps('on foot')
      expect(person.heard()).toContain(several)
    },
  },
  {
    does: 'shows the helplines to whoever writes a safe word, and keeps no word of it',
    async run({ atFreeText, answersOf }) {
      const person = await atFreeText()
      for (const word of ['pomoc', 'Help!', 'ДОПОМОГА']) {
        await person.types(word)
        expect(person.heard()).toContain('116 111')
        if (person.labels().includes('Back to the questions')) await person.taps('Back to the questions')
      }
      expect(await answersOf(person)).not.toHaveProperty('q7')
    },
  },
  {
    does: 'goes on in another language from the middle of a question',
    async run({ way, atFirstQuestion }) {
      const person = await atFirstQuestion()
      await person.taps('on foot')
      await person.commands('language')
      await person.taps('Українська')
      expect(person.heard()).toContain('Що найбільше')
      await person.selects(['темно'])
      expect(person.heard()).toContain('3 з 6')
      expect(await way.house.keptOf(person.address)).toMatchObject({
        locale: 'uk',
        responses: [{ answers: [{}, { answer: { options: ['dark'] } }] }],
      })
    },
  },
  {
    does: 'counts an act that is delivered twice once',
    needs: 'repeating',
    async run({ atFirstQuestion, answersOf }) {
      const person = await atFirstQuestion()
      await person.taps('on foot')
      const labels = person.labels()
      await person.repeats!()
      expect(person.labels()).toEqual(labels)
      expect(await answersOf(person)).toEqual({ q1: { options: ['walk'] } })
      await person.selects(['it is dark'])
      await person.repeats!()
      expect(Object.keys(await answersOf(person))).toEqual(['q1', 'q2'])
      await person.taps('5')
      expect(person.heard()).toContain(write)
    },
  },
  {
    does: 'says kindly that a text is too long, and keeps none of it',
    async run({ atFreeText, answersOf }) {
      const person = await atFreeText()
      const refusal = await person.types('ż'.repeat(1_900)).catch((error: Error) => error.message)
      expect(refusal ?? person.heard()).toMatch(/1,900 characters, and 120 fit here|at most 120 characters/)
      expect(await answersOf(person)).not.toHaveProperty('q7')
      await person.taps('Skip')
      expect(person.heard()).toContain('What should the city do first?')
    },
  },
  {
    does: 'brings a long text whole and in order, however many messages it takes',
    async run({ way, atFirstQuestion }) {
      const person = await atFirstQuestion()
      const paragraphs = Array.from(
        { length: 60 },
        (_, index) => `${index}: ${'Zażółć gęślą jaźń. '.repeat(8).trim()}`,
      )
      await way.house.channel(way.channel).send(person.address, { text: paragraphs.join('\n\n'), lang: 'pl' })
      const squeezed = (text: string) => text.replaceAll(/\s+/g, '')
      await expect.poll(() => squeezed(person.heard())).toContain(squeezed(paragraphs.join('')))
    },
  },
  {
    does: 'has a word for a button that nobody offered here, and keeps nothing',
    needs: 'forging',
    async run({ way, atFirstQuestion, answersOf }) {
      const person = await atFirstQuestion()
      const { tag } = (
        await way.house.context.store.db.consultationVersion.findFirstOrThrow({
          where: { consultationId: 'free-time-and-sport' },
        })
      ).definition as { tag: string }
      for (const id of [
        'nonsense',
        'a:ffffff:q1:walk',
        `a:${tag}:q1:few`,
        `y:${tag}`,
        'staff:close-yes:safe-way-to-school',
        'a:%00:q1:walk',
      ]) {
        await person.forges!(id)
        expect(person.heard(), id).toMatch(/\p{L}/u)
      }
      expect(await answersOf(person)).toEqual({})
      await person.taps('on foot')
      expect(person.heard()).toContain(several)
    },
  },
  {
    does: 'has a kind word for a picture nobody asked for, fetches and keeps nothing of it, and hears words of need beside it',
    needs: 'handing',
    async run({ way, atFirstQuestion, answersOf }) {
      const person = await atFirstQuestion()
      const photo = { name: 'me.jpg', mediaType: 'image/jpeg', content: new Uint8Array(5_000), isPhoto: true }
      await person.hands!({ ...photo, caption: 'on foot' })
      expect(person.heard()).toContain('We keep no pictures, recordings or files here.')
      expect(person.heard()).toContain('How do you usually get to school?')
      await person.hands!({ ...photo, caption: 'pomoc' })
      expect(person.heard()).toContain('116 111')
      if (person.labels().includes('Back to the questions')) await person.taps('Back to the questions')
      expect(await answersOf(person)).toEqual({})
      const { telegram, discord } = way.house
      expect([telegram.requests('getFile'), telegram.handedOut(), discord.handedOut()]).toEqual([0, 0, 0])
      await person.taps('on foot')
      expect(await answersOf(person)).toEqual({ q1: { options: ['walk'] } })
    },
  },
  {
    does: 'keeps two people apart',
    async run({ way, atFirstQuestion, answersOf }) {
      const [ala, olek] = await Promise.all([atFirstQuestion('pl'), atFirstQuestion('en')])
      await Promise.all([ala.taps('pieszo'), olek.taps('by bus or tram')])
      expect(ala.heard()).toContain('Co najbardziej przeszkadza')
      expect(olek.heard()).toContain('What should improve on buses')
      const words = olek.heard()
      await way.house.channel(way.channel).send(ala.address, { text: 'Tylko dla Ali', lang: 'pl' })
      await expect.poll(() => ala.heard()).toContain('Tylko dla Ali')
      expect(olek.heard()).toBe(words)
      expect([await answersOf(ala), await answersOf(olek)]).toEqual([
        { q1: { options: ['walk'] } },
        { q1: { options: ['transit'] } },
      ])
    },
  },
  {
    does: 'brings what is sent without being asked, with buttons that work',
    async run({ way, atFirstQuestion }) {
      const person = await atFirstQuestion()
      const choices = [{ id: 'privacy', label: 'My data', row: 'answer' as const }]
      const receipt = await way.house
        .channel(way.channel)
        .send(person.address, { text: 'One more day to answer.', choices, lang: 'en' })
      expect(receipt).toBeTypeOf('object')
      await expect.poll(() => person.heard()).toContain('One more day to answer.')
      if (person.forges) await person.taps('My data')
      else await person.commands('privacy')
      expect(person.heard()).toContain('We keep three things apart')
    },
  },
  {
    does: 'leaves nothing running once it is closed',
    async run({ way }) {
      await way.person()
      await way.house.close()
      await expect.poll(() => way.isGone()).toBe(true)
    },
  },
]
