/** One message, one transaction: what is kept, what is not, and what happens when things happen at once. */
import { beforeEach, describe, expect, test } from 'vitest'
import { createClassCode } from '../../src/app/class-codes.ts'
import { converse, look } from '../../src/app/converse.ts'
import { importConsultations } from '../../src/app/consultation-import.ts'
import { closeConsultation } from '../../src/app/consultations.ts'
import { inviteStaff } from '../../src/app/staff.ts'
import { findSessions } from '../../src/store/sessions.ts'
import { sampleDay, samplesOpenOn, buildCity } from '../support/city.ts'
import { begin, talk, words } from '../support/talk.ts'

const city = await buildCity()
const { context } = city
const { db } = context.store
const free = 'free-time-and-sport'
const safe = 'safe-way-to-school'

beforeEach(() => city.putClock(sampleDay))

const counts = async () => ({
  people: await db.person.count(),
  addresses: await db.address.count(),
  sessions: await db.session.count(),
  responses: await db.response.count(),
  answers: await db.answer.count(),
  participations: await db.participation.count(),
})
const answersOf = () =>
  db.answer.findMany({
    orderBy: [{ responseId: 'asc' }, { question: 'asc' }],
    select: { responseId: true, question: true, value: true },
  })

describe('a message that comes twice', () => {
  test('gets the same replies and changes nothing', async () => {
    const person = talk(context)
    await begin(person, free)
    const tap = { id: 'the-same', choice: person.find(':few').id }
    const once = await person.does(tap)
    const before = await answersOf()
    expect(await person.does(tap)).toEqual(once)
    expect(await answersOf()).toEqual(before)
  })

  test('even when both come at the same moment', async () => {
    const person = talk(context)
    await begin(person, free)
    const before = await counts()
    const incoming = {
      id: 'at-once',
      from: person.from,
      at: context.clock.now(),
      choice: person.find(':few').id,
    }
    await Promise.all([converse(context, incoming), converse(context, incoming), converse(context, incoming)])
    expect(await counts()).toEqual({
      ...before,
      responses: before.responses + 1,
      answers: before.answers + 1,
    })
  })
})

test('twenty rapid taps on one answer are one answer, and the conversation stands at the next question', async () => {
  const person = talk(context)
  await begin(person, free)
  const before = await counts()
  const choice = person.find(':few').id
  const replies = await Promise.all(Array.from({ length: 20 }, () => person.does({ choice })))
  expect(await counts()).toEqual({ ...before, responses: before.responses + 1, answers: before.answers + 1 })
  expect(replies.filter((reply) => reply.some(({ isNotice }) => !isNotice))).toHaveLength(1)
  expect(words(await look(context, person.from, 'en'))).toContain('2 of 6')
})

test('twenty rapid taps on skip skip one question', async () => {
  const person = talk(context)
  await begin(person, free)
  const choice = person.find(':skip').id
  await Promise.all(Array.from({ length: 20 }, () => person.does({ choice })))
  expect(words(await look(context, person.from, 'en'))).toContain('2 of 6')
})

test('two first messages at once make one conversation, two assents at once one person', async () => {
  const person = talk(context)
  await Promise.all([person.types(`/start c-${free}`), person.types(`/start c-${free}`)])
  const before = await counts()
  await person.taps(':a18_26')
  const choice = person.buttons().find(({ id }) => id.startsWith('y:'))!.id
  await Promise.all([person.does({ choice }), person.does({ choice })])
  expect(await counts()).toMatchObject({
    people: before.people + 1,
    addresses: before.addresses + 1,
    sessions: before.sessions,
    participations: before.participations + 1,
  })
})

describe('a child who is refused', () => {
  test.each([
    ['telegram', 'a16_17'],
    ['discord', 'a13_15'],
    ['telegram', 'u13'],
  ] as const)(
    'in %s as %s reads a kind word and the helplines, and leaves no trace',
    async (channel, band) => {
      const before = await counts()
      const child = talk(context, { channel })
      await child.types(`/start c-${free}`)
      const replies = await child.taps(`:${band}`)
      expect(words(replies)).toContain('Thank you for wanting to speak up!')
      expect(words(replies)).toContain('116 111')
      expect(await counts()).toEqual(before)
    },
  )

  test('who is older than the audience reads for whom it is', async () => {
    const person = talk(context)
    await person.types('/start c-safe-way-to-school')
    expect(words(await person.taps(':a27'))).toContain('10 to 18')
  })
})

test('somebody who does not agree leaves no trace', async () => {
  const before = await counts()
  const person = talk(context)
  await person.types(`/start c-${free}`)
  await person.taps(':a18_26')
  await person.taps('Not now')
  expect(await counts()).toEqual(before)
})

test('assent keeps the wording by its hash, the language and the time', async () => {
  const person = talk(context, { locale: 'uk' })
  await begin(person, free)
  const consent = await db.consent.findFirstOrThrow({ orderBy: { givenAt: 'desc' }, where: { locale: 'uk' } })
  expect(consent).toMatchObject({
    purpose: 'participation',
    subject: free,
    givenAt: new Date(sampleDay),
    withdrawnAt: null,
  })
  const wording = await db.wording.findUniqueOrThrow({ where: { hash: consent.wording } })
  expect(wording.texts).toHaveProperty('uk')
})

describe('a high-risk consultation', () => {
  test('is not answered on Discord', async () => {
    const person = talk(context, { channel: 'discord' })
    expect(words(await person.types('/start c-support-when-it-is-hard'))).toContain('cannot be answered here')
  })
})

describe('changing one’s mind', () => {
  test('an answer that leads elsewhere takes the answers of the old way with it', async () => {
    const person = talk(context)
    await begin(person, 'safe-way-to-school', 'a16_17')
    await person.taps(':car')
    await person.taps(':safer')
    await person.taps(':back')
    await person.taps(':back')
    await person.taps(':home')
    await person.taps(':schoolstreet')
    await person.taps(':i')
    const [response] = await db.response.findMany({
      where: { consultationId: 'safe-way-to-school' },
      include: { answers: true },
    })
    expect(response).toMatchObject({ isFinished: true, ageBand: 'b16_18', district: 'i' })
    expect(response!.answers.map(({ question }) => question).toSorted()).toEqual(['q1', 'q8'])
  })

  test('after finishing, answers can be changed until closing, and it stays one response', async () => {
    const person = talk(context)
    await begin(person, 'safe-way-to-school', 'a16_17')
    await person.taps(':home')
    await person.taps(':lights')
    await person.taps(':i')
    await person.taps(':no')
    const before = await counts()
    await person.taps('Change my answers')
    await person.taps(':keep')
    await person.taps(':shade')
    expect(words(await person.taps(':keep'))).toContain('Your changes are saved')
    expect(await counts()).toEqual(before)
  })
})

test('one language becomes another in the middle of a question', async () => {
  const person = talk(context)
  await begin(person, free)
  await person.types('/language')
  expect(words(await person.taps('lang:pl'))).toContain('1 z 6')
  expect(words(await person.types('?!'))).toContain('Wybierz, proszę')
})

test.each([
  ['hello', 'en', 'Hi! This is the city'],
  ['привіт', 'uk', 'Привіт! Це чат міста'],
  ['asdf', 'pl', 'Cześć! To czat miasta'],
])(
  'a first "%s" from a channel that knows no language is answered in %s, with the choice at hand',
  async (text, locale, hello) => {
    const from = { channel: 'discord', value: `first-${locale}` } as const
    const [reply] = await converse(context, { id: `first-${locale}`, from, at: context.clock.now(), text })
    expect(reply).toMatchObject({ lang: locale, text: expect.stringContaining(hello) })
    expect(reply!.choices?.map(({ id }) => id)).toContain('language')
  },
)

test('after days away a word that fits nothing is welcomed back, and the answers are still there', async () => {
  const person = talk(context)
  await begin(person, free)
  await person.taps(':few')
  city.putClock('2026-09-29T10:00:00Z')
  expect(words(await person.types('hello again'))).toMatch(/Welcome back![\s\S]*2 of 6/)
})

test('an edited file makes a new version, and whoever is in the middle of the old one finishes it', async () => {
  const before = talk(context)
  await begin(before, free)
  const source = (await samplesOpenOn('2026-09-25')).replace(
    'How many afternoons a week are just for you?',
    'How many free afternoons do you have?',
  )
  await importConsultations(context, { source, actor: 'test', isDryRun: false })
  expect(words(await before.types('?!'))).toContain('just for you')
  expect(words(await before.taps(':few'))).toContain('2 of 6')
  const after = talk(context)
  expect(words(await begin(after, free))).toContain('How many free afternoons')
})

describe('codes that are mistyped', () => {
  const wrong = 'This code does not work'

  test('on the way into a class leave an invitation as open as before', async () => {
    const person = talk(context)
    const { code } = await inviteStaff(context, { role: 'auditor', label: 'Desk', actor: 'test' })
    for (let guess = 0; guess < 5; guess += 1) {
      expect(words(await person.types(`/start k-WR0NG00${guess}`))).toContain(wrong)
      expect(words(await person.types(`/code WR0N-G00${guess}`))).toContain(wrong)
    }
    expect(words(await person.types(`/code ${code}`))).toContain('Welcome to the team!')
  })

  test('of invitations leave a class code as open as before', async () => {
    const person = talk(context)
    const { code } = await createClassCode(context, { consultationId: free, actor: 'test' })
    for (let guess = 0; guess < 6; guess += 1) await person.types(`/start i-WR0NG000000${guess}`)
    expect(words(await person.types('/code WR0N-G000-0009'))).toContain('Too many codes did not work')
    expect(words(await person.types(`/code ${code}`))).toContain('How old are you?')
  })

  test('for a class are counted too', async () => {
    const person = talk(context)
    const { code } = await createClassCode(context, { consultationId: free, actor: 'test' })
    for (let guess = 0; guess < 10; guess += 1) await person.types(`/code WR0N-G00${guess}`)
    expect(words(await person.types(`/code ${code}`))).toContain('Too many codes did not work')
  })
})

test('free text of harm is met with help and is kept among no answers', async () => {
  const person = talk(context, { locale: 'pl' })
  await begin(person, free)
  for (const end of [':few', ':skip', ':notme', ':openpitch']) await person.taps(end)
  const before = await answersOf()
  const replies = await person.types('nie chcę żyć')
  expect(words(replies)).toContain('116 111')
  expect(words(replies)).toContain('To nie jest Twoja wina')
  expect(await answersOf()).toEqual(before)
})

describe('an unknown command at a free-text question', () => {
  const atText = async () => {
    const person = talk(context)
    let replies = await begin(person, safe)
    while (!replies.at(-1)?.expects) replies = await person.taps(':skip')
    return person
  }

  test('is no answer: it is told which commands there are, and the question stands', async () => {
    const person = await atText()
    const before = await answersOf()
    const [reply] = await person.types('/hlep proszę')
    expect(reply!.text).toContain('I do not know this command. These work: /start')
    expect(reply).toMatchObject({ expects: 'text' })
    expect(await answersOf()).toEqual(before)
  })

  test('is not what merely begins with a slash', async () => {
    const person = await atText()
    const before = await answersOf()
    expect(words(await person.types('/ I don’t know'))).not.toContain('I do not know this command')
    expect(await answersOf()).toHaveLength(before.length + 1)
  })

  test('that tells of harm is met with help', async () => {
    const person = await atText()
    const before = await answersOf()
    expect(words(await person.types('/tata mnie bije'))).toContain('116 111')
    expect(await answersOf()).toEqual(before)
  })
})

test('erasing takes everything: how to reach somebody, what they took part in, what they said', async () => {
  const before = await counts()
  const person = talk(context)
  await begin(person, free)
  await person.taps(':few')
  await person.types('/delete')
  expect(words(await person.taps('delete:yes'))).toContain('Everything was erased')
  expect(await counts()).toEqual(before)
  expect(await db.tombstone.count()).toBeGreaterThan(0)
})

test('after /stop nothing is sent unasked, until somebody asks to be told', async () => {
  const person = talk(context)
  await begin(person, 'safe-way-to-school', 'a16_17')
  await person.types('/stop')
  const { personId } = await context.store.batched(findSessions, { id: '', from: person.from })
  const stoppedAt = async () => (await db.person.findUniqueOrThrow({ where: { id: personId! } })).stoppedAt
  expect(await stoppedAt()).not.toBeNull()
  await person.types('/start c-safe-way-to-school')
  for (const end of [':home', ':lights', ':i', ':yes']) await person.taps(end)
  expect(await stoppedAt()).toBeNull()
  expect(await db.participation.findFirstOrThrow({ where: { personId: personId! } })).toMatchObject({
    state: 'finished',
    wantsOutcome: true,
  })
})

test('one’s own data come as a file, answers included while they can be found', async () => {
  const person = talk(context)
  await begin(person, free)
  await person.taps(':few')
  const [message] = await person.types('/mydata')
  const data = JSON.parse(message!.file!.content) as {
    responses: { answers: { question: string; answer: unknown }[] }[]
    addresses: object[]
  }
  expect(data.addresses).toEqual([person.from])
  expect(data.responses[0]!.answers).toEqual([{ question: 'q1', answer: { options: ['few'] } }])
})

test('no table holds an address, a text or an answer in the clear', async () => {
  const person = talk(context, { value: 'address-in-the-clear' })
  await begin(person, free)
  for (const end of [':few', ':skip', ':notme', ':openpitch']) await person.taps(end)
  await person.types('a sentence that nobody may read here')
  const tables = await db.$queryRaw<
    { name: string }[]
  >`select table_name as name from information_schema.tables where table_schema = 'public'`
  const dump = await Promise.all(
    tables.map(({ name }) =>
      db.$queryRawUnsafe<{ row: string }[]>(`select row_to_json(t)::text as row from "${name}" t`),
    ),
  )
  const text = dump
    .flat()
    .map(({ row }) => row)
    .join('\n')
  expect(text).not.toContain('address-in-the-clear')
  expect(text).not.toContain(Buffer.from('address-in-the-clear').toString('hex'))
  expect(text).not.toContain('a sentence that nobody may read')
  expect(text).toContain(free)
})

test('a consultation that closes meanwhile says so, takes no more answers and names the day of the outcome', async () => {
  const person = talk(context)
  await begin(person, 'support-when-it-is-hard')
  await person.taps(':mostly')
  const before = await counts()
  await closeConsultation(context, 'support-when-it-is-hard', 'test')
  expect(words(await person.taps(':peer'))).toContain('This consultation has ended. By 12 December')
  expect(await counts()).toEqual(before)
})
