/** What a child discloses: helplines first, a case apart from everything else, an officer who is told and a deputy who is told next. */
import { beforeEach, describe, expect, test } from 'vitest'
import { alertOfCases } from '../../src/app/case-alerts.ts'
import { closeCase, listCases, releaseCase, showCase } from '../../src/app/cases.ts'
import { listTexts } from '../../src/app/moderation.ts'
import { keepSetting } from '../../src/store/consultations.ts'
import { exportPerson } from '../../src/store/respondents.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { erase } from '../../jobs/erase.ts'
import { buildCity, sampleDay } from '../support/city.ts'
import { talkAsStaff } from '../support/staff.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'

const city = await buildCity()
const { context } = city
const { db, keyring, safe } = context.store
const secret = 'tata mnie bije pasem w piwnicy'
const later = (minutes: number) => city.putClock(new Date(Date.parse(sampleDay) + minutes * 60_000))
const personOf = async ({ from }: Talk) =>
  (await db.address.findUniqueOrThrow({ where: { lookup: lookupOf(keyring, from) } })).personId
const toldOf = async (about: string) =>
  (await db.delivery.findMany({ where: { about }, orderBy: { recipientId: 'asc' } })).map(
    ({ recipientId }) => recipientId,
  )
const latest = async () => (await listCases(context))[0]!
const reading = { reason: 'alert', actor: 'cli:ewa' }

/** Somebody in front of the free text of the sample consultation. */
async function atFreeText(): Promise<Talk> {
  const person = talk(context)
  await begin(person, 'safe-way-to-school', 'a16_17')
  await person.taps(':walk')
  await person.taps(':skip')
  await person.taps(':5')
  return person
}

const [officer, deputy, administrator] = [
  await talkAsStaff(context, 'safeguarding_officer'),
  await talkAsStaff(context, 'safeguarding_officer'),
  await talkAsStaff(context, 'administrator'),
]
const [first, second] = [await personOf(officer), await personOf(deputy)]
// they took office one after the other
await db.staff.update({ where: { personId: first }, data: { since: new Date('2026-01-01T00:00:00Z') } })

beforeEach(async () => {
  city.putClock(sampleDay)
  await db.safeguardingCase.deleteMany()
  await db.looseText.deleteMany()
  await db.delivery.deleteMany()
})

describe('somebody who discloses harm in a free text', () => {
  test('sees the helplines first, then kind words and who may read it, and can go on', async () => {
    const person = await atFreeText()
    const replies = await person.types(secret)
    expect(replies[0]?.text).toContain('116 111')
    expect(replies[1]?.text).toContain('It is not your fault')
    expect(replies[2]?.text).toContain('We do not keep who you are')
    expect(person.buttons().map(({ label }) => label)).toEqual([
      'I want someone to contact me',
      'Back to the questions',
      'I need help',
    ])
    expect(words(await person.taps('Back to the questions'))).toContain('Which one place')
  })

  test('leaves no word of it among the answers, in the conversation, in their data, or anywhere that the other key opens', async () => {
    const person = await atFreeText()
    await person.types(secret)
    const { id } = await latest()
    const kept = await exportPerson(db, keyring, await personOf(person))
    expect(JSON.stringify(kept)).not.toContain('piwnicy')
    const { sealed } = await db.safeguardingCase.findUniqueOrThrow({ where: { id } })
    expect(() => keyring.open(sealed!, `case:${id}`)).toThrow()
    expect(JSON.parse(safe!.open(sealed!, `case:${id}`))).toEqual({
      text: secret,
      category: 'violence_home',
      under: { consultation: 'safe-way-to-school', question: 'q7' },
    })
    expect(await db.answer.count({ where: { text: { not: null } } })).toBe(0)
  })

  test('is no longer found in the case: not by id, and not by the second', async () => {
    city.putClock('2026-09-25T10:00:37.512Z')
    const person = await atFreeText()
    await person.types(secret)
    const found = await db.safeguardingCase.findFirstOrThrow()
    const personId = await personOf(person)
    expect(found.openedAt).toEqual(new Date(sampleDay))
    expect(JSON.stringify(found)).not.toContain(personId)
  })

  test('is heard wherever they write it, before any consent too', async () => {
    const stranger = talk(context)
    expect(words(await stranger.types('nie chcę żyć'))).toContain('116 111')
    expect(await showCase(context, (await latest()).id, reading)).toMatchObject({
      priority: 'immediate',
      content: { text: 'nie chcę żyć', under: null },
    })
  })

  test('of what opens no case is answered kindly, and the text waits for a moderator', async () => {
    const person = await atFreeText()
    const replies = await person.types('gnębią mnie w szkole')
    expect(replies[0]?.text).toContain('116 111')
    expect(words(replies)).toContain('What should the city do first?')
    expect(await db.safeguardingCase.count()).toBe(0)
    expect(await listTexts(context)).toMatchObject([{ text: 'gnębią mnie w szkole' }])
    await db.answer.deleteMany({ where: { text: { not: null } } })
  })

  test('gets help where there is no key, and is told that nothing was kept', async () => {
    const keyless = { ...context, store: { ...context.store, safe: null } }
    const person = talk(keyless)
    const said = words(await person.types('nie chcę żyć'))
    expect(said).toContain('116 111')
    expect(said).toContain('was not kept')
    expect(await db.safeguardingCase.count()).toBe(0)
  })

  test('can say how to be reached, and only then; the officers are told that somebody wants it', async () => {
    const person = await atFreeText()
    await person.types(secret)
    const { id } = await latest()
    expect(await latest()).toMatchObject({ hasContact: false })
    expect(words(await person.taps('I want someone to contact me'))).toContain('How can we reach you?')
    expect(words(await person.types('nie chcę żyć, 600 100 200'))).toContain('Thank you.')
    expect(await listCases(context)).toMatchObject([{ id, hasContact: true }])
    expect(await toldOf(`case/${id}/contact`)).toEqual([first, second].toSorted())
    expect((await showCase(context, id, reading)).contact).toBe('nie chcę żyć, 600 100 200')
    expect(words(await person.taps('Back to the questions'))).toContain('Which one place')
  })

  test('works for the programme is taken to speak of others', async () => {
    await officer.types('tata mnie bije')
    expect(await db.safeguardingCase.count()).toBe(0)
  })
})

describe('the officer on duty', () => {
  test('is told at once, at any hour, without a word of what was written', async () => {
    await (await atFreeText()).types(secret)
    const { id } = await latest()
    expect(await toldOf(`case/${id}`)).toEqual([first])
    const row = await db.delivery.findFirstOrThrow({ where: { about: `case/${id}` } })
    const alert = keyring.open(row.message!, `delivery:case/${id}`)
    expect(row.isUrgent).toBe(true)
    expect(alert).not.toMatch(/piwnicy|violence|q7|safe-way/)
  })

  test('who says nothing for half an hour is followed by the deputy, and then by the administrators, each told once', async () => {
    await (await atFreeText()).types(secret)
    const about = `case/${(await latest()).id}`
    later(29)
    await alertOfCases(context)
    expect(await toldOf(about)).toEqual([first])
    later(31)
    await alertOfCases(context)
    await alertOfCases(context)
    expect(await toldOf(about)).toEqual([first, second].toSorted())
    later(61)
    await alertOfCases(context)
    expect(await toldOf(about)).toEqual([first, second, await personOf(administrator)].toSorted())
  })

  test('who takes it on with one tap is alone with it, and that is recorded', async () => {
    await (await atFreeText()).types(secret)
    const { id } = await latest()
    expect(words(await officer.does({ choice: `case:take:${id}` }))).toContain('Nobody else is called now')
    expect(words(await deputy.does({ choice: `case:take:${id}` }))).toContain('taken this case on already')
    later(120)
    await alertOfCases(context)
    expect(await toldOf(`case/${id}`)).toEqual([first])
    expect(await db.audit.findFirstOrThrow({ where: { act: 'case.take' } })).toMatchObject({
      actor: first,
      subject: `case/${id}`,
    })
  })

  test('is called again as soon as the city says', async () => {
    await keepSetting(db, 'cases', { answerMinutes: 5 }, context.clock.now())
    await (await atFreeText()).types(secret)
    later(6)
    await alertOfCases(context)
    expect(await toldOf(`case/${(await latest()).id}`)).toEqual([first, second].toSorted())
    await db.setting.delete({ where: { name: 'cases' } })
  })

  test('is the only one: nobody else takes a case on', async () => {
    await (await atFreeText()).types(secret)
    const { id } = await latest()
    await administrator.does({ choice: `case:take:${id}` })
    await talk(context).does({ choice: `case:take:${id}` })
    expect(await latest()).toMatchObject({ acknowledgedAt: null })
  })
})

describe('a case', () => {
  test('is read for a reason, and every look is recorded with it', async () => {
    await (await atFreeText()).types(secret)
    const { id } = await latest()
    await expect(showCase(context, id, { ...reading, reason: ' ' })).rejects.toMatchObject({
      code: 'case-reason',
    })
    await showCase(context, id, reading)
    await showCase(context, id, { ...reading, reason: 'call with the school' })
    const looks = await db.audit.findMany({
      where: { act: 'case.read', subject: `case/${id}` },
      orderBy: { id: 'asc' },
    })
    expect(looks.map(({ actor, details }) => [actor, details])).toEqual([
      ['cli:ewa', { reason: 'alert' }],
      ['cli:ewa', { reason: 'call with the school' }],
    ])
  })

  test('is not read without its key', async () => {
    await (await atFreeText()).types(secret)
    const keyless = { ...context, store: { ...context.store, safe: null } }
    const { id } = await latest()
    await expect(showCase(keyless, id, reading)).rejects.toMatchObject({ code: 'safeguarding-key-missing' })
    await expect(showCase(context, 'nothing', reading)).rejects.toMatchObject({ code: 'case-unknown' })
  })

  test('that was a false alarm goes to the moderators, and nothing stays in it', async () => {
    await (await atFreeText()).types('dotyka mnie problem smogu')
    const { id } = await latest()
    await releaseCase(context, id, 'cli:ewa')
    expect(await listTexts(context)).toMatchObject([
      { text: 'dotyka mnie problem smogu', since: '2026-09-25' },
    ])
    expect(await showCase(context, id, reading)).toMatchObject({ closedAs: 'released', content: null })
    await expect(releaseCase(context, id, 'cli:ewa')).rejects.toMatchObject({ code: 'case-over' })
  })

  test('that is closed is forgotten after the time the city set, and one that is open never is', async () => {
    await (await atFreeText()).types(secret)
    const { id } = await latest()
    await (await atFreeText()).types(secret)
    await closeCase(context, id, 'cli:ewa')
    await expect(closeCase(context, id, 'cli:ewa')).rejects.toMatchObject({ code: 'case-over' })
    later(364 * 1440)
    await erase(context)
    expect(await db.safeguardingCase.count()).toBe(2)
    later(366 * 1440)
    await erase(context)
    expect((await listCases(context)).map((one) => one.id)).not.toContain(id)
    expect(await db.safeguardingCase.count()).toBe(1)
  })

  test('that is over takes no way to be reached any more', async () => {
    const person = await atFreeText()
    await person.types(secret)
    await person.taps('I want someone to contact me')
    await closeCase(context, (await latest()).id, 'cli:ewa')
    expect(words(await person.types('600 100 200'))).toContain('This is closed already')
  })
})
