/** The plan: what the entities of a city have promised. */
import type { Change } from '../domain/plan-change.ts'
import type { MeasureStatus, OpenMilestone, PlannedMeasure } from '../domain/plan.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { addDays, dateOf } from '../runtime/clock.ts'
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

/** How far ahead a partner sees what is due. */
export const daysAhead = 30

/** The open steps of the measures these entities lead: overdue ones first, then those of the coming `daysAhead` days. */
export async function openMilestonesOf(
  db: Db,
  entityIds: readonly string[],
  today: Day,
): Promise<readonly OpenMilestone[]> {
  const rows = await db.deadline.findMany({
    where: {
      status: 'open',
      dueOn: { lte: dateOf(addDays(today, daysAhead)) },
      measureId: { not: null },
      measure: { leadId: { in: [...entityIds] }, ...currentMeasure },
    },
    include: { measure: true },
    orderBy: [{ dueOn: 'asc' }, { measure: { code: 'asc' } }, { code: 'asc' }],
  })
  return rows.map(({ code, names, dueOn, measure }) => ({
    measureCode: measure!.code,
    measureNames: measure!.names as Localized,
    code,
    names: names as Localized,
    dueOn: dayOfDate(dueOn),
    isOverdue: dayOfDate(dueOn) < today,
  }))
}

/** The measures these entities lead, in the order of the plan. */
export async function planOf(
  db: Db,
  entityIds: readonly string[],
  today: Day,
): Promise<readonly PlannedMeasure[]> {
  const rows = await db.measure.findMany({
    where: { leadId: { in: [...entityIds] }, objective: currentMeasure.objective },
    include: {
      _count: { select: { deadlines: { where: { status: 'open', dueOn: { lt: dateOf(today) } } } } },
    },
    orderBy: [
      { objective: { goal: { position: 'asc' } } },
      { objective: { position: 'asc' } },
      { position: 'asc' },
    ],
  })
  return rows.map(({ code, names, status, progress, _count }) => ({
    code,
    names: names as Localized,
    status: status as MeasureStatus,
    progress,
    isDelayed: _count.deadlines > 0 && !over.includes(status),
  }))
}

/** Nothing is due any more of a measure that ended one way or the other. */
const over = ['done', 'cancelled', 'carried_over']
const currentMeasure = { status: { notIn: over }, objective: { goal: { plan: { isCurrent: true } } } }

function dayOfDate(date: Date): Day {
  return date.toISOString().slice(0, 10)
}
