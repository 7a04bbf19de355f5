/** The calendar of the programme's time zone, in nights that have 23 and 25 hours too, and a clock that can be moved. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOf, dayOf, startOfDay, systemClock, VirtualClock } from '../../src/runtime/clock.ts'

const hourMs = 3_600_000
const at = (iso: string) => new Date(iso)

describe('the day of an instant', () => {
  test.each([
    ['2026-09-25T21:59:59.999Z', 'Europe/Warsaw', '2026-09-25'],
    ['2026-09-25T22:00:00.000Z', 'Europe/Warsaw', '2026-09-26'],
    ['2026-12-31T22:59:59.000Z', 'Europe/Warsaw', '2026-12-31'],
    ['2026-12-31T23:00:00.000Z', 'Europe/Warsaw', '2027-01-01'],
    ['2026-09-25T23:30:00.000Z', 'UTC', '2026-09-25'],
    ['2026-09-25T11:00:00.000Z', 'Pacific/Kiritimati', '2026-09-26'],
    ['2026-09-25T10:59:00.000Z', 'Pacific/Pago_Pago', '2026-09-24'],
    // both change-overs of 2026: in the night of 29 March and of 25 October
    ['2026-03-28T23:00:00.000Z', 'Europe/Warsaw', '2026-03-29'],
    ['2026-03-29T21:59:00.000Z', 'Europe/Warsaw', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', 'Europe/Warsaw', '2026-03-30'],
    ['2026-10-24T22:00:00.000Z', 'Europe/Warsaw', '2026-10-25'],
    ['2026-10-25T22:59:00.000Z', 'Europe/Warsaw', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', 'Europe/Warsaw', '2026-10-26'],
  ])('%s in %s is %s', (instant, timeZone, day) => {
    expect(dayOf(at(instant), timeZone)).toBe(day)
  })
})

describe('the beginning of a day', () => {
  test.each([
    ['2026-09-25', 'Europe/Warsaw', '2026-09-24T22:00:00.000Z'],
    ['2026-12-01', 'Europe/Warsaw', '2026-11-30T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Warsaw', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Warsaw', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Warsaw', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Warsaw', '2026-10-25T23:00:00.000Z'],
    ['2026-09-25', 'UTC', '2026-09-25T00:00:00.000Z'],
    ['2026-09-25', 'America/New_York', '2026-09-25T04:00:00.000Z'],
    ['2026-09-25', 'Asia/Kathmandu', '2026-09-24T18:15:00.000Z'],
    ['2026-09-25', 'Pacific/Kiritimati', '2026-09-24T10:00:00.000Z'],
    ['2026-09-25', 'Pacific/Pago_Pago', '2026-09-25T11:00:00.000Z'],
    // here the clocks change at midnight: this day begins at one
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ])('%s in %s is %s', (day, timeZone, instant) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(instant)
  })

  test('is the first instant of its day, on every day and in every kind of zone', () => {
    const zones = fc.constantFrom(
      'Europe/Warsaw',
      'Europe/Kyiv',
      'UTC',
      'Asia/Kolkata',
      'America/St_Johns',
      'Pacific/Chatham',
      'America/Santiago',
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_650 }), zones, (days, timeZone) => {
        const day = addDays('2024-01-01', days)
        const start = startOfDay(day, timeZone)
        expect(dayOf(start, timeZone)).toBe(day)
        expect(dayOf(new Date(start.getTime() - 1), timeZone)).toBe(addDays(day, -1))
      }),
    )
  })

  test('leaves 23 hours for the day the clocks go forward, 25 for the day they go back', () => {
    const hours = (day: string) =>
      (startOfDay(addDays(day, 1), 'Europe/Warsaw').getTime() - startOfDay(day, 'Europe/Warsaw').getTime()) /
      hourMs
    expect([hours('2026-03-29'), hours('2026-03-28'), hours('2026-10-25')]).toEqual([23, 24, 25])
  })
})

test('days are added by the calendar, over months, leap days and change-overs', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addDays('2026-10-26', -2)).toBe('2026-10-24')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(dateOf('2026-03-29').toISOString()).toBe('2026-03-29T00:00:00.000Z')
})

describe('a virtual clock', () => {
  function clock(offsetMs?: number) {
    let base = at('2026-10-25T00:00:00Z')
    return {
      clock: new VirtualClock(offsetMs, { now: () => base }),
      passes: (ms: number) => void (base = new Date(base.getTime() + ms)),
    }
  }

  test('begins where its base stands, or as far ahead as it was left', () => {
    expect(clock().clock.now().toISOString()).toBe('2026-10-25T00:00:00.000Z')
    expect(clock(hourMs).clock.now().toISOString()).toBe('2026-10-25T01:00:00.000Z')
    expect(clock(hourMs).clock.offsetMs).toBe(hourMs)
  })

  test('goes on ticking from where it was put', () => {
    const { clock: moved, passes } = clock()
    moved.advance(2 * hourMs)
    passes(5)
    expect(moved.now().toISOString()).toBe('2026-10-25T02:00:00.005Z')
    moved.advanceTo(at('2026-11-01T00:00:00Z'))
    expect(moved.now().toISOString()).toBe('2026-11-01T00:00:00.000Z')
  })

  test('never goes back', () => {
    const { clock: moved } = clock(hourMs)
    moved.advance(-1)
    moved.advanceTo(at('2020-01-01T00:00:00Z'))
    expect(moved.offsetMs).toBe(hourMs)
  })

  test('follows the machine when nothing else is said', () => {
    const before = systemClock.now()
    expect(new VirtualClock().now().getTime()).toBeGreaterThanOrEqual(before.getTime())
  })
})
