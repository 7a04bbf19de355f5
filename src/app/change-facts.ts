/** Another date, or another entity: asked for, decided once, carried out, and told to those concerned. */
import type { Fact, Reply } from '../domain/dialogue.ts'
import { answerOffers } from '../domain/dialogues/due-card.ts'
import { argsOf, changeReply, isMoot } from '../domain/dialogues/decide-change.ts'
import { onwards } from '../domain/dialogues/answering.ts'
import { reasonPhrase } from '../domain/dialogues/more-time.ts'
import { dated, sourceLocale, say } from '../domain/phrase.ts'
import type { ChangeToDecide } from '../domain/reminded.ts'
import { dayOfDate } from '../runtime/clock.ts'
import { record } from '../store/audit.ts'
import { changeDeadline } from '../store/deadlines.ts'
import { takeBackSingles } from '../store/deliveries.ts'
import { addChange, changesOf, deciders, decideOnce, findChange, type FoundChange } from '../store/changes.ts'
import { recordChanges } from '../store/plan-changes.ts'
import { allEntities, lockDeadline, speakersFor } from '../store/reminded.ts'
import { contactsOf, staffOf } from '../store/staff.ts'
import { Superseded } from '../store/store.ts'
import { todayIn, type Context } from './context.ts'
import { changeOf, decidesAlone, type Viewer } from './reminded.ts'
import { tell } from './tell.ts'

type Asked = Extract<Fact, { is: 'changeAsked' }>

/** Asks those who decide; who decides alone has decided. What waits about the same deadline gives way. @throws {Superseded} */
export async function askChange(
  context: Context,
  { deadlineId, kind, from, to, reason }: Asked,
  actor: string,
): Promise<void> {
  const { store, clock } = context
  const found = await lockDeadline(store.db, deadlineId)
  const asked = { deadlineId, kind, from, to, reason, askedAt: clock.now(), askedBy: actor }
  const now = kind === 'date' ? found && dayOfDate(found.dueOn) : found?.entityId
  if (found?.status !== 'open' || now !== from) throw new Superseded()
  for (const older of await changesOf(store.db, deadlineId)) await replace(context, older, actor)
  const id = await addChange(store.db, asked)
  if (await decidesAlone(store.db, found, await viewerOf(context, actor)))
    return decide(context, { is: 'changeDecided', change: id, isApproved: true }, actor)
  const others = (await deciders(store.db)).filter((one) => one !== actor)
  await tell(context, others, noteOf(id), changeReply(await named(context, id, actor), todayIn(context)))
}

/** Decides, and carries out what is approved. @throws {Superseded} when somebody else was faster, or it is not what was asked any more */
export async function decide(
  context: Context,
  { change: id, isApproved }: Extract<Fact, { is: 'changeDecided' }>,
  actor: string,
): Promise<void> {
  const { store, clock } = context
  const at = clock.now()
  const before = await findChange(store.db, id)
  if (!before) throw new Superseded()
  await lockDeadline(store.db, before.deadlineId)
  const change = await named(context, id, actor)
  if (isMoot(change)) throw new Superseded()
  if (!(await decideOnce(store.db, id, { isApproved, by: actor, at }))) throw new Superseded()
  await takeBackSingles(store.db, noteOf(id))
  if (isApproved) await carryOut(context, before, actor)
  await record(store.db, {
    at,
    actor,
    act: isApproved ? 'change.approve' : 'change.refuse',
    subject: `change/${id}`,
    details: { kind: change.kind, from: change.from, to: change.to },
  })
  await tellDecided(context, change, {
    isApproved,
    actor,
    askedBy: before.askedBy,
    entityId: before.deadline.entityId,
  })
}

/** What was asked about a deadline waits no more: it is done. */
export async function withdrawChanges(context: Context, deadlineId: bigint, actor: string): Promise<void> {
  for (const change of await changesOf(context.store.db, deadlineId)) await withdraw(context, change, actor)
}

async function replace(context: Context, older: FoundChange, actor: string): Promise<void> {
  await withdraw(context, older, actor)
  if (older.askedBy === actor) return
  const words = say('change-replaced', argsOf(await withWords(context, older, actor), todayIn(context)))
  await tell(context, [older.askedBy], `${noteOf(older.id)}/replaced`, { parts: [words], offers: onwards })
}

async function withdraw({ store, clock }: Context, { id }: FoundChange, actor: string): Promise<void> {
  await decideOnce(store.db, id, { isApproved: null, by: actor, at: clock.now() })
  await takeBackSingles(store.db, noteOf(id))
}

async function carryOut(
  { store: { db }, clock, text }: Context,
  { kind, from, to, reason, deadline: { id, source } }: FoundChange,
  actor: string,
): Promise<void> {
  const now = clock.now()
  await changeDeadline(db, id, kind === 'date' ? { dueOn: to } : { entityId: to }, now)
  const why = reason ? text.phrase(sourceLocale, reasonPhrase(reason)) : undefined
  const field = kind === 'date' ? 'due' : 'lead'
  await recordChanges(db, { at: now, actor, why }, [{ subject: source, field, from, to }])
}

interface Decided {
  readonly isApproved: boolean
  readonly actor: string
  readonly askedBy: string
  /** Whose it was when it was decided. */
  readonly entityId: string
}

/** Whoever asked, the entity's other contacts, and those whose it is from now on, each once. */
async function tellDecided(
  context: Context,
  change: ChangeToDecide,
  { isApproved, actor, askedBy, entityId }: Decided,
): Promise<void> {
  const { db } = context.store
  const isGiven = isApproved && change.kind === 'entity'
  const today = todayIn(context)
  const args = argsOf(change, today)
  const given = isGiven ? await speakersFor(db, change.to) : []
  const others = [...new Set([askedBy, ...(await speakersFor(db, entityId))])]
  const about = `${noteOf(change.id)}/decided`
  const words = say(isApproved ? 'change-is-approved' : 'change-is-refused', args)
  const told = others.filter((one) => one !== actor && !given.includes(one))
  await tell(context, told, about, { parts: [words], offers: onwards })
  const { id: deadlineId, dueOn, measure } = change.deadline
  const gift: Reply = {
    parts: [say('change-given', { ...args, day: dated(dueOn, today) }), ...(measure ? [measure] : [])],
    offers: answerOffers({ deadlineId, dueOn, step: '' }, dueOn < today),
    pick: 'one',
  }
  await tell(
    context,
    given.filter((one) => one !== actor),
    about,
    gift,
  )
}

async function named(context: Context, id: bigint, personId: string): Promise<ChangeToDecide> {
  const found = await findChange(context.store.db, id)
  if (!found) throw new Superseded()
  return withWords(context, found, personId)
}

async function withWords(context: Context, found: FoundChange, personId: string): Promise<ChangeToDecide> {
  return changeOf(found, {
    entities: await allEntities(context.store.db),
    isCoordinator: true,
    desks: [],
    personId,
    today: todayIn(context),
    timeZone: context.config.TIME_ZONE,
  })
}

async function viewerOf({ store: { db } }: Context, personId: string): Promise<Viewer> {
  const contacts = await contactsOf(db, personId)
  const member = await staffOf(db, personId)
  return { personId, staffRole: member?.role ?? null, entityIds: contacts.map(({ entityId }) => entityId) }
}

/** `Delivery.about` of the message that asks for a decision. */
function noteOf(id: bigint): string {
  return `change/${id}`
}
