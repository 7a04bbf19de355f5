/** The plan: what the entities of a city have promised. */
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
