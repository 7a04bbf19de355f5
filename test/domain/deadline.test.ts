/** Reminders are a law of dates: the same whoever asks, however often, on whichever side of the world. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decide,
  dueReminders,
  nextOpening,
  remindedIn,
  reminderAnswers,
  reminderButton,
  stepsOf,
} from '../../src/domain/deadline.ts'
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
  type standard,
  type warsaw,
  type Said,
} from '../support/deadlines.ts'

const anywhere = [dueDays, policies, places] as const

describe('what is due', () => {
  test('stays due for as long as nothing changes', () => {
    fc.assert(
      fc.property(...anywhere, hours, hours, fc.boolean(), (day, policy, calendar, one, other, isAsked) => {
        const asks = hoursAround(day, calendar)
        const deadline = dueOn(day, isAsked ? { askedOn: day } : {})
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map((hour) =>
          dueReminders(deadline, policy, asks[hour]!, calendar),
        )
        expect(later!.slice(0, earlier!.length)).toEqual(earlier)
      }),
    )
  })

  test('begins with its window, on a working day where the policy says so, before the due day or after it as the step is named', () => {
    fc.assert(
      fc.property(...anywhere, (day, policy, calendar) => {
        for (const { name, at } of stepsOf(dueOn(day), policy, calendar)) {
          const shown = calendar.wall(at)
          expect(shown.time).toBe(policy.sendWindow.from)
          if (policy.isWorkingDaysOnly) expect(calendar.isWorkingDay(shown.day)).toBe(true)
          const meant = dayAfter(day, Number(name))
          expect(Number(name) > 0 ? shown.day >= meant : shown.day <= meant).toBe(true)
          for (let free = meant; free !== shown.day; free = dayAfter(free, Number(name) > 0 ? 1 : -1))
            expect(calendar.isWorkingDay(free)).toBe(false)
        }
      }),
    )
  })

  test.each(['done', 'dropped'] as const)('is nothing once it is %s', (status) => {
    fc.assert(
      fc.property(...anywhere, hours, (day, policy, calendar, hour) => {
        const asks = hoursAround(day, calendar)
        const said = played(dueOn(day), { policy, calendar, asks }, (deadline, now) =>
          now >= asks[hour]! ? { ...deadline, status } : deadline,
        )
        expect(said.filter(({ askedAt }) => askedAt >= asks[hour]!)).toEqual([])
      }),
      { numRuns: 8 },
    )
  })
})

describe('what is said', () => {
  test('is said once: the second time at the same moment nothing is', () => {
    fc.assert(
      fc.property(...anywhere, hours, (day, policy, calendar, hour) => {
        const now = hoursAround(day, calendar)[hour]!
        const { steps: _, ...decided } = decide(dueOn(day), policy, now, calendar)
        const again = decide({ ...dueOn(day), ...decided }, policy, now, calendar)
        expect(again).toEqual({ steps: [], ...decided })
      }),
    )
  })

  test('is said within the window, and never on a free day', () => {
    fc.assert(
      fc.property(...anywhere, fc.array(hours), (day, policy, calendar, chosen) => {
        const asks = hoursAround(day, calendar).filter((_, hour) => chosen.includes(hour) || hour % 7 === 0)
        for (const { askedAt } of played(dueOn(day), { policy, calendar, asks })) {
          const shown = calendar.wall(askedAt)
          expect(shown.time >= policy.sendWindow.from && shown.time < policy.sendWindow.to).toBe(true)
          if (policy.isWorkingDaysOnly) expect(calendar.isWorkingDay(shown.day)).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('is the same, on the same days, whether it is asked every hour, once in each window, at random besides, or only when it was said to be time', () => {
    fc.assert(
      fc.property(
        ...anywhere,
        fc.integer({ min: 0, max: 3 }),
        fc.array(hours),
        (day, policy, calendar, n, more) => {
          const all = hoursAround(day, calendar)
          const isOpen = (now: Date) => nextOpening(policy, now, calendar) <= now
          const once = all.filter(
            (now, hour) => isOpen(now) && !isOpen(all[hour - 1 - (n % 2)] ?? new Date(0)),
          )
          const random = all.filter((now, hour) => once.includes(now) || more.includes(hour))
          const days = (asks: readonly Date[]) =>
            played(dueOn(day), { policy, calendar, asks }).map(
              ({ name, askedAt }) => `${name} on ${calendar.wall(askedAt).day}`,
            )
          expect(days(once)).toEqual(days(all))
          expect(days(random)).toEqual(days(all))
          expect(whenTold(day, policy, calendar, all)).toEqual(days(all))
        },
      ),
      { numRuns: 8 },
    )
  })

  test('is, when asked too late, the newest only: one for the contact and one up the ladder at a time', () => {
    fc.assert(
      fc.property(...anywhere, fc.array(hours, { minLength: 1 }), (day, policy, calendar, chosen) => {
        const all = hoursAround(day, calendar)
        const late = played(dueOn(day), {
          policy,
          calendar,
          asks: all.filter((_, hour) => chosen.includes(hour)),
        })
        const hourly = played(dueOn(day), { policy, calendar, asks: all })
        for (const now of new Set(late.map(({ askedAt }) => askedAt))) {
          const together = late.filter(({ askedAt }) => askedAt === now)
          expect(together.filter(isRung).length).toBeLessThanOrEqual(1)
          expect(together.filter((one) => !isRung(one)).length).toBeLessThanOrEqual(1)
        }
        const names = (said: readonly Said[]) => said.filter((one) => !isRung(one)).map(({ name }) => name)
        expect(names(hourly)).toEqual(expect.arrayContaining(names(late)))
        expect(names(late)).toEqual(names(late).toSorted((one, other) => Number(one) - Number(other)))
      }),
      { numRuns: 20 },
    )
  })

  test('begins anew when the date moves', () => {
    fc.assert(
      fc.property(
        ...anywhere,
        fc.integer({ min: 1, max: 60 }),
        hours,
        (day, policy, calendar, days, hour) => {
          const moved = dueOn(dayAfter(day, days))
          const asks = hoursAround(day, calendar)
          const after = asks.slice(hour)
          const said = played(dueOn(day), { policy, calendar, asks }, (deadline, now) =>
            now >= asks[hour]! && deadline.dueOn === day ? moved : deadline,
          )
          expect(said.filter(({ askedAt }) => askedAt >= asks[hour]!)).toEqual(
            played(moved, { policy, calendar, asks: after }),
          )
        },
      ),
      { numRuns: 8 },
    )
  })
})

describe('a button under a reminder', () => {
  const reminded = fc.record({
    deadlineId: fc.bigInt({ min: 1n, max: 2n ** 53n }),
    dueOn: dueDays,
    step: fc.constantFrom('-60', '-1', '0', '+14', '>second', '>plenipotentiary', ''),
  })

  test('says of which deadline, date and step it is, in the few bytes that a platform gives it', () => {
    fc.assert(
      fc.property(reminded, fc.constantFrom(...reminderAnswers, 'open' as const), (about, answer) => {
        const button = reminderButton(about, answer)
        expect(remindedIn(button)).toEqual({ ...about, answer })
        expect(Buffer.byteLength(button)).toBeLessThanOrEqual(60)
      }),
    )
  })

  test.each([
    '',
    'due:',
    'due:1:2026-01-01:0:done',
    'due:1:20260101:0',
    'due:A:20260101:0:done',
    'q:1',
    'xdue:1:20260101:0:done',
  ])('"%s" is none', (choice) => expect(remindedIn(choice)).toBeUndefined())
})

/** Asks only at the moments that it named itself. */
function whenTold(
  day: string,
  policy: typeof standard,
  calendar: typeof warsaw,
  all: readonly Date[],
): string[] {
  const said: string[] = []
  let state = dueOn(day)
  for (let now: Date | null = all[0]!; now && now <= all.at(-1)!;) {
    const { steps, nextAt, ...decided } = decide(state, policy, now, calendar)
    state = { ...state, ...decided }
    for (const { name } of steps) said.push(`${name} on ${calendar.wall(now).day}`)
    now = nextAt
  }
  return said
}
