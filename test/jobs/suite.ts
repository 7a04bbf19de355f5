/** What holds for the queue wherever its jobs wait: in Redis or in PostgreSQL. */
import { createPostgresBackend, Queue, withBackend } from 'bullmq'
import { expect, test } from 'vitest'
import { startSchedule } from '../../jobs/schedule.ts'
import { startWorker } from '../../jobs/worker.ts'
import { isRedis, openQueue, postgresConnection, queueName } from '../../src/runtime/queue.ts'
import { afterwards } from '../support/afterwards.ts'
import { approveAnnouncement, writeAnnouncement } from '../../src/app/announcements.ts'
import type { City } from '../support/city.ts'
import { populate, times } from '../support/population.ts'
import { eventually } from '../support/process.ts'

const draft = 'support-when-it-is-hard'

/** Opens a bell that is put away with the test. */
export function bellAt(url: string) {
  const bell = openQueue(url, () => undefined)
  afterwards(() => bell.close())
  return bell
}

/** The ids of all jobs that are kept, whatever became of them. */
export async function jobsAt(url: string): Promise<string[]> {
  const queue = isRedis(url)
    ? new Queue(queueName, { connection: { url } })
    : new (withBackend(createPostgresBackend).Queue)(queueName, { connection: postgresConnection(url) })
  const jobs = await queue.getJobs(['wait', 'active', 'delayed', 'completed', 'failed'])
  await queue.close()
  return jobs.map(({ id }) => id ?? '').toSorted()
}

/** A scheduler with its own bell, as another process would have it. */
function scheduler(city: City, url: string): ReturnType<typeof startSchedule> {
  const schedule = startSchedule(city.context, bellAt(url))
  afterwards(() => schedule.close())
  return schedule
}

/** What one process does every minute. */
export function ticker(city: City, url: string): () => Promise<void> {
  const schedule = scheduler(city, url)
  return () => schedule.tick()
}

/** A worker that goes away with the test. */
export function work(city: City, url: string): void {
  const worker = startWorker(city.context, url)
  afterwards(() => worker.close())
}

/** Puts a consultation back to where its opening or closing day is still to be noticed. */
export async function putBack({ context }: City, status: 'draft' | 'open'): Promise<void> {
  await context.store.db.consultation.update({
    where: { id: draft },
    data: { status, openedAt: null, closedAt: null },
  })
}

/** Resolves once the calendar has brought the consultation there. */
export function comesTo({ context }: City, status: string): Promise<void> {
  return eventually(`the consultation is ${status}`, async () => {
    const { status: now } = await context.store.db.consultation.findUniqueOrThrow({ where: { id: draft } })
    return now === status
  })
}

/** The cases; `prepare` gives a city and the address of an empty queue of its own. */
export function describeQueue(prepare: () => Promise<{ city: City; url: string }>): void {
  test('four processes that tick in the same minute make one job of each kind', async () => {
    const { city, url } = await prepare()
    city.putClock('2026-09-25T10:00:59Z')
    const tickers = [1, 2, 3, 4].map(() => ticker(city, url))
    await Promise.all(tickers.map((tick) => tick()))
    await Promise.all(tickers.map((tick) => tick()))
    const kinds = ['alert', 'erase', 'expire', 'open-close', 'remind', 'tell-outcomes']
    expect(await jobsAt(url)).toEqual(
      kinds.map((kind) => expect.stringMatching(new RegExp(String.raw`^${kind}-\d+$`))),
    )
  })

  test('the next minute brings another look at the dates, the next hour another erasing', async () => {
    const { city, url } = await prepare()
    const tick = ticker(city, url)
    const kinds: string[][] = []
    for (const time of ['10:00:00', '10:00:30', '10:01:00', '11:00:00']) {
      city.putClock(`2026-09-25T${time}Z`)
      await tick()
      kinds.push((await jobsAt(url)).map((id) => id.replace(/-\d+$/, '')))
    }
    expect(
      kinds.map((some) => [
        some.filter((kind) => kind === 'open-close').length,
        some.filter((kind) => kind === 'erase').length,
      ]),
    ).toEqual([
      [1, 1],
      [1, 1],
      [2, 1],
      [3, 2],
    ])
  })

  test('consultations open and close by their dates, with nobody asking and one act each in the audit', async () => {
    const { city, url } = await prepare()
    const { audit } = city.context.store.db
    await putBack(city, 'draft')
    const before = await audit.count({ where: { subject: `consultation/${draft}` } })
    const tickers = [1, 2, 3, 4].map(() => ticker(city, url))
    work(city, url)
    work(city, url)
    await Promise.all(tickers.map((tick) => tick()))
    await comesTo(city, 'open')
    city.putClock('2026-10-13T21:59:00Z')
    await Promise.all(tickers.map((tick) => tick()))
    city.putClock('2026-10-13T22:00:00Z')
    await Promise.all(tickers.map((tick) => tick()))
    await comesTo(city, 'closed')
    const acts = await audit.findMany({
      where: { subject: `consultation/${draft}` },
      orderBy: { at: 'asc' },
      skip: before,
    })
    expect(acts.map(({ act, actor, at }) => [act, actor, at.toISOString()])).toEqual([
      ['consultation.open', 'calendar', '2026-09-25T10:00:00.000Z'],
      ['consultation.close', 'calendar', '2026-10-13T22:00:00.000Z'],
    ])
  })

  test('an approved announcement begins at the next look, once; a look that finds nothing rings nothing', async () => {
    const { city, url } = await prepare()
    const schedules = [1, 2, 3, 4].map(() => scheduler(city, url))
    const look = () => Promise.all(schedules.map((schedule) => schedule.look()))
    const rung = async () => (await jobsAt(url)).filter((id) => id.startsWith('announce-'))
    await look()
    expect(await rung()).toEqual([])
    await populate(city.context, times(12))
    const news = { id: 'park', texts: { pl: 'Park jest otwarty.' }, audience: { who: ['youth'] } } as const
    await writeAnnouncement(city.context, news, 'writer')
    const { number } = await approveAnnouncement(city.context, 'park', 'second')
    await look()
    expect(await rung()).toEqual([expect.stringMatching(`^announce-${number}-\\d+$`)])
    work(city, url)
    const { db } = city.context.store
    await eventually('the announcement has its deliveries', async () => {
      const { expandedAt } = await db.announcement.findUniqueOrThrow({ where: { number } })
      return expandedAt !== null
    })
    expect(await db.delivery.count({ where: { batch: number } })).toBe(12)
    expect(await db.audit.count({ where: { act: 'announcement.begin' } })).toBe(1)
  })
}
