/** The steps of an outcome that those who took part hear of: its publication, and every move of a measure it led to. */
import type { LinkedMeasure } from './outcome.ts'
import { dayAfter } from './moment.ts'
import { isPursued } from './progress.ts'
import type { Day } from './phrase.ts'

/** In the order in which they come. */
export const moves = ['started', 'delayed', 'done'] as const
export type Move = (typeof moves)[number]
/** `linked`: how the measure stood when it was first looked at, which is no news. */
export type OutcomeStep = 'published' | 'linked' | Move

/** A step is overdue for so long before young people hear of it: until then partners are still asked, up to the plenipotentiary. */
export const graceDays = 14

type Moving = Pick<LinkedMeasure, 'status' | 'stepsDone' | 'openSince'>

/** Every move that a measure has made by `today`. */
export function movesOf({ status, stepsDone, openSince }: Moving, today: Day): readonly Move[] {
  if (status === 'done') return ['started', 'done']
  if (!isPursued({ status })) return []
  const hasStarted = status === 'in_progress' || stepsDone > 0
  return [
    ...(hasStarted ? ['started' as const] : []),
    ...(isLate(openSince, today) ? ['delayed' as const] : []),
  ]
}

function isLate(openSince: Day | null, today: Day): boolean {
  return openSince !== null && openSince < dayAfter(today, -graceDays)
}

/** A step as it is written down; one that is not told is known from now on and no news. */
export interface NotedStep {
  readonly step: OutcomeStep
  readonly isTold: boolean
}

/**
 * The steps to be written down, after those that were `noted`. Several at once are told as one, the last of them, and after `done` nothing more is.
 */
export function newSteps(measure: Moving, noted: readonly OutcomeStep[], today: Day): readonly NotedStep[] {
  const fresh = movesOf(measure, today).filter((move) => !noted.includes(move))
  const isFirstLook = !noted.includes('linked')
  const news = isFirstLook || noted.includes('done') ? undefined : fresh.at(-1)
  return [
    ...(isFirstLook ? [{ step: 'linked' as const, isTold: false }] : []),
    ...fresh.map((step) => ({ step, isTold: step === news })),
  ]
}
