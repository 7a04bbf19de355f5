/** One person, two messengers: a code from the one, typed in the other, makes them the same person. */
import { isAdmitted, oldestAge, youngestAge } from '../domain/audience.ts'
import type { Redeemed, State } from '../domain/dialogue.ts'
import { carriedOn } from '../domain/dialogues/link.ts'
import type { Address, ChannelName } from '../domain/message.ts'
import { say } from '../domain/phrase.ts'
import { hashCode } from '../runtime/crypto.ts'
import { record } from '../store/audit.ts'
import { addAddress, linkedChannels, preferAddress } from '../store/addresses.ts'
import { passOn } from '../store/contacts.ts'
import { addSingles } from '../store/deliveries.ts'
import { bandsOf, holdPeople, isInOffice, mergePeople } from '../store/linking.ts'
import { stateOf } from '../store/sessions.ts'
import { addInvitation, dropLinkCodes, reopenInvitation } from '../store/staff.ts'
import { Superseded } from '../store/store.ts'
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

/** Who types a link's code: an address, the person it belongs to, if any, and where their conversation stands. */
export interface Linking {
  readonly from: Address
  readonly personId: string | null
  readonly code: string
  readonly state: State
}

/** What came of it; `stays` is the id of whoever typed the code from now on, `state` where they go on. */
export interface Linked {
  readonly redeemed: Redeemed
  readonly stays: string | null
  readonly state: State
}

/**
 * Makes the one who offered a code and the one who types it the same person, in the turn's transaction. Until it is over nobody answers
 * as either of them. Both are told what was linked, in the channel that is written to.
 */
export async function acceptLink(
  context: Context,
  offeredBy: string,
  { from, personId, code, state }: Linking,
): Promise<Linked> {
  const { db: tx, keyring } = context.store
  const refused = { stays: personId, state }
  if (personId === offeredBy) {
    await reopenInvitation(tx, hashCode(code))
    return { ...refused, redeemed: { is: 'link-self' } }
  }
  const people = await holdPeople(tx, keyring, { offeredBy, personId, from })
  if (personId && !people.includes(personId)) throw new Superseded()
  // erased while the code was on its way
  if (!people.includes(offeredBy)) return { ...refused, redeemed: { is: 'wrong' } }
  if (!(await isOldEnough(context, people, from))) {
    await reopenInvitation(tx, hashCode(code))
    return { ...refused, redeemed: { is: 'link-too-young' } }
  }
  const [first] = await linkedChannels(tx, keyring, offeredBy, from)
  const goesOn = carriedOn([state, await stateOf(tx, keyring, offeredBy)])
  const { stays, hasBoth } = personId
    ? await merge(context, offeredBy, personId)
    : { stays: offeredBy, hasBoth: false }
  if (!personId) await addAddress(tx, keyring, offeredBy, from)
  if (first) await preferAddress(tx, stays, first.id)
  await tell(context, stays, from.channel)
  return { redeemed: { is: 'linked', to: first?.channel ?? from.channel, hasBoth }, stays, state: goesOn }
}

/** Nobody is brought by a code to where they are too young to be written to: the younger of two ages counts, in every channel. */
async function isOldEnough(
  { store, config }: Context,
  people: readonly string[],
  { channel }: Address,
): Promise<boolean> {
  const { bands, channels } = await bandsOf(store.db, people)
  const audience = { from: youngestAge, to: oldestAge }
  const ages = [...channels, channel].map((name) => config.CHANNEL_MIN_AGE[name as ChannelName] ?? 0)
  return bands.every((band) => isAdmitted(band, { minAge: Math.max(...ages), audience }) === 'yes')
}

async function merge(
  { store, clock }: Context,
  offeredBy: string,
  personId: string,
): Promise<{ readonly stays: string; readonly hasBoth: boolean }> {
  const { db: tx, keyring } = store
  const { stays, hasBoth } = await mergePeople(tx, keyring, { there: offeredBy, here: personId }, clock.now())
  const { stoppedAt } = await tx.person.findUniqueOrThrow({ where: { id: stays } })
  if (stoppedAt) await passOn(tx, stays, clock.now())
  return { stays, hasBoth }
}

/** What people with an office link is written down, as everything they do; of anybody else only that it is so is kept. */
async function tell({ store, clock }: Context, stays: string, channel: ChannelName): Promise<void> {
  const { db: tx, keyring } = store
  const at = clock.now()
  const reply = { parts: [say('link-told', { channel: say(`channel-${channel}`) })] }
  await addSingles(tx, keyring, [{ recipientId: stays, about: `linked/${at.toISOString()}`, reply }])
  if (await isInOffice(tx, stays))
    await record(tx, { at, actor: stays, act: 'person.link', subject: `person/${stays}` })
}
