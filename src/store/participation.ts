/** A consultation as one person meets it: how far they are, what they answered, and the key under which that is found. */
import type { AboutQuestion, Answer, Definition, Status } from '../domain/consultation.ts'
import { responseKey, type Keyring } from '../runtime/crypto.ts'
import { recallDefinition } from './consultations.ts'
import type { Db } from './store.ts'

export interface Meeting {
  readonly status: Status
  /** The version the person is in the middle of, or the newest. */
  readonly version: number
  readonly definition: Definition
  readonly state: 'invited' | 'started' | 'finished' | null
  readonly wantsOutcome: boolean
  /** Null without a person, or once the secret is destroyed. */
  readonly key: Uint8Array<ArrayBuffer> | null
  /** What was answered, without the wording of free texts. */
  readonly answers: ReadonlyMap<string, Answer>
  readonly about: Readonly<Partial<Record<AboutQuestion['id'], string | null>>>
}

/** What "skipped" is kept as in a band, so that it is not asked again. */
export const skippedBand = ''

interface Row {
  n: number
  consultation: string
  person_id: string | null
  status: Status
  secret: Uint8Array | null
  state: Meeting['state']
  wants_outcome: boolean | null
  number: number
  hash: string
  age_band: string | null
  gender: string | null
  district: string | null
  answers: [string, Answer, boolean][] | null
}

/** Who meets which consultation; `begun` is the version they are in the middle of. */
export interface Encounter {
  readonly consultation: string
  readonly personId: string | null
  readonly begun: number | undefined
}

/** Looks consultations up for people (or for nobody yet), in one statement; undefined where there is no such consultation. */
export async function findMeetings(
  db: Db,
  keyring: Keyring,
  encounters: readonly Encounter[],
): Promise<readonly (Meeting | undefined)[]> {
  const rows = await select(db, encounters)
  const unknown = rows.filter(
    ({ secret, consultation, person_id: personId }) => personId && secret && !isKnown(consultation, secret),
  )
  if (unknown.length > 0) {
    for (const { consultation, secret } of unknown) learn(consultation, secret!, keyring)
    return findMeetings(db, keyring, encounters)
  }
  const meetings = new Map<number, Meeting>()
  for (const row of rows) meetings.set(row.n, await meetingOf(db, row))
  return encounters.map((_, n) => meetings.get(n))
}

function select(db: Db, encounters: readonly Encounter[]): Promise<Row[]> {
  const asked = encounters.map(({ consultation, personId, begun }, n) => {
    const key = personId ? knownKey(consultation, personId) : null
    return { n, consultation, person_id: personId, begun, key: key && Buffer.from(key).toString('hex') }
  })
  return db.$queryRaw<Row[]>`
    select e.n, e.consultation, e.person_id, c.status, c.secret, p.state, p.wants_outcome, v.number, v.hash, r.age_band, r.gender, r.district,
      (select json_agg(json_build_array(question, value, text is not null)) from answer where response_id = r.id) as answers
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as e (n int, consultation text, person_id uuid, begun int, key text)
    join consultation c on c.id = e.consultation
    left join lateral (
      select state, wants_outcome from participation where person_id = e.person_id and consultation_id = c.id limit 1) p on true
    left join lateral (
      select id, version, age_band, gender, district from response where consultation_id = c.id and key = decode(e.key, 'hex') limit 1) r on true
    join consultation_version v on v.consultation_id = c.id
      and v.number = case when p.state = 'started' then coalesce(e.begun, r.version, c.version) else c.version end`
}

async function meetingOf(db: Db, row: Row): Promise<Meeting> {
  const {
    consultation,
    person_id: personId,
    status,
    number: version,
    state,
    wants_outcome: wantsOutcome,
    age_band: ageBand,
    gender,
    district,
  } = row
  const definition = await recallDefinition(db, { id: consultation, number: version, hash: row.hash })
  const key = row.secret && personId ? knownKey(consultation, personId) : null
  const answers = key
    ? (row.answers ?? []).map(
        ([question, value, isText]) => [question, isText ? { text: '' } : value] as const,
      )
    : []
  const about = key
    ? { ...band('age_band', ageBand), ...band('gender', gender), ...band('city_part', district) }
    : {}
  return {
    status,
    version,
    definition,
    state,
    wantsOutcome: wantsOutcome ?? false,
    key,
    answers: new Map(answers),
    about,
  }
}

function band(name: AboutQuestion['id'], value: string | null): Meeting['about'] {
  return value === null ? {} : { [name]: value === skippedBand ? null : value }
}

/** Opened secrets of consultations, by their sealed form: opening one for every message would cost more than the message. */
const opened = new Map<string, { readonly sealed: Buffer; readonly secret: Buffer }>()

/** Forgets every opened secret of this process. */
export function forgetSecrets(): void {
  opened.clear()
}

function knownKey(consultation: string, personId: string): Uint8Array<ArrayBuffer> | null {
  const secret = opened.get(consultation)?.secret
  return secret ? responseKey(secret, personId) : null
}

function isKnown(consultation: string, sealed: Uint8Array): boolean {
  return opened.get(consultation)?.sealed.equals(sealed) ?? false
}

function learn(consultation: string, sealed: Uint8Array, keyring: Keyring): void {
  opened.set(consultation, {
    sealed: Buffer.from(sealed),
    secret: keyring.openBytes(sealed, `secret:${consultation}`),
  })
}
