/** What a measure looks like in a plan's file, with everything that belongs to it. */
import { z } from 'zod'
import { measureStatuses, milestoneStatuses } from '../../domain/plan.ts'
import { day, id, localized, text, whole } from '../file/parts.ts'
import { ids, money, span, words } from './schema-parts.ts'

const milestone = z
  .strictObject({
    id: id(48).describe('Lasting, once within the measure.'),
    name: localized,
    due: day,
    status: z.enum(milestoneStatuses).default('open'),
    done_on: day.optional(),
    lead: id(48).optional().describe('Who has to act, where it is not the lead of the measure.'),
    policy: id(48).optional().describe('How it is reminded of, where not like the measure.'),
  })
  .meta({ id: 'milestone', title: 'A dated step of a measure' })

const line = z
  .strictObject({
    year: whole(2000, 2100),
    source: z.enum(['own', 'state', 'eu', 'grant', 'partner']),
    planned: money,
    spent: money.default(0),
  })
  .meta({ id: 'budget', title: 'Zlotys of one year from one source' })

const risk = z
  .strictObject({
    text: localized,
    likelihood: whole(1, 5),
    impact: whole(1, 5),
    response: localized.optional(),
  })
  .meta({ id: 'risk' })

const evidence = z
  .strictObject({
    kind: text(24).describe('document, report, link, photo and the like.'),
    title: localized.describe('What it is, for those who look for it.'),
    date: day,
    link: text(2000).optional(),
    milestone: id(48).optional(),
  })
  .meta({ id: 'evidence', title: 'What shows that something was done' })

/** One measure. */
export const measure = z
  .strictObject({
    id: id(48).describe('Lasting: whatever is reported names it.'),
    objective: id(48),
    code: text(16),
    name: localized,
    summary: localized.optional(),
    kind: z.enum(['one_off', 'recurring', 'continuous', 'investment']),
    recurrence: text(200).optional().describe('An RRULE of iCalendar, for recurring ones.'),
    lead: id(48).describe('The entity that answers for it.'),
    supporting: ids,
    period: span,
    status: z.enum(measureStatuses).describe('Delayed is no status: it is computed.'),
    rag: z.enum(['green', 'amber', 'red']).optional().describe('How the lead itself sees it.'),
    progress_pct: whole(0, 100).default(0).describe('Counts where there are no milestones.'),
    weight: z
      .number()
      .min(0)
      .max(1000)
      .optional()
      .describe('Counts so much in its objective; 1 unless told.'),
    participation: z.enum(['informed', 'consulted', 'co_designed', 'youth_led']).optional(),
    age_groups: words,
    policy: id(48).optional().describe('How its milestones are reminded of; the first policy unless told.'),
    carried_from: id(48).optional().describe('The measure of the previous plan that this one carries on.'),
    depends_on: ids.describe('Measures that have to come first.'),
    milestones: z.array(milestone).max(500).default([]),
    budget: z.array(line).max(200).default([]),
    indicators: ids,
    risks: z.array(risk).max(100).default([]),
    evidence: z.array(evidence).max(2000).default([]),
  })
  .meta({ id: 'measure', title: 'What was promised' })
