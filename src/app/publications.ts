/** Making results public, by a person and once; and what is public, for the pages. */
import { comparableGroups, compare, type Comparison } from '../domain/comparison.ts'
import type { Definition } from '../domain/consultation.ts'
import type { Publication } from '../domain/publication.ts'
import { withQuotations, type Results } from '../domain/results.ts'
import { record } from '../store/audit.ts'
import { findConsultation, lockConsultation } from '../store/consultations.ts'
import { allDistricts } from '../store/districts.ts'
import { findPopulation } from '../store/population.ts'
import { allPublications, findPublication, keepPublication } from '../store/publications.ts'
import { releasedQuotations } from '../store/results.ts'
import type { Db } from '../store/store.ts'
import { existing } from './consultations.ts'
import type { Context } from './context.ts'
import { publishedOutcome } from './public-outcomes.ts'
import { resultsOf } from './results.ts'

/**
 * Puts the results of a closed consultation where everybody can read them; `unchanged` when they are there already.
 * They are those that `resultsOf` counted once, to the letter, also when they were looked at before; beside them stands
 * the population as it is known now. Published again with a newer table, only what is made of the table changes.
 * @throws {Problem} `consultation-unknown`, `results-not-yet`
 */
export async function publishResults(
  context: Context,
  id: string,
  actor: string,
): Promise<'published' | 'unchanged'> {
  const counted = await resultsOf(context, id)
  // what moderators release or take back is read anew each time, and is not kept here
  const results = withQuotations(counted, new Map())
  return context.store.transaction(async (tx) => {
    const { definition } = existing(await lockConsultation(tx, id), id)
    const publishedAt = context.clock.now()
    const comparison = await comparisonOf(tx, definition, results)
    const isNew = await keepPublication(tx, {
      results,
      purpose: definition.purpose,
      publishedAt,
      ...(comparison ? { comparison } : {}),
    })
    if (!isNew) return 'unchanged'
    await record(tx, { at: publishedAt, actor, act: 'results.publish', subject: `consultation/${id}` })
    return 'published'
  })
}

/** Results that were looked at, beside the population as it is known now; undefined as long as the city has no table. */
export async function comparedNow(
  { store: { db } }: Context,
  results: Results,
): Promise<Comparison | undefined> {
  const id = results.consultation
  const { definition } = existing(await findConsultation(db, id), id)
  return comparisonOf(db, definition, results)
}

/** What is public of a consultation, with the quotations released and the steps made by now; undefined when nothing is. Never counts. */
export async function publicationOf(context: Context, id: string): Promise<Publication | undefined> {
  const { db } = context.store
  const found = await findPublication(db, id)
  if (!found) return undefined
  const outcome = await publishedOutcome(context, id)
  const results = withQuotations(found.results, await releasedQuotations(db, id))
  return { ...found, results, ...(outcome ? { outcome } : {}) }
}

/** Everything public, the newest first, without quotations and outcomes. */
export function publications({ store }: Context): Promise<readonly Publication[]> {
  return allPublications(store.db)
}

/** Made of what may be shown of the results and of nothing else; undefined as long as the city has no table. */
async function comparisonOf(
  db: Db,
  definition: Definition,
  results: Results,
): Promise<Comparison | undefined> {
  const population = await findPopulation(db)
  const districts = await allDistricts(db)
  return population && compare(results, comparableGroups({ definition, districts }), population)
}
