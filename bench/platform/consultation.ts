/** A city with one open consultation, for benchmarks in which people talk with the bot. */
import { readFile } from 'node:fs/promises'
import { parseDocument } from 'yaml'
import { importConsultations } from '../../src/app/consultation-import.ts'
import { openConsultation } from '../../src/app/consultations.ts'
import type { Context } from '../../src/app/context.ts'
import { importPlan } from '../../src/app/plans.ts'
import { addDays, dayOf } from '../../src/runtime/clock.ts'
import { addDistricts } from '../../src/store/districts.ts'

/** Opens the sample consultation on free time and sport, which `lines` of the crowd answers. */
export async function openSample(context: Context): Promise<void> {
  await addDistricts(context.store.db, [
    { id: 'i', names: { pl: 'Stare Miasto' } },
    { id: 'ii', names: { pl: 'Grzegórzki' } },
  ])
  await importPlan(context, await seeds('plan'))
  const today = dayOf(context.clock.now(), context.config.TIME_ZONE)
  const file = parseDocument(await seeds('consultations'))
  file.setIn(['consultations', 1, 'window'], { from: today, to: addDays(today, 21) })
  file.setIn(['consultations', 1, 'feedback_due'], addDays(today, 80))
  await importConsultations(context, { source: file.toString(), actor: 'bench', isDryRun: false })
  await openConsultation(context, 'free-time-and-sport', 'bench')
}

function seeds(name: string): Promise<string> {
  return readFile(new URL(`../../prisma/seed/${name}.yaml`, import.meta.url), 'utf8')
}
