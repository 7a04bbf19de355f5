/** A small city to test in: its own database, a clock that stands where it is put, the sample plan's owners and the sample consultations. */
import { readFile } from 'node:fs/promises'
import { parseDocument } from 'yaml'
import { importConsultations } from '../../src/app/consultation-import.ts'
import { openAndCloseByDate } from '../../src/app/consultations.ts'
import type { Context } from '../../src/app/context.ts'
import { importPlan } from '../../src/app/plans.ts'
import { readConfig, type Config } from '../../src/runtime/config.ts'
import { createKeyring, randomSecret } from '../../src/runtime/crypto.ts'
import { silent } from '../../src/runtime/log.ts'
import { loadText } from '../../src/runtime/text.ts'
import { addDistricts } from '../../src/store/districts.ts'
import { openStore } from '../../src/store/store.ts'
import { afterwards } from './afterwards.ts'
import { freshDatabase } from './database.ts'

export interface City {
  readonly context: Context
  readonly databaseUrl: string
  readonly contactKey: string
  /** Puts the clock; jobs are run by whoever wants them run. */
  putClock(instant: string | Date): void
}

export interface CityOptions {
  readonly config?: Partial<Config>
  /** Imports the plan's entities and the sample consultations and opens what is open on the clock's day. */
  readonly isSeeded?: boolean
  readonly now?: string
  /** A database of the test's own, migrated already; one among the others unless told. */
  readonly databaseUrl?: string
}

/** A day on which two of the sample consultations could have been answered; support-when-it-is-hard opens later. */
export const sampleDay = '2026-09-25T10:00:00Z'

/** Builds the city; everything of it is taken down when the test file is done. */
export async function buildCity({
  config = {},
  isSeeded = true,
  now = sampleDay,
  databaseUrl,
}: CityOptions = {}): Promise<City> {
  const url = databaseUrl ?? (await freshDatabase()).url
  const contactKey = randomSecret().toString('base64')
  let time = new Date(now)
  const safe = createKeyring(randomSecret().toString('base64'))
  const store = openStore(url, createKeyring(contactKey), { connections: 5, safe })
  afterwards(() => store.close())
  const context: Context = {
    store,
    clock: { now: () => new Date(time) },
    text: loadText(),
    log: silent,
    config: { ...readConfig({ DATABASE_URL: url, CONTACT_KEY: contactKey }), ...config },
  }
  if (isSeeded) await seedSamples(context)
  return { context, databaseUrl: url, contactKey, putClock: (instant) => void (time = new Date(instant)) }
}

/** A sample file as it is in the repository. */
export function sample(name: 'consultations' | 'plan'): Promise<string> {
  return readFile(new URL(`../../prisma/seed/${name}.yaml`, import.meta.url), 'utf8')
}

/** The sample consultations with every window moved so that it holds `day`. */
export async function samplesOpenOn(day: string): Promise<string> {
  const document = parseDocument(await sample('consultations'))
  const consultations = document.toJS() as { consultations: { feedback_due: string }[] }
  for (const index of consultations.consultations.keys()) {
    document.setIn(['consultations', index, 'window'], { from: moved(day, -3), to: moved(day, 18) })
    document.setIn(['consultations', index, 'feedback_due'], moved(day, 78))
  }
  return document.toString()
}

async function seedSamples(context: Context): Promise<void> {
  const day = context.clock.now().toISOString().slice(0, 10)
  await addDistricts(context.store.db, [
    { id: 'i', names: { pl: 'Stare Miasto', en: 'Old Town', uk: 'Старе Місто' } },
    { id: 'ii', names: { pl: 'Grzegórzki', en: 'Grzegórzki', uk: 'Гжегужкі' } },
  ])
  const plan = await importPlan(context, await sample('plan'))
  if (!plan.isImported) throw new Error(`The sample plan does not import: ${JSON.stringify(plan.findings)}`)
  await importConsultations(context, { source: await samplesOpenOn(day), actor: 'test', isDryRun: false })
  await openAndCloseByDate(context)
}

function moved(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
