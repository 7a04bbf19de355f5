/** Outcomes: looking at one, publishing it, counting them all, and what a person may see of them in a chat. */
import {
  countThemes,
  missingToPublish,
  type Outcome,
  type OutcomeCount,
  type Outcomes,
  type Theme,
} from '../domain/outcome.ts'
import type { Day, Localized, Phrase } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { dayOf } from '../runtime/clock.ts'
import { record } from '../store/audit.ts'
import { findConsultation, lockConsultation } from '../store/consultations.ts'
import {
  markPublished,
  newestOutcomes,
  outcomesOf,
  themesOf,
  themesToCount,
  type KeptOutcome,
} from '../store/outcomes.ts'
import { noteSteps } from '../store/outcome-steps.ts'
import { existing } from './consultations.ts'
import type { Context } from './context.ts'
import { stepsOf } from './outcome-steps.ts'

/** An outcome as staff see it. */
export interface ShownOutcome {
  readonly id: string
  readonly title: Localized
  readonly dueOn: Day
  readonly publishedAt: Date | null
  readonly themes: readonly Theme[]
  /** What keeps it from being published. */
  readonly missing: readonly Phrase[]
}

/** @throws {Problem} `consultation-unknown` */
export async function showOutcome({ store }: Context, id: string): Promise<ShownOutcome> {
  const { definition, outcomeDueOn, publishedAt } = existing(await findConsultation(store.db, id), id)
  const themes = await themesOf(store.db, id)
  const missing = publishedAt ? [] : missingToPublish(themes)
  return { id, title: definition.title, dueOn: outcomeDueOn, publishedAt, themes, missing }
}

/**
 * Lets everybody see an outcome, and has those told who wanted to hear of it; the deadline it was is met by that. `unchanged` when it is published already.
 * @throws {Problem} `consultation-unknown`; `outcome-not-closed`; `outcome-undecided` with everything that is missing
 */
export function publishOutcome(
  context: Context,
  id: string,
  actor: string,
): Promise<'published' | 'unchanged'> {
  return context.store.transaction(async (tx) => {
    const { status, definition, publishedAt } = existing(await lockConsultation(tx, id), id)
    const { title, closesOn } = definition
    if (publishedAt) return 'unchanged'
    if (status === 'draft' || status === 'open')
      throw new Problem('outcome-not-closed', { title, day: { day: closesOn } })
    const themes = await themesOf(tx, id)
    const missing = missingToPublish(themes)
    if (missing.length > 0) throw new Problem('outcome-undecided', { title }, missing)
    const at = context.clock.now()
    await markPublished(tx, id, at)
    const published = { consultationId: id, measureId: '', step: 'published', isTold: true } as const
    await noteSteps(tx, [published, ...(await stepsOf(context, tx, id))], at)
    const details = { themes: themes.length }
    await record(tx, { at, actor, act: 'outcome.publish', subject: `consultation/${id}`, details })
    return 'published'
  })
}

/** The public counter: of everything that was said, how much was answered, how much is done, and how long answers take. */
export async function outcomeCount({ store, config }: Context): Promise<OutcomeCount> {
  const dayIn = (instant: Date) => dayOf(instant, config.TIME_ZONE)
  const themes = await themesToCount(store.db)
  return countThemes(
    themes.map(({ closedAt, publishedAt, isDone }) => ({
      closedOn: dayIn(closedAt),
      publishedOn: publishedAt && dayIn(publishedAt),
      isDone,
    })),
  )
}

/** What came of the consultations that somebody took part in; of the newest, and the one that is asked for, for everybody else. */
export async function outcomesFor(
  context: Context,
  personId: string | null,
  wanted: string | undefined,
): Promise<Outcomes> {
  const { db } = context.store
  const mine = personId ? await outcomesOf(db, personId) : []
  const isMine = mine.length > 0 && (wanted === undefined || mine.some(({ id }) => id === wanted))
  const list = isMine ? mine : await newestOutcomes(db, wanted)
  return {
    isMine,
    list: list.map((one) => publicOf(context, one)),
    count: await outcomeCount(context),
  }
}

function publicOf({ config }: Context, { publishedAt, ...outcome }: KeptOutcome): Outcome {
  return { ...outcome, publishedOn: publishedAt && dayOf(publishedAt, config.TIME_ZONE) }
}
