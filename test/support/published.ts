/** Results as they are published, from people who answer the consultation of `crowd.ts`. */
import { publish, withQuotations, type Results } from '../../src/domain/results.ts'
import type { Population } from '../../src/domain/population.ts'
import type { Publication } from '../../src/domain/publication.ts'
import { cityOf } from './city-of-answers.ts'
import { countByHand, definition, districts, questions, type Reply } from './crowd.ts'
import { comparedWith } from './residents.ts'

/** 400 people: every question can be shown, some of its lines and groups cannot, and neither can how many took part. */
export const crowd: readonly Reply[] = cityOf(definition, 400, 3)

/** What may be shown of a crowd. */
export function resultsFrom(replies: readonly Reply[], isSample = false): Results {
  return publish({ definition, questions, districts, isSample }, countByHand(questions, replies))
}

interface Extras {
  readonly isSample?: boolean
  readonly quotations?: readonly string[]
  /** Beside whom the results stand; nobody unless told, as in publications from before there was a table. */
  readonly residents?: Population
}

/** The results made public, with words that a moderator released for the question `words`. */
export function publicationFrom(
  replies: readonly Reply[] = crowd,
  { isSample = false, quotations = [], residents }: Extras = {},
): Publication {
  const results = withQuotations(resultsFrom(replies, isSample), new Map([['words', quotations]]))
  return {
    results,
    purpose: definition.purpose,
    publishedAt: new Date('2026-10-05T09:00:00Z'),
    ...(residents ? { comparison: comparedWith(results, residents) } : {}),
  }
}
