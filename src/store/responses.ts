/** What was answered, under a key that belongs to nobody once the consultation's secret is destroyed. */
import type { AboutQuestion, Answer } from '../domain/consultation.ts'
import type { Day, Locale } from '../domain/phrase.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { skippedBand } from './participation.ts'
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

/** Keeps one answer; the newest counts. False when the consultation is not open any more. */
export async function keepAnswer(db: Db, keyring: Keyring, { pass, question, answer }: { pass: Pass; question: string; answer: Answer }): Promise<boolean> {
  const text = answer && 'text' in answer ? keyring.seal(answer.text, 'answer') : null
  const value = answer && !text ? JSON.stringify(answer) : null
  const rows = await db.$executeRaw`
    with responded as (
      insert into response (id, consultation_id, key, version, answered_on, locale, channel)
      select gen_random_uuid(), id, ${pass.key}, ${pass.version}, ${pass.today}::date, ${pass.locale}, ${pass.channel}
      from consultation where id = ${pass.consultation} and status = 'open'
      on conflict (consultation_id, key) do update set answered_on = excluded.answered_on
      returning id)
    insert into answer (response_id, question, value, text, review)
    select id, ${question}, ${value}::jsonb, ${text}::bytea, ${text ? 'waiting' : null} from responded
    on conflict (response_id, question) do update set value = excluded.value, text = excluded.text, review = excluded.review, released = null`
  return rows === 1
}

/** Freezes a band on the response. False when the consultation is not open any more. */
export async function keepBand(db: Db, pass: Pass, about: AboutQuestion['id'], option: string | null): Promise<boolean> {
  const value = option ?? skippedBand
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
