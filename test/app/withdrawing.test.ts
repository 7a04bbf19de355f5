/** Taking back what was said in one consultation, while everything else stays. */
import { beforeEach, expect, test } from 'vitest'
import { erase } from '../../jobs/erase.ts'
import { openClose } from '../../jobs/open-close.ts'
import { buildCity, sampleDay } from '../support/city.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'

const city = await buildCity()
const { context } = city
const { db } = context.store
const [free, safe] = ['free-time-and-sport', 'safe-way-to-school']

beforeEach(() => city.putClock(sampleDay))

const responsesTo = (consultationId: string) => db.response.count({ where: { consultationId } })
const partsIn = (consultationId: string) => db.participation.count({ where: { consultationId } })

/** In the middle of both, standing in the second. */
async function inBoth(): Promise<Talk> {
  const person = talk(context)
  await begin(person, free)
  await person.taps(':few')
  await begin(person, safe)
  await person.taps(':home')
  return person
}

test('the answers to one consultation go, and that somebody took part; the others stay, and so does the person', async () => {
  const before = {
    free: await responsesTo(free),
    safe: await responsesTo(safe),
    people: await db.person.count(),
  }
  const parts = { free: await partsIn(free), safe: await partsIn(safe) }
  const person = await inBoth()
  expect(words(await person.types('/delete'))).toContain('Or only your answers to one consultation')
  expect(words(await person.taps(`withdraw:${free}`))).toContain('You will not hear what comes of it')
  expect(words(await person.taps(`withdraw:yes:${free}`))).toBe(
    'Done. Your answers to “Free time and sport” are erased.',
  )
  expect(await responsesTo(free)).toBe(before.free)
  expect(await partsIn(free)).toBe(parts.free)
  expect(await responsesTo(safe)).toBe(before.safe + 1)
  expect(await partsIn(safe)).toBe(parts.safe + 1)
  expect(await db.person.count()).toBe(before.people + 1)
  const consent = await db.consent.findFirstOrThrow({
    where: { subject: free },
    orderBy: { givenAt: 'desc' },
  })
  expect(consent.withdrawnAt).not.toBeNull()
  // the conversation goes on where it stood
  expect(words(await person.taps('resume'))).toMatch(/2 of \d/)
})

test('whoever stood in it is at the start again, and can begin anew as long as it is open', async () => {
  const person = await inBoth()
  await person.types('/delete')
  await person.taps(`withdraw:${safe}`)
  await person.taps(`withdraw:yes:${safe}`)
  expect(words(await person.types('?'))).not.toMatch(/2 of \d/)
  const before = await responsesTo(safe)
  await begin(person, safe)
  await person.taps(':home')
  expect(await responsesTo(safe)).toBe(before + 1)
  expect(await db.consent.count({ where: { subject: safe, withdrawnAt: null } })).toBeGreaterThan(0)
})

test('nothing goes unless it is said twice', async () => {
  const person = await inBoth()
  const before = [await responsesTo(free), await responsesTo(safe)]
  await person.types('/delete')
  await person.taps(`withdraw:${free}`)
  expect(words(await person.taps('delete:no'))).toContain('we erased nothing')
  expect([await responsesTo(free), await responsesTo(safe)]).toEqual(before)
})

test('whoever took part in nothing is offered everything or nothing', async () => {
  const person = talk(context)
  await begin(person, free)
  await person.types('/delete')
  await person.taps(`withdraw:${free}`)
  await person.taps(`withdraw:yes:${free}`)
  await person.types('/delete')
  expect(person.buttons().map(({ id }) => id)).toEqual(['delete:yes', 'delete:no', 'help'])
})

test('once the secret has gone nobody can find the answers, and an old button says so', async () => {
  const ended = await buildCity()
  const person = talk(ended.context)
  await begin(person, free)
  await person.taps(':few')
  await person.types('/delete')
  const old = person.find(`withdraw:${free}`)
  ended.putClock('2026-10-13T22:00:00Z')
  await openClose(ended.context)
  await person.types('/delete')
  expect(person.buttons().map(({ id }) => id)).toContain(`withdraw:${free}`)
  ended.putClock('2026-10-27T23:00:00Z')
  await erase(ended.context)
  await person.types('/delete')
  expect(person.buttons().map(({ id }) => id)).not.toContain(`withdraw:${free}`)
  expect(words(await person.does({ choice: old.id }))).toContain('14 days after the end of a consultation')
  expect(await ended.context.store.db.response.count({ where: { consultationId: free } })).toBe(1)
})

test('a city may keep the secret for a shorter time', async () => {
  const hasty = await buildCity({ config: { SECRET_DAYS: 3 } })
  const person = talk(hasty.context)
  await begin(person, free)
  expect(words(await person.types('/privacy'))).toContain('erase them for 3 more days after it ends')
  hasty.putClock('2026-10-13T22:00:00Z')
  await openClose(hasty.context)
  hasty.putClock('2026-10-16T22:00:00Z')
  await erase(hasty.context)
  const { secret } = await hasty.context.store.db.consultation.findUniqueOrThrow({ where: { id: free } })
  expect(secret).toBeNull()
})
