/** The rules by which a message comes to its fate. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  deliveryStatuses,
  fateAfter,
  fateBefore,
  mostAttempts,
  quietUntil,
  settledStatuses,
  type Failure,
  type Untried,
} from '../../src/domain/delivery.ts'

const now = new Date('2026-11-25T11:00:00Z')
const night = { from: '20:00', to: '08:00', timeZone: 'Europe/Warsaw' }
const once = { attempts: 1, now, ifUnknown: 'again' } as const

const cases: readonly { failure: Failure; fate: string; attempts?: number; ifUnknown?: 'show' }[] = [
  { failure: { verdict: 'rejected' }, fate: 'failed' },
  { failure: { verdict: 'unreachable' }, fate: 'unreachable' },
  { failure: { verdict: 'unreachable', isBlocked: true }, fate: 'blocked' },
  { failure: { verdict: 'retry' }, fate: 'held' },
  { failure: { verdict: 'retry' }, attempts: mostAttempts, fate: 'failed' },
  { failure: { verdict: 'retry', isChannelWide: true }, attempts: mostAttempts, fate: 'waiting' },
  { failure: { verdict: 'unknown' }, fate: 'held' },
  { failure: { verdict: 'unknown' }, attempts: 3, fate: 'unknown' },
  { failure: { verdict: 'unknown' }, ifUnknown: 'show', fate: 'unknown' },
]

test.each(cases)('$failure leads to $fate', ({ failure, fate, attempts = 1, ifUnknown: asked }) => {
  const ifUnknown = asked ?? 'again'
  expect(fateAfter(failure, { attempts, now, ifUnknown }).status).toBe(fate)
})

test('every verdict has a case', () => {
  const verdicts: Record<Failure['verdict'], true> = {
    retry: true,
    unreachable: true,
    rejected: true,
    unknown: true,
  }
  expect(new Set(cases.map(({ failure }) => failure.verdict))).toEqual(new Set(Object.keys(verdicts)))
})

test('a wait the platform asked for is kept to the millisecond', () => {
  expect(fateAfter({ verdict: 'retry', retryAfterMs: 34_000 }, once).dueAt).toEqual(
    new Date(now.getTime() + 34_000),
  )
})

test('each attempt waits longer than the one before, and none longer than an hour', () => {
  const waits = Array.from({ length: mostAttempts - 1 }, (_, index) => {
    const { dueAt } = fateAfter({ verdict: 'retry' }, { ...once, attempts: index + 1 })
    return dueAt!.getTime() - now.getTime()
  })
  expect(waits).toEqual(waits.toSorted((one, other) => one - other))
  expect(Math.max(...waits)).toBeLessThanOrEqual(3_600_000)
})

test('a held message says when it goes on, and a settled one does not', () => {
  fc.assert(
    fc.property(
      fc.record({
        verdict: fc.constantFrom('retry', 'unreachable', 'rejected', 'unknown'),
        isChannelWide: fc.boolean(),
        isBlocked: fc.boolean(),
      }),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom('again', 'show'),
      (failure, attempts, ifUnknown) => {
        const { status, dueAt } = fateAfter(failure, { attempts, now, ifUnknown })
        expect(deliveryStatuses).toContain(status)
        expect(dueAt !== undefined).toBe(status === 'held')
        if (attempts >= mostAttempts && !failure.isChannelWide) expect(settledStatuses).toContain(status)
      },
    ),
  )
})

const usual: Untried = {
  isStopped: false,
  isBulk: true,
  isUrgent: false,
  hasAddress: true,
  notAfter: null,
  quiet: night,
}
const atNight = new Date('2026-11-25T21:30:00Z')

test.each([
  ['by day nothing stands in its way', {}, now, undefined],
  [
    'at night it is held until eight',
    {},
    atNight,
    { status: 'held', dueAt: new Date('2026-11-26T07:00:00Z') },
  ],
  ['what is urgent wakes people', { isUrgent: true }, atNight, undefined],
  [
    'what would be stale in the morning expires',
    { notAfter: new Date('2026-11-26T06:00:00Z') },
    atNight,
    { status: 'expired' },
  ],
  ['what is too late expires', { notAfter: now }, now, { status: 'expired' }],
  ['who stopped gets no announcement', { isStopped: true }, now, { status: 'cancelled' }],
  ['who stopped is still told what they asked for', { isStopped: true, isBulk: false }, now, undefined],
  ['who has no address left is unreachable', { hasAddress: false }, now, { status: 'unreachable' }],
] as const)('%s', (_, change, at, fate) => {
  const found = fateBefore({ ...usual, ...change }, at)
  if (fate) expect(found).toMatchObject(fate)
  else expect(found).toBeUndefined()
})

test.each([
  ['the night the clocks go forward', '2027-03-27T22:00:00Z', '2027-03-28T06:00:00Z'],
  ['the night the clocks go back', '2026-10-24T22:00:00Z', '2026-10-25T07:00:00Z'],
  ['a usual night', '2026-11-25T19:00:00Z', '2026-11-26T07:00:00Z'],
  ['shortly before the end', '2026-11-26T06:59:59Z', '2026-11-26T07:00:00Z'],
])('%s ends at eight by the wall clock', (_, at, end) => {
  expect(quietUntil(new Date(at), night)).toEqual(new Date(end))
})

test.each([
  ['at eight', '2026-11-26T07:00:00Z'],
  ['before twenty', '2026-11-25T18:59:59Z'],
])('%s nothing is quiet', (_, at) => {
  expect(quietUntil(new Date(at), night)).toBeUndefined()
})

test('hours within one day, and none at all', () => {
  const siesta = { from: '13:00', to: '15:00', timeZone: 'Europe/Madrid' }
  expect(quietUntil(new Date('2026-07-01T11:30:00Z'), siesta)).toEqual(new Date('2026-07-01T13:00:00Z'))
  expect(quietUntil(new Date('2026-07-01T14:00:00Z'), siesta)).toBeUndefined()
  expect(quietUntil(now, { from: '10:00', to: '10:00', timeZone: 'Europe/Warsaw' })).toBeUndefined()
})

test('whatever the hour and the zone, quiet hours end in the future and within a day and an hour', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
      fc.constantFrom('Europe/Warsaw', 'Europe/Kyiv', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu'),
      (at, timeZone) => {
        const end = quietUntil(at, { from: '20:00', to: '08:00', timeZone })
        if (!end) return
        expect(end.getTime()).toBeGreaterThan(at.getTime())
        expect(end.getTime() - at.getTime()).toBeLessThanOrEqual(25 * 3_600_000)
        expect(quietUntil(end, { from: '20:00', to: '08:00', timeZone })).toBeUndefined()
      },
    ),
  )
})
