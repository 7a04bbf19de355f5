/** The bell: the same thing rung twice is one job, and a queue that is not there keeps nobody waiting. */
import { describe, expect, test } from 'vitest'
import { isRedis, openQueue } from '../../src/runtime/queue.ts'
import { jobsAt } from '../jobs/suite.ts'
import { afterwards } from '../support/afterwards.ts'
import { emptyDatabase } from '../support/database.ts'

test('an address says by itself whose it is', () => {
  const redis = ['redis://localhost', 'rediss://user:password@queue.example.org:6380/2']
  const postgres = ['postgres://localhost/hejnal', 'postgresql://user:password@redis.example.org/redis']
  expect([...redis, ...postgres].map(isRedis)).toEqual([true, true, false, false])
})

test('the same id twice is one job, also from two processes at once; another id is another', async () => {
  const { url } = await emptyDatabase()
  const [one, other] = [openQueue(url, () => undefined), openQueue(url, () => undefined)]
  for (const bell of [one, other]) afterwards(() => bell.close())
  await Promise.all([
    one.add('erase', {}, 'erase-1'),
    other.add('erase', {}, 'erase-1'),
    one.add('erase', {}, 'erase-2'),
  ])
  await one.add('erase', {}, 'erase-1')
  expect(await jobsAt(url)).toEqual(['erase-1', 'erase-2'])
})

describe.each(['redis://127.0.0.1:1', 'postgresql://nobody@127.0.0.1:1/nothing'])(
  'a queue that is not there (%s)',
  (url) => {
    test('says so when it is asked, and closes all the same', async () => {
      const bell = openQueue(url, () => undefined)
      await expect(bell.ping()).rejects.toThrow()
      await bell.close()
    })
  },
)
