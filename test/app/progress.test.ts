/** How far a plan is: by its steps, whatever was typed. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { planProgress } from '../../src/app/progress.ts'
import { isDelayed, shareDone, weightedShare, type MeasureState } from '../../src/domain/progress.ts'
import { buildCity, type City } from '../support/city.ts'

const measure: MeasureState = {
  id: 'a',
  code: '1.1.1',
  names: { pl: 'Park' },
  lead: { pl: 'Zieleń' },
  status: 'in_progress',
  rag: null,
  typedPercent: 90,
  weight: 1,
  steps: { done: 1, open: 3, overdue: 0 },
  nextOn: null,
  planned: 0n,
  spent: 0n,
}

describe('a measure', () => {
  test.each([
    ['is as far as its steps, whatever was typed', {}, 0.25],
    ['without steps is as far as was typed', { steps: { done: 0, open: 0, overdue: 0 } }, 0.9],
    ['that is done is done, whatever is open', { status: 'done' }, 1],
    ['that was cancelled does not count', { status: 'cancelled' }, null],
    ['that was carried over does not count here', { status: 'carried_over' }, null],
  ] as const)('%s', (_, change, share) => {
    expect(shareDone({ ...measure, ...change })).toBe(share)
  })

  test('is delayed by an open step past its day, and not once it has ended', () => {
    const late = { ...measure, steps: { done: 1, open: 3, overdue: 1 } }
    expect([isDelayed(measure), isDelayed(late), isDelayed({ ...late, status: 'done' })]).toEqual([
      false,
      true,
      false,
    ])
  })
})

test('a goal lies between its least and its furthest measure, and weights pull it', () => {
  const some = fc.record({
    done: fc.nat(9),
    open: fc.integer({ min: 1, max: 9 }),
    weight: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), (parts) => {
      const measures = parts.map(({ done, open, weight }) => ({
        ...measure,
        weight,
        steps: { done, open, overdue: 0 },
      }))
      const shares = measures.map((one) => shareDone(one)!)
      const share = weightedShare(measures)!
      expect(share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9)
      expect(share).toBeLessThanOrEqual(Math.max(...shares) + 1e-9)
    }),
  )
  expect(weightedShare([])).toBeNull()
  expect(weightedShare([{ ...measure, status: 'cancelled' }])).toBeNull()
})

describe('the sample plan', () => {
  let city: City
  beforeAll(async () => {
    city = await buildCity({ now: '2026-11-25T09:00:00Z' })
  })

  test('has its money to the grosz, and its delays by the day', async () => {
    const progress = await planProgress(city.context)
    expect([progress.measures, progress.planned, progress.spent]).toEqual([25, 1_154_500_000n, 386_655_000n])
    const delayed = progress.goals.flatMap(({ objectives }) =>
      objectives.flatMap(({ list }) => list.filter((one) => one.isDelayed).map(({ code }) => code)),
    )
    expect(delayed).toEqual(['2.1.1', '2.2.1', '3.2.1', '5.2.1'])
    city.putClock('2026-10-20T09:00:00Z')
    expect((await planProgress(city.context)).delayed).toBe(0)
    city.putClock('2026-11-25T09:00:00Z')
  })

  test('moves when a step is done', async () => {
    const before = (await planProgress(city.context, { goal: '2' })).share!
    await city.context.store.db.deadline.update({
      where: { source: 'milestone/a2-1-1/m3' },
      data: { status: 'done' },
    })
    const after = await planProgress(city.context, { goal: '2' })
    expect(after.share).toBeGreaterThan(before)
    expect(after.delayed).toBe(1)
  })

  test('says what was not measured, and never zero in its place', async () => {
    const { goals } = await planProgress(city.context, { goal: '6' })
    const spending = goals[0]!.indicators.find(({ latest }) => latest === null)
    expect(spending).toMatchObject({ latest: null, isOnTarget: null })
  })

  test('has no goal of another code', async () => {
    await expect(planProgress(city.context, { goal: '9' })).rejects.toMatchObject({ code: 'goal-unknown' })
  })
})
