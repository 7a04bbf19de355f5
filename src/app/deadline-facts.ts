/** What was answered to reminders and reported, carried out in the turn's own transaction, and told to those concerned. */
import { kindOf, titleOf } from '../domain/deadline-words.ts'
import type { Reply } from '../domain/dialogue.ts'
import { onwards } from '../domain/dialogues/answering.ts'
import { gapPhrase } from '../domain/dialogues/report.ts'
import type { Change } from '../domain/plan-change.ts'
import { dated, say, sourceLocale, type Localized, type Phrase } from '../domain/phrase.ts'
import { blockerButton, type DeadlineFact } from '../domain/reminded.ts'
import { dayOf, dayOfDate } from '../runtime/clock.ts'
import { record } from '../store/audit.ts'
import { acknowledge, changeDeadline } from '../store/deadlines.ts'
import { deciders } from '../store/changes.ts'
import { keepReading } from '../store/readings.ts'
import { allEntities, blockerOf, lockDeadline, speakersFor, type FoundDeadline } from '../store/reminded.ts'
import { Superseded } from '../store/store.ts'
import { askChange, decide, withdrawChanges } from './change-facts.ts'
import { recordChanges } from '../store/plan-changes.ts'
import { todayIn, type Context } from './context.ts'
import type { Speaker } from './facts.ts'
import { tell } from './tell.ts'

/** @throws {Superseded} when the deadline is not what the turn took it for any more */
export async function settleDeadline(
  context: Context,
  fact: DeadlineFact,
  { personId }: Speaker,
): Promise<void> {
  const actor = personId!
  switch (fact.is) {
    case 'reminderAnswered':
      return answer(context, fact, actor)
    case 'doneOnCorrected':
      return correctDoneOn(context, fact, actor)
    case 'deadlineReopened':
      return reopen(context, fact, actor)
    case 'changeAsked':
      return askChange(context, fact, actor)
    case 'changeDecided':
      return decide(context, fact, actor)
    case 'blockerNamed':
      return tellBlocker(context, fact)
    case 'blockerAnswered':
      return tellBlocked(context, fact, actor)
    case 'readingReported':
      return reportReading(context, fact, actor)
  }
}

async function answer(
  context: Context,
  { deadlineId, dueOn, step, answer: said, details }: Extract<DeadlineFact, { is: 'reminderAnswered' }>,
  actor: string,
): Promise<void> {
  const { store, clock } = context
  const found = await existing(context, deadlineId)
  if (found.status !== 'open' || dayOfDate(found.dueOn) !== dueOn) throw new Superseded()
  await acknowledge(store.db, {
    deadlineId,
    dueOn,
    step,
    personId: actor,
    answer: said,
    now: clock.now(),
    ...(details ? { details: { ...details } } : {}),
  })
  if (said === 'done') await finish(context, found, actor)
}

/** Done today; what was asked about it waits no more. */
async function finish(context: Context, found: FoundDeadline, actor: string): Promise<void> {
  const { store, clock, config } = context
  const now = clock.now()
  const doneOn = dayOf(now, config.TIME_ZONE)
  await changeDeadline(store.db, found.id, { status: 'done', doneOn }, now)
  await remember(context, found, actor, [
    { field: 'status', from: found.status, to: 'done' },
    { field: 'done_on', from: found.doneOn && dayOfDate(found.doneOn), to: doneOn },
  ])
  await withdrawChanges(context, found.id, actor)
}

async function correctDoneOn(
  context: Context,
  { deadlineId, doneOn }: Extract<DeadlineFact, { is: 'doneOnCorrected' }>,
  actor: string,
): Promise<void> {
  const found = await done(context, deadlineId)
  await changeDeadline(context.store.db, found.id, { doneOn }, context.clock.now())
  const from = found.doneOn && dayOfDate(found.doneOn)
  await remember(context, found, actor, [{ field: 'done_on', from, to: doneOn }])
}

async function reopen(
  context: Context,
  { deadlineId }: Extract<DeadlineFact, { is: 'deadlineReopened' }>,
  actor: string,
): Promise<void> {
  const found = await done(context, deadlineId)
  await changeDeadline(context.store.db, found.id, { status: 'open', doneOn: null }, context.clock.now())
  await remember(context, found, actor, [
    { field: 'status', from: found.status, to: 'open' },
    { field: 'done_on', from: found.doneOn && dayOfDate(found.doneOn), to: null },
  ])
}

async function done(context: Context, id: bigint): Promise<FoundDeadline> {
  const found = await existing(context, id)
  if (found.status !== 'done') throw new Superseded()
  return found
}

function remember(
  { store, clock }: Context,
  { source }: FoundDeadline,
  actor: string,
  changes: readonly Omit<Change, 'subject'>[],
  why?: string,
): Promise<void> {
  const about = changes.map((change) => ({ subject: source, ...change }))
  return recordChanges(store.db, { at: clock.now(), actor, why }, about)
}

/** @throws {Superseded} when the entity is not what is in the way any more */
async function tellBlocker(
  context: Context,
  { deadlineId, entity, note }: Extract<DeadlineFact, { is: 'blockerNamed' }>,
): Promise<void> {
  const { db } = context.store
  const found = await existing(context, deadlineId)
  const blocked = await blockerOf(db, deadlineId)
  if (blocked?.by !== entity) throw new Superseded()
  const reply: Reply = {
    parts: [
      say('blocker-lead', {
        who: entityOf(found),
        what: titled(found),
        day: dated(dayOfDate(found.dueOn), todayIn(context)),
      }),
      ...(note ? [say('blocker-note', { note })] : []),
    ],
    offers: [
      { id: blockerButton(deadlineId, 'yes'), label: say('blocker-yes'), row: 'answer' },
      { id: blockerButton(deadlineId, 'no'), label: say('blocker-no'), row: 'answer' },
    ],
    pick: 'one',
  }
  const speakers = await speakersFor(db, entity)
  await tell(context, speakers.length > 0 ? speakers : await deciders(db), `blocked/${blocked.id}`, reply)
}

/** Whoever waits hears each answer once. */
async function tellBlocked(
  context: Context,
  { deadlineId, isComing }: Extract<DeadlineFact, { is: 'blockerAnswered' }>,
  actor: string,
): Promise<void> {
  const { store, clock } = context
  const found = await existing(context, deadlineId)
  const blocked = await blockerOf(store.db, deadlineId)
  if (!blocked) throw new Superseded()
  const who = (await allEntities(store.db)).find(({ id }) => id === blocked.by)?.names ?? {}
  const words = say(isComing ? 'blocked-coming' : 'blocked-not-theirs', { what: titled(found), who })
  const speakers = await speakersFor(store.db, found.entityId)
  const told = [...new Set([blocked.personId, ...speakers])].filter((one) => one !== actor)
  await tell(context, told, `blocked/${blocked.id}/${isComing ? 'yes' : 'no'}`, {
    parts: [words],
    offers: onwards,
  })
  await record(store.db, {
    at: clock.now(),
    actor,
    act: 'blocker.answer',
    subject: `deadline/${found.source}`,
    details: { isComing },
  })
}

/** Only what is still asked for is kept: whoever comes second hears that it is there. */
async function reportReading(
  context: Context,
  { indicator: indicatorId, period, value, why }: Extract<DeadlineFact, { is: 'readingReported' }>,
  actor: string,
): Promise<void> {
  const { store, clock, text } = context
  const now = clock.now()
  const due = await readingDue(context, `reading/${indicatorId}/${period}`)
  const before = await keepReading(store.db, { indicatorId, period, value, by: actor, at: now })
  const number = (figure: string | null) => (figure === null ? null : Number(figure))
  const reason = why ? text.phrase(sourceLocale, gapPhrase(why)) : undefined
  await remember(context, due, actor, [{ field: 'value', from: number(before), to: number(value) }], reason)
  if (value !== null) return finish(context, due, actor)
  const missing = { deadlineId: due.id, dueOn: dayOfDate(due.dueOn), step: '', answer: 'blocked' } as const
  await acknowledge(store.db, { ...missing, personId: actor, now })
}

async function readingDue(context: Context, source: string): Promise<FoundDeadline> {
  const row = await context.store.db.deadline.findUnique({ where: { source }, select: { id: true } })
  const due = row && (await existing(context, row.id))
  if (due?.status !== 'open') throw new Superseded()
  return due
}

/** @throws {Superseded} when there is no such deadline any more */
async function existing({ store }: Context, id: bigint): Promise<FoundDeadline> {
  const found = await lockDeadline(store.db, id)
  if (!found) throw new Superseded()
  return found
}

function titled({ source, names, code }: FoundDeadline): Phrase {
  return titleOf({ kind: kindOf(source), names: names as Localized, code })
}

function entityOf({ entity }: FoundDeadline): Localized {
  return entity.names as Localized
}
