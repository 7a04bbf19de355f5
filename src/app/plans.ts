/** Bringing a whole plan into the database, its dates moved together. */
import { Problem } from '../domain/problem.ts'
import { addDays, dateOf } from '../runtime/clock.ts'
import { fingerprint } from '../runtime/crypto.ts'
import { record } from '../store/audit.ts'
import { addPlan, keepPlanSource, planSource, type PlanRows } from '../store/plans.ts'
import type { Context } from './context.ts'
import { readPlan, type PlanFile } from './plan-file.ts'

/**
 * Imports a plan, every date moved by `shiftDays`. The same file again changes nothing, whatever was reported since.
 * @throws {Problem} `plan-invalid`; `plan-exists` when another file brought a plan of this id.
 */
export async function importPlan(
  { store, clock }: Context,
  source: string,
  { shiftDays = 0, actor = 'cli' }: { shiftDays?: number; actor?: string } = {},
): Promise<{ id: string; isNew: boolean }> {
  const file = readPlan(source)
  const { id } = file.plan
  const at = clock.now()
  return store.transaction(async (tx) => {
    const known = await planSource(tx, id)
    if (known === fingerprint(source)) return { id, isNew: false }
    if (known) throw new Problem('plan-exists', { id })
    await addPlan(tx, rowsOf(file, shiftDays, at))
    await keepPlanSource(tx, id, fingerprint(source), at)
    await record(tx, {
      at,
      actor,
      act: 'plan.import',
      subject: `plan/${id}`,
      details: { version: file.plan.version },
    })
    return { id, isNew: true }
  })
}

/** The day a plan's dates are written around. */
export function anchorOf(source: string): string {
  return readPlan(source).meta.anchor_date
}

function rowsOf(file: PlanFile, shiftDays: number, at: Date): PlanRows {
  const day = (one: string) => addDays(one, shiftDays)
  const date = (one: string) => dateOf(day(one))
  return {
    ...planRows(file, day, date),
    ...measureRows(file, shiftDays, at, date),
    ...indicatorRows(file, shiftDays, at, day, date),
  }
}

type Move<T> = (day: string) => T

function planRows(
  { plan, entities, goals, objectives, reporting, reminder_policies: policies }: PlanFile,
  day: Move<string>,
  date: Move<Date>,
) {
  const phases = plan.cycle.phases.map((phase) => ({ ...phase, from: day(phase.from), to: day(phase.to) }))
  return {
    policies: policies.map(({ id, ...steps }) => ({ id, steps: steps as object })),
    rules: reporting.map(({ id, name, due_rule: dueRule, who, basis, policy: policyId }) => ({
      id,
      names: name,
      dueRule,
      who,
      basis,
      policyId,
    })),
    entities: entities.map(({ id, type, short, name, roles, language }) => ({
      id,
      kind: type,
      short,
      names: name,
      roles,
      language,
    })),
    plan: {
      id: plan.id,
      version: plan.version,
      names: plan.name,
      adoptedOn: plan.adopted_on ? date(plan.adopted_on) : null,
      startsOn: date(plan.period.from),
      endsOn: date(plan.period.to),
      coordinator: plan.coordinator_entity ?? null,
      cycle: { ...plan.cycle, phases },
    },
    goals: goals.map(({ id, code, name, promise, cfci_goals: cfciGoals, pillar }, position) => ({
      id,
      planId: plan.id,
      code,
      position,
      names: name,
      details: { cfciGoals, pillar },
      ...(promise ? { promise } : {}),
    })),
    objectives: objectives.map(({ id, goal, code, name }, position) => ({
      id,
      goalId: goal,
      code,
      position,
      names: name,
    })),
  }
}

function measureRows(
  { actions, reminder_policies: policies }: PlanFile,
  shiftDays: number,
  at: Date,
  date: Move<Date>,
) {
  return {
    measures: actions.map((one, position) => ({
      id: one.id,
      objectiveId: one.objective,
      code: one.code,
      position,
      names: one.name,
      kind: one.kind,
      leadId: one.lead,
      startsOn: date(one.period.from),
      endsOn: date(one.period.to),
      status: one.status,
      progress: one.progress_pct,
      ...(one.summary ? { summary: one.summary } : {}),
      recurrence: one.recurrence ?? null,
      rag: one.rag ?? null,
      details: {
        participation: one.participation ?? null,
        ageGroups: one.age_groups,
        risks: one.risks as object[],
      },
    })),
    supporters: actions.flatMap(({ id, supporting }) =>
      supporting.map((entityId) => ({ measureId: id, entityId })),
    ),
    deadlines: actions.flatMap(({ id: measureId, lead, milestones }) =>
      milestones.map(({ id: code, name, due, status, done_on: doneOn }) => ({
        source: `milestone/${measureId}/${code}`,
        measureId,
        entityId: lead,
        policyId: policies[0]!.id,
        nextAt: status === 'open' ? at : null,
        code,
        names: name,
        dueOn: date(due),
        status,
        doneOn: doneOn ? date(doneOn) : null,
      })),
    ),
    budget: actions.flatMap(({ id: measureId, budget }) =>
      budget.map(({ year, source, planned, spent }) => ({
        measureId,
        year: moveYear(year, shiftDays),
        source,
        planned: grosze(planned),
        spent: grosze(spent),
      })),
    ),
    evidence: actions.flatMap(({ id: measureId, evidence }) =>
      evidence.map(({ kind, title, date: on }) => ({ measureId, kind, title, givenOn: date(on) })),
    ),
    measureIndicators: actions.flatMap(({ id: measureId, indicators }) =>
      indicators.map((indicatorId) => ({ measureId, indicatorId })),
    ),
  }
}

function indicatorRows(
  { indicators }: PlanFile,
  shiftDays: number,
  at: Date,
  day: Move<string>,
  date: Move<Date>,
) {
  return {
    indicators: indicators.map((one) => ({
      id: one.id,
      goalId: one.goal,
      level: one.level,
      names: one.name,
      unit: one.unit,
      direction: one.direction,
      baseline: one.baseline.value,
      baselineOn: date(one.baseline.date),
      frequency: one.frequency,
      ownerId: one.owner,
      targets: one.targets.map((target) => ({ ...target, date: day(target.date) })),
      ...(one.source ? { source: one.source } : {}),
      disaggregation: one.disaggregation,
      isComputed: one.computed,
      isCumulative: one.cumulative_within_year,
    })),
    readings: indicators.flatMap(({ id: indicatorId, readings }) =>
      readings.map(({ period, value }) => ({
        indicatorId,
        period: movePeriod(period, shiftDays),
        value,
        reportedAt: at,
        reportedBy: 'import',
      })),
    ),
  }
}

function grosze(zloty: number): bigint {
  return BigInt(Math.round(zloty * 100))
}

const daysPerYear = 365.2425

/** Years, quarters and months move by whole ones: two that differ still differ afterwards. */
function moveYear(year: number, shiftDays: number): number {
  return year + Math.round(shiftDays / daysPerYear)
}

/** `2026`, `2026-Q3` or `2026-09`. */
function movePeriod(period: string, shiftDays: number): string {
  const [, year, quarter, month] = /^(\d{4})(?:-Q(\d)|-(\d{2}))?$/.exec(period) ?? []
  const moved = (perYear: number, part: number) =>
    Number(year) * perYear + part - 1 + Math.round((shiftDays * perYear) / daysPerYear)
  if (quarter) return `${Math.floor(moved(4, Number(quarter)) / 4)}-Q${(moved(4, Number(quarter)) % 4) + 1}`
  if (month)
    return `${Math.floor(moved(12, Number(month)) / 12)}-${String((moved(12, Number(month)) % 12) + 1).padStart(2, '0')}`
  return String(moveYear(Number(year), shiftDays))
}
