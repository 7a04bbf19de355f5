/** Days to choose from for whoever needs more time: working days, always later. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { laterDays } from '../../src/domain/later-days.ts'
import { dayAfter } from '../../src/domain/moment.ts'
import { calendarOf } from '../../src/runtime/calendar.ts'

const calendar = calendarOf('PL', 'Europe/Warsaw')
const days = (dueOn: string, today: string) => laterDays(dueOn, today, calendar).map(({ day }) => day)

describe('later days', () => {
  test('count from the date, or from today when that is later', () => {
    expect(days('2026-10-05', '2026-09-01')).toEqual(['2026-10-12', '2026-10-19', '2026-11-05', '2026-12-31'])
    expect(days('2026-09-01', '2026-10-05')).toEqual(days('2026-10-05', '2026-09-01'))
  })

  test('go round Christmas and New Year', () => {
    expect(days('2026-12-18', '2026-11-25')).toEqual(['2026-12-28', '2026-12-31', '2027-01-04', '2027-01-18'])
  })

  test('keep to the end of a short month, and name no day twice', () => {
    expect(days('2027-01-31', '2027-01-01')).toEqual(['2027-02-08', '2027-02-15', '2027-03-01', '2027-03-31'])
    expect(days('2026-09-30', '2026-09-01')).not.toContain('2026-09-30')
  })

  test('are always later, in order, each once, and never free', () => {
    const start = '2026-01-01'
    const day = fc.integer({ min: 0, max: 1_500 }).map((after) => dayAfter(start, after))
    fc.assert(
      fc.property(day, day, (dueOn, today) => {
        const offered = days(dueOn, today)
        expect(offered.length).toBeGreaterThanOrEqual(2)
        expect(offered.every((one) => one > dueOn && one > today && calendar.isWorkingDay(one))).toBe(true)
        expect([...new Set(offered)].toSorted()).toEqual(offered)
      }),
    )
  })
})
