/** Members of staff, people who speak for entities, and the codes that make them so. */
import { sourceLocale, type Localized } from '../domain/phrase.ts'
import type { ContactRole, StaffRole } from '../domain/staff.ts'
import type { Db } from './store.ts'

/** What a code turns a person into. */
export type Invited =
  | { readonly kind: 'staff'; readonly role: StaffRole; readonly label: string }
  | {
      readonly kind: 'contact'
      readonly entityId: string
      readonly role: ContactRole
      readonly label: string
    }
  /** The same person as the one who offered it. */
  | { readonly kind: 'link'; readonly personId: string }

export interface StaffMember {
  readonly personId: string
  readonly role: StaffRole
  readonly label: string
  readonly since: Date
}

/** A person as one entity knows them. */
export interface EntityContact {
  readonly entityId: string
  readonly names: Localized
  readonly role: ContactRole
}

/** A code that nobody has used yet; the code itself is nowhere. */
export interface OpenInvitation {
  readonly invited: Exclude<Invited, { kind: 'link' }>
  readonly expiresAt: Date
}

export async function addInvitation(
  db: Db,
  hash: Uint8Array<ArrayBuffer>,
  invited: Invited,
  { expiresAt, createdBy }: { expiresAt: Date; createdBy: string },
): Promise<void> {
  const { role, label } = invited.kind === 'link' ? { role: '', label: '' } : invited
  const entityId = invited.kind === 'contact' ? invited.entityId : null
  await db.invitation.create({
    data: { hash, kind: invited.kind, role, label, entityId, expiresAt, createdBy },
  })
}

/** Codes are used one after the other: two who type each other's at the same moment would wait for each other for ever. */
export async function oneCodeAtATime(tx: Db): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('invitation', 0))::text`
}

/** Uses a code up and says what it was for; undefined when there is no such code, it is used, or too old. Two at once: one gets it. */
export async function useInvitation(
  db: Db,
  hash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<Invited | undefined> {
  const { count } = await db.invitation.updateMany({
    where: { hash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (count !== 1) return undefined
  return invitedOf(await db.invitation.findUniqueOrThrow({ where: { hash } }))
}

/** Lets a code be used after all. */
export async function reopenInvitation(tx: Db, hash: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.invitation.updateMany({ where: { hash }, data: { usedAt: null } })
}

/** Forgets the codes by which a person could be linked, but one that is being used at this very moment. */
export async function dropLinkCodes(tx: Db, personId: string): Promise<void> {
  await tx.$executeRaw`
    delete from invitation where hash in (
      select hash from invitation where kind = 'link' and created_by = ${personId} for update skip locked)`
}

export async function openInvitations(
  db: Db,
  kind: 'staff' | 'contact',
  now: Date,
): Promise<readonly OpenInvitation[]> {
  const rows = await db.invitation.findMany({
    where: { kind, usedAt: null, expiresAt: { gt: now } },
    orderBy: { expiresAt: 'asc' },
  })
  return rows.flatMap((row) => {
    const invited = invitedOf(row)
    return invited.kind === 'link' ? [] : [{ invited, expiresAt: row.expiresAt }]
  })
}

/** Makes a person a member of staff; somebody who is one already gets the new role. */
export async function addStaff(
  db: Db,
  personId: string,
  { role, label }: { role: StaffRole; label: string },
  since: Date,
): Promise<void> {
  const row = { role, label, since, revokedAt: null }
  await db.staff.upsert({ where: { personId }, create: { personId, ...row }, update: row })
}

/** Makes a person speak for an entity. `label` is what the seat is called; without one it goes by its role. */
export async function addContact(
  db: Db,
  personId: string,
  { entityId, role, label }: { entityId: string; role: ContactRole; label?: string },
  since: Date,
): Promise<void> {
  const key = { entityId, personId, role }
  const row = { since, endedAt: null, ...(label ? { title: { [sourceLocale]: label } } : {}) }
  await db.contact.upsert({
    where: { entityId_personId_role: key },
    create: { ...key, ...row },
    update: row,
  })
}

/** The role a person has now; undefined for everybody who is not staff, or no longer. */
export async function staffOf(db: Db, personId: string): Promise<StaffMember | undefined> {
  const row = await db.staff.findFirst({ where: { personId, revokedAt: null } })
  return row ? memberOf(row) : undefined
}

export async function allStaff(db: Db): Promise<readonly StaffMember[]> {
  const rows = await db.staff.findMany({ where: { revokedAt: null }, orderBy: { since: 'asc' } })
  return rows.map(memberOf)
}

/** Takes the role away at once; false when the person has none. */
export async function revoke(db: Db, personId: string, now: Date): Promise<boolean> {
  const { count } = await db.staff.updateMany({
    where: { personId, revokedAt: null },
    data: { revokedAt: now },
  })
  return count === 1
}

/** The entities a person speaks for, by their order in the plan. */
export async function contactsOf(db: Db, personId: string): Promise<readonly EntityContact[]> {
  const rows = await db.contact.findMany({
    where: { personId, endedAt: null },
    include: { entity: true },
    distinct: ['entityId'],
    orderBy: [{ entityId: 'asc' }, { role: 'asc' }],
  })
  return rows.map(({ entityId, role, entity }) => ({
    entityId,
    names: entity.names as Localized,
    role: role as ContactRole,
  }))
}

export async function entityIds(db: Db): Promise<readonly string[]> {
  const rows = await db.entity.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

function invitedOf({
  kind,
  role,
  entityId,
  label,
  createdBy,
}: {
  kind: string
  role: string
  entityId: string | null
  label: string
  createdBy: string
}): Invited {
  if (kind === 'link') return { kind, personId: createdBy }
  return kind === 'contact'
    ? { kind: 'contact', entityId: entityId!, role: role as ContactRole, label }
    : { kind: 'staff', role: role as StaffRole, label }
}

function memberOf({
  personId,
  role,
  label,
  since,
}: {
  personId: string
  role: string
  label: string
  since: Date
}): StaffMember {
  return { personId, role: role as StaffRole, label, since }
}
