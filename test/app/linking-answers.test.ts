/** Two who turn out to be one and have both taken part: what becomes of their answers, their wishes and their channels. */
import { beforeEach, describe, expect, test } from 'vitest'
import { erase } from '../../jobs/erase.ts'
import { closeConsultation } from '../../src/app/consultations.ts'
import { tellSteps } from '../../src/app/outcome-steps.ts'
import type { ChannelName } from '../../src/domain/message.ts'
import { addSingles } from '../../src/store/deliveries.ts'
import { exportPerson } from '../../src/store/respondents.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { buildCity, type City } from '../support/city.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'

const consultation = 'safe-way-to-school'
let city: City
beforeEach(async () => void (city = await buildCity()))

const db = () => city.context.store.db

describe('answers of both', () => {
  test('become one response: where both answered, what was answered where the code is typed', async () => {
    const [phone, desk] = [
      await answering('telegram', ['walk', 'speed']),
      await answering('discord', ['transit']),
    ]
    const said = await link(phone, desk)
    expect(said).toContain('Where a question had two, the one from here counts.')
    expect(said).toContain('Welcome back!')
    const { responses, participations } = await keptOf(desk)
    expect(responses).toMatchObject([{ isFinished: false, channel: 'discord' }])
    expect(answersIn(responses)).toEqual({ q1: ['transit'], q2: ['speed'] })
    expect(participations).toMatchObject([{ state: 'started' }])
    expect(await db().response.count()).toBe(1)
    expect(await db().audit.count({ where: { act: 'person.link' } })).toBe(0)
  })

  test('stay finished, and take nothing along that lies off their way', async () => {
    const [phone, desk] = [await answering('telegram', ['walk', 'speed']), await finished('discord')]
    await link(phone, desk)
    const { responses, participations } = await keptOf(phone)
    expect(responses).toMatchObject([{ isFinished: true }])
    expect(participations).toMatchObject([{ state: 'finished' }])
    expect(Object.keys(answersIn(responses))).not.toContain('q2')
  })

  test('given after closing, while they can still be found, are put together too', async () => {
    const [phone, desk] = [await finished('telegram'), await finished('discord')]
    await closeConsultation(city.context, consultation, 'test')
    await link(phone, desk)
    expect(await db().response.count()).toBe(1)
    expect(await db().participation.count()).toBe(1)
  })

  test('are left alone once nobody can find them, and one participation is left', async () => {
    const [phone, desk] = [await finished('telegram'), await finished('discord')]
    await closeConsultation(city.context, consultation, 'test')
    city.putClock('2026-12-01T10:00:00Z')
    await erase(city.context)
    const before = await db().response.findMany({ include: { answers: true } })
    await link(phone, desk)
    expect(await db().response.findMany({ include: { answers: true } })).toEqual(before)
    expect(before).toHaveLength(2)
    expect(await db().participation.findMany()).toMatchObject([{ state: 'finished' }])
  })

  test('can be changed afterwards, and nothing is asked twice', async () => {
    const [phone, desk] = [await finished('telegram'), await finished('discord')]
    await link(phone, desk)
    await phone.types(`/start c-${consultation}`)
    expect(words(await phone.taps(`change:${consultation}`))).toContain('until the consultation closes')
  })
})

describe('a wish not to hear of the outcome', () => {
  test.each([
    ['yes', 'yes', true],
    ['yes', 'no', false],
    ['no', 'yes', false],
  ])('%s and %s together are %s', async (one, other, isWanted) => {
    const [phone, desk] = [await finished('telegram', one), await finished('discord', other)]
    await link(phone, desk)
    expect(await db().participation.findMany()).toMatchObject([{ wantsOutcome: isWanted }])
  })

  test('is not read out of a question that was never asked', async () => {
    const [phone, desk] = [await finished('telegram'), await answering('discord', [])]
    await link(phone, desk)
    expect(await db().participation.findMany()).toMatchObject([{ wantsOutcome: true }])
  })
})

describe('a step of an outcome', () => {
  test.each([false, true])(
    'that is on its way to one of them as they are linked is not told to the other (who waits for it: %s)',
    async (isWaiting) => {
      const [phone, desk] = [await finished('telegram'), await finished('discord')]
      const about = `outcome/${consultation}/published`
      const [stays, goes] = [(await rowOf(phone))!.personId, (await rowOf(desk))!.personId]
      const reply = { parts: [] }
      await addSingles(db(), city.context.store.keyring, [
        { recipientId: goes, about, reply },
        ...(isWaiting ? [{ recipientId: stays, about, reply }] : []),
      ])
      await db().delivery.updateMany({ where: { recipientId: goes }, data: { status: 'sending' } })
      await link(phone, desk)
      const told = await db().delivery.findMany({ where: { about }, orderBy: { status: 'asc' } })
      expect(told.map(({ recipientId, status }) => [recipientId, status])).toEqual([
        [goes, 'sending'],
        [stays, 'unknown'],
      ])
    },
  )
})

test('a step of an outcome that is half told reaches whoever moves behind the mark, and nobody twice', async () => {
  const people = [await finished('telegram'), await finished('discord'), await finished('web')]
  const ids = await Promise.all(people.map(async (person) => (await rowOf(person))!.personId))
  const [low, mid, high] = ids.toSorted()
  const [first, , last] = [low, mid, high].map((id) => people[ids.indexOf(id!)]!)
  await db().person.update({ where: { id: low! }, data: { createdOn: new Date('2026-01-01') } })
  await db().participation.update({
    where: { personId_consultationId: { personId: low!, consultationId: consultation } },
    data: { wantsOutcome: false, state: 'started' },
  })
  const step = { consultationId: consultation, measureId: '', step: 'published' }
  await db().outcomeStep.create({ data: { ...step, notedAt: new Date(), checkpoint: mid! } })
  await link(first!, last!)
  await tellSteps(city.context)
  const told = await db().delivery.findMany({ where: { about: { startsWith: 'outcome/' } } })
  expect(told.map(({ recipientId }) => recipientId).toSorted()).toEqual([low, mid])
})

describe('a conversation that changes its channel', () => {
  test('is first shown where it stands: what is typed there cannot be meant for a screen nobody has seen', async () => {
    const [phone, desk] = [await answering('telegram', []), talk(city.context, { channel: 'discord' })]
    await link(phone, desk)
    await desk.taps(':walk')
    expect(words(await phone.types('2'))).toContain('Welcome back! This is where we stopped:')
    expect(answersIn((await keptOf(phone)).responses)).toEqual({ q1: ['walk'] })
    await phone.types('2')
    expect(Object.keys(answersIn((await keptOf(phone)).responses))).toEqual(['q1', 'q2'])
  })

  test('does not bring a consultation on a hard subject to where it may not be answered', async () => {
    city.putClock('2026-10-05T10:00:00Z')
    const [page, desk] = [talk(city.context), talk(city.context, { channel: 'discord' })]
    await begin(page, 'support-when-it-is-hard')
    const said = await link(page, desk)
    expect(said).toContain('Linked!')
    expect(said).toContain("This is the city's chat")
    expect(desk.buttons().filter(({ id }) => id.startsWith('a:'))).toEqual([])
    await page.types('/start c-support-when-it-is-hard')
    expect(words(await desk.types('1'))).not.toContain('of 7')
    expect(words(await desk.does({ choice: 'resume' }))).not.toContain('of 7')
    expect((await keptOf(page)).responses).toEqual([])
    expect(words(await page.types('/start c-support-when-it-is-hard'))).toContain('1 of ')
  })
})

describe('a channel that is taken away', () => {
  test('keeps nothing, and can begin anew; everything stays with the one that stays', async () => {
    const [phone, desk] = [await answering('telegram', ['walk']), talk(city.context, { channel: 'discord' })]
    await link(phone, desk)
    expect(words(await phone.types('/unlink'))).toContain('Which channel shall go?')
    expect(phone.buttons().map(({ label }) => label)).toEqual(['Take away: Discord', 'Back'])
    expect(words(await phone.taps('Discord'))).toContain('Taken away: Discord')
    expect(answersIn((await keptOf(phone)).responses)).toEqual({ q1: ['walk'] })
    expect(await rowOf(desk)).toBeNull()
    expect(words(await phone.taps('Back'))).toContain('2 of ')
    expect(words(await desk.types(`/start c-${consultation}`))).toContain('How old are you?')
  })

  test('keeps that somebody is not to be written to, and at which hours', async () => {
    const [phone, desk] = [await answering('telegram', ['walk']), talk(city.context, { channel: 'discord' })]
    await link(phone, desk)
    await phone.types('/settings')
    await phone.taps('set:quiet:1600-0800')
    await desk.types('/stop')
    await phone.types('/unlink')
    await phone.taps('Discord')
    expect(await db().person.findMany()).toMatchObject([
      { quietFrom: '16:00', stoppedAt: city.context.clock.now() },
      { quietFrom: '16:00', stoppedAt: city.context.clock.now() },
    ])
    expect((await keptOf(desk)).participations).toEqual([])
  })

  test('is found in the settings, which offer it only where there is one', async () => {
    const [phone, desk] = [await answering('telegram', []), talk(city.context, { channel: 'discord' })]
    await phone.types('/settings')
    const offered = () => phone.buttons().map(({ label }) => label)
    expect(offered()).toContain('Link messengers')
    expect(offered()).not.toContain('Take a channel away')
    await link(phone, desk)
    await phone.types('/settings')
    await phone.taps('Take a channel away')
    expect(offered()).toContain('Take away: Discord')
  })

  test('is never the one that is written from, however often it is tapped', async () => {
    const [phone, desk] = [await answering('telegram', []), talk(city.context, { channel: 'discord' })]
    await link(phone, desk)
    const own = (await rowOf(phone))!.id
    expect(words(await phone.does({ choice: `unlink:${own}` }))).toContain('from an earlier message')
    expect(words(await phone.types('/unlink'))).toContain('What you answered stays here.')
    await phone.taps('Discord')
    expect(words(await phone.types('/unlink'))).toContain('No other channel is linked.')
  })
})

describe('in either channel', () => {
  test('the file and the erasing are about the whole person', async () => {
    const [phone, desk] = [await answering('telegram', ['walk']), await answering('discord', [])]
    await link(phone, desk)
    for (const person of [phone, desk]) {
      const file = (await person.types('/mydata')).find((reply) => reply.file)!.file!
      const { addresses, responses } = JSON.parse(file.content) as Awaited<ReturnType<typeof keptOf>>
      expect(addresses.map(({ channel }) => channel).toSorted()).toEqual(['discord', 'telegram'])
      expect(responses).toHaveLength(1)
    }
    await desk.types('/delete')
    await desk.taps('delete:yes')
    for (const table of [db().person, db().address, db().response, db().session] as const)
      expect(await (table as { count(): Promise<number> }).count()).toBe(0)
    expect(await db().tombstone.count()).toBe(2)
  })
})

/** Somebody who answered the first questions so. */
async function answering(channel: ChannelName, options: readonly string[]): Promise<Talk> {
  const person = talk(city.context, { channel })
  await begin(person, consultation)
  for (const option of options) {
    await person.taps(`:${option}`)
    if (person.buttons().some(({ id }) => id.endsWith(':done'))) await person.taps(':done')
  }
  return person
}

/** Somebody who went another way, skipped the rest, and said whether they want to hear of the outcome. */
async function finished(channel: ChannelName, wish = 'yes'): Promise<Talk> {
  const person = await answering(channel, ['transit'])
  for (let asked = 0; person.buttons().some(({ id }) => id.endsWith(':skip')) && asked < 20; asked += 1)
    await person.taps(':skip')
  await person.taps(`:${wish}`)
  return person
}

async function link(one: Talk, other: Talk): Promise<string> {
  const [code] = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(words(await one.types('/link'))) ?? []
  return words(await other.types(`/code ${code}`))
}

function rowOf({ from }: Talk) {
  return db().address.findUnique({ where: { lookup: lookupOf(city.context.store.keyring, from) } })
}

async function keptOf(person: Talk) {
  return exportPerson(db(), city.context.store.keyring, (await rowOf(person))!.personId)
}

function answersIn(responses: Awaited<ReturnType<typeof keptOf>>['responses']) {
  const answers = responses
    .flatMap((one) => one.answers)
    .toSorted((a, b) => a.question.localeCompare(b.question))
  return Object.fromEntries(
    answers.map(({ question, answer }) => [
      question,
      (answer as { options?: unknown } | null)?.options ?? null,
    ]),
  )
}
