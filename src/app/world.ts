/** What a dialogue may know, loaded before its turn: the person, the consultation it is about, and what is open. */
import type { Current, Listed, Redeemed, World } from '../domain/dialogue.ts'
import { isReadByAll, type Incoming } from '../domain/message.ts'
import { may } from '../domain/staff.ts'
import { missingToOpen } from '../domain/opening.ts'
import type { Locale } from '../domain/phrase.ts'
import { isHere } from '../domain/consultation.ts'
import { commandIn } from '../domain/dialogues/command.ts'
import { moderationIn, type Moderation } from '../domain/moderation.ts'
import { remindedOf } from '../domain/dialogues/reminder.ts'
import { isAboutOutcomes, outcomeIn } from '../domain/dialogues/outcomes.ts'
import { isAboutLinks } from '../domain/dialogues/link.ts'
import { isAboutErasing } from '../domain/dialogues/settings.ts'
import { isAboutPlan } from '../domain/dialogues/plan.ts'
import { changeIn } from '../domain/reminded.ts'
import { calendarOf } from '../runtime/calendar.ts'
import { dayOf } from '../runtime/clock.ts'
import { deadlinesFor } from './reminded.ts'
import { randomCode, randomToken } from '../runtime/crypto.ts'
import { linkedChannels } from '../store/addresses.ts'
import { allAnnouncements } from '../store/announcements.ts'
import { hasFeed } from '../store/calendars.ts'
import { allConsultations, type Consultation } from '../store/consultations.ts'
import { findMeetings } from '../store/participation.ts'
import { measuresLed } from '../store/progress.ts'
import { preferencesOf } from '../store/preferences.ts'
import { hasNews } from '../store/respondents.ts'
import type { Session } from '../store/sessions.ts'
import { contactsOf, entityIds as knownEntities } from '../store/staff.ts'
import type { Db } from '../store/store.ts'
import { withdrawable } from '../store/withdrawing.ts'
import type { Context } from './context.ts'
import { siteOf } from './entrances.ts'
import { outcomesFor } from './outcomes.ts'
import { moderationFor } from './moderation.ts'
import type { Programme } from './programme.ts'

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
  /** Loaded before any transaction: waiting for a second connection inside one could wait for ever. */
  readonly programme: Programme
}

/** A world, and the key under which this person's answers to the current consultation are kept. */
export interface Loaded {
  readonly world: World
  readonly key: Uint8Array<ArrayBuffer> | null
}

/** Whether what stands was last shown in another channel of this person: what is typed cannot be meant for it. */
export function isElsewhere({ channel }: Session, { from }: Pick<Incoming, 'from'>): boolean {
  return channel !== undefined && channel !== from.channel
}

/** Loads everything the dialogue may ask for, and no more: a tap on an answer needs no list of consultations. */
export async function worldFor(
  context: Context,
  { session, incoming, locale, redeemed, subject, programme }: Asked,
): Promise<Loaded> {
  const { clock, config } = context
  const now = clock.now()
  const today = dayOf(now, config.TIME_ZONE)
  const name = incoming.from.channel
  const { current, key } = await loadCurrent(context, session, subject)
  const world: World = {
    today,
    now,
    timeZone: config.TIME_ZONE,
    freshId: `${today}-${randomCode(8).toLowerCase()}`,
    freshToken: randomToken(),
    freshCode: randomCode(),
    site: siteOf(config),
    locale,
    channel: {
      name,
      minAge: config.CHANNEL_MIN_AGE[name] ?? 0,
      isPlace: incoming.place !== undefined,
      isPublicPlace: isReadByAll(incoming),
    },
    person: session.person ? { ...session.person, entities: [] } : null,
    open: [],
    current,
    redeemed,
    shown: session.replies.findLast(({ offers }) => offers?.length) ?? null,
    ...programme,
    keepsCases: context.store.safe !== null,
    moderation: null,
    managed: [],
    announcements: [],
    hasNews: false,
    hasCalendar: false,
    preferences: null,
    linked: [],
    due: [],
    reminded: null,
    change: null,
    isCoordinator: false,
    overdue: [],
    blocked: [],
    changes: [],
    indicators: [],
    measures: [],
    outcomes: null,
    hasOutcomes: false,
    withdrawable: [],
    secretDays: context.config.SECRET_DAYS,
    isBack:
      isElsewhere(session, incoming) ||
      (session.updatedAt !== undefined && now.getTime() - session.updatedAt.getTime() > awayMs),
  }
  return {
    world: isPlain(session.state, incoming, current)
      ? world
      : { ...world, ...(await loadMenus(context, session, incoming, world)) },
    key,
  }
}

/** The consultation in the version the person is in the middle of, or the newest, with what they answered so far. */
async function loadCurrent(
  { store }: Context,
  { state, personId }: Session,
  consultation: string | undefined,
): Promise<{ current: Current | null; key: Loaded['key'] }> {
  const begun = 'version' in state && state.consultation === consultation ? state.version : undefined
  const meeting = consultation
    ? await store.batched(findMeetings, { consultation, personId, begun })
    : undefined
  if (!meeting) return { current: null, key: null }
  const { key, state: participation, ...rest } = meeting
  return { current: { ...rest, participation, seed: key ? Buffer.from(key).readUInt32BE(0) : 0 }, key }
}

/** A message that can only be an answer to what stands: nobody needs a menu for it. */
function isPlain({ at }: Session['state'], { text, choice }: Incoming, current: Current | null): boolean {
  if (at === 'home' || current?.status !== 'open') return false
  return choice ? /^[asgynf]:/.test(choice) : !text?.trim().startsWith('/')
}

async function loadMenus(
  context: Context,
  session: Session,
  incoming: Incoming,
  world: World,
): Promise<Partial<World>> {
  const { store, config } = context
  const { db, keyring } = store
  const { person, personId, state } = session
  const consultations = await allConsultations(db)
  const open = consultations
    .filter(({ status, definition }) => status === 'open' && isHere(definition.places, world.channel.name))
    .map((one) => listed(one, []))
  const entities = person?.isContact && personId ? await contactsOf(db, personId) : []
  const entityIds = entities.map(({ entityId }) => entityId)
  const deadlineId = remindedOf(state, incoming)
  const isConcerned = entities.length > 0 || Boolean(person?.staff) || deadlineId !== undefined
  const managed = person?.staff ? await loadManaged(db, consultations) : []
  const maySeeAnnouncements = person?.staff ? may(person.staff.role, 'delivery.read') : false
  return {
    open,
    managed,
    moderation: await loadModeration(context, session, incoming),
    announcements: maySeeAnnouncements ? await allAnnouncements(db) : [],
    hasNews: personId ? await hasNews(db, personId) : false,
    preferences: personId ? await preferencesOf(db, personId) : null,
    linked:
      personId && isAboutLinks(incoming) ? await linkedChannels(db, keyring, personId, incoming.from) : [],
    hasCalendar: personId && entities.length > 0 ? await hasFeed(db, personId) : false,
    person: person
      ? {
          ...person,
          entities: entities.map(({ entityId, names }) => ({ id: entityId, name: { text: names } })),
        }
      : null,
    ...(personId && isConcerned
      ? await deadlinesFor(
          db,
          { personId, staffRole: person?.staff?.role ?? null, entityIds },
          {
            deadlineId,
            changeId: changeIn(incoming.choice ?? '')?.id,
            today: world.today,
            timeZone: world.timeZone,
            calendar: calendarOf(config.HOLIDAYS, config.TIME_ZONE),
          },
        )
      : {}),
    measures: isAboutPlan(incoming) ? await measuresLed(db, entityIds, world.today) : [],
    outcomes: isAboutOutcomes(incoming) ? await outcomesFor(context, personId, outcomeIn(incoming)) : null,
    withdrawable:
      personId && isAboutErasing(incoming) ? await withdrawableFor(db, personId, consultations) : [],
    hasOutcomes: consultations.some(({ publishedAt }) => publishedAt !== null),
  }
}

/** The texts of others are read only by whoever is reading them for the programme. */
async function loadModeration(
  context: Context,
  { person, state }: Session,
  incoming: Incoming,
): Promise<Moderation | null> {
  if (!person?.staff || !may(person.staff.role, 'text.review')) return null
  const tapped = moderationIn(incoming.choice ?? '')
  const isReading = tapped ?? (state.at === 'moderate' || commandIn(incoming)?.name === 'moderate')
  const standing = state.at === 'moderate' ? state.text : undefined
  return isReading ? moderationFor(context, tapped?.text || standing) : null
}

async function withdrawableFor(db: Db, personId: string, consultations: readonly Consultation[]) {
  const ids = await withdrawable(db, personId)
  return consultations
    .filter(({ id }) => ids.includes(id))
    .map(({ id, definition: { title } }) => ({ id, title }))
}

async function loadManaged(db: Db, consultations: readonly Consultation[]): Promise<readonly Listed[]> {
  const known = await knownEntities(db)
  return consultations.map((one) =>
    listed(one, one.status === 'draft' ? missingToOpen(one.definition, known) : []),
  )
}

function listed({ id, status, closesOn, definition }: Consultation, missing: Listed['missing']): Listed {
  return { id, title: { text: definition.title }, status, closesOn, missing }
}
