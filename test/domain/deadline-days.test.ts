/** The days on which Kraków is reminded: two change-overs of the clocks, and the holidays. */
import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../src/domain/deadline.ts'
import { dueOn, standard, warsaw } from '../support/deadlines.ts'

describe('in Kraków', () => {
  const said = (day: string) =>
    stepsOf(dueOn(day), standard, warsaw).map(({ name, at }) => `${name} ${at.toISOString().slice(0, 16)}`)

  test('a week that the clocks change in spring is asked at eight before and after', () => {
    expect(said('2026-03-31')).toEqual([
      '-14 2026-03-17T07:00',
      '-7 2026-03-24T07:00',
      '-1 2026-03-30T06:00',
      '0 2026-03-31T06:00',
      '+1 2026-04-01T06:00',
      '+7 2026-04-07T06:00',
      '+14 2026-04-14T06:00',
    ])
  })

  test('what is due on the Sunday the clocks change in autumn is said on the Friday, and late on the Monday', () => {
    expect(said('2026-10-25')).toEqual([
      '-14 2026-10-09T06:00',
      '-7 2026-10-16T06:00',
      '-1 2026-10-23T06:00',
      '0 2026-10-23T06:00',
      '+1 2026-10-26T07:00',
      '+7 2026-11-02T07:00',
      '+14 2026-11-09T07:00',
    ])
  })

  test('what is due on Easter Monday is said on Friday, and on the Tuesday that it is late', () => {
    expect(said('2026-04-06').slice(2, 5)).toEqual([
      '-1 2026-04-03T06:00',
      '0 2026-04-03T06:00',
      '+1 2026-04-07T06:00',
    ])
  })

  test('the long weekend of May and the days of Christmas are left alone', () => {
    expect(said('2026-05-03').slice(2, 5)).toEqual([
      '-1 2026-04-30T06:00',
      '0 2026-04-30T06:00',
      '+1 2026-05-04T06:00',
    ])
    expect(said('2026-12-26').slice(2, 5)).toEqual([
      '-1 2026-12-23T07:00',
      '0 2026-12-23T07:00',
      '+1 2026-12-28T07:00',
    ])
  })
})
