import { describe, expect, test } from 'vitest'
import { dayAfter, instantOf, momentIn, wallOf } from '../../src/domain/moment.ts'

const zone = 'Europe/Warsaw'
/** 17:30 in Warsaw. */
const now = new Date('2026-12-10T16:30:00Z')

describe('reading a moment', () => {
  test.each([
    ['16:00', '2026-12-10T15:00:00Z'],
    ['today 18:00', '2026-12-10T17:00:00Z'],
    ['jutro 9:00', '2026-12-11T08:00:00Z'],
    ['jutro o 9:00', '2026-12-11T08:00:00Z'],
    ['завтра о 9:00', '2026-12-11T08:00:00Z'],
    ['tomorrow at 9:00', '2026-12-11T08:00:00Z'],
    ['15.12 16:00', '2026-12-15T15:00:00Z'],
    ['15.12. 16:00', '2026-12-15T15:00:00Z'],
    ['15.12, godz. 16:00', '2026-12-15T15:00:00Z'],
    ['15/12/2026 16:00', '2026-12-15T15:00:00Z'],
    ['2026-12-15 16:00', '2026-12-15T15:00:00Z'],
    [' 1.7.2027 8:00 ', '2027-07-01T06:00:00Z'],
  ])('%s', (text, instant) => expect(momentIn(text, now, zone)).toEqual(new Date(instant)))

  test('a day without a year is the next one', () => {
    expect(momentIn('5.1 9:00', now, zone)).toEqual(new Date('2027-01-05T08:00:00Z'))
  })

  test.each([
    '',
    'soon',
    '15.12',
    '18.05',
    '31.2 9:00',
    '15.13 9:00',
    '25:00',
    '9:60',
    '12',
    '2026-02-30 9:00',
    'x 9:00',
  ])('"%s" is none', (text) => expect(momentIn(text, now, zone)).toBeUndefined())
})

describe('the clocks of a zone', () => {
  test('there and back is the same moment, all through a year', () => {
    for (let hours = 0; hours < 366 * 24; hours += 1) {
      const instant = new Date(Date.UTC(2026, 0, 1, hours))
      const back = instantOf(wallOf(instant, zone), zone)
      // the hour that is there twice in autumn
      expect([0, 3_600_000]).toContain(Math.abs(back.getTime() - instant.getTime()))
      if (back.getTime() !== instant.getTime()) expect(wallOf(instant, zone).day).toBe('2026-10-25')
    }
  })

  test('a time that is skipped in spring is an hour later', () => {
    const instant = instantOf({ day: '2026-03-29', time: '02:30' }, zone)
    expect(wallOf(instant, zone)).toEqual({ day: '2026-03-29', time: '03:30' })
  })

  test('days are calendar days', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
    expect(dayAfter('2026-03-28', 3)).toBe('2026-03-31')
  })
})
