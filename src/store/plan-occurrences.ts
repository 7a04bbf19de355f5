/** What recurs follows its plan: deadlines that were made of a measure, an indicator or a report change with it. */
import { ofKind, subjectOf, wordIn, type Items, type ItemKind } from '../domain/plan-item.ts'
import { deadlinesChanged } from './deadlines.ts'
import type { Db } from './store.ts'

interface States {
  readonly before: Items
  readonly after: Items
  readonly now: Date
}

/** Hands open ones over to a new lead, owner or policy, and drops those of measures that are over. */
export async function occurrencesFollow(tx: Db, states: States): Promise<void> {
  const { now } = states
  const leads = JSON.stringify(movesOf(states, 'measure', 'lead'))
  const owners = JSON.stringify(movesOf(states, 'indicator', 'owner'))
  const policies = JSON.stringify(movesOf(states, 'report', 'policy'))
  const changed = [
    await tx.$queryRaw<Id[]>`
      update deadline d set entity_id = m."to", reminded_at = null, asked_on = null, acknowledged_at = null
      from jsonb_to_recordset(${leads}::jsonb) as m (id text, "from" text, "to" text)
      where d.status = 'open' and d.measure_id = m.id and d.source like 'recurrence/%' and d.entity_id = m."from" returning d.id`,
    await tx.$queryRaw<Id[]>`
      update deadline d set entity_id = m."to", reminded_at = null, asked_on = null, acknowledged_at = null
      from jsonb_to_recordset(${owners}::jsonb) as m (id text, "from" text, "to" text)
      where d.status = 'open' and d.indicator_id = m.id and d.entity_id = m."from" returning d.id`,
    await tx.$queryRaw<Id[]>`
      update deadline d set policy_id = m."to" from jsonb_to_recordset(${policies}::jsonb) as m (id text, "from" text, "to" text)
      where d.status = 'open' and d.source like 'report/' || m.id || '/%' returning d.id`,
    await tx.$queryRaw<Id[]>`
      update deadline set status = 'dropped' where status = 'open' and measure_id = any(${overIn(states)}::text[]) returning id`,
  ]
  await deadlinesChanged(
    tx,
    changed.flat().map(({ id }) => id),
    now,
  )
}

interface Id {
  readonly id: bigint
}

function movesOf({ before, after }: States, kind: ItemKind, field: string) {
  return ofKind(after, kind).flatMap((item) => {
    const [from, to] = [before.get(subjectOf(item))?.fields[field], item.fields[field]]
    return from !== undefined && from !== to ? [{ id: item.key[0], from, to }] : []
  })
}

function overIn({ before, after }: States): readonly string[] {
  return ofKind(after, 'measure').flatMap((item) => {
    const isOver = ['cancelled', 'carried_over'].includes(wordIn(item, 'status') ?? '')
    return isOver && before.get(subjectOf(item))?.fields !== item.fields ? [item.key[0]!] : []
  })
}

/** A plan that another one carries on is not in force any more: nothing of its measures is due. */
export async function retirePlan(tx: Db, planId: string, now: Date): Promise<void> {
  await tx.plan.update({ where: { id: planId }, data: { isCurrent: false } })
  const changed = await tx.$queryRaw<Id[]>`
    update deadline set status = 'dropped' where status = 'open' and measure_id in (
      select m.id from measure m join objective o on o.id = m.objective_id join goal g on g.id = o.goal_id where g.plan_id = ${planId})
    returning id`
  await deadlinesChanged(
    tx,
    changed.map(({ id }) => id),
    now,
  )
}
