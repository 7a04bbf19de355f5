/** What deadlines that come again and again are made of, and keeping them. */
import type { WrittenPolicy } from '../domain/deadline.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { keepSetting } from './consultations.ts'
import { dayOfDate } from '../runtime/clock.ts'
import { deadlinesChanged } from './deadlines.ts'
import type { Db } from './store.ts'

/** Everything of the current plan that recurs. */
export interface OccurrenceSources {
  readonly plan: { readonly startsOn: Day; readonly coordinator: string | null }
  /** As the plan names them; the first is for everything that names none. */
  readonly policies: readonly { readonly id: string; readonly steps: WrittenPolicy }[]
  readonly rules: readonly {
    readonly id: string
    readonly dueRule: string
    readonly who: string
    readonly names: Localized
    readonly policyId: string
  }[]
  readonly entities: readonly {
    readonly id: string
    readonly kind: string
    readonly roles: readonly string[]
    /** Leads or supports a measure. */
    readonly isInPlan: boolean
  }[]
  readonly measures: readonly {
    readonly id: string
    readonly names: Localized
    readonly recurrence: string
    readonly startsOn: Day
    readonly endsOn: Day
    readonly leadId: string
  }[]
  readonly indicators: readonly {
    readonly id: string
    readonly ownerId: string
    readonly names: Localized
    readonly frequency: string
    /** Periods whose value is known. */
    readonly reported: readonly string[]
  }[]
  readonly consultations: readonly {
    readonly id: string
    readonly names: Localized
    readonly dueOn: Day
    readonly ownerId: string
  }[]
}

const marker = 'occurrences'

/** Whether it is another day, or anything has changed, since it was last asked what recurs: one small query. */
export async function isToLookAgain(db: Db, today: Day): Promise<boolean> {
  return (await markOf(db, today)).isNew
}

/** What recurs; undefined when there is no plan, or nothing has changed since it was last asked for that day. */
export async function occurrenceSources(
  tx: Db,
  today: Day,
  now: Date,
): Promise<OccurrenceSources | undefined> {
  const { seen, isNew } = await markOf(tx, today)
  if (!isNew) return undefined
  await keepSetting(tx, marker, { seen }, now)
  return everythingThatRecurs(tx)
}

async function markOf(db: Db, today: Day): Promise<{ seen: string; isNew: boolean }> {
  const [row] = await db.$queryRaw<{ seen: string; known: string | null }[]>`
    select (select value ->> 'seen' from setting where name = ${marker}) as known,
      concat_ws(' ', ${today}::text, (select string_agg(id || '/' || version, ',' order by id) from plan where is_current),
        (select max(id) from plan_change), (select count(*) from reading where value is not null),
        (select count(*) from consultation where status = 'closed'), (select count(published_at) from consultation)) as seen`
  return { seen: row!.seen, isNew: row!.seen !== row!.known }
}

/** The same, whether or not anything has changed; undefined when there is no plan. */
export async function everythingThatRecurs(tx: Db): Promise<OccurrenceSources | undefined> {
  const current = { goal: { plan: { isCurrent: true } } }
  const plan = await tx.plan.findFirst({ where: { isCurrent: true }, orderBy: { startsOn: 'desc' } })
  if (!plan) return undefined
  const policies = await tx.reminderPolicy.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  const rules = await tx.reportingRule.findMany({ orderBy: { id: 'asc' } })
  const entities = await tx.$queryRaw<OccurrenceSources['entities']>`
    with pursued as (
      select m.id, m.lead_id from measure m join objective o on o.id = m.objective_id join goal g on g.id = o.goal_id
      join plan p on p.id = g.plan_id where p.is_current)
    select e.id, e.kind, e.roles,
      e.id in (select lead_id from pursued union select s.entity_id from measure_supporter s join pursued p on p.id = s.measure_id) as "isInPlan"
    from entity e order by e.id`
  const measures = await tx.measure.findMany({
    where: {
      objective: current,
      kind: 'recurring',
      recurrence: { not: null },
      status: { in: ['planned', 'in_progress'] },
    },
    orderBy: { id: 'asc' },
  })
  const indicators = await tx.indicator.findMany({
    where: { ...current, isComputed: false },
    include: { readings: { where: { value: { not: null } }, select: { period: true } } },
    orderBy: { id: 'asc' },
  })
  const closed = await tx.consultation.findMany({
    where: { status: 'closed', publishedAt: null },
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
    orderBy: { id: 'asc' },
  })
  return {
    plan: { startsOn: dayOfDate(plan.startsOn), coordinator: plan.coordinator },
    policies: policies.map(({ id, steps }) => ({ id, steps: steps as WrittenPolicy })),
    rules: rules.map(({ names, ...rule }) => ({ ...rule, names: names as Localized })),
    entities,
    measures: measures.map(({ id, names, recurrence, startsOn, endsOn, leadId }) => ({
      id,
      leadId,
      names: names as Localized,
      recurrence: recurrence!,
      startsOn: dayOfDate(startsOn),
      endsOn: dayOfDate(endsOn),
    })),
    indicators: indicators.map(({ id, ownerId, names, frequency, readings }) => ({
      id,
      ownerId,
      names: names as Localized,
      frequency,
      reported: readings.map(({ period }) => period),
    })),
    consultations: closed.map(({ id, outcomeDueOn, versions }) => {
      const { title, decisionOwner } = versions[0]!.definition as unknown as {
        title: Localized
        decisionOwner: string
      }
      return { id, names: title, dueOn: dayOfDate(outcomeDueOn), ownerId: decisionOwner }
    }),
  }
}

/** A deadline that comes of a rule. */
export interface Occurrence {
  readonly source: string
  readonly measureId?: string
  readonly indicatorId?: string
  readonly consultationId?: string
  readonly entityId: string
  readonly code?: string
  readonly names: Localized
  readonly dueOn: Day
  readonly policyId: string
}

/**
 * Adds what is not there, opens again what a rule brings back, closes what has been reported or published, and drops what is still to come
 * but of no rule any more. What was to be said of those is taken back.
 */
export async function keepOccurrences(
  tx: Db,
  made: readonly Occurrence[],
  ahead: { from: Day; to: Day },
  now: Date,
): Promise<void> {
  const rows = made.map((one) => ({
    source: one.source,
    measure: one.measureId,
    indicator: one.indicatorId,
    consultation: one.consultationId,
    entity: one.entityId,
    code: one.code ?? '',
    names: one.names,
    due: one.dueOn,
    policy: one.policyId,
  }))
  await tx.$executeRaw`
    insert into deadline (source, measure_id, indicator_id, consultation_id, entity_id, code, names, due_on, policy_id, next_at)
    select i.source, i.measure, i.indicator, i.consultation, i.entity, i.code, i.names, i.due, i.policy, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (source text, measure text, indicator text, consultation text,
      entity text, code text, names jsonb, due date, policy text)
    on conflict (source) do update set status = 'open', next_at = excluded.next_at, reminded_at = null, asked_on = null, acknowledged_at = null
    where deadline.status = 'dropped' and (deadline.source like 'recurrence/%' or deadline.source like 'report/%')`
  const over = [...(await closeAnswered(tx)), ...(await dropRuleless(tx, made, ahead))]
  await deadlinesChanged(
    tx,
    over.map(({ id }) => id),
    now,
  )
}

/** Found by their names, so that it costs what was answered and not what is stored. */
function closeAnswered(tx: Db): Promise<{ id: bigint }[]> {
  return tx.$queryRaw`
    update deadline d set status = 'done', done_on = a.day
    from (
      select 'reading/' || indicator_id || '/' || period as source, reported_at::date as day from reading where value is not null
      union all
      select 'outcome/' || id, published_at::date from consultation where published_at is not null) a
    where d.source = a.source and d.status = 'open'
    returning d.id`
}

/** What was moved is judged by the day that its rule brought, so that a later date outlives that day. */
function dropRuleless(
  tx: Db,
  made: readonly Occurrence[],
  { from, to }: { from: Day; to: Day },
): Promise<{ id: bigint }[]> {
  return tx.$queryRaw`
    update deadline set status = 'dropped'
    where status = 'open' and due_on > ${from}::date and due_on <= ${to}::date
      and case when source like 'recurrence/%' or source like 'report/%' then split_part(source, '/', 3)::date > ${from}::date end
      and not source = any(${made.map(({ source }) => source)}::text[])
    returning id`
}
