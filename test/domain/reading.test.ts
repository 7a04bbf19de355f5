/** Which values are expected: every period that has ended since the plan began, once. */
import { describe, expect, test } from 'vitest'
import { expectedReadings, frequencies, type Frequency } from '../../src/domain/reading.ts'

const plan = { startsOn: '2026-01-01' }

describe('readings are expected', () => {
  test.each([
    ['monthly', '2026-01-01', '2026-03-31', ['2026-01 2026-02-15', '2026-02 2026-03-15']],
    [
      'quarterly',
      '2026-01-01',
      '2026-12-31',
      ['2026-Q1 2026-04-15', '2026-Q2 2026-07-15', '2026-Q3 2026-10-15'],
    ],
    ['yearly', '2026-01-01', '2028-12-31', ['2026 2027-01-31', '2027 2028-01-31']],
    ['every_2_years', '2026-01-01', '2030-12-31', ['2027 2028-01-31', '2029 2030-01-31']],
  ] as const)('%s', (frequency, from, to, expected) => {
    expect(said(frequency, { from, to, ...plan })).toEqual(expected)
  })

  test('for every frequency there is', () => {
    for (const frequency of frequencies)
      expect(said(frequency, { from: '2026-01-01', to: '2030-12-31', ...plan }).length).toBeGreaterThan(1)
  })

  test('only within the span that is asked for, and for nothing before the plan', () => {
    expect(said('quarterly', { from: '2026-07-16', to: '2026-10-15', ...plan })).toEqual([
      '2026-Q3 2026-10-15',
    ])
    expect(said('quarterly', { from: '2026-01-01', to: '2026-12-31', startsOn: '2026-08-01' })).toEqual([
      '2026-Q3 2026-10-15',
    ])
  })

  test('on the day that a rule names after the period, and not at all while there is none', () => {
    const onTheFifth = (endsOn: string, latest: string) => {
      const day = `${endsOn.slice(0, 8)}05`
      const next = new Date(Date.parse(`${day}T00:00:00Z`) + 33 * 86_400_000).toISOString().slice(0, 8)
      return `${next}05` <= latest ? `${next}05` : undefined
    }
    expect(
      expectedReadings('quarterly', { from: '2026-01-01', to: '2026-07-04', ...plan }, onTheFifth),
    ).toEqual([{ period: '2026-Q1', dueOn: '2026-04-05' }])
  })
})

function said(frequency: Frequency, span: Parameters<typeof expectedReadings>[1]): readonly string[] {
  return expectedReadings(frequency, span).map(({ period, dueOn }) => `${period} ${dueOn}`)
}
