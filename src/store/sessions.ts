/** Where each conversation stands, and which messages were answered already. */
import type { Reply, State } from '../domain/dialogue.ts'
import { atHome, stateVersion } from '../domain/dialogue.ts'
import type { Address, ChannelName, Incoming } from '../domain/message.ts'
import { locales, type Locale } from '../domain/phrase.ts'
import { staffRoleOf, type StaffRole } from '../domain/staff.ts'
import { digest, type Keyring } from '../runtime/crypto.ts'
import { hex } from './responses.ts'
import { Superseded, type Db } from './store.ts'

/** What is known of somebody who agreed to something, or works with the city. */
export interface Known {
  readonly ageBand: string | null
  readonly isStopped: boolean
  readonly staff: { readonly role: StaffRole; readonly label: string } | null
  readonly isContact: boolean
}

/** A conversation as it was found; `turn` is -1 when there was none. */
export interface Session {
  readonly key: Uint8Array<ArrayBuffer>
  readonly personId: string | null
  readonly person: Known | null
  readonly state: State
  readonly replies: readonly Reply[]
  readonly locale: Locale | undefined
  readonly turn: number
  /** Where the last turn was taken. */
  readonly channel: ChannelName | undefined
  readonly updatedAt: Date | undefined
  /** This very message was answered before. */
  readonly isSeen: boolean
}

interface Row {
  person_id: string | null
  key: Uint8Array<ArrayBuffer>
  state: Uint8Array | null
  replies: Uint8Array | null
  locale: string | null
  turn: number | null
  updated_at: Date | null
  is_seen: boolean
  age_band: string | null
  stopped_at: Date | null
  role: string | null
  label: string | null
  is_contact: boolean
}

/**
 * Finds the conversations of the addresses that wrote, in one statement. Each row is looked up by its own index (a `limit 1`
 * keeps the planner from reading a whole table for a crowd), so the cost does not grow with what is stored.
 */
export async function findSessions(
  db: Db,
  keyring: Keyring,
  incomings: readonly Pick<Incoming, 'id' | 'from'>[],
): Promise<readonly Session[]> {
  const asked = incomings.map((incoming, n) => ({
    n,
    lookup: hex(lookupOf(keyring, incoming.from)),
    seen: hex(seenId(incoming)),
  }))
  const rows = await db.$queryRaw<Row[]>`
    select a.person_id, k.key, s.state, s.replies, s.locale, s.turn, s.updated_at, coalesce(e.is_seen, false) as is_seen,
           p.age_band, p.stopped_at, f.role, f.label, coalesce(c.is_contact, false) as is_contact
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as l (n int, lookup text, seen text)
    left join lateral (select person_id from address where lookup = decode(l.lookup, 'hex') limit 1) a on true
    left join lateral (select age_band, stopped_at from person where id = a.person_id limit 1) p on true
    left join lateral (select role, label from staff where person_id = a.person_id and revoked_at is null limit 1) f on true
    left join lateral (select true as is_contact from contact where person_id = a.person_id and ended_at is null limit 1) c on true
    left join lateral (select true as is_seen from seen where id = decode(l.seen, 'hex') limit 1) e on true
    cross join lateral (select coalesce(uuid_send(a.person_id), decode(l.lookup, 'hex')) as key) k
    left join lateral (select state, replies, locale, turn, updated_at from session where key = k.key limit 1) s on true
    order by l.n`
  return rows.map((row) => sessionOf(row, keyring))
}

/** Marks a message as answered without keeping a conversation. False when it was answered before. */
export async function markSeen(db: Db, incoming: Pick<Incoming, 'id' | 'from'>, at: Date): Promise<boolean> {
  return (
    (await db.$executeRaw`insert into seen (id, seen_at) values (${seenId(incoming)}, ${at}) on conflict do nothing`) ===
    1
  )
}

/** Where a person's conversation stands; at home where there is none. */
export async function stateOf(db: Db, keyring: Keyring, personId: string): Promise<State> {
  const row = await db.session.findUnique({ where: { key: personKey(personId) } })
  return stateIn(row?.state ?? null, keyring).state
}

/**
 * Holds a conversation until the transaction is over, so that what becomes true in it becomes true of whoever it belongs to.
 * @throws {Superseded} when it has moved on, or its person has become another or nobody.
 */
export async function holdSession(tx: Db, { key, turn, personId }: Session): Promise<void> {
  const [row] = await tx.$queryRaw<{ turn: number }[]>`select turn from session where key = ${key} for update`
  if ((row?.turn ?? -1) !== turn) throw new Superseded()
  if (row || !personId) return
  const people = await tx.$queryRaw<
    unknown[]
  >`select true from person where id = ${personId}::uuid for key share`
  if (people.length === 0) throw new Superseded()
}

/** Forgets a conversation. */
export async function dropSession(db: Db, key: Uint8Array<ArrayBuffer>): Promise<void> {
  await db.$executeRaw`delete from session where key = ${key}`
}

/** Forgets conversations of people who agreed to nothing, after a day, and answered messages after two. */
export async function purgeSessions(db: Db, now: Date): Promise<{ sessions: number; seen: number }> {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const sessions = await db.$executeRaw`
    delete from session where updated_at < ${dayAgo} and not exists (select from person where uuid_send(person.id) = session.key)`
  const seen =
    await db.$executeRaw`delete from seen where seen_at < ${new Date(now.getTime() - 2 * 86_400_000)}`
  return { sessions, seen }
}

/** The key of a person's conversation: the person's id as bytes. */
export function personKey(personId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'))
}

/** What an address is found by: a keyed HMAC, never the address. */
export function lookupOf(keyring: Keyring, { channel, value }: Address): Uint8Array<ArrayBuffer> {
  return keyring.lookup(`${channel}:${value}`, 'address')
}

/** What a message is remembered by once it is answered. */
export function seenId({ id, from }: Pick<Incoming, 'id' | 'from'>): Uint8Array<ArrayBuffer> {
  return digest(`${from.channel}:${id}`)
}

function sessionOf(row: Row, keyring: Keyring): Session {
  const { state, channel } = stateIn(row.state, keyring)
  return {
    key: new Uint8Array(row.key),
    personId: row.person_id,
    person: row.person_id ? knownOf(row) : null,
    state,
    replies: row.replies ? (JSON.parse(keyring.open(row.replies, 'replies')) as Reply[]) : [],
    locale: locales.find((locale) => locale === row.locale),
    turn: row.turn ?? -1,
    channel,
    updatedAt: row.updated_at ?? undefined,
    isSeen: row.is_seen,
  }
}

function stateIn(sealed: Uint8Array | null, keyring: Keyring): Pick<Session, 'state' | 'channel'> {
  if (!sealed) return { state: atHome, channel: undefined }
  const { v, state, channel } = JSON.parse(keyring.open(sealed, 'session')) as {
    v: number
    state: State
    channel?: ChannelName
  }
  return { state: v === stateVersion ? state : atHome, channel }
}

function knownOf({
  age_band: ageBand,
  stopped_at: stoppedAt,
  role,
  label,
  is_contact: isContact,
}: Row): Known {
  const staffRole = staffRoleOf(role ?? '')
  return {
    ageBand,
    isStopped: stoppedAt !== null,
    staff: staffRole ? { role: staffRole, label: label ?? '' } : null,
    isContact,
  }
}
