/** Making results public, by a person and once; and what is public, for the pages. */
import type { Publication } from '../domain/publication.ts'
import { withQuotations } from '../domain/results.ts'
import { record } from '../store/audit.ts'
import { lockConsultation } from '../store/consultations.ts'
import { allPublications, findPublication, keepPublication } from '../store/publications.ts'
import { releasedQuotations } from '../store/results.ts'
import { existing } from './consultations.ts'
import type { Context } from './context.ts'
import { publishedOutcome } from './public-outcomes.ts'
import { resultsOf } from './results.ts'

/**
 * Puts the results of a closed consultation where everybody can read them; `unchanged` when they are there already.
 * They are those that `resultsOf` counted once, to the letter, also when they were looked at before.
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
    const isNew = await keepPublication(tx, { results, purpose: definition.purpose, publishedAt })
    if (!isNew) return 'unchanged'
    await record(tx, { at: publishedAt, actor, act: 'results.publish', subject: `consultation/${id}` })
    return 'published'
  })
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
