/** Closing waits for what has begun. */
import { expect, test } from 'vitest'
import { underWay } from '../../src/runtime/under-way.ts'
import { gate } from '../support/telegram/bot.ts'

test('what is under way is waited for, and what it brings with it too', async () => {
  const acts = underWay()
  const [first, second] = [gate(), gate()]
  const done: string[] = []
  const more = async () => (await second.opened, done.push('second'))
  const work = async () => (await first.opened, done.push('first'), void acts.follow(more()))
  void acts.follow(work())
  const ended = acts.ended().then(() => done.push('ended'))
  first.open()
  await new Promise(setImmediate)
  expect(done).toEqual(['first'])
  second.open()
  await ended
  expect(done).toEqual(['first', 'second', 'ended'])
})

test('what fails fails for whoever asked, and is not waited for any longer', async () => {
  const acts = underWay()
  await expect(acts.follow(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await acts.ended()
})
