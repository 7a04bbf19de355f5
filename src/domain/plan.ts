/** What was promised: measures with their dated steps. Delayed is computed from open steps, never typed. */
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
