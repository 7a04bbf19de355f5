/** What was promised: measures with their dated steps. Delayed is computed from open steps, never typed. */
import type { Day, Localized } from './phrase.ts'

export const milestoneStatuses = ['open', 'done', 'dropped'] as const

export const measureStatuses = [
  'planned',
  'in_progress',
  'on_hold',
  'done',
  'cancelled',
  'carried_over',
] as const
export type MeasureStatus = (typeof measureStatuses)[number]

/** A step that is still open, as the entity that leads the measure sees it. */
export interface OpenMilestone {
  readonly measureCode: string
  readonly measureNames: Localized
  readonly code: string
  readonly names: Localized
  readonly dueOn: Day
  readonly isOverdue: boolean
}

/** A measure as the entity that leads it sees it. */
export interface PlannedMeasure {
  readonly code: string
  readonly names: Localized
  readonly status: MeasureStatus
  readonly progress: number
  /** An open step is past its day. */
  readonly isDelayed: boolean
}
