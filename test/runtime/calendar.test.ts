/** Working days and clocks of a place, held against the calendar on the wall. */
import { describe, expect, test } from 'vitest'
import { calendarOf, isHolidayPlace } from '../../src/runtime/calendar.ts'
import { occurrences } from '../../src/runtime/recurrence.ts'

/** The Polish holidays of 2026 that fall on Monday to Friday, copied from the act on days off work. */
const freeWeekdays = [
  '2026-01-01',
  '2026-01-06',
  '2026-04-06',
  '2026-05-01',
  '2026-06-04',
  '2026-11-11',
  '2026-12-24',
  '2026-12-25',
]

describe('the working days', () => {
  const poland = calendarOf('PL', 'Europe/Warsaw')

  test('of Poland are Monday to Friday without the holidays', () => {
    const days = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)))
    const free = days
      .filter((day) => day.getUTCDay() % 6 !== 0)
      .map((day) => day.toISOString().slice(0, 10))
      .filter((day) => !poland.isWorkingDay(day))
    expect(free).toEqual(freeWeekdays)
    expect(days.filter((day) => poland.isWorkingDay(day.toISOString().slice(0, 10))).length).toBe(253)
  })

  test('hold Christmas Eve since 2025 no more', () => {
    expect(['2024-12-24', '2025-12-24', '2026-12-24'].map((day) => poland.isWorkingDay(day))).toEqual([
      true,
      false,
      false,
    ])
  })

  test('follow Easter', () => {
    const mondays = ['2025-04-21', '2026-04-06', '2027-03-29', '2028-04-17']
    expect(mondays.map((day) => poland.isWorkingDay(day))).toEqual([false, false, false, false])
  })

  test('of Bavaria are fewer than those of Germany', () => {
    const [bavaria, germany] = ['DE-BY', 'DE'].map((place) => calendarOf(place, 'Europe/Berlin'))
    expect([bavaria, germany].map((calendar) => calendar!.isWorkingDay('2026-01-06'))).toEqual([false, true])
    expect([bavaria, germany].map((calendar) => calendar!.isWorkingDay('2026-10-02'))).toEqual([true, true])
  })

  test.each([
    ['PL', true],
    ['DE-BY', true],
    ['XX', false],
    ['DE-XX', false],
    ['', false],
  ])('"%s" is a place with holidays: %s', (place, isOne) => expect(isHolidayPlace(place)).toBe(isOne))
})

describe('the clocks', () => {
  test.each([
    ['Europe/Warsaw', '2026-03-27', '2026-03-30', 71],
    ['Europe/Warsaw', '2026-10-23', '2026-10-26', 73],
    ['America/New_York', '2026-03-06', '2026-03-09', 71],
    ['Pacific/Auckland', '2026-09-25', '2026-09-28', 71],
    ['Asia/Kathmandu', '2026-03-27', '2026-03-30', 72],
  ])('of %s: from eight on %s to eight on %s it is %i hours', (zone, from, to, hours) => {
    const calendar = calendarOf('PL', zone)
    const [first, last] = [from, to].map((day) => calendar.at(day, '08:00'))
    expect((last!.getTime() - first!.getTime()) / 3_600_000).toBe(hours)
    expect(calendar.wall(last!)).toEqual({ day: to, time: '08:00' })
  })
})

describe('what comes again and again', () => {
  const year = { startsOn: '2026-01-01', from: '2026-01-01', to: '2026-12-31' }

  test.each([
    ['FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15', ['2026-01-15', '2026-04-15', '2026-07-15', '2026-10-15']],
    ['RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', ['2026-01-30', '2026-02-27', '2026-03-27']],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31', ['2026-01-31', '2026-07-31', '2026-10-31']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', []],
  ])('%s', (rule, days) => expect(occurrences(rule, year)).toEqual(days))

  test('counts from the beginning of its series, whatever span is asked for', () => {
    const late = { startsOn: '2025-11-10', from: '2026-03-01', to: '2026-06-30' }
    expect(occurrences('FREQ=MONTHLY;INTERVAL=2', late)).toEqual(['2026-03-10', '2026-05-10'])
  })

  test('includes both ends of the span', () => {
    expect(
      occurrences('FREQ=WEEKLY', { startsOn: '2026-01-01', from: '2026-01-01', to: '2026-01-08' }),
    ).toEqual(['2026-01-01', '2026-01-08'])
  })

  test('that is no rule is refused', () => {
    expect(() => occurrences('FREQ=SOMETIMES', year)).toThrow()
  })
})
