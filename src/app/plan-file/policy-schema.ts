/** What a reminder policy looks like in a plan's file. */
import { z } from 'zod'
import { rungs } from '../../domain/deadline.ts'
import { id, whole } from '../file/parts.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'form-time' })

/** One policy. */
export const policy = z
  .strictObject({
    id: id(48),
    offsets_days: z
      .array(whole(-1000, 0))
      .max(50)
      .default([])
      .describe('Days before the due day, as negative numbers; 0 is the day itself.'),
    overdue_days: z.array(whole(1, 1000)).max(50).default([]).describe('Days after it, while it is open.'),
    escalate: z
      .array(z.strictObject({ after_days: whole(1, 1000), to: z.enum(rungs) }))
      .max(20)
      .default([])
      .describe('Whom to tell when nobody has answered for so many working days.'),
    send_window: z
      .strictObject({ from: time, to: time })
      .optional()
      .describe('When messages may leave; from 08:00 to 16:00 unless told.'),
    working_days_only: z.boolean().optional(),
    digest: z.boolean().optional().describe('What is not urgent goes into one message a day.'),
  })
  .meta({ id: 'policy', title: 'When and how often something due is reminded of' })
