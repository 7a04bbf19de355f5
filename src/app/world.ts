/** What a dialogue may know, loaded before its turn: the person, the consultation it is about, and what is open. */
import type { Current, Listed, Redeemed, World } from '../domain/dialogue.ts'
import type { Incoming } from '../domain/message.ts'
import { missingToOpen } from '../domain/opening.ts'
import type { Day, Locale } from '../domain/phrase.ts'
import { isHere } from '../domain/consultation.ts'
import { dayOf } from '../runtime/clock.ts'
import { allConsultations, definitionOf, type Consultation } from '../store/consultations.ts'
import { findMeeting } from '../store/participation.ts'
import { openMilestonesOf, planOf } from '../store/plans.ts'
import { findResponse } from '../store/responses.ts'
import type { Session } from '../store/sessions.ts'
import { contactsOf, entityIds } from '../store/staff.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'
import { programmeOf } from './programme.ts'

/** Being away for so long earns a "welcome back". */
const awayMs = 6 * 3_600_000

/** What a turn is about. */
export interface Asked {
  readonly session: Session
  readonly incoming: Incoming
  readonly locale: Locale
  readonly redeemed: Redeemed | null
  /** The consultation the turn may need. */
  readonly subject: string | undefined
}

/** A world, and the key under which this person's answers to the current consultation are kept. */
export interface Loaded {
  readonly world: World
  readonly key: Uint8Array<ArrayBuffer> | null
}

/** Loads everything the dialogue may ask for, and no more: a tap on an answer needs no list of consultations. */
export async function worldFor(context: Context, db: Db, { session, incoming, locale, redeemed, subject }: Asked): Promise<Loaded> {
  const { clock, config } = context
  const today = dayOf(clock.now(), config.TIME_ZONE)
  const name = incoming.from.channel
  const { districts, safeguarding } = await programmeOf(context)
  const { current, key } = await loadCurrent(context, db, session, subject)
  const isAnswer = current?.status === 'open' && session.state.at === 'question' && /^[as]:/.test(incoming.choice ?? '')
  const world: World = {
    today,
    locale,
    channel: { name, minAge: config.CHANNEL_MIN_AGE[name] ?? 0, isPublicPlace: incoming.place !== undefined && name === 'telegram' },
    person: session.person ? { ...session.person, entities: [] } : null,
    open: [],
    current,
    redeemed,
    districts,
    safeguarding,
    managed: [],
    due: [],
    measures: [],
    isBack: session.updatedAt !== undefined && clock.now().getTime() - session.updatedAt.getTime() > awayMs,
  }
  return { world: isAnswer ? world : { ...world, ...(await loadMenus(db, session, world)) }, key }
}

/** The consultation in the version the person is in the middle of, or the newest; with what they answered so far. */
async function loadCurrent({ store }: Context, db: Db, { state, personId }: Session, subject: string | undefined): Promise<{ current: Current | null; key: Loaded['key'] }> {
  const meeting = subject ? await findMeeting(db, store.keyring, subject, personId) : undefined
  if (!subject || !meeting) return { current: null, key: null }
  const passed = meeting.key ? await findResponse(db, subject, meeting.key) : null
  const begun = 'version' in state && state.consultation === subject ? state.version : passed?.version
  const version = meeting.state === 'started' && begun ? begun : meeting.version
  const current: Current = {
    definition: await definitionOf(db, subject, version),
    version,
    status: meeting.status,
    participation: meeting.state,
    wantsOutcome: meeting.wantsOutcome,
    answers: passed?.answers ?? new Map(),
    about: passed?.about ?? {},
    seed: meeting.key ? Buffer.from(meeting.key).readUInt32BE(0) : 0,
  }
  return { current, key: meeting.key }
}

async function loadMenus(db: Db, { person, personId }: Session, world: World): Promise<Partial<World>> {
  const consultations = await allConsultations(db)
  const open = consultations.filter(({ status, definition }) => status === 'open' && isHere(definition.places, world.channel.name)).map((one) => listed(one, []))
  const entities = person?.isContact && personId ? await contactsOf(db, personId) : []
  const managed = person?.staff ? await loadManaged(db, consultations) : []
  return {
    open,
    managed,
    person: person ? { ...person, entities: entities.map(({ entityId, names }) => ({ id: entityId, name: { text: names } })) } : null,
    ...(entities.length > 0 ? await loadDue(db, entities.map(({ entityId }) => entityId), world.today) : {}),
  }
}

async function loadManaged(db: Db, consultations: readonly Consultation[]): Promise<readonly Listed[]> {
  const known = await entityIds(db)
  return consultations.map((one) => listed(one, one.status === 'draft' ? missingToOpen(one.definition, known) : []))
}

async function loadDue(db: Db, entities: readonly string[], today: Day): Promise<Pick<World, 'due' | 'measures'>> {
  const due = await openMilestonesOf(db, entities, today)
  const measures = await planOf(db, entities, today)
  return {
    due: due.map(({ measureCode, names, dueOn, isOverdue }) => ({ measureCode, name: { text: names }, dueOn, isOverdue })),
    measures: measures.map(({ code, names, status, isDelayed }) => ({ code, name: { text: names }, status, isLate: isDelayed })),
  }
}

function listed({ id, status, closesOn, definition }: Consultation, missing: Listed['missing']): Listed {
  return { id, title: { text: definition.title }, status, closesOn, missing }
}
