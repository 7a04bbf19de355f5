/** People change, entities stay: who speaks for whom, and what happens when somebody no longer does. */
import type { Localized } from '../domain/phrase.ts'
import { say } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { record } from '../store/audit.ts'
import {
  allContacts,
  endContacts,
  passOn,
  unreachedEntities,
  type EndedContact,
  type SpokenFor,
} from '../store/contacts.ts'
import { addSingles } from '../store/deliveries.ts'
import { entityIds, openInvitations, type OpenInvitation } from '../store/staff.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'
import { isId } from './staff.ts'

/** Who speaks for whom, and where somebody is missing. */
export interface ContactList {
  /** Entities that have something to do and nobody who can be asked. */
  readonly unreached: readonly { readonly id: string; readonly names: Localized }[]
  readonly contacts: readonly SpokenFor[]
  readonly invitations: readonly OpenInvitation[]
}

/** Everybody who speaks for an entity, or for this one; never an address. @throws {Problem} `entity-unknown` */
export async function listContacts({ store, clock }: Context, entityId?: string): Promise<ContactList> {
  const { db } = store
  if (entityId) await knownEntity(db, entityId)
  const invitations = await openInvitations(db, 'contact', clock.now())
  return {
    unreached: await unreachedEntities(db, entityId),
    contacts: await allContacts(db, entityId),
    invitations: invitations.filter(
      ({ invited }) => !entityId || (invited.kind === 'contact' && invited.entityId === entityId),
    ),
  }
}

/** Whose speaking ends: a person's, for one entity or for all of theirs, or everybody's for an entity. */
export interface Ending {
  readonly personId?: string | undefined
  readonly entityId?: string | undefined
  readonly actor: string
}

/**
 * Ends it at once: the history stays, what is open goes to the next in line, and they are told.
 * @throws {Problem} `contact-end-whom`, `entity-unknown`, `contact-unknown`
 */
export async function endContact(context: Context, ending: Ending): Promise<readonly EndedContact[]> {
  const { personId, entityId } = ending
  if (!personId && !entityId) throw new Problem('contact-end-whom')
  return context.store.transaction(async (tx) => {
    if (entityId) await knownEntity(tx, entityId)
    const isPossible = !personId || isId(personId)
    const ended = isPossible ? await endContacts(tx, { personId, entityId }, context.clock.now()) : []
    if (ended.length === 0) throw new Problem('contact-unknown', { id: personId ?? entityId! })
    for (const one of ended) await letGo(tx, context, one, ending.actor)
    return ended
  })
}

async function letGo(
  tx: Db,
  { store, clock }: Context,
  { personId, entityId, entityNames }: EndedContact,
  actor: string,
): Promise<void> {
  const at = clock.now()
  await passOn(tx, personId, at, [entityId])
  await record(tx, { at, actor, act: 'contact.end', subject: `entity/${entityId}/${personId}` })
  await addSingles(tx, store.keyring, [
    {
      recipientId: personId,
      about: `contact-ended/${entityId}/${at.toISOString()}`,
      reply: { parts: [say('contact-ended', { entity: entityNames })] },
    },
  ])
}

async function knownEntity(db: Db, id: string): Promise<void> {
  const known = await entityIds(db)
  if (!known.includes(id)) throw new Problem('entity-unknown', { id, known: known.join(', ') })
}
