/** Reading free texts before anybody else does: which ones wait, what becomes of one, and an alert when one has waited for too long. */
import type { Reply } from '../domain/dialogue.ts'
import { moderateOffer } from '../domain/dialogues/moderate.ts'
import {
  isOverdue,
  type Moderation,
  type ModerationFact,
  type Review,
  type TextToRead,
} from '../domain/moderation.ts'
import { say, type Day, type Phrase } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { calendarOf } from '../runtime/calendar.ts'
import { record } from '../store/audit.ts'
import { allConsultations, type Consultation } from '../store/consultations.ts'
import { settleText, waitingSince, waitingTexts, type WaitingText } from '../store/moderation.ts'
import { allStaff } from '../store/staff.ts'
import type { Context } from './context.ts'
import { tell } from './tell.ts'

/** Every text that waits, with the day it has waited since. */
export async function listTexts(
  context: Context,
): Promise<readonly (TextToRead & { readonly since: Day })[]> {
  const { db, keyring } = context.store
  const [waiting, consultations] = [await waitingTexts(db, keyring), await allConsultations(db)]
  return waiting.map((one) => ({ ...toRead(context, one, consultations), since: one.since }))
}

/** What a moderator has before them; `id` is the text that the turn is about. */
export async function moderationFor(context: Context, id: string | undefined): Promise<Moderation> {
  const { db, keyring } = context.store
  const [waiting, consultations] = [await waitingTexts(db, keyring), await allConsultations(db)]
  const read = (one: WaitingText | undefined) => (one ? toRead(context, one, consultations) : null)
  return {
    current: read(waiting.find((one) => one.id === id)),
    next: read(waiting.find((one) => one.id !== id)),
    left: waiting.length,
  }
}

/** Releases, redacts or removes a text, and writes down who did. @throws {Problem} `text-gone` when it is another text by now, or not there */
export async function reviewText(
  context: Context,
  { text: id, as, words }: Omit<ModerationFact, 'is'>,
  actor: string,
): Promise<void> {
  await context.store.transaction(async (tx) => {
    const { keyring } = context.store
    const found = (await waitingTexts(tx, keyring)).find((one) => one.id === id)
    const shown = found && shownAs(as, keyring.open(found.sealed, 'answer'), words)
    const isSettled = found && (await settleText(tx, keyring, found, { review: as, words: shown ?? null }))
    if (!isSettled) throw new Problem('text-gone')
    await record(tx, { at: context.clock.now(), actor, act: `text.${as}`, subject: `text/${id}` })
  })
}

/** Tells the moderators, once a working day, that a text has waited since an earlier day; administrators where there is no moderator. */
export async function alertOfTexts(context: Context): Promise<void> {
  const { store, clock, config } = context
  const calendar = calendarOf(config.HOLIDAYS, config.TIME_ZONE)
  const today = calendar.wall(clock.now()).day
  const waiting = await waitingSince(store.db)
  if (!waiting || !isOverdue(waiting.oldest, today, calendar)) return
  const reply: Reply = {
    parts: [say('moderate-alert', { count: waiting.count })],
    offers: [moderateOffer],
    pick: 'one',
  }
  await tell(context, await readersIn(context), `moderation/${today}`, reply)
}

async function readersIn({ store }: Context): Promise<readonly string[]> {
  const staff = await allStaff(store.db)
  const idsOf = (wanted: string) => staff.flatMap(({ role, personId }) => (role === wanted ? personId : []))
  const moderators = idsOf('moderator')
  return moderators.length > 0 ? moderators : idsOf('administrator')
}

function shownAs(as: Review, text: string, words: string | undefined): string | null {
  if (as === 'removed') return null
  return as === 'released' ? text : (words ?? '')
}

function toRead(
  { store: { keyring } }: Context,
  { id, consultation, question, sealed }: WaitingText,
  consultations: readonly Consultation[],
): TextToRead {
  const definition = consultations.find((one) => one.id === consultation)?.definition
  const asked = definition?.questions.find((one) => one.id === question)
  const named = (text: Phrase | undefined, otherwise: string): Phrase => text ?? { text: { pl: otherwise } }
  return {
    id,
    consultation: named(definition && { text: definition.title }, consultation),
    question: named(asked && { text: asked.text }, question),
    text: keyring.open(sealed, 'answer'),
  }
}
