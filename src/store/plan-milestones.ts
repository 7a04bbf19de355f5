/** Milestones: deadlines that a plan's file knows of. Whatever changes one, its policy looks at it again. */
import {
  fieldsOf,
  ofKind,
  subjectOf,
  valueOf,
  type FieldValue,
  type Item,
  type Items,
} from '../domain/plan-item.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { deadlinesChanged } from './deadlines.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

interface MilestoneRow {
  readonly measureId: string
  readonly code: string
  readonly names: Localized
  readonly dueOn: Day
  readonly status: string
  readonly doneOn: Day | null
  readonly entityId: string
  readonly policyId: string
}

/** The milestones of a plan, in the order in which they first came; who leads them and under which policy is always said. */
export async function milestoneItems(db: Db, planId: string): Promise<readonly Item[]> {
  const rows = await db.$queryRaw<MilestoneRow[]>`
    select d.measure_id as "measureId", d.code, d.names, d.due_on::text as "dueOn", d.status, d.done_on::text as "doneOn",
      d.entity_id as "entityId", d.policy_id as "policyId"
    from deadline d where d.source like 'milestone/%' and d.measure_id in (
      select m.id from measure m join objective o on o.id = m.objective_id join goal g on g.id = o.goal_id where g.plan_id = ${planId})
    order by d.id`
  return rows.map(({ measureId, code, names, dueOn, status, doneOn, entityId, policyId }) => ({
    kind: 'milestone',
    key: [measureId, code],
    fields: fieldsOf({ name: names, due: dueOn, status, done_on: doneOn, lead: entityId, policy: policyId }),
  }))
}

/** Writes the milestones that are new or have changed, also through their measure, and takes away those that are gone. */
export async function writeMilestones(
  tx: Db,
  { before, after, now }: { before: Items; after: Items; now: Date },
): Promise<void> {
  const old = rowsOf(before)
  const rows = [...rowsOf(after)].filter(
    ([source, row]) => JSON.stringify(old.get(source)) !== JSON.stringify(row),
  )
  const gone = ofKind(before, 'milestone')
    .map(subjectOf)
    .filter((source) => !after.has(source))
  if (gone.length > 0) await tx.$executeRaw`delete from deadline where source = any(${gone}::text[])`
  if (rows.length > 0)
    await upsert(
      tx,
      rows.map(([source, row]) => ({ source, ...row })),
      now,
    )
}

/** What the rows hold: with the lead and the policy that a milestone has through its measure. */
function rowsOf(items: Items): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const usual = ofKind(items, 'policy')[0]?.key[0]
  return new Map(
    ofKind(items, 'milestone').map((item) => {
      const { key, fields } = item
      const measure: Readonly<Record<string, FieldValue>> = items.get(`measure/${key[0]}`)?.fields ?? {}
      const row = {
        measure: key[0],
        code: key[1],
        names: valueOf(fields)['name'],
        due: fields['due'],
        status: fields['status'],
        done: fields['done_on'] ?? null,
        entity: fields['lead'] ?? measure['lead'],
        policy: fields['policy'] ?? measure['policy'] ?? usual,
      }
      return [subjectOf(item), row]
    }),
  )
}

/** Another date or another entity begins anew: nobody has been asked yet. */
async function upsert(tx: Db, rows: readonly object[], now: Date): Promise<void> {
  const isNewTo = Prisma.sql`(d.due_on <> excluded.due_on or d.entity_id <> excluded.entity_id)`
  const changed = await tx.$queryRaw<{ id: bigint }[]>`
    insert into deadline as d (source, measure_id, entity_id, policy_id, code, names, due_on, status, done_on)
    select i.source, i.measure, i.entity, i.policy, i.code, i.names, i.due, i.status, i.done
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (source text, measure text, entity text, policy text,
      code text, names jsonb, due date, status text, done date)) with ordinality as i
    order by i.ordinality
    on conflict (source) do update set entity_id = excluded.entity_id, policy_id = excluded.policy_id, names = excluded.names,
      due_on = excluded.due_on, status = excluded.status, done_on = excluded.done_on,
      reminded_at = case when ${isNewTo} then null else d.reminded_at end,
      asked_on = case when ${isNewTo} then null else d.asked_on end,
      acknowledged_at = case when ${isNewTo} then null else d.acknowledged_at end
    returning id`
  await deadlinesChanged(
    tx,
    changed.map(({ id }) => id),
    now,
  )
}

/** Milestones that more has happened to than that they were written down: somebody was reminded, answered, or changed them. */
export async function milestonesWithHistory(db: Db, sources: readonly string[]): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ source: string }[]>`
    select d.source from deadline d where d.source = any(${[...sources]}::text[]) and (d.status <> 'open'
      or exists (select from reminder r where r.deadline_id = d.id) or exists (select from acknowledgement a where a.deadline_id = d.id)
      or exists (select from change_request c where c.deadline_id = d.id) or exists (select from evidence e where e.deadline = d.source)
      or exists (select from plan_change p where p.subject = d.source and p.field <> ''))`
  return rows.map(({ source }) => source)
}
