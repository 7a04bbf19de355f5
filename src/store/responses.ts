/** What was answered, under a key that belongs to nobody once the consultation's secret is destroyed. */
import type { AboutQuestion, Answer } from '../domain/consultation.ts'
import type { Day, Locale } from '../domain/phrase.ts'
import type { Keyring } from '../runtime/crypto.ts'
import type { Db } from './store.ts'

/** The response a fact is about. */
export interface Pass {
  readonly consultation: string
  readonly version: number
  readonly key: Uint8Array<ArrayBuffer>
  readonly today: Day
  readonly locale: Locale
  readonly channel: string
}

/** One pass as the conversation needs it: what was answered, without the wording of free texts. */
export interface Passed {
  readonly version: number
  readonly answers: ReadonlyMap<string, Answer>
  readonly about: Readonly<Partial<Record<AboutQuestion['id'], string | null>>>
}

/** What "skipped" is kept as in a band, so that it is not asked again. */
const skipped = ''

/** The response under a key, or null when nothing was answered yet. */
export async function findResponse(db: Db, consultation: string, key: Uint8Array<ArrayBuffer>): Promise<Passed | null> {
  const [row] = await db.$queryRaw<{ version: number; age_band: string | null; gender: string | null; district: string | null; answers: [string, Answer, boolean][] | null }[]>`
    select version, age_band, gender, district,
      (select json_agg(json_build_array(question, value, text is not null)) from answer where response_id = response.id) as answers
    from response where consultation_id = ${consultation} and key = ${key}`
  if (!row) return null
  const answers = (row.answers ?? []).map(([question, value, isText]) => [question, isText ? { text: '' } : value] as const)
  return { version: row.version, answers: new Map(answers), about: { ...band('age_band', row.age_band), ...band('gender', row.gender), ...band('city_part', row.district) } }
}

/** Keeps one answer; the newest counts. False when the consultation is not open any more. */
export async function keepAnswer(db: Db, keyring: Keyring, pass: Pass, question: string, answer: Answer): Promise<boolean> {
  const text = answer && 'text' in answer ? keyring.seal(answer.text, 'answer') : null
  const value = answer && !text ? JSON.stringify(answer) : null
  const rows = await db.$executeRaw`
    with r as (
      insert into response (id, consultation_id, key, version, answered_on, locale, channel)
      select gen_random_uuid(), id, ${pass.key}, ${pass.version}, ${pass.today}::date, ${pass.locale}, ${pass.channel}
      from consultation where id = ${pass.consultation} and status = 'open'
      on conflict (consultation_id, key) do update set answered_on = excluded.answered_on
      returning id)
    insert into answer (response_id, question, value, text, review)
    select id, ${question}, ${value}::jsonb, ${text}::bytea, ${text ? 'waiting' : null} from r
    on conflict (response_id, question) do update set value = excluded.value, text = excluded.text, review = excluded.review, released = null`
  return rows === 1
}

/** Freezes a band on the response. False when the consultation is not open any more. */
export async function keepBand(db: Db, pass: Pass, about: AboutQuestion['id'], option: string | null): Promise<boolean> {
  const value = option ?? skipped
  const [ageBand, gender, district] = (['age_band', 'gender', 'city_part'] as const).map((name) => (name === about ? value : null))
  const rows = await db.$executeRaw`
    insert into response as r (id, consultation_id, key, version, answered_on, locale, channel, age_band, gender, district)
    select gen_random_uuid(), id, ${pass.key}, ${pass.version}, ${pass.today}::date, ${pass.locale}, ${pass.channel}, ${ageBand}, ${gender}, ${district}
    from consultation where id = ${pass.consultation} and status = 'open'
    on conflict (consultation_id, key) do update set answered_on = excluded.answered_on,
      age_band = coalesce(excluded.age_band, r.age_band), gender = coalesce(excluded.gender, r.gender), district = coalesce(excluded.district, r.district)`
  return rows === 1
}

/** Marks a pass as whole: answers off the final path go, so that a changed mind leaves nothing behind. */
export async function finishResponse(db: Db, pass: Pass, path: readonly string[], ageBand: string | null): Promise<void> {
  await db.$executeRaw`
    with r as (
      update response set is_finished = true, age_band = coalesce(age_band, ${ageBand})
      where consultation_id = ${pass.consultation} and key = ${pass.key} returning id)
    delete from answer using r where response_id = r.id and question <> all (${[...path]}::text[])`
}

function band(name: AboutQuestion['id'], value: string | null): Partial<Record<AboutQuestion['id'], string | null>> {
  return value === null ? {} : { [name]: value === skipped ? null : value }
}
