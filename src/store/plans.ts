/** The plan: what the entities of a city have promised. */
import type { MeasureStatus, OpenMilestone, PlannedMeasure } from '../domain/plan.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { addDays, dateOf } from '../runtime/clock.ts'
import { keepSetting, settingOf } from './consultations.ts'
import type { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** A whole plan as rows, ready to be written in bulk. */
export interface PlanRows {
  readonly policies: Prisma.ReminderPolicyCreateManyInput[]
  readonly rules: Prisma.ReportingRuleCreateManyInput[]
  readonly entities: Prisma.EntityCreateManyInput[]
  readonly plan: Prisma.PlanCreateManyInput
  readonly goals: Prisma.GoalCreateManyInput[]
  readonly objectives: Prisma.ObjectiveCreateManyInput[]
  readonly measures: Prisma.MeasureCreateManyInput[]
  readonly supporters: Prisma.MeasureSupporterCreateManyInput[]
  readonly deadlines: Prisma.DeadlineCreateManyInput[]
  readonly budget: Prisma.BudgetLineCreateManyInput[]
  readonly evidence: Prisma.EvidenceCreateManyInput[]
  readonly indicators: Prisma.IndicatorCreateManyInput[]
  readonly measureIndicators: Prisma.MeasureIndicatorCreateManyInput[]
  readonly readings: Prisma.ReadingCreateManyInput[]
}

/** Writes a plan that is not there yet; entities and policies that another plan brought stay as they are. */
export async function addPlan(tx: Db, rows: PlanRows): Promise<void> {
  await tx.reminderPolicy.createMany({ data: rows.policies, skipDuplicates: true })
  await tx.reportingRule.createMany({ data: rows.rules, skipDuplicates: true })
  await tx.entity.createMany({ data: rows.entities, skipDuplicates: true })
  await tx.plan.create({ data: rows.plan })
  await tx.goal.createMany({ data: rows.goals })
  await tx.objective.createMany({ data: rows.objectives })
  await tx.measure.createMany({ data: rows.measures })
  await tx.measureSupporter.createMany({ data: rows.supporters })
  await tx.deadline.createMany({ data: rows.deadlines })
  await tx.budgetLine.createMany({ data: rows.budget })
  await tx.evidence.createMany({ data: rows.evidence })
  await tx.indicator.createMany({ data: rows.indicators })
  await tx.measureIndicator.createMany({ data: rows.measureIndicators })
  await tx.reading.createMany({ data: rows.readings })
}

/** The fingerprint of the file a plan came from; undefined when there is no such plan. */
export function planSource(db: Db, id: string): Promise<string | undefined> {
  return settingOf<{ source: string }>(db, `plan/${id}`).then((kept) => kept?.source)
}

export async function keepPlanSource(db: Db, id: string, source: string, at: Date): Promise<void> {
  await keepSetting(db, `plan/${id}`, { source }, at)
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
