/** When messages may leave: the rate, the order, the chats, pauses; in time that only the test lets pass. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createChats } from '../../src/channels/pace/chats.ts'
import { pacer, type Asked } from '../../src/channels/pace.ts'
import type { Lane } from '../../src/domain/message.ts'
import { newMoments } from '../support/moments.ts'

interface Start {
  readonly at: number
  readonly lane: Lane
  readonly name: string
}

interface Speeds {
  readonly lateMs?: () => number
  /** How long the next `begin` takes. */
  readonly beginMs?: () => number
  /** How long the next request takes to the platform, and its answer from there. */
  readonly thereMs?: () => number
  readonly backMs?: () => number
}

const atOnce = () => 0
const neverCalled = () => Promise.reject(new Error('This was not wanted'))

/** A pacer at work, and what the platform counts. */
function newStage(
  perSecond: number,
  { lateMs = atOnce, beginMs = atOnce, thereMs = atOnce, backMs = atOnce }: Speeds = {},
) {
  const moments = newMoments(lateMs)
  const tool = pacer({ perSecond, now: moments.now, after: moments.after })
  const starts: Start[] = []
  const counted: Start[] = []
  const failures: unknown[] = []
  const lasting = (ms: number) =>
    new Promise<true>((resolve) => {
      if (ms > 0) moments.after(ms, () => resolve(true))
      else resolve(true)
    })
  const begin = () => lasting(beginMs())
  const travel = async (start: Start) => {
    starts.push(start)
    await lasting(thereMs())
    counted.push({ ...start, at: moments.now() - 5_000 })
    await lasting(backMs())
  }
  const ask = (lane: Lane, { name = '', ...asked }: Partial<Asked> & { name?: string } = {}) =>
    tool
      .run(
        { lane, ...asked },
        () => travel({ at: moments.now() - 5_000, lane, name }),
        lane === 0 ? undefined : begin,
      )
      .catch((error: unknown) => failures.push(error))
  const askMany = (lane: Lane, count: number) => {
    for (let n = 0; n < count; n += 1) void ask(lane)
  }
  return { moments, tool, starts, counted, failures, ask, askMany }
}

/** The most starts within any window of a second. */
function mostInASecond(starts: readonly Start[]): number {
  const times = starts.map(({ at }) => at)
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length))
}

describe('the rate', () => {
  const rates = fc.constantFrom(1, 5, 30, 50, 200)
  const lateness = fc.infiniteStream(fc.double({ min: 0, max: 8, noNaN: true }))
  const slowness = fc.infiniteStream(fc.double({ min: 0, max: 60, noNaN: true }))

  test('is never exceeded by what is sent unasked, in any second, and is used up to 98 %', async () => {
    await fc.assert(
      fc.asyncProperty(rates, lateness, slowness, async (perSecond, late, slow) => {
        const [lateMs, beginMs] = [() => late.next().value, () => slow.next().value]
        const { moments, starts, askMany } = newStage(perSecond, { lateMs, beginMs })
        const seconds = perSecond < 10 ? 200 : 20
        askMany(2, perSecond * seconds)
        askMany(1, perSecond * seconds)
        await moments.pass(seconds * 1_000)
        expect(mostInASecond(starts)).toBeLessThanOrEqual(perSecond)
        expect(starts.length).toBeGreaterThanOrEqual(0.98 * perSecond * seconds)
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  test('is not exceeded either when bulk comes and goes, replies in between and `begin` stalls', async () => {
    const acts = fc.array(
      fc.record({
        lane: fc.constantFrom(0, 1, 2, 2, 2),
        count: fc.integer({ min: 1, max: 40 }),
        passMs: fc.integer({ min: 0, max: 900 }),
        stallMs: fc.constantFrom(0, 0, 5, 700),
      }),
      { minLength: 3, maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(acts, lateness, async (all, late) => {
        let stallMs = 0
        const stage = newStage(30, { lateMs: () => late.next().value, beginMs: () => stallMs })
        for (const act of all) {
          stallMs = act.stallMs
          stage.askMany(act.lane, act.count)
          await stage.moments.pass(act.passMs)
        }
        expect(mostInASecond(stage.starts.filter(({ lane }) => lane !== 0))).toBeLessThanOrEqual(30)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('is kept in every second of the platform, however long the ways there and back are', async () => {
    const ways = fc.record({
      perSecond: fc.constantFrom(5, 30, 50),
      wayMs: fc.double({ min: 0, max: 150, noNaN: true }),
      jitterMs: fc.double({ min: 0, max: 60, noNaN: true }),
    })
    const shares = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
    await fc.assert(
      fc.asyncProperty(ways, shares, async ({ perSecond, wayMs, jitterMs }, share) => {
        const travelMs = () => wayMs + share.next().value * jitterMs
        const { moments, counted, askMany } = newStage(perSecond, { thereMs: travelMs, backMs: travelMs })
        askMany(2, perSecond * 20)
        for (let second = 0; second < 20; second += 1) {
          askMany(0, second % 3)
          await moments.pass(1_000)
        }
        expect(mostInASecond(counted.filter(({ lane }) => lane !== 0))).toBeLessThanOrEqual(perSecond)
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  test('is used up to 95 % when a round trip takes 40 to 60 ms', async () => {
    const shares = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(30, 50), shares, lateness, async (perSecond, share, late) => {
        const travelMs = () => 20 + share.next().value * 10
        const lateMs = () => late.next().value / 4
        const { moments, counted, askMany } = newStage(perSecond, {
          lateMs,
          thereMs: travelMs,
          backMs: travelMs,
        })
        askMany(2, perSecond * 40)
        await moments.pass(30_000)
        expect(mostInASecond(counted)).toBeLessThanOrEqual(perSecond)
        expect(counted.length).toBeGreaterThanOrEqual(0.95 * perSecond * 30)
      }),
      { numRuns: 10 },
    )
  }, 60_000)

  test('waits for an answer that does not come, and goes on with it', async () => {
    const { moments, starts, askMany } = newStage(30, { backMs: () => 7_000 })
    askMany(2, 100)
    await moments.pass(6_900)
    expect(starts).toHaveLength(30)
    await moments.pass(2_000)
    expect(starts.length).toBeGreaterThan(30)
  })

  test('of a thousand a second is held with one timer', async () => {
    const { moments, tool, starts, askMany } = newStage(1_000, { lateMs: () => 1 })
    askMany(2, 4_000)
    expect(moments.pending()).toBe(1)
    await moments.pass(3_000)
    expect(starts.length).toBeGreaterThan(2_940)
    expect(mostInASecond(starts)).toBeLessThanOrEqual(1_000)
    expect(tool.pace()).toEqual({ perSecond: 1_000, pausedMs: 0 })
  })

  test('needs no timer while permits are there', async () => {
    const { moments, starts, ask } = newStage(30)
    for (let n = 0; n < 10; n += 1) {
      await ask(2)
      await moments.pass(40)
    }
    expect(starts).toHaveLength(10)
    expect(moments.pending()).toBe(0)
  })

  test('loses nothing to a message that is not wanted any more, or whose beginning fails', async () => {
    const { moments, tool, starts, askMany } = newStage(30)
    const refused = Array.from({ length: 100 }, () => tool.run({ lane: 2 }, neverCalled, async () => false))
    const failed = Array.from({ length: 100 }, () =>
      tool.run({ lane: 2 }, neverCalled, () => Promise.reject(new Error('the database is away'))),
    )
    expect(new Set(await Promise.all(refused))).toEqual(new Set([undefined]))
    expect((await Promise.allSettled(failed)).every(({ status }) => status === 'rejected')).toBe(true)
    askMany(2, 100)
    await moments.pass(1_000)
    expect(starts.length).toBeGreaterThanOrEqual(29)
  })
})

describe('the order', () => {
  test('lets replies go at once while their reserve lasts, and bulk pays it back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 500, max: 3_000 }),
        fc.integer({ min: 1, max: 5 }),
        async (at, count) => {
          const { moments, starts, askMany } = newStage(30)
          askMany(2, 500)
          await moments.pass(at)
          const before = moments.now() - 5_000
          askMany(0, count)
          await moments.pass(0)
          expect(starts.filter(({ lane }) => lane === 0).map((start) => start.at)).toEqual(
            Array.from({ length: count }, () => before),
          )
          await moments.pass(6_000 - at)
          expect(starts.length).toBeLessThanOrEqual(30 * 6 + 1)
          expect(starts.length).toBeGreaterThanOrEqual(0.98 * 30 * 6)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('puts replies before reminders and reminders before bulk', async () => {
    const { moments, starts, askMany } = newStage(30)
    askMany(2, 3)
    await moments.pass(0)
    for (const lane of [2, 1, 0] as const) askMany(lane, 4)
    await moments.pass(600)
    const order = starts.map(({ lane }) => lane).join('')
    expect(order).toBe('220000111122222'.slice(0, order.length))
    expect(order).toHaveLength(15)
  })

  test('leaves every lane that waits a tenth, whatever the others ask for', async () => {
    for (const busy of [[0], [1], [0, 1]] as const) {
      const { moments, starts, askMany } = newStage(30)
      for (const lane of busy) askMany(lane, 3_000)
      askMany(2, 3_000)
      await moments.pass(30_000)
      const bulk = starts.filter(({ lane }) => lane === 2).length
      expect(bulk / starts.length, `beside ${busy.join()}`).toBeGreaterThan(0.095)
      for (const lane of busy)
        expect(starts.filter((start) => start.lane === lane).length).toBeGreaterThan(0.09 * starts.length)
    }
  })

  test('leaves it also when answers take differently long, so that the second is full of replies', async () => {
    const shares = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
    await fc.assert(
      fc.asyncProperty(shares, async (share) => {
        const travelMs = () => 20 + share.next().value * 60
        const beginMs = () => share.next().value * 5
        const { moments, starts, askMany } = newStage(30, { beginMs, thereMs: travelMs, backMs: travelMs })
        askMany(0, 3_000)
        askMany(2, 3_000)
        await moments.pass(60_000)
        const bulk = starts.filter(({ lane }) => lane === 2).length
        expect(bulk / starts.length).toBeGreaterThan(0.08)
        expect(starts.length).toBeGreaterThan(0.9 * 30 * 60)
      }),
      { numRuns: 10 },
    )
  })

  test('does not starve bulk beside a stream of replies that nearly fills the line', async () => {
    const { moments, starts, ask, askMany } = newStage(30)
    askMany(2, 3_000)
    for (let at = 0; at < 30_000; at += 35) {
      void ask(0)
      await moments.pass(35)
    }
    expect(starts.filter(({ lane }) => lane === 2).length).toBeGreaterThan(0.09 * starts.length)
  })
})

describe('a chat', () => {
  test('is written to unasked once a second, while others go on and replies do not wait', async () => {
    const { moments, starts, ask } = newStage(30)
    for (const name of ['a', 'b', 'c']) void ask(2, { chat: '7', name })
    for (const name of ['x', 'y']) void ask(2, { chat: name, name })
    await moments.pass(500)
    void ask(0, { chat: '7', name: 'reply' })
    await moments.pass(4_000)
    const at = Object.fromEntries(starts.map((start) => [start.name, Math.round(start.at)]))
    expect(Object.keys(at)).toEqual(['a', 'x', 'y', 'reply', 'b', 'c'])
    expect(at).toMatchObject({ a: 0, reply: 500, b: 1_500, c: 2_500 })
  })

  test('of a group takes twenty a minute, replies too', async () => {
    const { moments, starts, ask } = newStage(30)
    const group = { chat: '-7', isGroup: true }
    for (let n = 0; n < 25; n += 1) void ask(0, group)
    void ask(2, group)
    await moments.pass(59_000)
    expect(starts).toHaveLength(20)
    await moments.pass(62_000)
    expect(starts.map(({ lane }) => lane).join('')).toBe(`${'0'.repeat(25)}2`)
  })

  test('is forgotten when nobody writes to it any more', async () => {
    const chats = createChats<Asked>()
    for (let n = 0; n < 10_000; n += 1) {
      const guest = { lane: 2, chat: `chat ${n}`, isGroup: n % 2 === 0 } as const
      expect(chats.claim(guest)).toBe(true)
      if (n % 3 === 0) chats.release(guest)
      else chats.start(guest, n)
      chats.admitted(n)
      expect(chats.size).toBeLessThanOrEqual(1_000 + n / 2)
    }
    chats.admitted(80_000)
    expect(chats.size).toBe(0)
  })
})

describe('a pause', () => {
  test('lets nothing leave, however long, and ends without a burst', async () => {
    const { moments, tool, starts, failures, ask, askMany } = newStage(30)
    askMany(2, 100)
    await moments.pass(500)
    tool.pause(10_000_000)
    tool.pause(34_000)
    expect(tool.pace().pausedMs).toBe(10_000_000)
    const before = starts.length
    await ask(0)
    expect(failures).toMatchObject([{ verdict: 'retry', retryAfterMs: 10_000_000, isChannelWide: true }])
    await moments.pass(9_999_990)
    expect(starts).toHaveLength(before)
    await moments.pass(10)
    askMany(0, 30)
    await moments.pass(1_000)
    const after = starts.slice(before)
    expect(after.length).toBeLessThanOrEqual(31)
    expect(mostInASecond(after.map((start) => ({ ...start, at: start.at * 10 })))).toBeLessThanOrEqual(5)
    expect(tool.pace().pausedMs).toBe(0)
  })

  test('keeps back what has begun and not left, and says for how long', async () => {
    const { moments, tool, starts, failures, ask } = newStage(30, { beginMs: () => 100 })
    void ask(2)
    await moments.pass(50)
    tool.pause(34_000)
    await moments.pass(100)
    expect(starts).toEqual([])
    expect(failures).toMatchObject([{ verdict: 'retry', retryAfterMs: 33_950, isChannelWide: true }])
  })
})

describe('closing', () => {
  test('turns away whoever waits, and lets a reply out that need not wait', async () => {
    const { moments, tool, starts, failures, ask, askMany } = newStage(30)
    askMany(2, 5)
    void ask(2, { chat: '7' })
    void ask(2, { chat: '7' })
    await moments.pass(0)
    tool.close()
    await moments.pass(0)
    expect([starts.length, failures.length]).toEqual([2, 5])
    await ask(0)
    await ask(2)
    expect([starts.length, failures.length]).toEqual([3, 6])
    expect(moments.pending()).toBe(0)
  })
})
