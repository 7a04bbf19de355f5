/** How people come to work for the programme: a one-time code makes the account that opens it a member of staff or a contact. */
import { Problem } from '../domain/problem.ts'
import type { ContactRole, StaffRole } from '../domain/staff.ts'
import { hashCode, randomCode } from '../runtime/crypto.ts'
import { record } from '../store/audit.ts'
import { takeBackStop } from '../store/respondents.ts'
import {
  addContact,
  addInvitation,
  addStaff,
  allStaff,
  entityIds,
  openInvitations,
  revoke,
  useInvitation,
  type Invited,
  type OpenInvitation,
  type StaffMember,
} from '../store/staff.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'
import { guess } from './guesses.ts'

const validMs = 7 * 24 * 3_600_000

/** A code to hand over; it is shown once and kept nowhere. */
export interface Invitation {
  readonly code: string
  readonly expiresAt: Date
}

/** Invites somebody to a role. `label` is how the panel calls the seat ("Desk of the coordinator"), not a person's name. */
export function inviteStaff(
  context: Context,
  { role, label, actor }: { role: StaffRole; label: string; actor: string },
): Promise<Invitation> {
  return invite(context, { kind: 'staff', role, label }, actor)
}

/** Invites somebody to speak for an entity; `label` is how their seat is called, and may be empty. @throws {Problem} `no-entities` or `entity-unknown` */
export async function inviteContact(
  context: Context,
  { entityId, role, label, actor }: { entityId: string; role: ContactRole; label: string; actor: string },
): Promise<Invitation> {
  const known = await entityIds(context.store.db)
  if (known.length === 0) throw new Problem('no-entities')
  if (!known.includes(entityId))
    throw new Problem('entity-unknown', { id: entityId, known: known.join(', ') })
  return invite(context, { kind: 'contact', entityId, role, label }, actor)
}

/** What came of a code: what the person is now, or a refusal that does not tell a wrong code from a used or an old one. */
export type Redemption = Invited | 'wrong' | 'too-many'

/**
 * Turns a code into a role. `personId` may be a function that makes the person: it is called only for a right code, so that
 * a wrong one leaves nothing of whoever typed it, and not for one that links two channels. After five wrong codes in an hour a right one is refused as well.
 */
export async function redeemInvitation(
  tx: Db,
  {
    code,
    lookup,
    personId,
    now,
  }: { code: string; lookup: Uint8Array<ArrayBuffer>; personId: string | (() => Promise<string>); now: Date },
): Promise<Redemption> {
  const invited = await guess(tx, 'invitation', { lookup, now }, () => useInvitation(tx, hashCode(code), now))
  if (typeof invited === 'string') return invited
  if (invited.kind === 'link') return invited
  await welcome(tx, invited, typeof personId === 'string' ? personId : await personId(), now)
  return invited
}

/** Everybody who is staff now, and the codes that are still out. */
export async function listStaff({
  store,
  clock,
}: Context): Promise<{ staff: readonly StaffMember[]; invitations: readonly OpenInvitation[] }> {
  return {
    staff: await allStaff(store.db),
    invitations: await openInvitations(store.db, 'staff', clock.now()),
  }
}

/** Takes a role away at once. @throws {Problem} `staff-unknown` */
export async function revokeStaff(
  { store, clock }: Context,
  { personId, actor }: { personId: string; actor: string },
): Promise<void> {
  await store.transaction(async (tx) => {
    const isRevoked = isId(personId) && (await revoke(tx, personId, clock.now()))
    if (!isRevoked) throw new Problem('staff-unknown', { id: personId })
    await record(tx, { at: clock.now(), actor, act: 'staff.revoke', subject: `staff/${personId}` })
  })
}

/** A code that is not of a link between two channels. */
type Office = Exclude<Invited, { kind: 'link' }>

/** Whether somebody can have this id at all; the database refuses to compare with anything else. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

async function invite({ store, clock }: Context, invited: Office, actor: string): Promise<Invitation> {
  const code = randomCode()
  const at = clock.now()
  const expiresAt = new Date(at.getTime() + validMs)
  await store.transaction(async (tx) => {
    await addInvitation(tx, hashCode(code), invited, { expiresAt, createdBy: actor })
    await record(tx, {
      at,
      actor,
      act: `${invited.kind}.invite`,
      subject: subjectOf(invited),
      details: { role: invited.role, label: invited.label },
    })
  })
  return { code, expiresAt }
}

async function welcome(tx: Db, invited: Office, personId: string, now: Date): Promise<void> {
  if (invited.kind === 'staff') await addStaff(tx, personId, invited, now)
  else await addContact(tx, personId, invited, now)
  // whoever takes up an office can be asked in it
  await takeBackStop(tx, personId)
  await record(tx, {
    at: now,
    actor: personId,
    act: `${invited.kind}.join`,
    subject: subjectOf(invited, personId),
    details: { role: invited.role },
  })
}

function subjectOf(invited: Office, personId?: string): string {
  const place = invited.kind === 'staff' ? 'staff' : `entity/${invited.entityId}`
  return personId ? `${place}/${personId}` : place
}
