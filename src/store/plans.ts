/** The plan: what the entities of a city have promised. */
import type { Change } from '../domain/plan-change.ts'
import { keepSetting, settingOf } from './consultations.ts'
import type { Db } from './store.ts'

/** What a city has that a plan's file may name or clash with. */
export interface PlanKnowledge {
  readonly entityIds: readonly string[]
  readonly policyIds: readonly string[]
  readonly planIds: readonly string[]
  readonly currentPlanId: string | undefined
  /** The plan of every goal, objective and measure, by subject. */
  readonly owners: ReadonlyMap<string, string>
}

/** Gathers it. */
export async function planKnowledge(db: Db): Promise<PlanKnowledge> {
  const entities = await db.entity.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  const policies = await db.reminderPolicy.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  const plans = await db.plan.findMany({ orderBy: { startsOn: 'desc' } })
  const owned = await db.$queryRaw<{ subject: string; plan: string }[]>`
    select 'goal/' || id as subject, plan_id as plan from goal
    union all select 'objective/' || o.id, g.plan_id from objective o join goal g on g.id = o.goal_id
    union all select 'measure/' || m.id, g.plan_id from measure m join objective o on o.id = m.objective_id join goal g on g.id = o.goal_id`
  return {
    entityIds: entities.map(({ id }) => id),
    policyIds: policies.map(({ id }) => id),
    planIds: plans.map(({ id }) => id),
    currentPlanId: plans.find(({ isCurrent }) => isCurrent)?.id,
    owners: new Map(owned.map(({ subject, plan }) => [subject, plan])),
  }
}

/** What the last file without a revision said: the state at a revision, and where the file said something else. */
export interface LastFile {
  readonly revision: number
  readonly differences: readonly Change[]
}

/** Of a plan that came before anything was written down, the state before all changes. */
export async function lastFileOf(db: Db, planId: string): Promise<LastFile> {
  const kept = await settingOf<Partial<LastFile>>(db, `plan/${planId}`)
  return { revision: kept?.revision ?? 0, differences: kept?.differences ?? [] }
}

/** Remembers a file without a revision, so that the next one can be compared with it. */
export async function keepLastFile(
  tx: Db,
  planId: string,
  revision: number,
  differences: readonly Change[],
  at: Date,
): Promise<void> {
  await keepSetting(tx, `plan/${planId}`, { revision, differences }, at)
}

/** The plan in force; undefined when there is none. */
export async function currentPlan(db: Db): Promise<string | undefined> {
  const plan = await db.plan.findFirst({ where: { isCurrent: true }, orderBy: { startsOn: 'desc' } })
  return plan?.id
}

/** The subjects that a name can mean: a subject itself, an id, or the code of a measure, with the measures that it carries on. */
export async function subjectsNamed(db: Db, name: string): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ subject: string }[]>`
    with recursive chain as (
      select id, carried_from from measure where id = ${name} or 'measure/' || id = ${name} or code = ${name}
      union select m.id, m.carried_from from measure m join chain c on m.id = c.carried_from)
    select 'measure/' || id as subject from chain
    union select subject from plan_change
    where subject = ${name} or subject in ('plan/' || ${name}, 'goal/' || ${name}, 'objective/' || ${name}, 'indicator/' || ${name},
      'entity/' || ${name}, 'policy/' || ${name}, 'report/' || ${name})`
  return rows.map(({ subject }) => subject)
}
