/** Whoever has everything once the secret is destroyed, the key included, still cannot tell whose answers are whose. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createKeyring } from '../../src/runtime/crypto.ts'
import { readFiles, takeDump, type Dump } from '../support/dump.ts'
import {
  guessesById,
  guessesByOrder,
  openedOf,
  pairsOfFeatures,
  peopleIn,
  responsesIn,
  type Guess,
} from '../support/join-attack.ts'
import { chanceOf, grouped, rightOnes, together, type Matching } from '../support/matching.ts'
import { chance } from '../support/random.ts'
import { consultation, crowd, openTown, takePart, untilForgotten, type Town } from '../support/town.ts'

/** Some thousand guesses are made: one in a million runs finds something where there is nothing. */
const significance = 1e-9
/** The same, as standard deviations of a correlation. */
const farOff = 6.2

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
