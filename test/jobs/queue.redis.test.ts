/** The queue in a real Redis, which is killed, comes back empty, or is not there at all. */
import { describe, expect, test } from 'vitest'
import { startRoles } from '../../src/roles.ts'
import { afterwards } from '../support/afterwards.ts'
import { buildCity, type City } from '../support/city.ts'
import { eventually, healthAt } from '../support/process.ts'
import { startRedis } from '../support/redis.ts'
import { bellAt, comesTo, describeQueue, jobsAt, putBack, ticker, work } from './suite.ts'

async function prepare() {
  const [city, redis] = await Promise.all([buildCity({ config: { WEB_PORT: 0 } }), startRedis()])
  return { city, url: redis.url, redis }
}

async function open(city: City, url: string) {
  const running = await startRoles({ context: city.context, roles: ['worker', 'web'], queueUrl: url })
  afterwards(() => running.close())
  return running
}

describe('jobs that wait in Redis', () => {
  describeQueue(prepare)

  test('a Redis that comes back empty has lost nothing that the next tick does not bring back', async () => {
    const { city, url, redis } = await prepare()
    const tick = ticker(city, url)
    await putBack(city, 'draft')
    await tick()
    await redis.kill()
    await redis.start()
    expect(await jobsAt(url)).toEqual([])
    work(city, url)
    city.putClock('2026-09-25T10:01:00Z')
    await tick()
    await comesTo(city, 'open')
  })

  test('a worker goes on by itself once its Redis is back', async () => {
    const { city, url, redis } = await prepare()
    const tick = ticker(city, url)
    work(city, url)
    await tick()
    await redis.kill()
    await putBack(city, 'draft')
    await redis.start()
    city.putClock('2026-09-25T10:01:00Z')
    await tick()
    await comesTo(city, 'open')
  })

  test('a bell says when its Redis is out of reach, and when it is back', async () => {
    const { url, redis } = await prepare()
    const bell = bellAt(url)
    await bell.ping()
    await redis.kill()
    await expect(bell.ping()).rejects.toThrow('did not answer')
    await redis.start()
    await eventually('the bell answers', () =>
      bell.ping().then(
        () => true,
        () => false,
      ),
    )
  })
})

describe('the service', () => {
  test('says through /health that Redis was killed, and is well again once it is back', async () => {
    const { city, url, redis } = await prepare()
    const running = await open(city, url)
    expect(await healthAt(running.url!)).toMatchObject({ status: 200, body: { status: 'ok', queue: 'ok' } })
    await redis.kill()
    expect(await healthAt(running.url!)).toEqual({
      status: 503,
      body: { status: 'failing', database: 'ok', queue: 'out of reach', channels: { web: 'ok' } },
    })
    await redis.start()
    await eventually('all is well', async () => (await healthAt(running.url!)).status === 200)
  })

  test('starts without its Redis, says so, and works once it is there', async () => {
    const { city, url, redis } = await prepare()
    await putBack(city, 'draft')
    await redis.kill()
    const running = await open(city, url)
    expect(await healthAt(running.url!)).toMatchObject({ status: 503, body: { queue: 'out of reach' } })
    await redis.start()
    await comesTo(city, 'open')
    await eventually('all is well', async () => (await healthAt(running.url!)).status === 200)
  })

  test('ends although its Redis is gone', async () => {
    const { city, url, redis } = await prepare()
    const running = await open(city, url)
    await redis.kill()
    void running.tick()
    await running.close()
    await expect(fetch(running.url!)).rejects.toThrow()
  })
})
