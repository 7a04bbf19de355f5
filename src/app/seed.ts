/** What a newcomer finds: the city's districts, how many young people live there (made up), a sample plan and three sample consultations, as if today were their day. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Definition } from '../domain/consultation.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { addDays, dateOf } from '../runtime/clock.ts'
import { findConsultation } from '../store/consultations.ts'
import { addDistricts, allDistricts } from '../store/districts.ts'
import { currentPlan } from '../store/plans.ts'
import { findPublication } from '../store/publications.ts'
import { markSample } from '../store/results.ts'
import { addLooseResponses, hasResponses } from '../store/sample.ts'
import { importConsultations } from './consultation-import.ts'
import { closeConsultation, openConsultation } from './consultations.ts'
import { todayIn, type Context } from './context.ts'
import { importDistrictMap } from './district-map.ts'
import { importPlan } from './plans.ts'
import { importPopulation } from './population-import.ts'
import { publishResults } from './publications.ts'
import { sampleResponses } from './sample-answers.ts'

export const seedSteps = ['districts', 'plan', 'consultations', 'answers'] as const
export type SeedStep = (typeof seedSteps)[number]

/** Who acted, in the audit table. */
const actor = 'sample'
const sampleIds = ['safe-way-to-school', 'free-time-and-sport', 'support-when-it-is-hard'] as const
const [closedId, openId, freshId] = sampleIds
/** Long enough ago that its results are out. */
const closedDaysAgo = 35
const openDaysAgo = 7
const people = 240

/**
 * Fills an empty database with the samples, once: another call adds nothing, and one that was cut off is taken up again.
 * `onStep` hears what is being done. Returns whether there was anything to do.
 */
export async function seed(
  context: Context,
  { onStep }: { onStep?: (step: SeedStep) => void } = {},
): Promise<boolean> {
  if (await isSeeded(context)) return false
  onStep?.('districts')
  await addDistricts(
    context.store.db,
    parse(await read('districts.yaml')) as { id: string; names: Localized }[],
  )
  await importDistrictMap(context, { source: await read('district-tiles.yaml'), actor, isDryRun: false })
  await seedPopulation(context)
  onStep?.('plan')
  await seedPlan(context)
  onStep?.('consultations')
  await seedConsultations(context)
  onStep?.('answers')
  await seedAnswers(context)
  return true
}

/** Publishing the results of the oldest sample is the last thing that is done. */
async function isSeeded({ store }: Context): Promise<boolean> {
  return (await findPublication(store.db, closedId)) !== undefined
}

async function seedPopulation(context: Context): Promise<void> {
  const { population, findings } = await importPopulation(context, {
    source: await read('population.yaml'),
    actor,
  })
  if (!population) throw new Error(`The sample population does not import: ${JSON.stringify(findings)}`)
}

async function seedPlan(context: Context): Promise<void> {
  if (await currentPlan(context.store.db)) return
  const source = await read('plan.yaml')
  const { meta } = parse(source) as { meta: { anchor_date: Day } }
  const result = await importPlan(context, source, {
    shiftDays: daysBetween(meta.anchor_date, todayIn(context)),
    actor,
  })
  if (!result.isImported)
    throw new Error(`The sample plan does not import: ${JSON.stringify(result.findings)}`)
}

async function seedConsultations(context: Context): Promise<void> {
  const { store, clock } = context
  const isThere = await findConsultation(store.db, closedId)
  if (!isThere) await importSamples(context)
  await markSample(store.db, sampleIds, clock.now())
  for (const id of sampleIds) await openOnItsDay(context, id)
}

async function importSamples(context: Context): Promise<void> {
  const today = todayIn(context)
  const adjust = (definition: Definition) => moveDays(definition, shiftOf(definition, today))
  const result = await importConsultations(context, {
    source: await read('consultations.yaml'),
    actor,
    adjust,
  })
  if (!result.isImported)
    throw new Error(`The sample consultations do not import: ${JSON.stringify(result.findings)}`)
}

function shiftOf({ id, opensOn, closesOn }: Definition, today: Day): number {
  if (id === closedId) return daysBetween(closesOn, addDays(today, -closedDaysAgo))
  if (id === openId) return daysBetween(opensOn, addDays(today, -openDaysAgo))
  return id === freshId ? daysBetween(opensOn, today) : 0
}

function moveDays(definition: Definition, days: number): Definition {
  const { opensOn, closesOn, outcomeDueOn } = definition
  return {
    ...definition,
    opensOn: addDays(opensOn, days),
    closesOn: addDays(closesOn, days),
    outcomeDueOn: addDays(outcomeDueOn, days),
  }
}

async function openOnItsDay(context: Context, id: string): Promise<void> {
  const found = await findConsultation(context.store.db, id)
  if (found?.status === 'draft') await openConsultation(earlier(context, found.opensOn), id, actor)
}

/** Answers, closing and publishing belong together: results are counted once. */
async function seedAnswers(context: Context): Promise<void> {
  const { store } = context
  const found = await findConsultation(store.db, closedId)
  if (!found) throw new Error(`The sample consultation ${closedId} has gone.`)
  const responses = sampleResponses(found.definition, await allDistricts(store.db), people)
  await store.transaction(async (tx) => {
    if (!(await hasResponses(tx, closedId)))
      await addLooseResponses(tx, store.keyring, closedId, found.version, responses)
  })
  const dayAfter = earlier(context, addDays(found.closesOn, 1))
  await closeConsultation(dayAfter, closedId, actor)
  await publishResults(dayAfter, closedId, actor)
}

/** The same context on an earlier morning. */
function earlier(context: Context, day: Day): Context {
  const then = new Date(`${day}T08:00:00Z`)
  const now = context.clock.now()
  return { ...context, clock: { now: () => (then < now ? then : now) } }
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000)
}

function read(name: string): Promise<string> {
  return readFile(new URL(`../../prisma/seed/${name}`, import.meta.url), 'utf8')
}
