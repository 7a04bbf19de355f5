/** Telling those who took part what comes of it: its publication, and every move of the measures it led to. */
import type { Reply } from '../domain/dialogue.ts'
import { helpOffer } from '../domain/dialogues/help.ts'
import { outcomeOffer } from '../domain/dialogues/outcomes.ts'
import { newSteps } from '../domain/outcome-step.ts'
import { say, type Phrase } from '../domain/phrase.ts'
import { dayOf } from '../runtime/clock.ts'
import {
  linkedTo,
  noteSteps,
  shownEvidence,
  tellPage,
  untoldSteps,
  type StepKey,
  type UntoldStep,
} from '../store/outcome-steps.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'

/** Steps that are new since somebody looked last, of one consultation or of all. */
export async function stepsOf(
  { clock, config }: Context,
  db: Db,
  consultationId?: string,
): Promise<readonly (StepKey & { readonly isTold: boolean })[]> {
  const today = dayOf(clock.now(), config.TIME_ZONE)
  return (await linkedTo(db, consultationId)).flatMap(({ consultationId: id, measure, noted }) =>
    newSteps(measure, noted, today).map((step) => ({ consultationId: id, measureId: measure.id, ...step })),
  )
}

/** Writes down which measures have moved; running twice changes nothing. */
export async function noteMoves(context: Context): Promise<void> {
  const { db } = context.store
  const steps = await stepsOf(context, db)
  if (steps.length > 0) await noteSteps(db, steps, context.clock.now())
}

/** Gives everybody concerned the messages that are still owed, in pages; each page is made once, whoever else is at it. Returns how many are new. */
export async function tellSteps(context: Context): Promise<number> {
  let added = 0
  for (const step of await untoldSteps(context.store.db)) added += await tellStep(context, step)
  return added
}

async function tellStep({ store, clock }: Context, step: UntoldStep): Promise<number> {
  const about = aboutOf(step)
  const reply = await replyFor(store.db, step)
  const sealed = store.keyring.seal(JSON.stringify(reply), `delivery:${about}`)
  for (let added = 0; ;) {
    const page = await tellPage(store.db, step, { about, sealed }, clock.now())
    added += page.added
    if (page.isLast) return added
  }
}

/** A move is one piece of news, in however many consultations somebody asked for it. */
function aboutOf({ consultationId, measureId, step }: StepKey): string {
  return `outcome/${measureId || consultationId}/${step}`
}

async function replyFor(db: Db, step: UntoldStep): Promise<Reply> {
  const { consultationId, title, names } = step
  return {
    parts: [
      say(`outcome-step-${step.step}`, { title, ...(names ? { name: names } : {}) }),
      ...(step.step === 'done' ? await evidenceFor(db, step) : []),
    ],
    offers: [outcomeOffer(consultationId, say('outcome-look')), helpOffer],
  }
}

async function evidenceFor(db: Db, { measureId }: UntoldStep): Promise<readonly Phrase[]> {
  const evidence = await shownEvidence(db, measureId)
  if (!evidence) return []
  const { title, link } = evidence
  return [link ? say('outcome-evidence-link', { title, link }) : say('outcome-evidence', { title })]
}
