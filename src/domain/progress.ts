/** How far a plan is: measures by their steps, objectives and goals by their measures. */
import type { MeasureStatus } from './plan.ts'
import type { Day, Localized } from './phrase.ts'

/** A measure as far as its progress goes. */
export interface MeasureState {
  readonly id: string
  readonly code: string
  readonly names: Localized
  readonly lead: Localized
  readonly status: MeasureStatus
  /** The lead's own judgement. */
  readonly rag: 'green' | 'amber' | 'red' | null
  /** What the lead typed, in per cent; it counts only where there are no steps. */
  readonly typedPercent: number
  readonly weight: number
  readonly steps: { readonly done: number; readonly open: number; readonly overdue: number }
  readonly nextOn: Day | null
  /** In grosze. */
  readonly planned: bigint
  readonly spent: bigint
}

/** A measure as its lead sees it. */
export type LedMeasure = Omit<MeasureState, 'planned' | 'spent'>

/** How far a measure is, from 0 to 1: done steps among all that were not dropped. Null for one that is no longer pursued here. */
export function shareDone({
  status,
  steps,
  typedPercent,
}: Pick<MeasureState, 'status' | 'steps' | 'typedPercent'>): number | null {
  if (status === 'cancelled' || status === 'carried_over') return null
  if (status === 'done') return 1
  const all = steps.done + steps.open
  return all > 0 ? steps.done / all : typedPercent / 100
}

/** Delayed is an open step past its day, of a measure that is still pursued; it is never typed. */
export function isDelayed({ status, steps }: Pick<MeasureState, 'status' | 'steps'>): boolean {
  return steps.overdue > 0 && isPursued({ status })
}

/** Something is still to be done about it here. */
export function isPursued({ status }: Pick<MeasureState, 'status'>): boolean {
  return status === 'planned' || status === 'in_progress' || status === 'on_hold'
}

/** The weighted mean of measures that are pursued, from 0 to 1; null where there is none. */
export function weightedShare(measures: readonly MeasureState[]): number | null {
  const counted = measures.flatMap((measure) => {
    const share = shareDone(measure)
    return share === null ? [] : [{ share, weight: measure.weight }]
  })
  const weight = counted.reduce((sum, one) => sum + one.weight, 0)
  return weight > 0 ? counted.reduce((sum, one) => sum + one.share * one.weight, 0) / weight : null
}

/** An indicator with its newest value and the target that is next. */
export interface IndicatorState {
  readonly id: string
  readonly names: Localized
  readonly unit: Localized
  readonly direction: 'up' | 'down'
  readonly baseline: number | null
  /** Null while nothing was measured, which is not zero. */
  readonly latest: { readonly period: string; readonly value: number } | null
  readonly target: { readonly date: Day; readonly value: number } | null
}

/** Whether the newest value is where the target wants it; undefined while one of the two is missing. */
export function isOnTarget({ direction, latest, target }: IndicatorState): boolean | undefined {
  if (!latest || !target) return undefined
  return direction === 'up' ? latest.value >= target.value : latest.value <= target.value
}
