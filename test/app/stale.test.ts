/** Buttons of earlier messages: whoever taps one can go on from there. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Outgoing } from '../../src/domain/message.ts'
import { look } from '../../src/app/converse.ts'
import { buildCity, sampleDay } from '../support/city.ts'
import { begin, talk, words } from '../support/talk.ts'

const city = await buildCity()
const { context } = city
const free = 'free-time-and-sport'
const notice = 'This button is from an earlier message. Here is where we are now.'

beforeEach(() => city.putClock(sampleDay))

/** The message that takes the place of the one that was tapped. */
function inPlace([passing, standing, ...more]: readonly Outgoing[]): Outgoing {
  expect(passing).toMatchObject({ text: notice, isNotice: true })
  expect(more).toEqual([])
  expect(standing).toMatchObject({ replaces: true })
  return standing!
}

describe('a second copy of a question that is answered already', () => {
  test('becomes the question that stands, and can be answered there', async () => {
    const person = talk(context)
    await begin(person, free)
    const other = person.find(':most').id
    await person.taps(':few')
    const answers = await context.store.db.answer.count()
    const standing = inPlace(await person.does({ choice: other }))
    expect(standing.text).toContain('2 of 6')
    expect(await context.store.db.answer.count()).toBe(answers)
    await person.taps(':skip')
    expect(words(await look(context, person.from, 'en'))).toContain('3 of 6')
  })

  test('is only said to be noted when the same answer is tapped', async () => {
    const person = talk(context)
    await begin(person, free)
    const { id } = person.find(':few')
    await person.taps(':few')
    expect(await person.does({ choice: id })).toMatchObject([{ text: 'Noted already.', isNotice: true }])
  })

  test('keeps what was ticked so far of the question that stands', async () => {
    const person = talk(context)
    await begin(person, free)
    const other = person.find(':most').id
    await person.taps(':few')
    const ticked = person.buttons().find(({ row }) => row === 'answer')!
    await person.does({ choice: ticked.id })
    const { choices } = inPlace(await person.does({ choice: other }))
    expect(choices?.find(({ id }) => id === ticked.id)?.isPicked).toBe(true)
  })
})

test('tapped twenty times at once it counts nothing and is changed in place each time', async () => {
  const person = talk(context)
  await begin(person, free)
  const other = person.find(':most').id
  await person.taps(':few')
  const all = await Promise.all(Array.from({ length: 20 }, () => person.does({ choice: other })))
  expect(new Set(all.map((replies) => inPlace(replies).text)).size).toBe(1)
  expect(words(await look(context, person.from, 'en'))).toContain('2 of 6')
})

test('the passing word is not said again when the screen is looked at', async () => {
  const person = talk(context)
  await begin(person, free)
  const other = person.find(':most').id
  await person.taps(':few')
  await person.does({ choice: other })
  expect(words(await look(context, person.from, 'en'))).not.toContain(notice)
})

describe('a button of an earlier message', () => {
  const forged = 'a:0:q1:yes'

  test('becomes the question about age, while that stands', async () => {
    const person = talk(context)
    await person.types(`/start c-${free}`)
    expect(inPlace(await person.does({ choice: forged })).text).toBe('How old are you?')
  })

  test('becomes the question of assent, while that stands', async () => {
    const person = talk(context)
    await person.types(`/start c-${free}`)
    await person.taps(':a16_17')
    const standing = inPlace(await person.does({ choice: forged }))
    expect(standing.choices?.map(({ label }) => label)).toContain('I understand, start')
  })

  test('becomes the question about the results, while that stands', async () => {
    const person = talk(context)
    await begin(person, free)
    while (person.buttons().some(({ id }) => id.endsWith(':skip'))) await person.taps(':skip')
    expect(inPlace(await person.does({ choice: forged })).choices?.[0]).toMatchObject({
      label: 'Yes, please',
    })
  })

  test('leaves the thank-you on the screen when the last button is tapped twice', async () => {
    const person = talk(context)
    await begin(person, free)
    while (person.buttons().some(({ id }) => id.endsWith(':skip'))) await person.taps(':skip')
    const last = person.find(':yes').id
    const [thanks] = await person.does({ choice: last })
    expect(inPlace(await person.does({ choice: last })).text).toBe(thanks!.text)
  })

  test('leads home when nothing is known of whoever taps it, below a word that was said last', async () => {
    const person = talk(context)
    const [passing, home] = await person.does({ choice: forged })
    expect(passing).toMatchObject({ text: notice })
    expect(home).not.toHaveProperty('replaces')
    expect(inPlace(await person.does({ choice: forged })).text).toBe(home!.text)
  })

  test('leads to what is open today when somebody comes back after days', async () => {
    const person = talk(context)
    await person.types('/privacy')
    city.putClock('2026-09-27T10:00:00Z')
    expect(inPlace(await person.does({ choice: forged })).text).toContain('Hi! This is the city')
  })
})
