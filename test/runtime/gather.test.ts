/** Doing together what is asked for at the same time, without mixing up whose result is whose. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gather, type Many } from '../../src/runtime/gather.ts'
import { gate } from '../support/telegram/bot.ts'

const double: Many<number, number> = async (items) => items.map((item) => item * 2)

/** A gatherer whose batches are remembered; the first waits until it is let go. */
function held<T, R>(many: Many<T, R>) {
  const batches: (readonly T[])[] = []
  const [begun, free] = [gate(), gate()]
  const ask = gather<T, R>(async (items) => {
    batches.push(items)
    begun.open()
    await free.opened
    return many(items)
  })
  return { batches, ask, begun: begun.opened, letGo: () => free.open() }
}

test('somebody alone is served without another', async () => {
  const { batches, ask, letGo } = held(double)
  letGo()
  expect(await ask(21)).toBe(42)
  expect(await ask(4)).toBe(8)
  expect(batches).toEqual([[21], [4]])
})

test('what comes while a batch is under way is the next batch, in the order it came', async () => {
  const { batches, ask, begun, letGo } = held(double)
  const first = ask(1)
  await begun
  const others = [2, 3, 4].map((item) => ask(item))
  letGo()
  expect(await Promise.all([first, ...others])).toEqual([2, 4, 6, 8])
  expect(batches).toEqual([[1], [2, 3, 4]])
})

test('no batch is without a limit', async () => {
  const { batches, ask, letGo } = held(double)
  letGo()
  const items = Array.from({ length: 1_000 }, (_, index) => index)
  expect(await Promise.all(items.map((item) => ask(item)))).toEqual(items.map((item) => item * 2))
  const sizes = batches.map(({ length }) => length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1_000)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
})

describe('a bad item', () => {
  const noSevens: Many<number, number> = async (items) => {
    if (items.some((item) => item % 7 === 0)) throw new Error(`a seven among ${items.length}`)
    return items.map((item) => item * 2)
  }

  test('fails alone, with its own error; its neighbours get what they asked for', async () => {
    const { batches, ask, letGo } = held(noSevens)
    letGo()
    const settled = await Promise.allSettled([1, 2, 7, 3].map((item) => ask(item)))
    expect(
      settled.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).message)),
    ).toEqual([2, 4, 'a seven among 1', 6])
    expect(batches).toEqual([[1, 2, 7, 3], [1], [2], [7], [3]])
  })

  test('that comes alone is not tried twice, and what comes after it is served', async () => {
    const tried: number[] = []
    const ask = gather<number, number>(async (items) => (tried.push(...items), noSevens(items)))
    await expect(ask(7)).rejects.toThrow('a seven')
    expect(await ask(1)).toBe(2)
    expect(tried).toEqual([7, 1])
  })

  test('harms no other, whatever comes in whatever bursts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 1, max: 50 })), { maxLength: 4 }),
        async (bursts) => {
          const ask = gather(noSevens)
          const asked: Promise<string>[] = []
          for (const burst of bursts) {
            asked.push(...burst.map((item) => ask(item).then(String, () => 'refused')))
            await new Promise((resolve) => setImmediate(resolve))
          }
          expect(await Promise.all(asked)).toEqual(
            bursts.flat().map((item) => (item % 7 === 0 ? 'refused' : String(item * 2))),
          )
        },
      ),
    )
  })

  test('is one that throws before it is waited for, too', async () => {
    const ask = gather<number, number>((items) => {
      if (items.includes(7)) throw new Error('at once')
      return double(items)
    })
    await expect(ask(7)).rejects.toThrow('at once')
    expect(await ask(4)).toBe(8)
  })
})
