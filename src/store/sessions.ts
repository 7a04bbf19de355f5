/** Where each conversation stands, and which messages were answered already. */
import type { Answer } from '../domain/consultation.ts'
import type { Reply, State } from '../domain/dialogue.ts'
import { stateVersion } from '../domain/dialogue.ts'
import type { Address, Incoming } from '../domain/message.ts'
import { locales, type Locale } from '../domain/phrase.ts'
import { staffRoleOf, type StaffRole } from '../domain/staff.ts'
import { digest, type Keyring } from '../runtime/crypto.ts'
import { Prisma } from './prisma/client.ts'
import { answerParts, isOpen, type Pass } from './responses.ts'
import type { Db } from './store.ts'

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

/** Finds the conversation of an address in one look-up. */
export async function findSession(db: Db, keyring: Keyring, incoming: Pick<Incoming, 'id' | 'from'>): Promise<Session> {
  const lookup = lookupOf(keyring, incoming.from)
  const [row] = await db.$queryRaw<Row[]>`
    select a.person_id, k.key, s.state, s.replies, s.locale, s.turn, s.updated_at,
           exists (select from seen where id = ${seenId(incoming)}) as is_seen,
           p.age_band, p.stopped_at, f.role, f.label,
           exists (select from contact c where c.person_id = a.person_id and c.ended_at is null) as is_contact
    from (select ${lookup}::bytea as lookup) l
    left join address a on a.lookup = l.lookup
    left join person p on p.id = a.person_id
    left join staff f on f.person_id = a.person_id and f.revoked_at is null
    cross join lateral (select coalesce(uuid_send(a.person_id), l.lookup) as key) k
    left join session s on s.key = k.key`
  return sessionOf(row!, keyring)
}

/** What a turn leaves behind. */
export interface Saved {
  readonly key: Uint8Array<ArrayBuffer>
  readonly from: Session
  readonly incoming: Pick<Incoming, 'id' | 'from'>
  readonly state: State
  readonly replies: readonly Reply[]
  readonly locale: Locale
  readonly at: Date
}

/** One answer, or one band, that is kept in the same statement as its turn. */
export interface Kept {
  readonly pass: Pass
  readonly question: string
  readonly answer: Answer
}

/**
 * Saves a turn over the one it began from, marks its message as answered, and keeps its answer: one statement, all or nothing.
 * False when somebody else's turn came first, the message was answered meanwhile, or the consultation is not open any more:
 * then nothing was written.
 */
export async function saveTurn(db: Db, keyring: Keyring, saved: Saved, kept?: Kept): Promise<boolean> {
  const state = keyring.seal(JSON.stringify({ v: stateVersion, state: saved.state }), 'session')
  const replies = keyring.seal(JSON.stringify(saved.replies.filter(({ file }) => !file)), 'replies')
  const subject = 'consultation' in saved.state ? saved.state.consultation : null
  const id = seenId(saved.incoming)
  const rows = await db.$executeRaw`
    with guard as (
      select 1 where not exists (select from seen where id = ${id}) ${kept ? Prisma.sql`and ${isOpen(kept.pass)}` : Prisma.empty}),
    turned as (
      insert into session as s (key, state, replies, locale, turn, consultation_id, updated_at)
      select ${saved.key}, ${state}, ${replies}, ${saved.locale}, 0, ${subject}, ${saved.at}::timestamptz from guard
      on conflict (key) do update set state = excluded.state, replies = excluded.replies, locale = excluded.locale,
        turn = s.turn + 1, consultation_id = excluded.consultation_id, updated_at = excluded.updated_at
      where s.turn = ${saved.from.turn}
      returning 1)
    ${kept ? answerParts(keyring, kept) : Prisma.empty}
    insert into seen (id, seen_at) select ${id}, ${saved.at}::timestamptz from turned on conflict (id) do nothing`
  return rows === 1
}

/** Marks a message as answered without keeping a conversation. False when it was answered before. */
export async function markSeen(db: Db, incoming: Pick<Incoming, 'id' | 'from'>, at: Date): Promise<boolean> {
  return (await db.$executeRaw`insert into seen (id, seen_at) values (${seenId(incoming)}, ${at}) on conflict do nothing`) === 1
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
  const seen = await db.$executeRaw`delete from seen where seen_at < ${new Date(now.getTime() - 2 * 86_400_000)}`
  return { sessions, seen }
}

/** What an address is found by: a keyed HMAC, never the address. */
export function lookupOf(keyring: Keyring, { channel, value }: Address): Uint8Array<ArrayBuffer> {
  return keyring.lookup(`${channel}:${value}`, 'address')
}

function seenId({ id, from }: Pick<Incoming, 'id' | 'from'>): Uint8Array<ArrayBuffer> {
  return digest(`${from.channel}:${id}`)
}

function sessionOf(row: Row, keyring: Keyring): Session {
  const kept = row.state ? (JSON.parse(keyring.open(row.state, 'session')) as { v: number; state: State }) : undefined
  return {
    key: new Uint8Array(row.key),
    personId: row.person_id,
    person: row.person_id ? knownOf(row) : null,
    state: kept?.v === stateVersion ? kept.state : { at: 'home' },
    replies: row.replies ? (JSON.parse(keyring.open(row.replies, 'replies')) as Reply[]) : [],
    locale: locales.find((locale) => locale === row.locale),
    turn: row.turn ?? -1,
    updatedAt: row.updated_at ?? undefined,
    isSeen: row.is_seen,
  }
}

function knownOf({ age_band: ageBand, stopped_at: stoppedAt, role, label, is_contact: isContact }: Row): Known {
  const staffRole = staffRoleOf(role ?? '')
  return { ageBand, isStopped: stoppedAt !== null, staff: staffRole ? { role: staffRole, label: label ?? '' } : null, isContact }
}
