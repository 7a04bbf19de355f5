/** The life of a consultation: what is missing, opening and closing, by hand and by date. */
import type { Place, Status } from '../domain/consultation.ts'
import { missingToOpen } from '../domain/opening.ts'
import { say, type Day, type Locale, type Localized, type Phrase } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { addDays } from '../runtime/clock.ts'
import { randomSecret } from '../runtime/crypto.ts'
import { record } from '../store/audit.ts'
import {
  allConsultations,
  draftsDueOn,
  findConsultation,
  lockConsultation,
  markClosed,
  markOpen,
  overdueOn,
  wasRecorded,
  type Consultation,
} from '../store/consultations.ts'
import { entityIds } from '../store/staff.ts'
import type { Db } from '../store/store.ts'
import { todayIn, type Context } from './context.ts'

/** Who acts when a date has come. */
const byDate = 'calendar'
const notReady = 'consultation.not-ready'

/** A consultation as staff see it. Never a count: two looks at an open one could be subtracted. */
export interface Shown {
  readonly id: string
  readonly title: Localized
  readonly status: Status
  readonly version: number
  readonly opensOn: Day
  readonly closesOn: Day
  readonly outcomeDueOn: Day
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  /** When its outcome was published. */
  readonly publishedAt: Date | null
  readonly owner: string
  readonly languages: readonly Locale[]
  readonly places: readonly Place[]
  readonly threshold: number
  readonly questions: number
  /** What keeps a draft from being opened. */
  readonly missing: readonly Phrase[]
}

/** Every consultation, the earliest first. */
export async function listConsultations({ store }: Context): Promise<Shown[]> {
  const known = await entityIds(store.db)
  return (await allConsultations(store.db)).map((one) => shown(one, known))
}

/** One consultation. @throws {Problem} `consultation-unknown` */
export async function showConsultation({ store }: Context, id: string): Promise<Shown> {
  return shown(existing(await findConsultation(store.db, id), id), await entityIds(store.db))
}

/**
 * Opens a draft, before its first day too; `unchanged` when it is open already.
 * @throws {Problem} `consultation-unknown`, `consultation-over`, or `cannot-open` with everything that is missing.
 */
export function openConsultation(
  context: Context,
  id: string,
  actor: string,
): Promise<'opened' | 'unchanged'> {
  return context.store.transaction(async (tx) => {
    const draft = existing(await lockConsultation(tx, id), id)
    if (draft.status === 'open') return 'unchanged'
    if (draft.status !== 'draft') throw new Problem('consultation-over', { title: draft.definition.title })
    const missing = [
      ...missingToOpen(draft.definition, await entityIds(tx)),
      ...lateness(draft, todayIn(context)),
    ]
    if (missing.length > 0) throw new Problem('cannot-open', { title: draft.definition.title }, missing)
    await open(context, tx, draft, actor)
    return 'opened'
  })
}

/**
 * Closes an open consultation for good; `unchanged` when it is closed already.
 * @throws {Problem} `consultation-unknown`, `consultation-not-open`
 */
export function closeConsultation(
  context: Context,
  id: string,
  actor: string,
): Promise<'closed' | 'unchanged'> {
  return context.store.transaction(async (tx) => {
    const found = existing(await lockConsultation(tx, id), id)
    if (found.status === 'draft')
      throw new Problem('consultation-not-open', { title: found.definition.title })
    return (await close(context, tx, found, actor)) ? 'closed' : 'unchanged'
  })
}

/** What one look at the calendar has changed. */
export interface Passed {
  readonly opened: readonly string[]
  readonly closed: readonly string[]
  /** Said once per version: drafts whose day has come and that lack something. */
  readonly notReady: readonly string[]
}

/** Opens what is complete and due, closes what is over. Any number of processes may do this at once; each change is made by one. */
export async function openAndCloseByDate(context: Context): Promise<Passed> {
  const today = todayIn(context)
  const { db } = context.store
  const outcomes = await oneByOne(await draftsDueOn(db, today), async (id) => ({
    id,
    outcome: await openIfReady(context, id, today),
  }))
  const closed = await oneByOne(await overdueOn(db, today), async (id) => ({
    id,
    isClosed: await closeIfOver(context, id, today),
  }))
  const idsOf = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).map(({ id }) => id)
  return {
    opened: idsOf('opened'),
    notReady: idsOf('not-ready'),
    closed: closed.filter(({ isClosed }) => isClosed).map(({ id }) => id),
  }
}

/** @throws {Problem} `consultation-unknown` */
export function existing(found: Consultation | undefined, id: string): Consultation {
  if (!found) throw new Problem('consultation-unknown', { id })
  return found
}

function shown(consultation: Consultation, knownEntityIds: readonly string[]): Shown {
  const { definition, hash: _, secretDueOn: __, ...row } = consultation
  return {
    ...row,
    title: definition.title,
    owner: definition.decisionOwner,
    languages: definition.languages,
    places: definition.places,
    threshold: definition.threshold,
    questions: definition.questions.length,
    missing: row.status === 'draft' ? missingToOpen(definition, knownEntityIds) : [],
  }
}

function lateness({ closesOn }: Consultation, today: Day): Phrase[] {
  return today > closesOn ? [say('opening-too-late', { day: { day: closesOn } })] : []
}

async function open(
  { store, clock }: Context,
  tx: Db,
  { id, version }: Consultation,
  actor: string,
): Promise<boolean> {
  const at = clock.now()
  const isOurs = await markOpen(tx, store.keyring, { id, secret: randomSecret(), at })
  if (isOurs)
    await record(tx, {
      at,
      actor,
      act: 'consultation.open',
      subject: `consultation/${id}`,
      details: { version },
    })
  return isOurs
}

async function close(
  context: Context,
  tx: Db,
  { id, version }: Consultation,
  actor: string,
): Promise<boolean> {
  const at = context.clock.now()
  const isOurs = await markClosed(tx, {
    id,
    at,
    secretDueOn: addDays(todayIn(context), context.config.SECRET_DAYS),
  })
  if (isOurs)
    await record(tx, {
      at,
      actor,
      act: 'consultation.close',
      subject: `consultation/${id}`,
      details: { version },
    })
  return isOurs
}

/** Locked and looked at again: another process, or a person, may have been faster. */
function openIfReady(
  context: Context,
  id: string,
  today: Day,
): Promise<'opened' | 'not-ready' | 'unchanged'> {
  return context.store.transaction(async (tx) => {
    const draft = await lockConsultation(tx, id)
    if (draft?.status !== 'draft' || draft.opensOn > today || draft.closesOn < today) return 'unchanged'
    const missing = missingToOpen(draft.definition, await entityIds(tx))
    if (missing.length === 0) return (await open(context, tx, draft, byDate)) ? 'opened' : 'unchanged'
    if (await wasRecorded(tx, notReady, draft)) return 'unchanged'
    const details = {
      version: draft.version,
      missing: missing.flatMap((one) => ('key' in one ? one.key : [])),
    }
    await record(tx, {
      at: context.clock.now(),
      actor: byDate,
      act: notReady,
      subject: `consultation/${id}`,
      details,
    })
    return 'not-ready'
  })
}

function closeIfOver(context: Context, id: string, today: Day): Promise<boolean> {
  return context.store.transaction(async (tx) => {
    const found = await lockConsultation(tx, id)
    return found?.status === 'open' && found.closesOn < today && close(context, tx, found, byDate)
  })
}

async function oneByOne<T>(ids: readonly string[], work: (id: string) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  for (const id of ids) done.push(await work(id))
  return done
}
