/** Where each conversation stands, and which messages were answered already. */
import type { Reply, State } from '../domain/dialogue.ts'
import { stateVersion } from '../domain/dialogue.ts'
import type { Address, Incoming } from '../domain/message.ts'
import { locales, type Locale } from '../domain/phrase.ts'
import { staffRoleOf, type StaffRole } from '../domain/staff.ts'
import { digest, type Keyring } from '../runtime/crypto.ts'
import { base64, hex, responseRow, type Responded } from './responses.ts'
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

/** Finds the conversations of the addresses that wrote, in one look-up. */
export async function findSessions(db: Db, keyring: Keyring, incomings: readonly Pick<Incoming, 'id' | 'from'>[]): Promise<readonly Session[]> {
  const asked = incomings.map((incoming, n) => ({ n, lookup: hex(lookupOf(keyring, incoming.from)), seen: hex(seenId(incoming)) }))
  const rows = await db.$queryRaw<Row[]>`
    select a.person_id, k.key, s.state, s.replies, s.locale, s.turn, s.updated_at,
           exists (select from seen where id = decode(l.seen, 'hex')) as is_seen,
           p.age_band, p.stopped_at, f.role, f.label,
           exists (select from contact c where c.person_id = a.person_id and c.ended_at is null) as is_contact
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as l (n int, lookup text, seen text)
    left join address a on a.lookup = decode(l.lookup, 'hex')
    left join person p on p.id = a.person_id
    left join staff f on f.person_id = a.person_id and f.revoked_at is null
    cross join lateral (select coalesce(uuid_send(a.person_id), decode(l.lookup, 'hex')) as key) k
    left join session s on s.key = k.key
    order by l.n`
  return rows.map((row) => sessionOf(row, keyring))
}

/** What a turn leaves behind; what was answered in it is kept in the same statement. */
export interface Saved {
  readonly key: Uint8Array<ArrayBuffer>
  readonly from: Session
  readonly incoming: Pick<Incoming, 'id' | 'from'>
  readonly state: State
  readonly replies: readonly Reply[]
  readonly locale: Locale
  readonly at: Date
  readonly responded?: Responded | undefined
}

/**
 * Saves turns, each over the one it began from, marks their messages as answered and keeps what was answered in them: one statement.
 * False for a turn that another one overtook, whose message was answered meanwhile, or whose consultation is not open
 * any more: of that one nothing was written.
 */
export async function saveTurns(db: Db, keyring: Keyring, turns: readonly Saved[]): Promise<readonly boolean[]> {
  const rows = turns.map((saved) => rowOf(keyring, saved)).toSorted((one, other) => one.key.localeCompare(other.key))
  const kept = await db.$queryRaw<{ key: string }[]>`
    with input as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (
        key text, state text, replies text, locale text, turn int, subject text, at timestamptz, seen text,
        consultation text, pass text, version int, today date, channel text, question text, value jsonb, sealed text,
        age_band text, gender text, district text, person uuid, path jsonb)),
    guarded as (
      select * from input i where not exists (select from seen where id = decode(i.seen, 'hex'))
        and (i.pass is null or exists (select from consultation c where c.id = i.consultation and c.status = 'open'))),
    turned as (
      insert into session as s (key, state, replies, locale, turn, consultation_id, updated_at)
      select decode(key, 'hex'), decode(state, 'base64'), decode(replies, 'base64'), locale, turn + 1, subject, at from guarded
      on conflict (key) do update set state = excluded.state, replies = excluded.replies, locale = excluded.locale,
        turn = excluded.turn, consultation_id = excluded.consultation_id, updated_at = excluded.updated_at
      where s.turn = excluded.turn - 1
      returning key),
    fresh as (select g.* from guarded g join turned t on t.key = decode(g.key, 'hex')),
    marked as (insert into seen (id, seen_at) select decode(seen, 'hex'), at from fresh on conflict do nothing),
    responded as (
      insert into response as r (id, consultation_id, key, version, answered_on, locale, channel, age_band, gender, district, is_finished)
      select gen_random_uuid(), consultation, decode(pass, 'hex'), version, today, locale, channel, age_band, gender, district, path is not null
      from fresh where pass is not null
      on conflict (consultation_id, key) do update set answered_on = excluded.answered_on, version = excluded.version,
        age_band = coalesce(excluded.age_band, r.age_band), gender = coalesce(excluded.gender, r.gender),
        district = coalesce(excluded.district, r.district), is_finished = r.is_finished or excluded.is_finished
      returning id, consultation_id, key),
    passed as (select f.*, r.id as response from fresh f join responded r on r.consultation_id = f.consultation and r.key = decode(f.pass, 'hex')),
    answered as (
      insert into answer (response_id, question, value, text, review)
      select response, question, nullif(value, 'null'::jsonb), decode(sealed, 'base64'), case when sealed is not null then 'waiting' end
      from passed where question is not null
      on conflict (response_id, question) do update set value = excluded.value, text = excluded.text, review = excluded.review, released = null),
    pruned as (delete from answer using passed where response_id = response and path is not null and not path ? answer.question),
    finished as (
      update participation p set state = 'finished', changed_on = today from passed
      where p.person_id = passed.person and p.consultation_id = passed.consultation and path is not null)
    select key from fresh`
  const keys = new Set(kept.map(({ key }) => key))
  return turns.map(({ key }) => keys.has(hex(key)))
}

function rowOf(keyring: Keyring, { key, from, incoming, state, replies, locale, at, responded }: Saved) {
  return {
    key: hex(key),
    state: base64(keyring.seal(JSON.stringify({ v: stateVersion, state }), 'session')),
    replies: base64(keyring.seal(JSON.stringify(replies.filter(({ file }) => !file)), 'replies')),
    locale,
    turn: from.turn,
    subject: 'consultation' in state ? state.consultation : null,
    at,
    seen: hex(seenId(incoming)),
    ...(responded ? responseRow(keyring, responded) : {}),
  }
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
