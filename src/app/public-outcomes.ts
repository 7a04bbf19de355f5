/** What the city decided, for the pages that everybody reads. */
import { publicThemes, type PublicOutcome } from '../domain/public-outcome.ts'
import type { Theme } from '../domain/outcome.ts'
import { dayOf } from '../runtime/clock.ts'
import { findConsultation } from '../store/consultations.ts'
import { shownEvidence } from '../store/outcome-steps.ts'
import { themesOf } from '../store/outcomes.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'

/** The published outcome of a consultation with its steps as of now; undefined as long as it is not published. */
export async function publishedOutcome(
  { store, clock, config }: Context,
  id: string,
): Promise<PublicOutcome | undefined> {
  const publishedAt = (await findConsultation(store.db, id))?.publishedAt
  if (!publishedAt) return undefined
  const themes = await themesOf(store.db, id)
  const today = dayOf(clock.now(), config.TIME_ZONE)
  return {
    publishedOn: dayOf(publishedAt, config.TIME_ZONE),
    themes: publicThemes(themes, today, await evidenceOf(store.db, themes)),
  }
}

async function evidenceOf(db: Db, themes: readonly Theme[]) {
  const done = themes.flatMap(({ measure }) => (measure?.status === 'done' ? [measure.id] : []))
  const found = await Promise.all(
    [...new Set(done)].map(async (id) => [id, await shownEvidence(db, id)] as const),
  )
  return new Map(found.flatMap(([id, evidence]) => (evidence ? [[id, evidence] as const] : [])))
}
