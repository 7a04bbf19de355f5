/** The queue in PostgreSQL's own tables, for those who have no Redis. */
import { describe, expect, test } from 'vitest'
import { buildCity } from '../support/city.ts'
import { bellAt, describeQueue, jobsAt, work } from './suite.ts'

async function prepare() {
  const city = await buildCity()
  return { city, url: city.databaseUrl }
}

describe('jobs that wait in PostgreSQL', () => {
  describeQueue(prepare)

  test('many processes that start at once on a new database share one queue', async () => {
    const { city, url } = await prepare()
    const bells = [1, 2, 3, 4].map(() => (work(city, url), bellAt(url)))
    await Promise.all(bells.map((bell) => bell.add('erase', {}, 'once')))
    expect(await jobsAt(url)).toEqual(['once'])
  })
})
