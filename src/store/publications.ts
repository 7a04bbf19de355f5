/** What was made public of results, apart from what was counted: the pages read nothing else. */
import type { Localized } from '../domain/phrase.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Publication } from '../domain/publication.ts'
import type { Results } from '../domain/results.ts'
import { keepSetting, settingOf } from './consultations.ts'
import type { Db } from './store.ts'

interface Kept {
  /** To the letter: `jsonb` would put it into another order. */
  readonly results: string
  readonly purpose: Localized
  readonly publishedAt: string
  /** To the letter as well; absent in publications without one. */
  readonly comparison?: string
}

const prefix = 'publication/'

/** Keeps a publication in place of an earlier one; false when the same results are public already. */
export async function keepPublication(
  db: Db,
  { results, purpose, publishedAt, comparison }: Publication,
): Promise<boolean> {
  const name = prefix + results.consultation
  const letters = {
    results: JSON.stringify(results),
    ...(comparison ? { comparison: JSON.stringify(comparison) } : {}),
  }
  const before = await settingOf<Kept>(db, name)
  if (before?.results === letters.results && before.comparison === letters.comparison) return false
  const kept: Kept = { ...letters, purpose, publishedAt: publishedAt.toISOString() }
  return keepSetting(db, name, kept, publishedAt)
}

/** The publication of one consultation; undefined as long as there is none. */
export async function findPublication(db: Db, id: string): Promise<Publication | undefined> {
  const kept = await settingOf<Kept>(db, prefix + id)
  return kept && publicationIn(kept)
}

/** Everything public, the newest first. */
export async function allPublications(db: Db): Promise<Publication[]> {
  const rows = await db.setting.findMany({ where: { name: { startsWith: prefix } } })
  return rows
    .map(({ value }) => publicationIn(value as unknown as Kept))
    .toSorted((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime())
}

function publicationIn({ results, purpose, publishedAt, comparison }: Kept): Publication {
  return {
    results: JSON.parse(results) as Results,
    purpose,
    publishedAt: new Date(publishedAt),
    ...(comparison ? { comparison: JSON.parse(comparison) as Comparison } : {}),
  }
}
