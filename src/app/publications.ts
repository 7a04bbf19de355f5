/** Making results public, by a person and once; and what is public, for the pages. */
import type { Publication } from '../domain/publication.ts'
import { withQuotations } from '../domain/results.ts'
import { record } from '../store/audit.ts'
import { lockConsultation } from '../store/consultations.ts'
import { allPublications, findPublication, keepPublication } from '../store/publications.ts'
import { releasedQuotations } from '../store/results.ts'
import { existing } from './consultations.ts'
import type { Context } from './context.ts'
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

/** What is public of a consultation, with the quotations released by now; undefined when nothing is. Never counts. */
export async function publicationOf({ store }: Context, id: string): Promise<Publication | undefined> {
  const found = await findPublication(store.db, id)
  if (!found) return undefined
  return { ...found, results: withQuotations(found.results, await releasedQuotations(store.db, id)) }
}

/** Everything public, the newest first, without quotations. */
export function publications({ store }: Context): Promise<readonly Publication[]> {
  return allPublications(store.db)
}
