/** How the plan stands: for the command line, and for whoever reports. */
import {
  isDelayed,
  isOnTarget,
  shareDone,
  weightedShare,
  type IndicatorState,
  type MeasureState,
} from '../domain/progress.ts'
import { Problem } from '../domain/problem.ts'
import type { Localized } from '../domain/phrase.ts'
import { dayOf } from '../runtime/clock.ts'
import { currentPlan } from '../store/progress.ts'
import type { Context } from './context.ts'

/** A measure with what is computed of it. */
export interface MeasureProgress extends MeasureState {
  /** From 0 to 1; null for one that is no longer pursued. */
  readonly share: number | null
  readonly isDelayed: boolean
}

export interface IndicatorProgress extends IndicatorState {
  /** Null while there is no value or no target. */
  readonly isOnTarget: boolean | null
}

/** A goal, an objective or the whole plan. */
export interface Progress {
  readonly code: string
  readonly names: Localized
  readonly share: number | null
  readonly delayed: number
  readonly measures: number
  /** In grosze. */
  readonly planned: bigint
  readonly spent: bigint
}

export interface PlanProgress extends Progress {
  readonly goals: readonly (Progress & {
    readonly objectives: readonly (Progress & { readonly list: readonly MeasureProgress[] })[]
    readonly indicators: readonly IndicatorProgress[]
  })[]
}

/** @throws {Problem} `no-plan`, or `goal-unknown` when no goal has that code */
export async function planProgress(
  { store, clock, config }: Context,
  { goal: wanted }: { goal?: string | undefined } = {},
): Promise<PlanProgress> {
  const plan = await currentPlan(store.db, dayOf(clock.now(), config.TIME_ZONE))
  if (!plan) throw new Problem('no-plan')
  const goals = plan.goals.filter(({ code }) => wanted === undefined || code === wanted)
  if (goals.length === 0)
    throw new Problem('goal-unknown', {
      code: wanted ?? '',
      known: plan.goals.map(({ code }) => code).join(', '),
    })
  const measuresOf = (one: (typeof goals)[number]) => one.objectives.flatMap(({ measures }) => measures)
  return {
    ...sumUp(plan.id, plan.names, goals.flatMap(measuresOf)),
    goals: goals.map((goal) => ({
      ...sumUp(goal.code, goal.names, measuresOf(goal)),
      objectives: goal.objectives.map(({ code, names, measures }) => ({
        ...sumUp(code, names, measures),
        list: measures.map((one) => ({ ...one, share: shareDone(one), isDelayed: isDelayed(one) })),
      })),
      indicators: goal.indicators.map((one) => ({ ...one, isOnTarget: isOnTarget(one) ?? null })),
    })),
  }
}

function sumUp(code: string, names: Localized, measures: readonly MeasureState[]): Progress {
  return {
    code,
    names,
    share: weightedShare(measures),
    delayed: measures.filter(isDelayed).length,
    measures: measures.length,
    planned: measures.reduce((sum, { planned }) => sum + planned, 0n),
    spent: measures.reduce((sum, { spent }) => sum + spent, 0n),
  }
}
