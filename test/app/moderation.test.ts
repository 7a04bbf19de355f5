/** Free texts wait for a moderator, who sees one at a time and nothing about who wrote it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { alertOfTexts, listTexts, reviewText } from '../../src/app/moderation.ts'
import { releasedQuotations } from '../../src/store/results.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { buildCity, sampleDay } from '../support/city.ts'
import { talkAsStaff } from '../support/staff.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'

const city = await buildCity()
const { context } = city
const { db, keyring } = context.store
const consultation = 'safe-way-to-school'
const moderator = await talkAsStaff(context, 'moderator')
const personOf = async ({ from }: Talk) =>
  (await db.address.findUniqueOrThrow({ where: { lookup: lookupOf(keyring, from) } })).personId

async function writes(text: string): Promise<Talk> {
  const person = talk(context)
  await begin(person, consultation, 'a16_17')
  await person.taps(':walk')
  await person.taps(':skip')
  await person.taps(':5')
  await person.types(text)
  return person
}
const quoted = async () => (await releasedQuotations(db, consultation)).get('q7') ?? []
const only = async () => (await listTexts(context))[0]!

beforeEach(async () => {
  city.putClock(sampleDay)
  await db.answer.deleteMany({ where: { text: { not: null } } })
  await db.delivery.deleteMany()
})

describe('a moderator', () => {
  test('reads the question and the text, and decides with one tap; the next one follows', async () => {
    await writes('Long Street')
    await writes('Short Street')
    const screen = words(await moderator.types('/moderate'))
    expect(screen).toContain('2 texts wait')
    expect(screen).toContain('A safe way to school: Which one place should be fixed first?')
    expect(screen).toMatch(/Long Street|Short Street/)
    const after = words(await moderator.taps('Release'))
    expect(after).toContain('Released')
    expect(after).toContain('One text waits')
    expect(words(await moderator.taps('Remove'))).toContain('No text waits')
    expect(await quoted()).toHaveLength(1)
  })

  test('redacts by writing it anew', async () => {
    await writes('Long Street, ask Ania from 5b')
    await moderator.types('/moderate')
    expect(words(await moderator.taps('Redact'))).toContain('Long Street, ask Ania')
    expect(words(await moderator.types('Long Street'))).toContain('Kept in your words')
    expect(await quoted()).toEqual(['Long Street'])
  })

  test('does not decide about a text that was changed after they read it', async () => {
    const person = await writes('Long Street')
    await moderator.types('/moderate')
    await person.taps(':back')
    await person.types('Ania lives at Long Street 5')
    expect(words(await moderator.taps('Release'))).toContain('has been dealt with already, or it was changed')
    expect(await quoted()).toEqual([])
  })

  test('leaves no text of others in their own conversation', async () => {
    await writes('Long Street')
    await moderator.types('/moderate')
    const session = await db.session.findMany()
    const kept = session.flatMap(({ replies }) => (replies ? keyring.open(replies, 'replies') : []))
    expect(kept.join()).not.toContain('Long Street')
  })

  test('is the one who does it: others are sent away', async () => {
    await writes('Long Street')
    const [coordinator, youth] = [await talkAsStaff(context, 'coordinator'), talk(context)]
    expect(words(await coordinator.types('/moderate'))).toContain("only for the programme's staff")
    expect(words(await youth.does({ choice: `mod:released:${(await only()).id}` }))).not.toContain('Long')
    expect(await quoted()).toEqual([])
  })
})

describe('a text', () => {
  test('that was removed is gone, still counts as answered, and is never quoted', async () => {
    await writes('Ania is stupid')
    const { id } = await only()
    await reviewText(context, { text: id, as: 'removed' }, 'cli:ewa')
    const [row] = await db.answer.findMany({ where: { question: 'q7', text: { not: null } } })
    expect(keyring.open(row!.text!, 'answer')).toBe('')
    expect(row).toMatchObject({ review: 'removed', released: null })
    await expect(reviewText(context, { text: id, as: 'released' }, 'cli:ewa')).rejects.toMatchObject({
      code: 'text-gone',
    })
    expect(await db.audit.findFirstOrThrow({ where: { subject: `text/${id}` } })).toMatchObject({
      actor: 'cli:ewa',
      subject: `text/${id}`,
      details: null,
    })
  })

  test('says nothing about a person: not by its id, and not by its neighbours', async () => {
    const person = await writes('Long Street')
    const [text] = await listTexts(context)
    expect(Object.keys(text!).toSorted()).toEqual(['consultation', 'id', 'question', 'since', 'text'])
    const response = await db.response.findFirstOrThrow({ where: { answers: { some: { question: 'q7' } } } })
    expect(JSON.stringify(text)).not.toContain(response.id)
    expect(JSON.stringify(text)).not.toContain(await personOf(person))
  })
})

describe('when nobody reads', () => {
  const told = async (day: string) => db.delivery.count({ where: { about: `moderation/${day}` } })

  test('moderators are told on the next working day, once a day, and without a word of it', async () => {
    await writes('Long Street')
    await alertOfTexts(context)
    expect(await db.delivery.count()).toBe(0)
    // a Saturday
    city.putClock('2026-09-26T10:00:00Z')
    await alertOfTexts(context)
    expect(await db.delivery.count()).toBe(0)
    city.putClock('2026-09-28T06:00:00Z')
    await alertOfTexts(context)
    await alertOfTexts(context)
    expect(await told('2026-09-28')).toBe(1)
    const [row] = await db.delivery.findMany()
    expect(row!.recipientId).toBe(await personOf(moderator))
    expect(keyring.open(row!.message!, 'delivery:moderation/2026-09-28')).not.toContain('Long')
    city.putClock('2026-09-29T06:00:00Z')
    await alertOfTexts(context)
    expect(await told('2026-09-29')).toBe(1)
  })

  test('nobody is told once everything is read', async () => {
    await writes('Long Street')
    await reviewText(context, { text: (await only()).id, as: 'released' }, 'cli:ewa')
    city.putClock('2026-09-28T06:00:00Z')
    await alertOfTexts(context)
    expect(await db.delivery.count()).toBe(0)
  })
})
