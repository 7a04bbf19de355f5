/** Whoever has everything once the secret is destroyed, the key included, still cannot tell whose answers are whose. */
import { beforeAll, describe, expect, test } from 'vitest'
import { startSchedule } from '../../jobs/schedule.ts'
import { startWorker } from '../../jobs/worker.ts'
import { listTexts, reviewText } from '../../src/app/moderation.ts'
import { importOutcome } from '../../src/app/outcome-import.ts'
import { publishOutcome } from '../../src/app/outcomes.ts'
import { openQueue } from '../../src/runtime/queue.ts'
import { createKeyring } from '../../src/runtime/crypto.ts'
import type { Log } from '../../src/runtime/log.ts'
import { afterwards } from '../support/afterwards.ts'
import { buildCity, type City } from '../support/city.ts'
import { readFiles, takeDump, type Dump } from '../support/dump.ts'
import {
  bands,
  guessesById,
  guessesByOrder,
  openedOf,
  pairsOfFeatures,
  peopleIn,
  responsesIn,
  type Guess,
} from '../support/join-attack.ts'
import { chanceOf, grouped, rightOnes, together, type Matching } from '../support/matching.ts'
import { outcomeFile, themes } from '../support/outcome.ts'
import { eventually } from '../support/process.ts'
import { chance, type Chance } from '../support/random.ts'
import { startRedis } from '../support/redis.ts'
import { begin, talk, type Talk } from '../support/talk.ts'

const consultation = 'free-time-and-sport'
const crowd = 200
/** Some thousand guesses are made: one in a million runs finds something where there is nothing. */
const significance = 1e-9
/** The same, as standard deviations of a correlation. */
const farOff = 6.2

interface Town {
  readonly city: City
  readonly redisUrl: string
  readonly log: string[]
  /** What each of them wrote, by which the test itself knows whose answers are whose. */
  readonly wrote: Map<string, string>
  /** Does what falls due, by the queue and its worker. */
  tick(): Promise<void>
}

let town: Town
let before: Dump
let sealedSecret: Buffer
/** How the responses were known until then. */
let oldMarks: readonly Buffer[]

beforeAll(async () => {
  town = await openTown()
  await takePart(town, chance(29))
  before = await takeDump(town.city.databaseUrl, town.redisUrl, town.log)
  const { db } = town.city.context.store
  const { secret } = await db.consultation.findUniqueOrThrow({ where: { id: consultation } })
  sealedSecret = Buffer.from(secret!)
  const responses = await db.response.findMany({ select: { id: true, key: true } })
  oldMarks = responses.flatMap(({ id, key }) => [
    Buffer.from(id.replaceAll('-', ''), 'hex'),
    Buffer.from(key),
  ])
  await untilForgotten(town)
}, 480_000)

describe('before the secret is destroyed, with the key', () => {
  test('everybody is joined with their answers by the HMAC of their id', () => {
    const [byId] = attackById(before)
    expect(byId!.right).toBe(finishedIn(before).people.length)
  })

  test('without the key many are found by what was written together', () => {
    const found = attackByOrder(before).filter(({ p }) => p < significance)
    expect(found.map(({ by }) => by)).toContain('participation: transaction with response: transaction')
    expect(Math.max(...found.map(({ right }) => right))).toBeGreaterThan(crowd / 4)
  })
})

describe('once it is destroyed, with the key and everything else', () => {
  let after: Dump
  beforeAll(async () => {
    after = await takeDump(town.city.databaseUrl, town.redisUrl, town.log)
  })

  test('there is something to attack', () => {
    const { people, responses } = finishedIn(after)
    expect(people.length).toBeGreaterThan(crowd / 2)
    expect(classSizes(people)).toEqual(classSizes(responses))
    expect(truthOf(after).size).toBe(people.length)
    expect(after.redis.length).toBeGreaterThan(10)
    expect(after.log.length).toBeGreaterThan(0)
    expect(after.rows.filter(({ table }) => table === 'delivery_single').length).toBeGreaterThan(crowd / 4)
  })

  test('no id, nothing that can be made of one, and nothing that names both leads from a person to a response', () => {
    expect(attackById(after).map(({ by, matching }) => [by, matching.size])).toEqual([
      ['ids and what can be made of them', 0],
      ['standing together', 0],
    ])
  })

  test('times, order and sizes match no better than chance', () => {
    const guesses = attackByOrder(after)
    expect(guesses.length).toBeGreaterThan(100)
    expect(guesses.filter(({ p }) => p < significance)).toEqual([])
    expect(correlations(after).filter(({ z }) => Math.abs(z) > farOff)).toEqual([])
    // more turns mean more answers: a count that would only whisper is not there at all
    expect(guesses.filter(({ by }) => by.startsWith('session: turn '))).toEqual([])
  })

  test('what the key opens of a person says nothing of what they answered', () => {
    const keyring = createKeyring(town.city.contactKey)
    const { people } = finishedIn(after)
    const opened = people.map((person) => openedOf(person, keyring)).join('\n')
    expect(opened.length).toBeGreaterThan(1_000)
    expect([...town.wrote.values()].filter((text) => opened.includes(text))).toEqual([])
    expect(opened).not.toMatch(/"(options|number|question)"/)
  })

  test('neither the secret nor what it made is left in the files of the database', async () => {
    const files = await readFiles(town.city.databaseUrl)
    const left = files.flatMap(({ name, bytes }) =>
      [sealedSecret, ...(name.startsWith('pg_') ? [] : oldMarks)]
        .filter((mark) => bytes.includes(mark))
        .map(() => name),
    )
    expect(files.length).toBeGreaterThan(100)
    expect(left).toEqual([])
  })

  test('the same attack finds a line of the log that names both', () => {
    const [person, response] = [...truthOf(after)][0]!
    const leaking = { ...after, log: [...after.log, JSON.stringify({ person, response, msg: 'answered' })] }
    expect(attackById(leaking).map(({ right }) => right)).toEqual([0, 1])
  })

  test('the same attack finds responses that were written in the order in which people came', async () => {
    const { db } = town.city.context.store
    for (const { id } of finishedIn(after).people.toSorted(byPlace)) {
      const response = truthOf(after).get(id)!
      await db.$executeRaw`update response set is_finished = true where id = ${response}::uuid`
    }
    const leaking = await takeDump(town.city.databaseUrl, town.redisUrl, town.log)
    const found = attackByOrder(leaking).filter(({ p }) => p < significance)
    expect(found.map(({ by }) => by)).toContain('participation: place with response: transaction')
    expect(correlations(leaking).filter(({ z }) => Math.abs(z) > farOff)).not.toEqual([])
  })
})

async function openTown(): Promise<Town> {
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
async function takePart(at: Town, random: Chance): Promise<void> {
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
async function untilForgotten(at: Town): Promise<void> {
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

function finishedIn(dump: Dump) {
  const hasFinished = ({ group }: { group: string }) => group.endsWith('true')
  return {
    people: peopleIn(dump, consultation).filter(hasFinished),
    responses: responsesIn(dump, consultation).filter(hasFinished),
  }
}

function classSizes(sides: readonly { readonly group: string }[]): Record<string, number> {
  const groups = [...grouped(sides, ({ group }) => group)].map(
    ([group, some]) => [group, some.length] as const,
  )
  return Object.fromEntries(groups)
}

/** Whose answers are whose: the one text nobody else wrote, and the address of whoever wrote it. */
function truthOf(dump: Dump): Matching {
  const keyring = createKeyring(town.city.contactKey)
  const rowsOf = (name: string) => dump.rows.filter(({ table }) => table === name).map(({ values }) => values)
  const responses = rowsOf('answer').flatMap(({ text, response_id: id }) =>
    Buffer.isBuffer(text) ? [[keyring.open(text, 'answer'), id as string] as const] : [],
  )
  const written = new Map(responses)
  const people = rowsOf('address').flatMap(({ channel, sealed, person_id: id }) => {
    const address = keyring.open(sealed as Buffer, `address:${channel as string}`)
    const response = written.get(town.wrote.get(address) ?? '')
    return response ? [[id as string, response] as const] : []
  })
  return new Map(people)
}

function attackById(dump: Dump): (Guess & { right: number })[] {
  const { people, responses } = finishedIn(dump)
  const guesses = guessesById(dump, town.city.contactKey, people, responses)
  return guesses.map((guess) => ({ ...guess, right: rightOnes(guess.matching, truthOf(dump)) }))
}

function attackByOrder(dump: Dump): { by: string; right: number; p: number }[] {
  const { people, responses } = finishedIn(dump)
  const truth = truthOf(dump)
  const sizes = Object.values(classSizes(people))
  return guessesByOrder(people, responses, 30).map(({ by, matching }) => {
    const right = rightOnes(matching, truth)
    return { by, right, p: chanceOf(right, sizes) }
  })
}

/** How every feature of the people goes together with every feature of their own responses. */
function correlations(dump: Dump): { by: string; z: number }[] {
  const { people, responses } = finishedIn(dump)
  const [truth, byId] = [truthOf(dump), new Map(responses.map((one) => [one.id, one]))]
  const couples = people.map((person) => [person, byId.get(truth.get(person.id)!)!] as const)
  return pairsOfFeatures(people, responses).map(([mine, theirs]) => ({
    by: `${mine} with ${theirs}`,
    z: together(
      couples.map(([person]) => person.features.get(mine) ?? 0),
      couples.map(([, response]) => response.features.get(theirs) ?? 0),
    ),
  }))
}

function byPlace(one: ReturnType<typeof peopleIn>[number], other: typeof one): number {
  return one.features.get('participation: place')! - other.features.get('participation: place')!
}
