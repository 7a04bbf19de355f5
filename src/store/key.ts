/** Which key the database is sealed with: a service with another one would not find anybody, and would seal what nobody can open. */
import { Problem } from '../domain/problem.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { settingOf } from './consultations.ts'
import { connectionName, type Db, type Store } from './store.ts'

/** The setting that holds the name of the key; while another one takes its place also that one's, and how far this is. */
const setting = 'contact-key'

export interface Sealing {
  readonly name: string
  readonly next?: string
  /** Index of the table whose turn it is, and the last row of it that is done. */
  readonly table?: number
  readonly after?: readonly string[] | null
}

/**
 * Makes sure that the database is sealed with this store's key; whoever comes first to a new database decides.
 * @throws {Problem} `contact-key-other` when it is another one, `key-rotating` while it is being changed.
 */
export async function claimKey({ db, keyring }: Pick<Store, 'db' | 'keyring'>): Promise<void> {
  const known = (await settingOf<Sealing>(db, setting)) ?? (await firstOf(db, keyring))
  if (known.next) throw new Problem('key-rotating')
  if (known.name !== keyring.name) throw new Problem('contact-key-other')
}

async function firstOf(db: Db, keyring: Keyring): Promise<Sealing> {
  if (!(await opensAddresses(db, keyring))) throw new Problem('contact-key-other')
  await db.$executeRaw`
    insert into setting (name, value, updated_at) values (${setting}, ${JSON.stringify({ name: keyring.name })}::jsonb, now()) on conflict do nothing`
  return (await settingOf<Sealing>(db, setting))!
}

/** A database from before its key had a name shows by its addresses which one it is. */
async function opensAddresses(db: Db, keyring: Keyring): Promise<boolean> {
  const address = await db.address.findFirst({ select: { channel: true, sealed: true } })
  try {
    return !address || keyring.open(address.sealed, `address:${address.channel}`) !== ''
  } catch {
    return false
  }
}

/**
 * Notes that the key is being changed, or finds it noted or done. From here on nothing else starts.
 * @throws {Problem} `contact-key-other` when the database is sealed with neither, or on its way to a third one.
 */
export async function beginRotation(
  tx: Db,
  from: Keyring,
  to: Keyring,
): Promise<'begun' | 'resumed' | 'done'> {
  if (!(await settingOf<Sealing>(tx, setting))) await firstOf(tx, from)
  const { name, next } = await sealingOf(tx)
  if (name === to.name && !next) return 'done'
  if (name !== from.name || (next && next !== to.name)) throw new Problem('contact-key-other')
  if (next) return 'resumed'
  await keepSealing(tx, { name, next: to.name, table: 0, after: null })
  return 'begun'
}

/** How far it is; whoever asks next waits for the end of this transaction. */
export async function sealingOf(tx: Db): Promise<Sealing> {
  const [row] = await tx.$queryRaw<
    { value: Sealing }[]
  >`select value from setting where name = ${setting} for update`
  if (!row) throw new Problem('contact-key-other')
  return row.value
}

export async function keepSealing(tx: Db, sealing: Sealing): Promise<void> {
  await tx.$executeRaw`update setting set value = ${JSON.stringify(sealing)}::jsonb, updated_at = now() where name = ${setting}`
}

/** Whether a service, or a command, is connected that began before and holds the old key. */
export async function isInUse(db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<{ others: bigint }[]>`
    select count(*) as others from pg_stat_activity where datname = current_database() and application_name = ${connectionName}`
  return row!.others > 0n
}

/** What is found by an HMAC of something that is not kept cannot be found with another key: it ends. */
export async function endWhatIsFoundByKey(tx: Db, at: Date): Promise<void> {
  // a person's conversation has their id for a key, of sixteen bytes
  await tx.$executeRaw`delete from session where octet_length(key) <> 16`
  await tx.guess.deleteMany()
  await tx.calendarFeed.updateMany({ where: { revokedAt: null }, data: { revokedAt: at } })
}
