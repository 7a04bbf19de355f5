/** The current plan with what its progress is computed from. */
import type { MeasureStatus } from '../domain/plan.ts'
import type { IndicatorState, LedMeasure, MeasureState } from '../domain/progress.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { dayOfDate } from '../runtime/clock.ts'
import type { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** A plan as a tree. */
export interface PlanTree {
  readonly id: string
  readonly names: Localized
  readonly version: number
  readonly goals: readonly {
    readonly code: string
    readonly names: Localized
    readonly objectives: readonly {
      readonly code: string
      readonly names: Localized
      readonly measures: readonly MeasureState[]
    }[]
    readonly indicators: readonly IndicatorState[]
  }[]
}

/** The plan that is current, in its own order; undefined when there is none. Steps and money are counted by the database. */
export async function currentPlan(db: Db, today: Day): Promise<PlanTree | undefined> {
  const plan = await db.plan.findFirst({
    where: { isCurrent: true },
    orderBy: { startsOn: 'desc' },
    include: {
      goals: {
        orderBy: { position: 'asc' },
        include: {
          objectives: {
            orderBy: { position: 'asc' },
            include: { measures: { orderBy: { position: 'asc' }, include: { lead: true } } },
          },
          indicators: {
            orderBy: { id: 'asc' },
            include: { readings: { where: { value: { not: null } }, orderBy: { period: 'desc' }, take: 1 } },
          },
        },
      },
    },
  })
  if (!plan) return undefined
  const steps = await stepsByMeasure(db, plan.id, today)
  const money = await moneyByMeasure(db, plan.id)
  return {
    id: plan.id,
    names: plan.names as Localized,
    version: plan.version,
    goals: plan.goals.map(({ code, names, objectives, indicators }) => ({
      code,
      names: names as Localized,
      objectives: objectives.map((objective) => ({
        code: objective.code,
        names: objective.names as Localized,
        measures: objective.measures.map((measure): MeasureState => ({
          ...stateOf(measure, steps.get(measure.id)),
          planned: money.get(measure.id)?.planned ?? 0n,
          spent: money.get(measure.id)?.spent ?? 0n,
        })),
      })),
      indicators: indicators.map((one): IndicatorState => ({
        id: one.id,
        names: one.names as Localized,
        unit: one.unit as Localized,
        direction: one.direction as 'up' | 'down',
        baseline: one.baseline === null ? null : Number(one.baseline),
        latest: one.readings[0]
          ? { period: one.readings[0].period, value: Number(one.readings[0].value) }
          : null,
        target: nextTarget(one.targets as { date: Day; value: number }[], today),
      })),
    })),
  }
}

/** The measures of the current plan that these entities lead, in its order; money is left out. */
export async function measuresLed(
  db: Db,
  entityIds: readonly string[],
  today: Day,
): Promise<readonly LedMeasure[]> {
  const plan = await db.plan.findFirst({ where: { isCurrent: true }, orderBy: { startsOn: 'desc' } })
  if (!plan) return []
  const rows = await db.measure.findMany({
    where: { leadId: { in: [...entityIds] }, objective: { goal: { planId: plan.id } } },
    include: { lead: true },
    orderBy: [
      { objective: { goal: { position: 'asc' } } },
      { objective: { position: 'asc' } },
      { position: 'asc' },
    ],
  })
  const steps = await stepsByMeasure(db, plan.id, today)
  return rows.map((row) => stateOf(row, steps.get(row.id)))
}

type MeasureRow = Prisma.MeasureGetPayload<{ include: { lead: true } }>

function stateOf(measure: MeasureRow, steps: Steps | undefined): LedMeasure {
  const { weight } = (measure.details ?? {}) as { weight?: number }
  return {
    id: measure.id,
    code: measure.code,
    names: measure.names as Localized,
    lead: measure.lead.names as Localized,
    status: measure.status as MeasureStatus,
    rag: measure.rag as MeasureState['rag'],
    typedPercent: measure.progress,
    weight: weight ?? 1,
    steps: { done: steps?.done ?? 0, open: steps?.open ?? 0, overdue: steps?.overdue ?? 0 },
    nextOn: steps?.next ? dayOfDate(steps.next) : null,
  }
}

interface Steps {
  measure_id: string
  done: number
  open: number
  overdue: number
  next: Date | null
}

async function stepsByMeasure(db: Db, planId: string, today: Day): Promise<ReadonlyMap<string, Steps>> {
  const rows = await db.$queryRaw<Steps[]>`
    select d.measure_id, count(*) filter (where d.status = 'done')::int as done, count(*) filter (where d.status = 'open')::int as open,
      count(*) filter (where d.status = 'open' and d.due_on < ${today}::date)::int as overdue, min(d.due_on) filter (where d.status = 'open') as next
    from deadline d join measure m on m.id = d.measure_id join objective o on o.id = m.objective_id join goal g on g.id = o.goal_id
    where g.plan_id = ${planId} and d.source like 'milestone/%' group by d.measure_id`
  return new Map(rows.map((row) => [row.measure_id, row]))
}

async function moneyByMeasure(
  db: Db,
  planId: string,
): Promise<ReadonlyMap<string, { planned: bigint; spent: bigint }>> {
  const rows = await db.$queryRaw<{ measure_id: string; planned: bigint; spent: bigint }[]>`
    select b.measure_id, sum(b.planned)::bigint as planned, sum(b.spent)::bigint as spent
    from budget_line b join measure m on m.id = b.measure_id join objective o on o.id = m.objective_id join goal g on g.id = o.goal_id
    where g.plan_id = ${planId} group by b.measure_id`
  return new Map(rows.map((row) => [row.measure_id, row]))
}

/** The target whose day comes next, or the last one there was. */
function nextTarget(targets: readonly { date: Day; value: number }[], today: Day) {
  const inOrder = targets.toSorted((one, other) => one.date.localeCompare(other.date))
  return inOrder.find(({ date }) => date >= today) ?? inOrder.at(-1) ?? null
}
