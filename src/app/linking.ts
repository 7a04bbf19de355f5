/** One person, two messengers: a code from the one, typed in the other, makes them the same person. */
import type { Redeemed } from '../domain/dialogue.ts'
import type { Address } from '../domain/message.ts'
import { say } from '../domain/phrase.ts'
import { hashCode } from '../runtime/crypto.ts'
import { record } from '../store/audit.ts'
import { addAddress, linkedChannels, preferAddress } from '../store/addresses.ts'
import { passOn } from '../store/contacts.ts'
import { addSingles } from '../store/deliveries.ts'
import { bothTookPart, mergePeople, olderOf } from '../store/linking.ts'
import { addInvitation, dropLinkCodes, reopenInvitation } from '../store/staff.ts'
import type { Context } from './context.ts'

/** Long enough to take up another device, too short to be found on a screen the next day. */
const validMs = 10 * 60_000

/** Keeps a code that links whoever types it; an earlier one no longer works. */
export async function offerLink({ store, clock }: Context, personId: string, code: string): Promise<void> {
  await dropLinkCodes(store.db, personId)
  const expiresAt = new Date(clock.now().getTime() + validMs)
  await addInvitation(
    store.db,
    hashCode(code),
    { kind: 'link', personId },
    { expiresAt, createdBy: personId },
  )
}

/** Who types a link's code: an address, and the person it belongs to, if any. */
export interface Linking {
  readonly from: Address
  readonly personId: string | null
  readonly code: string
}

/**
 * Makes the one who offered a code and the one who types it the same person, in the turn's transaction; `stays` is their id from now on.
 * Both are told what was linked, in the channel that is written to.
 */
export async function acceptLink(
  context: Context,
  offeredBy: string,
  { from, personId, code }: Linking,
): Promise<{ readonly redeemed: Redeemed; readonly stays: string | null }> {
  const { store, clock } = context
  const { db: tx, keyring } = store
  if (personId === offeredBy) {
    await reopenInvitation(tx, hashCode(code))
    return { redeemed: { is: 'link-self' }, stays: personId }
  }
  const [first] = await linkedChannels(tx, keyring, offeredBy, from)
  const at = clock.now()
  const stays = personId ? await merge(context, offeredBy, personId) : offeredBy
  if (!stays) return { redeemed: { is: 'link-both-answered' }, stays: personId }
  if (!personId) await addAddress(tx, keyring, offeredBy, from)
  if (first) await preferAddress(tx, stays, first.id)
  const reply = { parts: [say('link-told', { channel: say(`channel-${from.channel}`) })] }
  await addSingles(tx, keyring, [{ recipientId: stays, about: `linked/${at.toISOString()}`, reply }])
  await record(tx, { at, actor: stays, act: 'person.link', subject: `person/${stays}` })
  return { redeemed: { is: 'linked', to: first?.channel ?? from.channel }, stays }
}

/** Undefined when both have answered the same consultation. */
async function merge({ store, clock }: Context, one: string, other: string): Promise<string | undefined> {
  const { db: tx, keyring } = store
  const { stays, goes } = await olderOf(tx, one, other)
  if (await bothTookPart(tx, one, other)) return undefined
  await mergePeople(tx, keyring, { stays, goes }, clock.now())
  const { stoppedAt } = await tx.person.findUniqueOrThrow({ where: { id: stays } })
  if (stoppedAt) await passOn(tx, stays, clock.now())
  return stays
}
