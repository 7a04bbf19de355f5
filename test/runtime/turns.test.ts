/** One thing at a time for each key. */
import { expect, test } from 'vitest'
import { oneAtATime } from '../../src/runtime/turns.ts'
import { gate } from '../support/telegram/bot.ts'

test('work of one key waits for its turn, work of others does not', async () => {
  const inTurn = oneAtATime()
  const begun: string[] = []
  const first = gate()
  const slow = inTurn('ala', async () => (begun.push('ala 1'), await first.opened, 'one'))
  const next = inTurn('ala', async () => (begun.push('ala 2'), 'two'))
  expect(await inTurn('ola', async () => (begun.push('ola'), 'other'))).toBe('other')
  expect(begun).toEqual(['ala 1', 'ola'])
  first.open()
  expect(await Promise.all([slow, next])).toEqual(['one', 'two'])
  expect(begun).toEqual(['ala 1', 'ola', 'ala 2'])
})

test('work that fails says so to whoever asked and holds up nobody', async () => {
  const inTurn = oneAtATime()
  const failed = inTurn('ala', () => Promise.reject(new Error('no')))
  const next = inTurn('ala', async () => 'yes')
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})

test('many who come at once are served in the order they came, never two at a time', async () => {
  const inTurn = oneAtATime()
  const done: number[] = []
  let underWay = 0
  const work = (n: number) => async () => {
    underWay += 1
    expect(underWay).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    underWay -= 1
    done.push(n)
  }
  await Promise.all(Array.from({ length: 50 }, (_, n) => inTurn('ala', work(n))))
  expect(done).toEqual(Array.from({ length: 50 }, (_, n) => n))
})
