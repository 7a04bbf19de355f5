/** Links that open calendars: only a keyed hash of each is kept, and a new one ends the one before. */
import type { Day, Localized } from '../domain/phrase.ts'
import { addDays, dateOf, dayOfDate } from '../runtime/clock.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { sourceLocale, localeOf, type Locale } from '../domain/phrase.ts'
import type { Db } from './store.ts'

/** Whose calendar: what a person speaks for, or an entity's. */
export type FeedOwner = { readonly personId: string } | { readonly entityId: string }

/** A calendar that a link opens. */
export interface Feed {
  readonly madeAt: Date
  readonly locale: Locale
  readonly entities: readonly { readonly id: string; readonly names: Localized }[]
}

/** Makes a link work and ends those that worked before. Two at once: the later one works. */
export async function renewFeed(
  tx: Db,
  keyring: Keyring,
  owner: FeedOwner,
  { token, at, by }: { token: string; at: Date; by: string },
): Promise<void> {
  const name = 'personId' in owner ? owner.personId : owner.entityId
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`calendar.${name}`}, 0))::text`
  await revokeFeeds(tx, owner, at)
  const hash = hashOf(keyring, token)
  await tx.calendarFeed.create({ data: { hash, ...owner, createdAt: at, createdBy: by } })
}

/** Ends the links of an owner; how many there were. */
export async function revokeFeeds(tx: Db, owner: FeedOwner, at: Date): Promise<number> {
  const { count } = await tx.calendarFeed.updateMany({
    where: { ...owner, revokedAt: null },
    data: { revokedAt: at },
  })
  return count
}

/** Whether a person has a link that works. */
export async function hasFeed(db: Db, personId: string): Promise<boolean> {
  return (await db.calendarFeed.count({ where: { personId, revokedAt: null } })) > 0
}

/** What a link opens; undefined for one that never was or that has ended. Found by its keyed hash, so that no timing tells how near a guess is. */
export async function findFeed(db: Db, keyring: Keyring, token: string): Promise<Feed | undefined> {
  const row = await db.calendarFeed.findUnique({
    where: { hash: hashOf(keyring, token) },
    include: { entity: true, person: { include: { contacts: spoken } } },
  })
  if (!row || row.revokedAt) return undefined
  const { person, entity } = row
  const entities = person ? person.contacts.map((contact) => contact.entity) : entity ? [entity] : []
  return {
    madeAt: row.createdAt,
    locale: localeOf(person?.locale ?? entity?.language) ?? sourceLocale,
    entities: entities.map(({ id, names }) => ({ id, names: names as Localized })),
  }
}

const spoken = {
  where: { endedAt: null },
  distinct: ['entityId' as const],
  orderBy: { entityId: 'asc' as const },
  include: { entity: true },
}

/** A deadline as a calendar shows it. */
export interface CalendarDeadline {
  readonly id: bigint
  readonly source: string
  readonly names: Localized
  readonly code: string
  readonly dueOn: Day
  readonly status: 'open' | 'done' | 'dropped'
  readonly entityNames: Localized
  readonly measure: { readonly code: string; readonly names: Localized } | null
  /** How often somebody changed it, and when last. */
  readonly changes: number
  readonly changedAt: Date | null
}

/** What is over stays in a calendar for so long. */
const daysBack = 180

/** Everything open of these entities, and what is done or dropped since `daysBack` days before `today`. */
export async function calendarDeadlines(
  db: Db,
  entityIds: readonly string[],
  today: Day,
): Promise<readonly CalendarDeadline[]> {
  const since = dateOf(addDays(today, -daysBack))
  const rows = await db.deadline.findMany({
    where: {
      entityId: { in: [...entityIds] },
      OR: [{ status: 'open', ...notOver }, { dueOn: { gte: since } }],
    },
    include: { entity: { select: { names: true } }, measure: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const changed = await db.planChange.groupBy({
    by: ['subject'],
    // That something was written down at all is no change of it.
    where: { subject: { in: rows.map(({ source }) => source) }, field: { not: '' } },
    _count: true,
    _max: { at: true },
  })
  const changes = new Map(changed.map((one) => [one.subject, one]))
  return rows.map(({ id, source, code, dueOn, measure, ...row }) => ({
    id,
    source,
    code,
    names: row.names as Localized,
    dueOn: dayOfDate(dueOn),
    status:
      row.status === 'open' && over.includes(measure?.status ?? '')
        ? 'dropped'
        : (row.status as CalendarDeadline['status']),
    entityNames: row.entity.names as Localized,
    measure: measure && { code: measure.code, names: measure.names as Localized },
    changes: changes.get(source)?._count ?? 0,
    changedAt: changes.get(source)?._max.at ?? null,
  }))
}

/** Nothing is due any more of a measure that ended one way or the other. */
const over = ['done', 'cancelled', 'carried_over']
const notOver = { OR: [{ measureId: null }, { measure: { status: { notIn: over } } }] }

function hashOf(keyring: Keyring, token: string): Uint8Array<ArrayBuffer> {
  return keyring.lookup(token, 'calendar')
}
