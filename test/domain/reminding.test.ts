/** Whom a step goes to, and what goes together into one message. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Addressee } from '../../src/domain/deadline.ts'
import { dayAfter } from '../../src/domain/moment.ts'
import { decideFor, digestOf, gather, lastsUntil, type Waiting } from '../../src/domain/reminding.ts'
import { dueOn, standard, warsaw } from '../support/deadlines.ts'

/** A Wednesday at nine in Kraków. */
const now = new Date('2026-11-25T08:00:00Z')
const today = '2026-11-25'
const night = new Date('2026-11-25T21:00:00Z')
const at = { now, calendar: warsaw }

const people = (by: Partial<Record<Addressee, readonly string[]>>) => (to: Addressee) => by[to] ?? []

describe('a step', () => {
  const deadline = dueOn(today)

  test('goes to everybody who has the role', () => {
    const { told } = decideFor(deadline, standard, people({ contact: ['ala', 'ola'] }), at)
    expect(told).toEqual([
      { step: '0', role: 'contact', personId: 'ala' },
      { step: '0', role: 'contact', personId: 'ola' },
    ])
  })

  test.each([
    [{ second: ['b'], superior: ['c'], coordinator: ['d'] }, 'second'],
    [{ superior: ['c'], coordinator: ['d'] }, 'superior'],
    [{ coordinator: ['d'], plenipotentiary: ['e'] }, 'coordinator'],
    [{ plenipotentiary: ['e'] }, 'plenipotentiary'],
  ] as const)('goes to the next in line where nobody has it: of %j to the %s', (by, role) => {
    expect(decideFor(deadline, standard, people(by), at).told.map((one) => one.role)).toEqual([role])
  })

  test('that reaches nobody is tried again on the next working day, until somebody can be reached', () => {
    const friday = new Date('2026-11-27T08:00:00Z')
    const first = decideFor(dueOn('2026-11-27'), standard, people({}), { now: friday, calendar: warsaw })
    expect(first).toMatchObject({
      told: [],
      unreached: [{ name: '0' }],
      remindedAt: null,
      askedOn: null,
      nextAt: new Date('2026-11-30T07:00:00Z'),
    })
    const later = { now: first.nextAt!, calendar: warsaw }
    const { told } = decideFor(dueOn('2026-11-27'), standard, people({ contact: ['ala'] }), later)
    expect(told).toEqual([{ step: '+1', role: 'contact', personId: 'ala' }])
  })

  test('up the ladder skips a rung that nobody stands on', () => {
    const asked = dueOn('2026-11-10', { askedOn: '2026-11-10', remindedAt: new Date('2026-11-12T08:00:00Z') })
    const { told, unreached } = decideFor(asked, standard, people({ contact: ['ala'], superior: ['c'] }), {
      now: new Date('2026-11-16T08:00:00Z'),
      calendar: warsaw,
    })
    expect(told).toEqual([])
    expect(unreached.map(({ name }) => name)).toEqual(['>second'])
    const next = { now: new Date('2026-11-18T08:00:00Z'), calendar: warsaw }
    expect(decideFor(asked, standard, people({ contact: ['ala'], superior: ['c'] }), next).told).toEqual([
      { step: '+7', role: 'contact', personId: 'ala' },
      { step: '>superior', role: 'superior', personId: 'c' },
    ])
  })
})

describe('what waits for one person', () => {
  const far = (n: number, known: Partial<Waiting> = {}) =>
    waiting({ deadlineId: BigInt(n), dueOn: dayAfter(today, 7), ...known })

  test('goes into the one message of the day', () => {
    const { messages, heldBack } = gather([far(1), far(2)], { ...at, hasHadDigest: false })
    expect(messages).toEqual([{ personId: 'ala', about: digestOf(today), items: [far(1), far(2)] }])
    expect(heldBack).toEqual([])
  })

  test('waits for tomorrow when today has had its message', () => {
    expect(gather([far(1)], { ...at, hasHadDigest: true })).toEqual({
      messages: [],
      heldBack: [{ item: far(1), why: 'another-day' }],
    })
  })

  test.each([
    [0, true],
    [1, true],
    [2, true],
    [3, false],
    [-1, false],
  ])('that is due in %i days goes alone: %s', (days, isAlone) => {
    const item = waiting({ dueOn: dayAfter(today, days) })
    const { messages } = gather([item], { ...at, hasHadDigest: true })
    expect(messages.length).toBe(isAlone ? 1 : 0)
  })

  test('goes alone when the policy or the person has no digest', () => {
    const abouts = (item: Waiting) =>
      gather([item], { ...at, hasHadDigest: true }).messages.map(({ about }) => about)
    expect(abouts(far(1, { hasDigest: false }))).toEqual(['reminder/1/2026-12-02/-7'])
    expect(abouts(far(1, { policy: { ...standard, hasDigest: false } }))).toEqual([
      'reminder/1/2026-12-02/-7',
    ])
  })

  test('is not said once it is over, moved, or said by something newer', () => {
    const items = [
      far(1, { status: 'done' }),
      far(2, { status: 'dropped' }),
      far(3, { isCurrent: false }),
      far(4, { step: '-14' }),
      far(4),
    ]
    const { messages, heldBack } = gather(items, { ...at, hasHadDigest: false })
    expect(messages.map((message) => message.items)).toEqual([[far(4)]])
    expect(heldBack.map(({ why }) => why)).toEqual(['over', 'over', 'over', 'newer'])
  })

  test('is not kept back by something newer that is itself over', () => {
    const items = [far(1), far(1, { dueOn: dayAfter(today, 9), isCurrent: false })]
    const { messages } = gather(items, { ...at, hasHadDigest: false })
    expect(messages.map((message) => message.items)).toEqual([[far(1)]])
  })

  test('about the same deadline is said on both sides of the ladder', () => {
    const items = [far(1, { step: '+7' }), far(1, { step: '>second', role: 'second' })]
    expect(gather(items, { ...at, hasHadDigest: false }).messages[0]?.items).toEqual(items)
  })

  test('waits for the next window', () => {
    const { messages, heldBack } = gather([far(1), waiting({ deadlineId: 2n })], {
      now: night,
      calendar: warsaw,
      hasHadDigest: false,
    })
    expect(messages).toEqual([])
    expect(heldBack.map(({ why }) => why)).toEqual(['another-day', 'another-day'])
  })

  test('is all accounted for: in one message, or held back for a reason, and at most one message is the day’s', () => {
    const some = fc.array(
      fc.record({
        deadlineId: fc.bigInt({ min: 1n, max: 6n }),
        dueOn: fc.integer({ min: -10, max: 20 }).map((days) => dayAfter(today, days)),
        step: fc.constantFrom('-7', '-1', '0', '+1', '>second', '>coordinator'),
        status: fc.constantFrom('open', 'open', 'done', 'dropped'),
        isCurrent: fc.boolean(),
        hasDigest: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(some, fc.boolean(), fc.constantFrom(now, night), (chosen, hasHadDigest, moment) => {
        const items = chosen.map((one) => waiting(one))
        const { messages, heldBack } = gather(items, { now: moment, calendar: warsaw, hasHadDigest })
        const said = messages.flatMap((message) => message.items)
        expect([...said, ...heldBack.map(({ item }) => item)].toSorted(byPlace(items))).toEqual(items)
        expect(messages.filter(({ about }) => about === digestOf(today)).length).toBeLessThanOrEqual(
          hasHadDigest ? 0 : 1,
        )
        expect(said.every(({ status, isCurrent }) => status === 'open' && isCurrent)).toBe(true)
        for (const { item } of heldBack.filter(({ why }) => why === 'newer'))
          expect(isSaidOrWaits(item, said, heldBack)).toBe(true)
      }),
    )
  })
})

test('a message lasts until the last of what it says has a newer step, and for good when something has none', () => {
  const [noon, evening] = [new Date('2026-11-25T12:00:00Z'), new Date('2026-11-25T18:00:00Z')]
  expect(lastsUntil([noon, evening])).toEqual(evening)
  expect(lastsUntil([noon, null])).toBeNull()
})

/** The last step before a deadline that is due today, for its contact. */
function waiting(known: Partial<Waiting>): Waiting {
  return {
    deadlineId: 1n,
    dueOn: today,
    step: '-7',
    personId: 'ala',
    role: 'contact',
    status: 'open',
    isCurrent: true,
    policy: standard,
    hasDigest: true,
    ...known,
  }
}

function byPlace(items: readonly Waiting[]) {
  return (one: Waiting, other: Waiting) => items.indexOf(one) - items.indexOf(other)
}

function isSaidOrWaits(
  item: Waiting,
  said: readonly Waiting[],
  heldBack: readonly { readonly item: Waiting; readonly why: string }[],
): boolean {
  const waits = heldBack.filter(({ why }) => why === 'another-day').map((one) => one.item)
  return [...said, ...waits].some(({ deadlineId }) => deadlineId === item.deadlineId)
}
