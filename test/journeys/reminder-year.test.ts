/** A year of the sample plan, hour by hour, with fifty kills, answers, moved dates and both changes of the clocks: nobody is missed, nobody is nagged. */
import { expect, onTestFailed, test } from 'vitest'
import { parse } from 'yaml'
import { importPlan } from '../../src/app/plans.ts'
import { buildCity, sample, type City } from '../support/city.ts'
import { chance } from '../support/random.ts'
import { hourOf, hoursOfTheYear, isWorkday } from '../support/year/almanac.ts'
import { addPlayers, players } from '../support/year/cast.ts'
import { heardIn, type Heard } from '../support/year/oracle.ts'
import { promisedBy, type PlanFile } from '../support/year/promises.ts'
import { deedsOf, type Deed } from '../support/year/script.ts'
import { playYear, type Kills, type Played, type Taken } from '../support/year/stage.ts'

const seed = Number(process.env['SEED'] ?? 2026)
const hours = hoursOfTheYear()
const plan = parse(await sample('plan'), { schema: 'core' }) as PlanFile
const promised = promisedBy(plan)
const deeds = deedsOf(promised, hours, chance(seed))

test('in a year with fifty kills everybody hears everything once, at its hour, and the same as in a year without', async () => {
  onTestFailed(() => console.error(`To repeat the same year: SEED=${seed}`))
  const [killed, calm] = await Promise.all([
    year(fiftyKills()),
    year({ atMessages: [], atHalves: new Map() }),
  ])
  const expected = heardIn(hours, promised, deeds)
  const counts = { kills: killed.played.kills, expected: expected.length, ...judged(killed, expected) }
  console.info(JSON.stringify(counts))
  expect(counts).toMatchObject({ kills: 50, ...nothing })
  expect(judged(calm, expected)).toMatchObject(nothing)
  expect(table(killed.heard)).toEqual(table(calm.heard))
  expect(table(killed.heard)).toEqual(table(expected))
  expect(expected.length).toBeGreaterThan(1_000)
}, 900_000)

const nothing = {
  missed: 0,
  unexpected: 0,
  doubled: 0,
  afterDone: 0,
  inQuietHours: 0,
  onFreeDays: 0,
  secondDigests: 0,
}

interface Year {
  readonly city: City
  readonly played: Played
  readonly heard: readonly Told[]
}

interface Told extends Heard {
  /** The message that said it. */
  readonly id: string
}

async function year(kills: Kills): Promise<Year> {
  const city = await buildCity({ isSeeded: false, now: '2025-12-31T23:00:00Z' })
  const { db } = city.context.store
  await importPlan(city.context, await sample('plan'), { shiftDays: 0 })
  // the plan as it was on its first day
  await db.reading.deleteMany()
  await db.deadline.updateMany({ data: { status: 'open', doneOn: null, nextAt: city.context.clock.now() } })
  await addPlayers(city.context)
  const played = await playYear(city, { until: hours.length * 2, deeds }, kills)
  const sources = new Map((await db.deadline.findMany()).map(({ id, source }) => [id, source]))
  return { city, played, heard: told(played.taken, sources) }
}

/** Half of them while a message is on its way, half of them somewhere in an hour, most of these in hours in which something happens. */
function fiftyKills(): Kills {
  const { some, next } = chance(seed + 1)
  const busy = hours.flatMap(({ day, hour }, n) => (isWorkday(day) && hour >= 8 && hour <= 9 ? [n * 2] : []))
  const halves = [
    ...some(busy, 20),
    ...some(
      hours.map((_, n) => n * 2 + 1),
      5,
    ),
  ]
  return {
    atMessages: some(
      Array.from({ length: 700 }, (_, n) => n + 1),
      25,
    ),
    atHalves: new Map(halves.map((half) => [half, Math.floor(next() * 12)])),
  }
}

/** What was said, read from the buttons; a message that came again under its id counts once. */
function told(taken: readonly Taken[], sources: ReadonlyMap<bigint, string>): readonly Told[] {
  const once = [...new Map(taken.map((message) => [message.id, message])).values()]
  return once.flatMap(({ id, to: who, at, choices }) => {
    const about = new Set(choices.flatMap((choice) => /^due:(\w+:\d+:[^:]+):/.exec(choice)?.[1] ?? []))
    return [...about].map((one) => {
      const [number = '', date = '', step = ''] = one.split(':')
      const due = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
      return { id, who, at, due, step, source: sources.get(BigInt(Number.parseInt(number, 36)))! }
    })
  })
}

function judged({ heard, played }: Year, expected: readonly Heard[]) {
  const [are, were] = [new Set(table(heard)), new Set(table(expected))]
  const hour = ({ at }: Heard) => hourOf(new Date(at))
  const said = heard.map(({ who, source, due, step }) => `${who} ${source} ${due} ${step}`)
  const digests = [
    ...new Set(
      heard
        .filter(({ id }) => id.includes('/digest/'))
        .map(({ who, at, id }) => `${who} ${hourOf(new Date(at)).day} ${id}`),
    ),
  ]
  return {
    messages: new Set(played.taken.map(({ id }) => id)).size,
    sentAgain: played.taken.length - new Set(played.taken.map(({ id }) => id)).size,
    missed: [...were].filter((one) => !are.has(one)).length,
    unexpected: [...are].filter((one) => !were.has(one)).length,
    doubled: said.length - new Set(said).size,
    afterDone: heard.filter((one) => deeds.some((deed) => isOver(deed, one))).length,
    inQuietHours: heard.filter((one) => isQuiet(one.who, hour(one).hour)).length,
    onFreeDays: heard.filter((one) => !isWorkday(hour(one).day)).length,
    secondDigests: digests.length - new Set(digests.map((one) => one.split(' ', 2).join(' '))).size,
  }
}

function isOver(deed: Deed, { source, due, at }: Heard): boolean {
  if (deed.source !== source || deed.at > at) return false
  if (deed.is === 'answered') return false
  return deed.is !== 'moved' || due !== deed.to
}

function isQuiet(who: string, hour: number): boolean {
  const { isQuiet: isLate } = players.find(({ name }) => name === who)!
  return isLate ? hour < 9 || hour >= 18 : hour < 8 || hour >= 20
}

/** Who, what and when; the ids of two databases differ. */
function table(heard: readonly Heard[]): readonly string[] {
  return heard.map(({ at, who, source, due, step }) => `${at} ${who} ${source} ${due} ${step}`).toSorted()
}
