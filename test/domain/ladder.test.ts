/** The ladder: whom it goes up to while nobody answers, and after how many working days. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policyOf, rungs, workingDaysAfter, type Policy } from '../../src/domain/deadline.ts'
import { dayAfter } from '../../src/domain/moment.ts'
import {
  dueDays,
  dueOn,
  hours,
  hoursAround,
  isRung,
  places,
  played,
  policies,
  standard,
  warsaw,
  type Said,
} from '../support/deadlines.ts'

const anywhere = [dueDays, policies, places] as const

describe('the ladder', () => {
  test('stops with an answer, and only the ladder', () => {
    fc.assert(
      fc.property(...anywhere, hours, (day, policy, calendar, hour) => {
        const asks = hoursAround(day, calendar)
        const acknowledgedAt = asks[hour]!
        const silent = played(dueOn(day), { policy, calendar, asks })
        const answered = played(dueOn(day), { policy, calendar, asks }, (deadline, now) =>
          now >= acknowledgedAt ? { ...deadline, acknowledgedAt } : deadline,
        )
        const asked = firstAsking(silent, policy)
        const isStopped = asked && acknowledgedAt >= calendar.at(calendar.wall(asked.askedAt).day, '00:00')
        expect(answered).toEqual(
          silent.filter((one) => !isStopped || !isRung(one) || one.askedAt < acknowledgedAt),
        )
      }),
      { numRuns: 10 },
    )
  })

  test('goes up one rung at a time, each after its working days, and never before somebody was asked', () => {
    fc.assert(
      fc.property(...anywhere, hours, (day, policy, calendar, hour) => {
        const asks = hoursAround(day, calendar).slice(hour)
        const said = played(dueOn(day), { policy, calendar, asks })
        const order = said.filter(isRung).map(({ to }) => rungs.indexOf(to as (typeof rungs)[number]))
        expect(order).toEqual([...new Set(order)].toSorted((one, other) => one - other))
        const first = firstAsking(said, policy)
        if (!first) expect(order).toEqual([])
        const asked = first ? calendar.wall(first.askedAt).day : day
        for (const { to, askedAt } of said.filter(isRung)) {
          const grace = policy.escalate.find((rung) => rung.to === to)!.afterDays
          expect(workingDaysWithin(asked > day ? asked : day, calendar.wall(askedAt).day, calendar)).toBe(
            grace,
          )
        }
      }),
      { numRuns: 20 },
    )
  })

  test('counts no holiday: of a Friday before Christmas, seven working days are over on New Year’s Eve', () => {
    expect(workingDaysAfter('2026-12-18', 7, warsaw)).toBe('2026-12-31')
    expect(workingDaysAfter('2026-12-18', 14, warsaw)).toBe('2027-01-13')
    expect(workingDaysAfter('2026-12-18', 0, warsaw)).toBe('2026-12-18')
  })
})

describe('a policy', () => {
  test('asks a second contact and a superior on the way to the coordinator, whoever wrote it down or not', () => {
    expect(standard.escalate).toEqual([
      { afterDays: 2, to: 'second' },
      { afterDays: 4, to: 'superior' },
      { afterDays: 7, to: 'coordinator' },
      { afterDays: 14, to: 'plenipotentiary' },
    ])
  })

  test('goes up in the order of the ladder, however short its grace', () => {
    for (let days = 0; days <= 14; days += 1) {
      const { escalate } = policyOf({ escalate: [{ after_days: days, to: 'coordinator' }] })
      expect(escalate.at(-1)).toEqual({ afterDays: Math.max(1, days), to: 'coordinator' })
      const whens = escalate.map(({ afterDays }) => afterDays)
      expect(whens).toEqual([...new Set(whens)].toSorted((one, other) => one - other))
    }
  })

  test('that names the second contact or the superior itself is taken as it is', () => {
    const written = [
      { after_days: 5, to: 'second' as const },
      { after_days: 7, to: 'coordinator' as const },
    ]
    expect(policyOf({ escalate: written }).escalate.map(({ to }) => to)).toEqual(['second', 'coordinator'])
  })

  test('that says nothing reminds of nothing, escalates nothing, and keeps office hours', () => {
    expect(policyOf({})).toEqual({
      offsetsDays: [],
      overdueDays: [],
      escalate: [],
      sendWindow: { from: '08:00', to: '16:00' },
      isWorkingDaysOnly: true,
      hasDigest: true,
    })
  })

  test('may be written in any order', () => {
    const { offsetsDays, overdueDays } = policyOf({ offsets_days: [0, -7, -14], overdue_days: [7, 1] })
    expect([offsetsDays, overdueDays]).toEqual([
      [-14, -7, 0],
      [1, 7],
    ])
  })
})

/** The first step after which an answer is waited for: the last before or on the due day, or one after it. */
function firstAsking(said: readonly Said[], { offsetsDays }: Policy): Said | undefined {
  return said.find(({ name }) => Number(name) > 0 || Number(name) === Math.max(...offsetsDays))
}

/** Working days behind the first day, up to the last. */
function workingDaysWithin(first: string, last: string, calendar: typeof warsaw): number {
  let count = 0
  for (let day = first; day < last;) {
    day = dayAfter(day, 1)
    if (calendar.isWorkingDay(day)) count += 1
  }
  return count
}
