/** A town whose people take part in a consultation over several days and channels, until its secret is destroyed. */
import { startSchedule } from '../../jobs/schedule.ts'
import { startWorker } from '../../jobs/worker.ts'
import { listTexts, reviewText } from '../../src/app/moderation.ts'
import { importOutcome } from '../../src/app/outcome-import.ts'
import { publishOutcome } from '../../src/app/outcomes.ts'
import type { Log } from '../../src/runtime/log.ts'
import { openQueue } from '../../src/runtime/queue.ts'
import { afterwards } from './afterwards.ts'
import { buildCity, type City } from './city.ts'
import { bands } from './join-attack.ts'
import { outcomeFile, themes } from './outcome.ts'
import { eventually } from './process.ts'
import type { Chance } from './random.ts'
import { startRedis } from './redis.ts'
import { begin, talk, type Talk } from './talk.ts'

export const consultation = 'free-time-and-sport'
export const crowd = 200

export interface Town {
  readonly city: City
  readonly redisUrl: string
  readonly log: string[]
  /** What each of them wrote, by which the test itself knows whose answers are whose. */
  readonly wrote: Map<string, string>
  /** Does what falls due, by the queue and its worker. */
  tick(): Promise<void>
}

/** Opens it, with a queue in Redis, a worker, and everything that is logged. */
export async function openTown(): Promise<Town> {
  const redis = await startRedis()
  const city = await buildCity({ config: { CHANNEL_MIN_AGE: { telegram: 10, discord: 10, web: 10 } } })
  const log: string[] = []
  const context = { ...city.context, log: writing(log) }
  const bell = openQueue(redis.url, (error) => log.push(String(error)))
  afterwards(() => bell.close())
  const schedule = startSchedule(context, bell)
  afterwards(() => schedule.close())
  const worker = startWorker(context, redis.url)
  afterwards(() => worker.close())
  return {
    city: { ...city, context },
    redisUrl: redis.url,
    log,
    wrote: new Map(),
    tick: () => schedule.tick(),
  }
}

function writing(lines: string[]): Log {
  const write = (facts: object, message: string) =>
    void lines.push(
      `${JSON.stringify(facts, (_, value) => (value instanceof Error ? value.stack : value))} ${message}`,
    )
  return { debug: write, info: write, warn: write, error: write }
}

/** Everybody comes on some day, acts in turns with all the others of that day, and one in eight leaves in the middle. */
export async function takePart(at: Town, random: Chance): Promise<void> {
  const days = ['2026-09-25', '2026-09-26', '2026-09-28', '2026-10-02']
  const people = Array.from({ length: crowd }, () => ({ day: random.pick(days), acts: somebody(at, random) }))
  for (const day of days) {
    let present = people.filter((one) => one.day === day)
    for (let minute = 0; present.length > 0; minute += 1) {
      at.city.putClock(new Date(Date.parse(`${day}T08:00:00Z`) + minute * 1_000))
      const one = random.pick(present)
      if (await one.acts()) present = present.filter((other) => other !== one)
    }
    await at.tick()
  }
}

/** Does their next thing; true when it was the last one. */
function somebody({ city, wrote }: Town, random: Chance): () => Promise<boolean> {
  const channel = random.pick(['web', 'telegram', 'discord'] as const)
  const person = talk(city.context, { channel, locale: random.pick(['pl', 'en', 'uk'] as const) })
  const leavesAfter = random.isTrue(0.125) ? 1 + Math.floor(random.next() * 4) : Infinity
  const text =
    `More benches ${Math.floor(random.next() * 2 ** 40)} ${'please '.repeat(Math.floor(random.next() * 9))}`.trim()
  const band = random.pick(Object.keys(bands))
  let [acts, isBegun] = [0, false]
  return async () => {
    if (isBegun) await actAtRandom(person, random, { text, band })
    else await begin(person, consultation, band)
    isBegun = true
    acts += 1
    const isDone = person.buttons().some(({ id }) => id.startsWith('change:'))
    if (isDone) wrote.set(person.from.value, text)
    return isDone || acts > leavesAfter
  }
}

async function actAtRandom(person: Talk, random: Chance, { text, band }: { text: string; band: string }) {
  const ids = person.buttons().map(({ id }) => id)
  const options = ids.filter((id) => id.startsWith('a:'))
  const done = ids.find((id) => id.endsWith(':done'))
  const offer = ids.filter((id) => id.startsWith('f:'))
  if (offer.length > 0) return void (await person.does({ choice: random.pick(offer) }))
  if (done && random.isTrue(0.4)) return void (await person.does({ choice: done }))
  const own = options.find((id) => id.endsWith(`:${bands[band]}`))
  if (options.length > 0) return void (await person.does({ choice: own ?? random.pick(options) }))
  await person.types(text)
}

/** Closing, reading half of the texts, publishing an outcome and telling those who want to hear of it, until the secret is destroyed. */
export async function untilForgotten(at: Town): Promise<void> {
  const { context } = at.city
  const { db } = context.store
  const come = (what: string, isSo: () => Promise<boolean>) => at.tick().then(() => eventually(what, isSo))
  const standing = () => db.consultation.findUniqueOrThrow({ where: { id: consultation } })
  at.city.putClock('2026-10-13T22:00:00Z')
  await come('the consultation is closed', async () => (await standing()).status === 'closed')
  at.city.putClock('2026-10-20T10:00:00Z')
  const texts = await listTexts(context)
  for (const { id } of texts.filter((_, index) => index % 2))
    await reviewText(context, { text: id, as: 'released' }, 'cli')
  await importOutcome(context, { source: outcomeFile(themes, consultation), actor: 'cli' })
  await publishOutcome(context, consultation, 'cli')
  const wanted = await db.participation.count({ where: { wantsOutcome: true } })
  await come('everybody who wants it has a message', async () => (await db.delivery.count()) >= wanted)
  at.city.putClock('2026-10-27T23:30:00Z')
  await come('the secret is gone and the disk is wiped', async () => {
    const { secret, secretDueOn } = await standing()
    return secret === null && secretDueOn === null
  })
}
