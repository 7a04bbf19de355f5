/** What must hold within a measure of a plan's file. */
import type { Day } from '../../domain/phrase.ts'
import { isRecurrence } from '../../runtime/recurrence.ts'
import { doubt, mistake, type Path, type Remark } from '../file/finding.ts'
import { twiceRemarks, unknownInList, unknownRemarks, type Loose, type Names } from './reference-checks.ts'

type LooseMeasure = NonNullable<NonNullable<Loose['actions']>[number]>
type LooseMilestone = NonNullable<NonNullable<LooseMeasure['milestones']>[number]>

/** What a plan's period and other plans say. */
export interface Around {
  readonly names: Names
  /** The first and last year of the plan. */
  readonly years: readonly [number, number] | undefined
  readonly today: Day
}

/** Every remark on one measure. */
export function measureRemarks(measure: LooseMeasure, path: Path, around: Around): Remark[] {
  const { names } = around
  return [
    ...unknownRemarks(measure.objective, 'objective', [...path, 'objective'], names),
    ...unknownRemarks(measure.lead, 'entity', [...path, 'lead'], names),
    ...unknownRemarks(measure.policy, 'policy', [...path, 'policy'], names),
    ...unknownInList(measure.supporting, 'entity', [...path, 'supporting'], names),
    ...unknownInList(measure.indicators, 'indicator', [...path, 'indicators'], names),
    ...unknownInList(measure.depends_on, 'measure', [...path, 'depends_on'], names),
    ...spanRemarks(measure.period, [...path, 'period']),
    ...recurrenceRemarks(measure, path),
    ...statusRemarks(measure, path),
    ...milestonesRemarks(measure, path, around),
    ...budgetRemarks(measure, path, around),
    ...evidenceRemarks(measure, path),
  ]
}

/** An end before its beginning. */
export function spanRemarks(
  span: { readonly from?: Day | undefined; readonly to?: Day | undefined } | undefined,
  path: Path,
): Remark[] {
  const { from, to } = span ?? {}
  return from && to && to < from ? [mistake([...path, 'to'], 'span-backwards', { from })] : []
}

function recurrenceRemarks({ kind, recurrence }: LooseMeasure, path: Path): Remark[] {
  if (recurrence && !isRecurrence(recurrence)) return [mistake([...path, 'recurrence'], 'rule-unreadable')]
  if (kind === 'recurring' && !recurrence) return [doubt([...path, 'kind'], 'recurrence-missing')]
  return recurrence && kind && kind !== 'recurring' ? [doubt([...path, 'recurrence'], 'recurrence-idle')] : []
}

function statusRemarks({ status, milestones = [] }: LooseMeasure, path: Path): Remark[] {
  const open = milestones.filter((one) => one?.status === 'open').length
  return status === 'done' && open > 0 ? [doubt([...path, 'status'], 'done-with-open', { count: open })] : []
}

function milestonesRemarks(measure: LooseMeasure, path: Path, around: Around): Remark[] {
  const milestones = measure.milestones ?? []
  return [
    ...twiceRemarks(
      milestones.map((one) => one?.id),
      (index) => [...path, 'milestones', index, 'id'],
    ),
    ...milestones.flatMap((one, index) =>
      one ? milestoneRemarks(one, [...path, 'milestones', index], measure, around) : [],
    ),
  ]
}

function milestoneRemarks(
  { due, status, done_on: doneOn, lead, policy }: LooseMilestone,
  path: Path,
  { period }: LooseMeasure,
  { names, today }: Around,
): Remark[] {
  const isOutside = due && period?.from && period.to && (due < period.from || due > period.to)
  return [
    ...unknownRemarks(lead, 'entity', [...path, 'lead'], names),
    ...unknownRemarks(policy, 'policy', [...path, 'policy'], names),
    ...(isOutside ? [doubt([...path, 'due'], 'due-outside', { from: period.from, to: period.to })] : []),
    ...(doneOn && status && status !== 'done' ? [mistake([...path, 'done_on'], 'done-on-open')] : []),
    ...(doneOn && doneOn > today ? [doubt([...path, 'done_on'], 'done-in-future')] : []),
  ]
}

function budgetRemarks({ budget = [] }: LooseMeasure, path: Path, { years }: Around): Remark[] {
  const keys = budget.map((one) => (one?.year && one.source ? `${one.year} ${one.source}` : undefined))
  return [
    ...twiceRemarks(keys, (index) => [...path, 'budget', index, 'source']),
    ...budget.flatMap((one, index) => {
      const isOutside = one?.year && years && (one.year < years[0] || one.year > years[1])
      return isOutside ? [doubt([...path, 'budget', index, 'year'], 'year-outside')] : []
    }),
  ]
}

function evidenceRemarks({ evidence = [], milestones = [] }: LooseMeasure, path: Path): Remark[] {
  const codes = milestones.map((one) => one?.id)
  return evidence.flatMap((one, index) =>
    one?.milestone && !codes.includes(one.milestone)
      ? [mistake([...path, 'evidence', index, 'milestone'], 'milestone-not-there', { id: one.milestone })]
      : [],
  )
}
