/** Deadlines, policies and places as chance has them, and what is decided when somebody asks at given moments. */
import fc from 'fast-check'
import {
  decide,
  policyOf,
  type Calendar,
  type Deadline,
  type Policy,
  type Step,
} from '../../src/domain/deadline.ts'
import { dayAfter } from '../../src/domain/moment.ts'
import { calendarOf } from '../../src/runtime/calendar.ts'

/** The policy that the sample plan gives most of its deadlines. */
export const standard = policyOf({
  offsets_days: [-14, -7, -1, 0],
  overdue_days: [1, 7, 14],
  escalate: [
    { after_days: 7, to: 'coordinator' },
    { after_days: 14, to: 'plenipotentiary' },
  ],
})

export const warsaw = calendarOf('PL', 'Europe/Warsaw')

/** A deadline that nobody has been asked about. */
export function dueOn(day: string, known: Partial<Deadline> = {}): Deadline {
  return { dueOn: day, status: 'open', remindedAt: null, askedOn: null, acknowledgedAt: null, ...known }
}

/** Countries on both sides of the world, one of them with quarters of an hour. */
export const places = fc
  .constantFrom(
    ['PL', 'Europe/Warsaw'],
    ['US', 'America/New_York'],
    ['NZ', 'Pacific/Auckland'],
    ['NP', 'Asia/Kathmandu'],
  )
  .map(([country, zone]) => calendarOf(country, zone))

/** Every day of two years. */
export const dueDays = fc.integer({ min: 0, max: 730 }).map((days) => dayAfter('2026-01-01', days))

export const policies: fc.Arbitrary<Policy> = fc
  .record({
    offsets: fc.subarray([-60, -30, -14, -7, -3, -1, 0], { minLength: 1 }),
    overdue: fc.subarray([1, 2, 7, 14]),
    escalate: fc.subarray([
      { after_days: 3, to: 'coordinator' as const },
      { after_days: 14, to: 'plenipotentiary' as const },
    ]),
    from: fc.constantFrom('08:00', '10:00'),
    to: fc.constantFrom('12:00', '16:00'),
    isWorkingDaysOnly: fc.boolean(),
  })
  .map(({ offsets, overdue, escalate, from, to, isWorkingDaysOnly }) =>
    policyOf({
      offsets_days: offsets,
      overdue_days: overdue,
      escalate,
      send_window: { from, to },
      working_days_only: isWorkingDaysOnly,
    }),
  )

/** Every hour from 70 days before the due day to 60 days after it. */
export function hoursAround(day: string, { at }: Calendar): readonly Date[] {
  const first = at(dayAfter(day, -70), '00:00').getTime()
  return Array.from({ length: 130 * 24 }, (_, hour) => new Date(first + hour * 3_600_000))
}

export interface Said extends Pick<Step, 'name' | 'to'> {
  readonly askedAt: Date
}

/** What is said when it is asked at these moments, one after the other; `meanwhile` is what becomes of the deadline before an asking. */
export function played(
  deadline: Deadline,
  { policy, calendar, asks }: { policy: Policy; calendar: Calendar; asks: readonly Date[] },
  meanwhile: (deadline: Deadline, now: Date) => Deadline = (same) => same,
): readonly Said[] {
  const said: Said[] = []
  let state = deadline
  for (const now of asks) {
    const { steps, nextAt: _, ...decided } = decide(meanwhile(state, now), policy, now, calendar)
    state = { ...meanwhile(state, now), ...decided }
    said.push(...steps.map(({ name, to }) => ({ name, to, askedAt: now })))
  }
  return said
}

/** So many hours after the first of `hoursAround`. */
export const hours = fc.integer({ min: 0, max: 130 * 24 - 1 })

/** One up the ladder. */
export function isRung({ name }: Said): boolean {
  return name.startsWith('>')
}
