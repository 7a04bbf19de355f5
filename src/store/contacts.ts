/** Who speaks for which entity, how they are reached, and what becomes of what they were asked when they no longer do. */
import { localeOf, sourceLocale, type Locale, type Localized } from '../domain/phrase.ts'
import type { ContactRole } from '../domain/staff.ts'
import { takeBack } from './deadlines.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** Somebody who speaks for an entity, by no name. */
export interface SpokenFor {
  readonly entityId: string
  readonly personId: string
  readonly role: ContactRole
  /** What the seat is called; null where it goes by its role. */
  readonly title: Localized | null
  /** Where they can be reached, the preferred one first; empty when nowhere, or after `/stop`. */
  readonly channels: readonly string[]
  readonly locale: Locale
  readonly since: Date
}

/** Everybody who speaks for an entity now, or for one of them. */
export async function allContacts(db: Db, entityId?: string): Promise<readonly SpokenFor[]> {
  const rows = await db.contact.findMany({
    where: { endedAt: null, ...(entityId ? { entityId } : {}) },
    include: {
      person: {
        include: { addresses: { where: { suppressedAt: null }, orderBy: [{ isPreferred: 'desc' }] } },
      },
    },
    orderBy: [{ entityId: 'asc' }, { role: 'asc' }, { since: 'asc' }],
  })
  return rows.map(({ person, ...row }) => ({
    entityId: row.entityId,
    personId: row.personId,
    role: row.role as ContactRole,
    title: row.title as Localized | null,
    channels: person.stoppedAt ? [] : [...new Set(person.addresses.map(({ channel }) => channel))],
    locale: localeOf(person.locale) ?? sourceLocale,
    since: row.since,
  }))
}

/** Entities that have something to do and nobody who can be asked. */
export async function unreachedEntities(
  db: Db,
  entityId?: string,
): Promise<readonly { readonly id: string; readonly names: Localized }[]> {
  const isReached = {
    endedAt: null,
    person: { stoppedAt: null, addresses: { some: { suppressedAt: null } } },
  }
  const rows = await db.entity.findMany({
    where: {
      ...(entityId ? { id: entityId } : {}),
      deadlines: { some: { status: 'open' } },
      contacts: { none: isReached },
    },
    orderBy: { id: 'asc' },
    select: { id: true, names: true },
  })
  return rows.map(({ id, names }) => ({ id, names: names as Localized }))
}

/** A person and an entity they no longer speak for. */
export interface EndedContact {
  readonly personId: string
  readonly entityId: string
  readonly entityNames: Localized
}

/** Ends what a person says for an entity, for all of theirs, or what anybody says for it; the rows stay as history. */
export async function endContacts(
  tx: Db,
  whose: { readonly personId?: string | undefined; readonly entityId?: string | undefined },
  at: Date,
): Promise<readonly EndedContact[]> {
  const rows = await tx.contact.updateManyAndReturn({
    where: {
      endedAt: null,
      ...(whose.personId ? { personId: whose.personId } : {}),
      ...(whose.entityId ? { entityId: whose.entityId } : {}),
    },
    data: { endedAt: at },
    include: { entity: { select: { names: true } } },
  })
  const ended = rows.map(({ personId, entityId, entity }) => ({
    personId,
    entityId,
    entityNames: entity.names as Localized,
  }))
  return [...new Map(ended.map((one) => [`${one.personId}/${one.entityId}`, one])).values()]
}

/**
 * What somebody was asked and has not answered goes to whoever is next in line: it is taken back where it has not left, and the policies
 * decide anew, without them. `entityIds` leaves what they were asked for others; without it everything is passed on.
 */
export async function passOn(
  tx: Db,
  personId: string,
  now: Date,
  entityIds?: readonly string[],
): Promise<void> {
  const theirs = entityIds
    ? Prisma.sql`(d.entity_id = any(${[...entityIds]}::text[]) or (r.role in ('coordinator', 'plenipotentiary')
        and exists (select from plan where is_current and coordinator = any(${[...entityIds]}::text[]))))`
    : Prisma.sql`true`
  const asked = await tx.$queryRaw<{ id: bigint }[]>`
    update deadline d set reminded_at = null, next_at = ${now}
    where d.status = 'open' and exists (
      select from reminder r where r.deadline_id = d.id and r.due_on = d.due_on and r.person_id = ${personId}::uuid and r.held_back is null
        and (d.acknowledged_at is null or d.acknowledged_at < r.decided_at) and ${theirs})
    returning d.id`
  await takeBack(
    tx,
    asked.map(({ id }) => String(id)),
    Prisma.sql`r.person_id = ${personId}::uuid`,
  )
}
