/** Fills a closed consultation with responses of made-up people, as many as are wanted. */
import { readFile } from 'node:fs/promises'
import { parse, parseDocument } from 'yaml'
import { importConsultations } from '../../src/app/consultation-import.ts'
import { closeConsultation, openConsultation } from '../../src/app/consultations.ts'
import type { Context } from '../../src/app/context.ts'
import { importPlan } from '../../src/app/plans.ts'
import { sampleResponses } from '../../src/app/sample-answers.ts'
import type { Localized } from '../../src/domain/phrase.ts'
import { addDays, dayOf } from '../../src/runtime/clock.ts'
import { findConsultation } from '../../src/store/consultations.ts'
import { addDistricts } from '../../src/store/districts.ts'
import { addLooseResponses } from '../../src/store/sample.ts'

/** The sample on the way to school: eleven questions, three of them reached by routes, 18 districts. */
export const consultation = 'safe-way-to-school'
const actor = 'bench'
/** So many different people; a larger crowd has each of them several times, under ids and keys of their own. */
const different = 10_000
const pageSize = 2_000

/** `count` is `different`, or a multiple of it. */
export async function addResponses(context: Context, count: number): Promise<void> {
  const { store, clock } = context
  const districts = parse(await seed('districts')) as { id: string; names: Localized }[]
  await addDistricts(store.db, districts)
  await importPlan(context, await seed('plan'))
  const today = dayOf(clock.now(), context.config.TIME_ZONE)
  const file = parseDocument(await seed('consultations'))
  file.setIn(['consultations', 0, 'window'], { from: today, to: addDays(today, 21) })
  file.setIn(['consultations', 0, 'feedback_due'], addDays(today, 80))
  await importConsultations(context, { source: file.toString(), actor, isDryRun: false })
  await openConsultation(context, consultation, actor)
  const { definition, version } = (await findConsultation(store.db, consultation))!
  const people = sampleResponses(
    definition,
    districts.map(({ id, names }) => ({ id, label: names })),
    different,
  )
  for (let from = 0; from < people.length; from += pageSize)
    await addLooseResponses(
      store.db,
      store.keyring,
      consultation,
      version,
      people.slice(from, from + pageSize),
    )
  await repeat(context, count / different - 1)
  await store.db.$executeRaw`analyze`
  await closeConsultation(context, consultation, actor)
}

/** Everybody so many times more, in random order. */
async function repeat({ store }: Context, times: number): Promise<void> {
  await store.db.$executeRaw`
    with twins as materialized (
      select id, gen_random_uuid() as new_id from response, generate_series(1, ${times}::int)),
    people as (
      insert into response (id, consultation_id, key, version, answered_on, locale, channel, is_finished, age_band, gender, district)
      select new_id, consultation_id, uuid_send(gen_random_uuid()), version, answered_on, locale, channel, is_finished, age_band, gender, district
      from twins join response using (id) order by new_id)
    insert into answer (response_id, question, value, text, review, released)
    select new_id, question, value, text, review, released from twins join answer on response_id = id`
}

function seed(name: string): Promise<string> {
  return readFile(new URL(`../../prisma/seed/${name}.yaml`, import.meta.url), 'utf8')
}
