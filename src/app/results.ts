/** What a consultation's answers add up to, once it is over: never before, for nobody. */
import { mergeVersions } from '../domain/line.ts'
import { Problem } from '../domain/problem.ts'
import { publish, withQuotations, type Results } from '../domain/results.ts'
import { lockConsultation } from '../store/consultations.ts'
import { allDistricts } from '../store/districts.ts'
import {
  findSurvey,
  keepResults,
  publishedResults,
  releasedQuotations,
  type Survey,
} from '../store/results.ts'
import { tallyConsultation } from '../store/tallies.ts'
import type { Context } from './context.ts'

/**
 * The results of a closed consultation, counted once: whoever takes back their answers afterwards must not be found by
 * subtracting two results. Closed again after being opened again, it is published beside what was told before. Only released quotations are added as they come.
 * @throws {Problem} `consultation-unknown`; `results-not-yet` as long as it can be answered: two looks could be subtracted.
 */
export async function resultsOf(context: Context, id: string): Promise<Results> {
  const { db } = context.store
  const survey = await findSurvey(db, id)
  const newest = survey?.versions.at(-1)?.definition
  if (!survey || !newest) throw new Problem('consultation-unknown', { id })
  if (survey.status !== 'closed' && survey.status !== 'archived')
    throw new Problem('results-not-yet', { title: newest.title, day: { day: newest.closesOn } })
  const published = await publishedResults(db, id, survey.closedAt)
  const results = published.results ?? (await countOnce(context, id, survey, published.earlier))
  return withQuotations(results, await releasedQuotations(db, id))
}

async function countOnce(
  { store, clock }: Context,
  id: string,
  { versions, closedAt, isSample }: Survey,
  earlier: readonly Results[],
): Promise<Results> {
  const definitions = versions.map(({ definition }) => definition)
  const threshold = Math.max(...definitions.map((definition) => definition.threshold))
  const survey = {
    definition: { ...definitions.at(-1)!, threshold },
    questions: mergeVersions(definitions),
    districts: await allDistricts(store.db),
    isSample,
  }
  const results = publish(survey, await tallyConsultation(store, id, versions), earlier)
  return store.transaction(async (tx) => {
    await lockConsultation(tx, id)
    const others = (await publishedResults(tx, id, closedAt)).results
    if (!others) await keepResults(tx, { results, earlier }, closedAt, clock.now())
    return others ?? results
  })
}
