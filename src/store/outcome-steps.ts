/** The steps of outcomes: which there were, and giving everybody who wanted to hear of them a message each, once. */
import type { LinkedMeasure } from '../domain/outcome.ts'
import type { OutcomeStep } from '../domain/outcome-step.ts'
import type { Localized } from '../domain/phrase.ts'
import { Prisma } from './prisma/client.ts'
import { linkedMeasures } from './outcomes.ts'
import type { Db } from './store.ts'

/** A step of the outcome of one consultation; the measure is empty where it is about none. */
export interface StepKey {
  readonly consultationId: string
  readonly measureId: string
  readonly step: OutcomeStep
}

/** A measure that a published theme is linked to, and the steps that are written down. */
export interface Linked {
  readonly consultationId: string
  readonly measure: LinkedMeasure
  readonly noted: readonly OutcomeStep[]
}

/** Every measure that published themes led to; of one consultation only, where that is asked for. */
export async function linkedTo(db: Db, consultationId?: string): Promise<readonly Linked[]> {
  const here =
    consultationId === undefined ? Prisma.sql`true` : Prisma.sql`t.consultation_id = ${consultationId}`
  const rows = await db.$queryRaw<{ consultationId: string; measureId: string; noted: OutcomeStep[] }[]>`
    select t.consultation_id as "consultationId", t.measure_id as "measureId", array_remove(array_agg(distinct s.step), null) as noted
    from theme t left join outcome_step s on s.consultation_id = t.consultation_id and s.measure_id = t.measure_id
    where t.published_at is not null and t.measure_id is not null and ${here} group by 1, 2 order by 1, 2`
  const measures = await linkedMeasures(
    db,
    rows.map(({ measureId }) => measureId),
  )
  return rows.flatMap(({ consultationId: id, measureId, noted }) => {
    const measure = measures.get(measureId)
    return measure ? [{ consultationId: id, measure, noted }] : []
  })
}

/** Writes steps down, each once; those that nobody is to be told count as told. */
export async function noteSteps(
  tx: Db,
  steps: readonly (StepKey & { readonly isTold: boolean })[],
  at: Date,
): Promise<void> {
  await tx.outcomeStep.createMany({
    data: steps.map(({ isTold, ...key }) => ({ ...key, notedAt: at, toldAt: isTold ? null : at })),
    skipDuplicates: true,
  })
}

/** A step that people are still to be told, with what there is to say. */
export interface UntoldStep extends StepKey {
  readonly title: Localized
  /** What the measure is called. */
  readonly names: Localized | null
}

/** The oldest first. */
export function untoldSteps(db: Db): Promise<UntoldStep[]> {
  return db.$queryRaw<UntoldStep[]>`
    select s.consultation_id as "consultationId", s.measure_id as "measureId", s.step, v.definition -> 'title' as title, m.names
    from outcome_step s join consultation c on c.id = s.consultation_id
    join consultation_version v on v.consultation_id = c.id and v.number = c.version
    left join measure m on m.id = s.measure_id
    where s.told_at is null and (s.measure_id = '' or m.id is not null) order by s.noted_at, 1, 2`
}

/** People looked at in one statement. */
export const pageSize = 10_000

/** What everybody gets: the same message, sealed once, which each reads in their own language. */
export interface Notice {
  readonly about: string
  readonly sealed: Uint8Array<ArrayBuffer>
}

/**
 * Gives the next participants who want to hear of the outcome, and may be written to, a message each; whether there may be more. Rows and
 * checkpoint are one statement, and a process that finds another one at it leaves it to that one. It is read from participation alone.
 */
export async function tellPage(
  db: Db,
  { consultationId, measureId, step }: StepKey,
  { about, sealed }: Notice,
  now: Date,
  size = pageSize,
): Promise<{ readonly added: number; readonly isLast: boolean }> {
  const [page] = await db.$queryRaw<{ isOurs: boolean; looked: number; added: number }[]>`
    with guard as materialized (
      select coalesce(checkpoint, '00000000-0000-0000-0000-000000000000'::uuid) as after from outcome_step
      where consultation_id = ${consultationId} and measure_id = ${measureId} and step = ${step} and told_at is null
      for update skip locked),
    stretch as materialized (
      select p.person_id, p.wants_outcome from participation p
      where p.consultation_id = ${consultationId} and p.person_id > (select after from guard) order by p.person_id limit ${size}),
    told as (
      insert into delivery (batch, recipient_id, about, channel, lane, status, due_at, message)
      select 0, s.person_id, ${about}::text, a.channel, 2, 'waiting', ${now}::timestamptz, ${sealed}::bytea
      from stretch s join person p on p.id = s.person_id cross join lateral (
        select channel from address where person_id = s.person_id and suppressed_at is null order by is_preferred desc, channel limit 1) a
      where s.wants_outcome and p.stopped_at is null and ${hasAgreed(consultationId)}
      order by s.person_id on conflict do nothing returning 1),
    moved as (
      update outcome_step set
        checkpoint = case when (select count(*) from stretch) = ${size} then (select person_id from stretch order by person_id desc limit 1) end,
        told_at = case when (select count(*) from stretch) < ${size} then ${now}::timestamptz end
      from guard where consultation_id = ${consultationId} and measure_id = ${measureId} and step = ${step})
    select exists (select from guard) as "isOurs", (select count(*)::int from stretch) as looked, (select count(*)::int from told) as added`
  return { added: page!.added, isLast: !page!.isOurs || page!.looked < size }
}

/** Agreed to hear of this outcome, and took back neither that nor taking part. */
function hasAgreed(consultationId: string): Prisma.Sql {
  const consent = (purpose: string, which: Prisma.Sql) =>
    Prisma.sql`exists (select from consent c where c.person_id = s.person_id and c.purpose = ${purpose}
      and c.subject = ${consultationId} and c.withdrawn_at is ${which})`
  return Prisma.sql`${consent('outcomes', Prisma.sql`null`)} and not ${consent('participation', Prisma.sql`not null`)}`
}

/** What shows that a measure is done, as its plan's own file names it; what partners handed over may show anything, and stays with the staff. */
export async function shownEvidence(
  db: Db,
  measureId: string,
): Promise<{ readonly title: Localized; readonly link: string | null } | undefined> {
  const [row] = await db.$queryRaw<{ title: Localized; link: string | null }[]>`
    with recursive chain as (
      select id, 0 as depth from measure where id = ${measureId}
      union all select m.id, c.depth + 1 from chain c join measure m on m.carried_from = c.id where c.depth < 20)
    select e.title, case when e.link like 'https://%' then e.link end as link from evidence e
    where e.measure_id in (select id from chain) and e.given_by is null and e.media_type is null
    order by e.given_on desc, e.link is null, e.id limit 1`
  return row
}
