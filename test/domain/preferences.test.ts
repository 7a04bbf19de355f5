import { describe, expect, test } from 'vitest'
import { hoursIn } from '../../src/domain/preferences.ts'

describe('quiet hours as people type them', () => {
  test.each([
    ['19:00-7:30', '19:00', '07:30'],
    ['19-7', '19:00', '07:00'],
    ['od 19.15 do 7', '19:15', '07:00'],
    ['from 21:00 to 08:00', '21:00', '08:00'],
    ['з 21:00 до 8:00', '21:00', '08:00'],
    [' 0:00 – 6:00 ', '00:00', '06:00'],
    ['13:00-14:00', '13:00', '14:00'],
    ['10:00-06:00', '10:00', '06:00'],
  ])('"%s" is from %s to %s', (typed, from, to) => {
    expect(hoursIn(typed)).toEqual({ from, to })
  })

  test.each(['', 'nights', '25:00-7:00', '19:60-7:00', '19:00', '7-7', '19:00-7:00-8:00', '2026-11-25'])(
    '"%s" is unclear',
    (typed) => {
      expect(hoursIn(typed)).toBe('unclear')
    },
  )

  test.each(['8:00-7:00', '7:00-4:00'])('"%s" leaves too little of the day', (typed) => {
    expect(hoursIn(typed)).toBe('too-long')
  })
})
