/** The addresses of one person: where they are reached first, and where else. */
import type { Address, ChannelName } from '../domain/message.ts'
import type { Day } from '../domain/phrase.ts'
import { dateOf } from '../runtime/clock.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { lookupOf } from './sessions.ts'
import { Superseded, type Db } from './store.ts'

/** A channel of a person, named by an id and never by its address. */
export interface LinkedChannel {
  readonly id: string
  readonly channel: ChannelName
  readonly isPreferred: boolean
  /** The one that this message came from. */
  readonly isHere: boolean
}

/** Everything a person is reached by, the preferred one first. */
export async function linkedChannels(
  db: Db,
  keyring: Keyring,
  personId: string,
  from: Address,
): Promise<readonly LinkedChannel[]> {
  const here = Buffer.from(lookupOf(keyring, from))
  const rows = await db.address.findMany({
    where: { personId },
    orderBy: [{ isPreferred: 'desc' }, { channel: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, channel, isPreferred, lookup }) => ({
    id,
    channel: channel as ChannelName,
    isPreferred,
    isHere: here.equals(lookup),
  }))
}

/** Whose an address is; null when it is nobody's. */
export async function ownerOf(db: Db, lookup: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const row = await db.address.findUnique({ where: { lookup }, select: { personId: true } })
  return row?.personId ?? null
}

/** Gives a person one address more, in reserve; the conversation that was begun there ends. @throws {Superseded} when it became somebody's */
export async function addAddress(tx: Db, keyring: Keyring, personId: string, from: Address): Promise<void> {
  const lookup = lookupOf(keyring, from)
  const sealed = keyring.seal(from.value, `address:${from.channel}`)
  // the conversation first, as a turn does that makes somebody a person: neither waits for the other in a ring
  await tx.$executeRaw`delete from session where key = ${lookup}`
  const added = await tx.$executeRaw`
    insert into address (id, person_id, channel, lookup, sealed, is_preferred)
    values (gen_random_uuid(), ${personId}::uuid, ${from.channel}, ${lookup}, ${sealed}, false) on conflict (lookup) do nothing`
  if (added !== 1) throw new Superseded()
}

/** Makes one address the one that is written to; the others are in reserve. */
export async function preferAddress(tx: Db, personId: string, addressId: string): Promise<void> {
  await tx.$executeRaw`
    update address set is_preferred = (id = ${addressId}::uuid) where person_id = ${personId}::uuid`
  await tx.$executeRaw`
    update delivery d set channel = a.channel from address a
    where a.id = ${addressId}::uuid and a.suppressed_at is null and d.batch = 0 and d.recipient_id = ${personId}::uuid and d.status in ('waiting', 'held')`
}

/**
 * Takes an address away, unless it is the last one; what waits there goes to one that is left. Whoever asked not to be written to, or not at
 * some hours, has asked so in both places: that wish, and nothing else, goes along. Without one the address is nobody's.
 */
export async function removeAddress(tx: Db, personId: string, addressId: string, today: Day): Promise<void> {
  await tx.$queryRaw`select true from person where id = ${personId}::uuid for update`
  const left = await tx.address.findMany({
    where: { personId, id: { not: addressId } },
    orderBy: [{ suppressedAt: { sort: 'asc', nulls: 'first' } }, { isPreferred: 'desc' }, { channel: 'asc' }],
  })
  if (!left[0]) return
  const leaving = await tx.address.findFirst({ where: { personId, id: addressId } })
  if (!leaving) return
  const own = await wishesOf(tx, personId, today)
  if (own) await tx.address.update({ where: { id: addressId }, data: { personId: own, isPreferred: true } })
  else await tx.address.delete({ where: { id: addressId } })
  await preferAddress(tx, personId, left[0].id)
}

/** A new person with the wishes of this one about not being written to; undefined when there are none. */
async function wishesOf(tx: Db, personId: string, today: Day): Promise<string | undefined> {
  const { locale, stoppedAt, quietFrom, quietTo, timeZone, hasDigest } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
  })
  if (stoppedAt === null && quietFrom === null) return undefined
  const { id } = await tx.person.create({
    data: { locale, stoppedAt, quietFrom, quietTo, timeZone, hasDigest, createdOn: dateOf(today) },
  })
  return id
}
