/** Keeping a turn: the conversation's new state and everything that became true in it, for many people in one statement. */
import type { Reply, State } from '../domain/dialogue.ts'
import { stateVersion } from '../domain/dialogue.ts'
import type { Address, Incoming } from '../domain/message.ts'
import type { Day, Locale } from '../domain/phrase.ts'
import { fingerprint, type Keyring } from '../runtime/crypto.ts'
import { base64, hex, responseRow, type Responded } from './responses.ts'
import { lookupOf, personKey, seenId, type Session } from './sessions.ts'
import type { Db } from './store.ts'

/** Somebody agreed to something: its wording is kept by its hash, with the language and the time. */
export interface Agreed {
  readonly purpose: 'participation' | 'outcomes' | 'announcements'
  /** Empty where it is about none. */
  readonly consultation: string
  readonly texts: object
}

/** What a turn leaves behind. */
export interface Saved {
  readonly from: Session
  readonly incoming: Pick<Incoming, 'id' | 'from'>
  readonly state: State
  readonly replies: readonly Reply[]
  readonly locale: Locale
  readonly at: Date
  readonly today: Day
  readonly personId: string | null
  /** Set when this turn makes somebody a person; `personId` is the new id. */
  readonly isNewPerson: boolean
  readonly agreed?: Agreed | undefined
  /** The band somebody said they are in when they agreed to take part or to be written to. */
  readonly band?: string | undefined
  readonly responded?: Responded | undefined
  readonly outcome?: { readonly consultation: string; readonly isWanted: boolean } | undefined
}

/**
 * Saves turns, each over the one it began from, marks their messages as answered and keeps what became true in them.
 * False for a turn that another one overtook, whose message was answered meanwhile, or whose consultation is not open
 * any more: of that one nothing was written. A conversation that is gone, because its person was erased or became one with somebody,
 * is not begun again under the old key. The rows are sorted, so that two processes never wait for each other in a ring.
 */
export async function saveTurns(
  db: Db,
  keyring: Keyring,
  turns: readonly Saved[],
): Promise<readonly boolean[]> {
  const rows = turns.map((saved) => rowOf(keyring, saved))
  // two channels of one person may have answered at the same moment: the first counts, the other is taken again
  const firsts = [...new Map(rows.toReversed().map((row) => [row.key, row])).values()]
  const sorted = firsts.toSorted((one, other) => one.key.localeCompare(other.key))
  const kept = await db.$queryRaw<{ key: string }[]>`
    with input as (
      select i.*, decode(key, 'hex') as id, decode(left_key, 'hex') as left_id, decode(pass, 'hex') as pass_id from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) as i (
        key text, left_key text, state text, replies text, locale text, turn int, subject text, at timestamptz, today date, seen text,
        person uuid, channel text, lookup text, address text,
        purpose text, agreed_to text, wording text, texts jsonb, band text, wanted_for text, wants boolean,
        consultation text, pass text, version int, question text, value jsonb, sealed text,
        age_band text, gender text, district text, path jsonb)),
    guarded as (
      select * from input i where (select true from seen where seen.id = decode(i.seen, 'hex') limit 1) is null
        and (i.pass is null or exists (select from consultation c where c.id = i.consultation and c.status = 'open'))),
    departed as (
      delete from session s using guarded g where s.key = g.left_id and s.turn = g.turn returning s.key),
    -- row by row: each is one look into an index, however many conversations and people there are
    held as materialized (
      select s.key from (select * from guarded where turn >= 0 and left_key is null order by id) g
      cross join lateral (select key from session where key = g.id and turn = g.turn for update) s),
    present as materialized (
      select p.id from (select * from guarded where turn < 0 and left_key is null and person is not null order by person) g
      cross join lateral (select id from person where id = g.person for key share) p),
    admitted as (
      select * from guarded g where case
        when g.left_key is not null then exists (select from departed d where d.key = g.left_id)
        when g.turn >= 0 then exists (select from held h where h.key = g.id)
        else g.person is null or exists (select from present p where p.id = g.person) end),
    turned as (
      insert into session as s (key, state, replies, locale, turn, consultation_id, updated_at)
      select id, decode(state, 'base64'), decode(replies, 'base64'), locale, turn + 1, subject, at from admitted
      on conflict (key) do update set state = excluded.state, replies = excluded.replies, locale = excluded.locale,
        turn = excluded.turn, consultation_id = excluded.consultation_id, updated_at = excluded.updated_at
      where s.turn = excluded.turn - 1
      returning key),
    fresh as (select a.* from admitted a join turned t on t.key = a.id),
    marked as (insert into seen (id, seen_at) select decode(seen, 'hex'), at from fresh on conflict do nothing),
    people as (
      insert into person (id, locale, age_band, created_on) select person, locale, band, today from fresh where left_key is not null),
    addressed as (
      insert into address (id, person_id, channel, lookup, sealed)
      select gen_random_uuid(), person, channel, decode(lookup, 'hex'), decode(address, 'base64') from fresh where left_key is not null),
    known as (
      update person p set age_band = coalesce(f.band, p.age_band),
        stopped_at = case when f.wants or f.purpose = 'announcements' then null else p.stopped_at end
      from fresh f where f.left_key is null and p.id = f.person and (f.band is not null or f.wants or f.purpose = 'announcements')),
    worded as (insert into wording (hash, texts) select distinct wording, texts from fresh where wording is not null on conflict do nothing),
    consented as (
      insert into consent (id, person_id, purpose, subject, wording, locale, given_at)
      select gen_random_uuid(), person, purpose, agreed_to, wording, locale, at from fresh where purpose is not null
      on conflict (person_id, purpose, subject) do update
        set wording = excluded.wording, locale = excluded.locale, given_at = excluded.given_at, withdrawn_at = null),
    started as (
      insert into participation as p (person_id, consultation_id, state, changed_on)
      select person, agreed_to, 'started', today from fresh where purpose = 'participation'
      on conflict (person_id, consultation_id) do update set state = 'started', changed_on = excluded.changed_on where p.state = 'invited'),
    wanted as (
      update participation p set wants_outcome = f.wants from fresh f where p.person_id = f.person and p.consultation_id = f.wanted_for),
    responded as (
      insert into response as r (id, consultation_id, key, version, answered_on, locale, channel, age_band, gender, district, is_finished)
      select gen_random_uuid(), consultation, pass_id, version, today, locale, channel, age_band, gender, district, path is not null
      from fresh where pass is not null
      on conflict (consultation_id, key) do update set answered_on = excluded.answered_on, version = excluded.version,
        age_band = coalesce(excluded.age_band, r.age_band), gender = coalesce(excluded.gender, r.gender),
        district = coalesce(excluded.district, r.district), is_finished = r.is_finished or excluded.is_finished
      returning id, consultation_id, key),
    passed as (select f.*, r.id as response from fresh f join responded r on r.consultation_id = f.consultation and r.key = f.pass_id),
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
  return rows.map((row) => keys.has(row.key) && firsts.includes(row))
}

function rowOf(keyring: Keyring, saved: Saved) {
  const {
    from,
    incoming,
    state,
    replies,
    locale,
    at,
    today,
    personId,
    isNewPerson,
    agreed,
    band,
    responded,
    outcome,
  } = saved
  return {
    key: hex(personId ? personKey(personId) : from.key),
    turn: from.turn,
    state: base64(
      keyring.seal(JSON.stringify({ v: stateVersion, state, channel: incoming.from.channel }), 'session'),
    ),
    replies: base64(
      keyring.seal(
        JSON.stringify(
          replies.filter(({ file, isSecret, sample }) => !file && !isSecret && !sample?.picture),
        ),
        'replies',
      ),
    ),
    seen: hex(seenId(incoming)),
    subject: 'consultation' in state ? state.consultation : null,
    locale,
    at,
    today,
    person: personId,
    channel: incoming.from.channel,
    ...(isNewPerson ? addressColumns(keyring, incoming.from, from) : {}),
    ...(agreed ? consentColumns(agreed) : {}),
    ...(band ? { band } : {}),
    ...(outcome ? { wanted_for: outcome.consultation, wants: outcome.isWanted } : {}),
    ...(responded ? responseRow(keyring, responded) : {}),
  }
}

/** The conversation of a new person leaves the address's key for the person's own. */
function addressColumns(keyring: Keyring, address: Address, from: Session) {
  const { channel, value } = address
  return {
    left_key: hex(from.key),
    lookup: hex(lookupOf(keyring, address)),
    address: base64(keyring.seal(value, `address:${channel}`)),
  }
}

function consentColumns({ purpose, consultation, texts }: Agreed) {
  return { purpose, agreed_to: consultation, wording: fingerprint(JSON.stringify(texts)), texts }
}
