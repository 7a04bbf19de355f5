/** Values of indicators by chat: from what is missing to what is kept. */
import { beforeEach, describe, expect, test } from 'vitest'
import { makeOccurrences } from '../../src/app/occurrences.ts'
import { buildCity } from '../support/city.ts'
import { beginningAnew, reminderOf, talkAsContact, type Partner } from '../support/partner.ts'
import { words } from '../support/talk.ts'

const { context } = await buildCity({ now: '2027-01-04T09:00:00Z' })
const { db } = context.store
await makeOccurrences(context)
const beginAnew = await beginningAnew(context)
beforeEach(async () => {
  await beginAnew()
  await db.reading.deleteMany({ where: { period: { startsWith: '2026-Q4' } } })
})

/** School streets in operation, which should become more: 0, 0, 2 so far. */
const streets = 'i08'
/** Accidents, which should become fewer, counted from the beginning of the year: 11, 25, 41. */
const accidents = 'i07'

const contact = () => talkAsContact(context, 'zdt')
const reading = (indicatorId: string) =>
  db.reading.findUnique({ where: { indicatorId_period: { indicatorId, period: '2026-Q4' } } })
const isDone = async (indicatorId: string) =>
  (await db.deadline.findUniqueOrThrow({ where: { source: `reading/${indicatorId}/2026-Q4` } })).status ===
  'done'

async function reports(partner: Partner, indicator: string, value: string): Promise<string> {
  await partner.types('/report')
  await partner.taps(`rep:${indicator}`)
  return words(await partner.types(value))
}

describe('a value', () => {
  test('is kept with who reported it, ends what was due, and stands in the history', async () => {
    const partner = await contact()
    expect(await reports(partner, streets, '3')).toContain('Kept')
    expect(await reading(streets)).toMatchObject({ reportedBy: partner.personId })
    expect(Number((await reading(streets))!.value)).toBe(3)
    expect(await isDone(streets)).toBe(true)
    const history = await db.planChange.findMany({
      where: { subject: `reading/${streets}/2026-Q4` },
      orderBy: { id: 'asc' },
    })
    expect(history).toMatchObject([
      { field: 'value', to: 3 },
      { field: 'status', from: 'open', to: 'done' },
      { field: 'done_on' },
    ])
  })

  test.each([
    ['twice as much as before', streets, '5'],
    ['fewer of what should become more', streets, '1'],
    ['less than was counted earlier in the year', accidents, '40'],
  ])('is asked about once more when it is %s', async (_, indicator, value) => {
    const partner = await contact()
    expect(await reports(partner, indicator, value)).toContain('Is that right?')
    expect(await reading(indicator)).toBeNull()
    await partner.taps('rep-no')
    expect(words(await partner.types(value))).toContain('Is that right?')
    expect(words(await partner.taps('rep-yes'))).toContain('Kept')
    expect(Number((await reading(indicator))!.value)).toBe(Number(value))
  })

  test('that goes on from what was counted in the year is not asked about', async () => {
    expect(await reports(await contact(), accidents, '58')).toContain('Kept')
  })

  test('is what "done" asks for under the reminder of a reading', async () => {
    const partner = await contact()
    const { button } = await reminderOf(context, `reading/${streets}/2026-Q4`)
    expect(words(await partner.does({ choice: button('done') }))).toContain('What is the value')
    expect(await isDone(streets)).toBe(false)
    await partner.types('3')
    expect(await isDone(streets)).toBe(true)
  })

  test('that somebody else has reported meanwhile is not written over', async () => {
    const [one, other] = [await contact(), await talkAsContact(context, 'zdt', { role: 'second' })]
    await one.types('/report')
    await one.taps(`rep:${streets}`)
    await reports(other, streets, '3')
    expect(words(await one.types('4'))).toContain('is there already')
    expect(Number((await reading(streets))!.value)).toBe(3)
  })

  test('of two at the very same moment is kept once', async () => {
    const [one, other] = [await contact(), await talkAsContact(context, 'zdt', { role: 'second' })]
    for (const person of [one, other]) {
      await person.types('/report')
      await person.taps(`rep:${streets}`)
    }
    const said = (await Promise.all([one.types('3'), other.types('4')])).map(words)
    expect(said.filter((text) => text.includes('Kept'))).toHaveLength(1)
    expect(said.filter((text) => text.includes('is there already'))).toHaveLength(1)
    expect(await db.planChange.count({ where: { field: 'value' } })).toBe(1)
  })
})

describe('no value', () => {
  test.each(['-', 'nie wiem', 'не знаю'])(
    'said as "%s" asks why, and is null and never zero',
    async (typed) => {
      const partner = await contact()
      expect(await reports(partner, streets, typed)).toContain('why is there no value')
      await partner.types('Liczymy w lutym.')
      expect(await reading(streets)).toMatchObject({ value: null })
      expect(await isDone(streets)).toBe(false)
      const [change] = await db.planChange.findMany({ where: { subject: `reading/${streets}/2026-Q4` } })
      expect(change?.why).toBe('Liczymy w lutym.')
    },
  )

  test('can have a usual reason, and be followed by the value', async () => {
    const partner = await contact()
    await reports(partner, streets, '-')
    await partner.taps('rep-why:data')
    expect(await reports(partner, streets, '3')).toContain('Kept')
    expect(await isDone(streets)).toBe(true)
  })
})

test('nobody reports for another entity', async () => {
  const other = await talkAsContact(context, 'sm')
  expect(words(await other.does({ choice: `rep:${streets}:2026-Q4` }))).toContain('another entity')
})
