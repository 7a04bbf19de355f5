/** What was answered to reminders, asked for and decided, carried out in the turn's own transaction, and told to those concerned. */
import type { Fact, Reply } from '../domain/dialogue.ts'
import { argsOf, changeReply } from '../domain/dialogues/decide-change.ts'
import { onwards } from '../domain/dialogues/answering.ts'
import { Problem } from '../domain/problem.ts'
import { say } from '../domain/phrase.ts'
import { blockerButton, type ChangeToDecide } from '../domain/reminded.ts'
import { dayOf, dayOfDate } from '../runtime/clock.ts'
import { record } from '../store/audit.ts'
import { acknowledge, changeDeadline } from '../store/deadlines.ts'
import { addSingles } from '../store/deliveries.ts'
import {
  addChange,
  allEntities,
  deciders,
  decideOnce,
  findChange,
  findDeadline,
  keepReading,
  recordPlanChange,
  speakersFor,
  type FoundDeadline,
} from '../store/reminded.ts'
import type { Context } from './context.ts'
import type { Speaker } from './facts.ts'
import { changeOf, remindedOf } from './reminded.ts'

const settled = [
  'reminderAnswered',
  'deadlineReopened',
  'changeAsked',
  'changeDecided',
  'blockerNamed',
  'blockerAnswered',
  'readingReported',
] as const satisfies readonly Fact['is'][]
export type DeadlineFact = Extract<Fact, { is: (typeof settled)[number] }>

/** @throws {Problem} `change-decided` when somebody else was faster */
export async function settleDeadline(
  context: Context,
  fact: DeadlineFact,
  { personId }: Speaker,
): Promise<void> {
  const act = acts[fact.is] as Act<DeadlineFact['is']>
  await act(context, fact, personId!)
}

type Act<Is extends DeadlineFact['is']> = (
  context: Context,
  fact: Extract<DeadlineFact, { is: Is }>,
  actor: string,
) => Promise<void>

const acts: { readonly [Is in DeadlineFact['is']]: Act<Is> } = {
  reminderAnswered: answer,
  deadlineReopened: async (context, { deadlineId }, actor) =>
    close(context, await existing(context, deadlineId), 'open', actor),
  changeAsked: askChange,
  changeDecided: decide,
  blockerNamed: tellBlocker,
  blockerAnswered: tellBlocked,
  readingReported: reportReading,
}

async function answer(
  context: Context,
  { deadlineId, dueOn, step, answer: said, details }: Extract<Fact, { is: 'reminderAnswered' }>,
  actor: string,
): Promise<void> {
  const { store, clock } = context
  await acknowledge(store.db, {
    deadlineId,
    dueOn,
    step,
    personId: actor,
    answer: said,
    now: clock.now(),
    ...(details ? { details: { ...details } } : {}),
  })
  if (said === 'done') await close(context, await existing(context, deadlineId), 'done', actor)
}

/** Done, or open again. */
async function close(
  { store: { db }, clock, config }: Context,
  found: FoundDeadline,
  status: 'done' | 'open',
  actor: string,
): Promise<void> {
  const now = clock.now()
  const doneOn = status === 'done' ? dayOf(now, config.TIME_ZONE) : null
  await changeDeadline(db, found.id, { status, doneOn }, now)
  await recordPlanChange(db, {
    at: now,
    actor,
    subject: found.source,
    field: 'status',
    from: found.status,
    to: status,
  })
}

async function askChange(
  context: Context,
  { deadlineId, kind, from, to, reason }: Extract<Fact, { is: 'changeAsked' }>,
  actor: string,
): Promise<void> {
  const { store, clock } = context
  const asked = { deadlineId, kind, from, to, reason, askedAt: clock.now(), askedBy: actor }
  const change = await changeWithWords(context, await addChange(store.db, asked))
  const others = (await deciders(store.db)).filter((one) => one !== actor)
  await tell(context, others.length > 0 ? others : [actor], `change/${change.id}`, changeReply(change))
}

async function decide(
  context: Context,
  { change: id, isApproved }: Extract<Fact, { is: 'changeDecided' }>,
  actor: string,
): Promise<void> {
  const { store, clock } = context
  const at = clock.now()
  const change = await changeWithWords(context, id)
  if (!(await decideOnce(store.db, id, { isApproved, by: actor, at }))) throw new Problem('change-decided')
  if (isApproved) await carryOut(context, change, actor)
  await record(store.db, {
    at,
    actor,
    act: isApproved ? 'change.approve' : 'change.refuse',
    subject: `change/${id}`,
    details: { kind: change.kind, from: change.from, to: change.to },
  })
  const found = await existing(context, change.deadline.id)
  const speakers = await speakersFor(store.db, found.entityId)
  const others = isApproved && change.kind === 'entity' ? await speakersFor(store.db, change.from) : []
  const words = say(isApproved ? 'change-is-approved' : 'change-is-refused', argsOf(change))
  const reply: Reply = { parts: [words], offers: onwards }
  const told = [...new Set([...speakers, ...others])].filter((one) => one !== actor)
  await tell(context, told, `change/${id}/decided`, reply)
}

async function carryOut(
  { store: { db }, clock }: Context,
  { kind, from, to, reason, deadline: { id, source } }: ChangeToDecide & { deadline: { source: string } },
  actor: string,
): Promise<void> {
  const now = clock.now()
  await changeDeadline(db, id, kind === 'date' ? { dueOn: to } : { entityId: to }, now)
  await recordPlanChange(db, {
    at: now,
    actor,
    subject: source,
    from,
    to,
    field: kind === 'date' ? 'due_on' : 'entity_id',
    ...(reason ? { why: reason } : {}),
  })
}

async function tellBlocker(
  context: Context,
  { deadlineId, entity, note }: Extract<Fact, { is: 'blockerNamed' }>,
): Promise<void> {
  const found = await existing(context, deadlineId)
  const { title, dueOn, entity: who } = await inWords(context, found)
  const reply: Reply = {
    parts: [
      say('blocker-lead', { who: who.name, what: title, day: { day: dueOn } }),
      ...(note ? [say('blocker-note', { note })] : []),
    ],
    offers: [
      { id: blockerButton(deadlineId, 'yes'), label: say('blocker-yes'), row: 'answer' },
      { id: blockerButton(deadlineId, 'no'), label: say('blocker-no'), row: 'answer' },
    ],
    pick: 'one',
  }
  const speakers = await speakersFor(context.store.db, entity)
  const about = `blocked/${deadlineId}/${entity}/${context.clock.now().getTime()}`
  await tell(context, speakers.length > 0 ? speakers : await deciders(context.store.db), about, reply)
}

async function tellBlocked(
  context: Context,
  { deadlineId, isComing }: Extract<Fact, { is: 'blockerAnswered' }>,
  actor: string,
): Promise<void> {
  const found = await existing(context, deadlineId)
  const { title } = await inWords(context, found)
  const words = say(isComing ? 'blocked-coming' : 'blocked-not-theirs', { what: title })
  const told = (await speakersFor(context.store.db, found.entityId)).filter((one) => one !== actor)
  const about = `unblocked/${deadlineId}/${context.clock.now().getTime()}`
  await tell(context, told, about, { parts: [words], offers: onwards })
}

async function reportReading(
  context: Context,
  { indicator: indicatorId, period, value }: Extract<Fact, { is: 'readingReported' }>,
  actor: string,
): Promise<void> {
  const { store, clock } = context
  const now = clock.now()
  const before = await keepReading(store.db, { indicatorId, period, value, by: actor, at: now })
  const subject = `reading/${indicatorId}/${period}`
  await recordPlanChange(store.db, { at: now, actor, subject, field: 'value', from: before, to: value })
  const found = await store.db.deadline.findUnique({ where: { source: subject } })
  if (found?.status !== 'open') return
  const dueOn = dayOfDate(found.dueOn)
  if (value === null)
    await acknowledge(store.db, {
      deadlineId: found.id,
      dueOn,
      step: '',
      personId: actor,
      answer: 'blocked',
      now,
    })
  else await close(context, await existing(context, found.id), 'done', actor)
}

async function existing({ store }: Context, id: bigint): Promise<FoundDeadline> {
  const found = await findDeadline(store.db, id)
  if (!found) throw new Problem('deadline-unknown')
  return found
}

async function inWords({ store }: Context, found: FoundDeadline) {
  return remindedOf(found, { entities: await allEntities(store.db), isCoordinator: true })
}

async function changeWithWords({ store }: Context, id: bigint) {
  const found = await findChange(store.db, id)
  if (!found) throw new Problem('change-unknown')
  const change = changeOf(found, { entities: await allEntities(store.db), isCoordinator: true })
  return { ...change, deadline: { ...change.deadline, source: found.deadline.source } }
}

async function tell(
  { store }: Context,
  recipients: readonly string[],
  about: string,
  reply: Reply,
): Promise<void> {
  const singles = recipients.map((recipientId) => ({ recipientId, about, reply }))
  await addSingles(store.db, store.keyring, singles)
}
