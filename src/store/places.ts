/** Groups and server channels that carry announcements, sealed like the addresses of people. */
import { randomUUID } from 'node:crypto'
import type { Address } from '../domain/message.ts'
import type { Locale } from '../domain/phrase.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { lookupOf } from './sessions.ts'
import type { Db } from './store.ts'

/** A place as staff choose it. */
export interface Chosen {
  readonly place: Address
  /** How staff tell it from others; never read from the platform. */
  readonly label: string
  /** The language it reads. */
  readonly locale: Locale
  readonly by: string
  readonly at: Date
}

/** Makes a place carry announcements, or carry them in another language or under another name; returns its id. */
export async function choosePlace(
  db: Db,
  keyring: Keyring,
  { place, label, locale, by, at }: Chosen,
): Promise<string> {
  const lookup = lookupOf(keyring, place)
  const sealed = keyring.seal(place.value, `address:${place.channel}`)
  const { id } = await db.place.upsert({
    where: { lookup },
    create: {
      id: randomUUID(),
      channel: place.channel,
      lookup,
      sealed,
      label,
      locale,
      addedBy: by,
      addedAt: at,
    },
    update: { label, locale, suppressedAt: null, suppressedBy: null },
  })
  return id
}

/** Forgets a place and returns the id it had; undefined when it was none. */
export async function leavePlace(db: Db, keyring: Keyring, place: Address): Promise<string | undefined> {
  const lookup = lookupOf(keyring, place)
  const found = await db.place.findUnique({ where: { lookup }, select: { id: true } })
  await db.place.deleteMany({ where: { lookup } })
  return found?.id
}

/** Keeps the value under which a place is reached from now on: a group that became a supergroup has a new id. */
export async function movePlace(db: Db, keyring: Keyring, id: string, to: Address): Promise<void> {
  const lookup = lookupOf(keyring, to)
  const sealed = keyring.seal(to.value, `address:${to.channel}`)
  await db.$executeRaw`
    update place set lookup = ${lookup}, sealed = ${sealed}
    where id = ${id}::uuid and channel = ${to.channel} and not exists (select from place where lookup = ${lookup})`
}
