/** What keeps an outcome from being published, how it is counted, and which moves of a measure are news. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countThemes, decided, missingToPublish, type Theme } from '../../src/domain/outcome.ts'
import { graceDays, moves, movesOf, newSteps, type OutcomeStep } from '../../src/domain/outcome-step.ts'
import { dayAfter } from '../../src/domain/moment.ts'
import { measureStatuses } from '../../src/domain/plan.ts'

const today = '2027-03-20'
const theme: Theme = {
  said: { pl: 'Ciemno.' },
  decision: 'accepted',
  reason: { pl: 'Lampy.' },
  measure: null,
}
const planned = { status: 'planned', stepsDone: 0, openSince: null } as const

describe('an outcome', () => {
  test('can be published once every theme has a decision and its reason', () => {
    expect(missingToPublish([theme, { ...theme, decision: 'not_now' }])).toEqual([])
  })

  test('without themes, or with an undecided one, cannot', () => {
    expect(missingToPublish([])).toMatchObject([{ key: 'outcome-missing-themes' }])
    expect(missingToPublish([theme, { ...theme, decision: null }, { ...theme, reason: null }])).toMatchObject(
      [{ args: { n: 2 } }, { args: { n: 3 } }],
    )
  })

  test('says how many themes got which answer', () => {
    const themes = [theme, theme, { ...theme, decision: 'partly' as const }, { ...theme, decision: null }]
    expect(decided(themes)).toEqual({ accepted: 2, partly: 1, not_now: 0 })
  })
})

describe('the counter', () => {
  test('of nothing has no median', () => {
    expect(countThemes([])).toEqual({ themes: 0, answered: 0, done: 0, medianDays: null })
  })

  test('counts what waits as well, but nothing as done that was not answered', () => {
    const closedOn = '2027-01-01'
    expect(
      countThemes([
        { closedOn, publishedOn: '2027-01-11', isDone: true },
        { closedOn, publishedOn: '2027-01-31', isDone: false },
        { closedOn, publishedOn: '2027-02-20', isDone: false },
        { closedOn, publishedOn: null, isDone: true },
      ]),
    ).toEqual({ themes: 4, answered: 3, done: 1, medianDays: 30 })
  })

  test('of an even number, half waited no longer than the median', () => {
    const waits = [10, 20, 40, 70].map((days) => ({
      closedOn: '2027-01-01',
      publishedOn: dayAfter('2027-01-01', days),
      isDone: false,
    }))
    expect(countThemes(waits).medianDays).toBe(40)
  })

  test('counts days over the change of the clocks', () => {
    expect(
      countThemes([{ closedOn: '2027-03-27', publishedOn: '2027-03-29', isDone: false }]).medianDays,
    ).toBe(2)
  })
})

describe('a measure', () => {
  test.each([
    ['is planned', planned, []],
    ['is in progress', { ...planned, status: 'in_progress' }, ['started']],
    ['is planned, and a step of it is done', { ...planned, stepsDone: 1 }, ['started']],
    ['is done', { ...planned, status: 'done' }, ['started', 'done']],
    ['is late, within the grace', { ...planned, openSince: dayAfter(today, -graceDays) }, []],
    ['is late', { ...planned, openSince: dayAfter(today, -graceDays - 1) }, ['delayed']],
    ['is cancelled and would be late', { status: 'cancelled', stepsDone: 1, openSince: '2026-01-01' }, []],
    [
      'is done and would be late',
      { status: 'done', stepsDone: 1, openSince: '2026-01-01' },
      ['started', 'done'],
    ],
  ] as const)('that %s has made these moves', (_, measure, expected) => {
    expect(movesOf(measure, today)).toEqual(expected)
  })

  test('that is looked at for the first time is no news', () => {
    expect(newSteps({ ...planned, status: 'in_progress' }, [], today)).toEqual([
      { step: 'linked', isTold: false },
      { step: 'started', isTold: false },
    ])
  })

  test('that made two moves at once is told as one', () => {
    expect(newSteps({ ...planned, status: 'done' }, ['linked'], today)).toEqual([
      { step: 'started', isTold: false },
      { step: 'done', isTold: true },
    ])
  })

  test('that began again after it was done is not told again', () => {
    const late = { status: 'in_progress', stepsDone: 1, openSince: '2026-01-01' } as const
    expect(newSteps(late, ['linked', 'started', 'done'], today)).toEqual([{ step: 'delayed', isTold: false }])
  })

  test('whatever happens to it, is told at most once a look and once a move, and never after done', () => {
    const measure = fc.record({
      status: fc.constantFrom(...measureStatuses),
      stepsDone: fc.nat(2),
      openSince: fc.constantFrom(null, '2026-01-01', today),
    })
    fc.assert(
      fc.property(fc.array(measure, { maxLength: 12 }), (history) => {
        const noted: OutcomeStep[] = []
        const told: OutcomeStep[] = []
        for (const [look, state] of history.entries()) {
          const steps = newSteps(state, noted, today)
          const news = steps.filter(({ isTold }) => isTold).map(({ step }) => step)
          expect(news.length).toBeLessThanOrEqual(look === 0 ? 0 : 1)
          if (noted.includes('done')) expect(news).toEqual([])
          noted.push(...steps.map(({ step }) => step))
          told.push(...news)
          expect(newSteps(state, noted, today)).toEqual([])
        }
        expect(new Set(noted).size).toBe(noted.length)
        expect(told.every((step) => moves.some((move) => move === step))).toBe(true)
      }),
    )
  })
})
