/** The structure of a plan's file, as zod checks it and as editors are told of it (JSON Schema). */
import { z } from 'zod'
import { locales } from '../../domain/phrase.ts'
import { frequencies } from '../../domain/reading.ts'
import { day, id, localized, text, whole } from '../file/parts.ts'
import type { Form } from '../file/structure.ts'
import { measure } from './measure-schema.ts'
import { policy } from './policy-schema.ts'
import { figure, span, words } from './schema-parts.ts'

const entity = z
  .strictObject({
    id: id(48).describe('Short and lasting: measures name it.'),
    type: z.enum(['city_unit', 'municipal_agency', 'youth_body', 'ngo', 'business', 'media']),
    short: text(24).describe('An abbreviation for tables.'),
    name: localized,
    seed_counterpart: text(200).nullish().describe('Whom a made-up entity stands for; a note.'),
    roles: words.describe('coordinator, implementer, safeguarding_owner and the like; reports name them.'),
    contact_role: localized.optional().describe('A role, never a person: people are invited.'),
    preferred_channel: z.enum(['telegram', 'discord', 'web']).optional(),
    language: z.enum(locales).default('pl'),
  })
  .meta({ id: 'entity', title: 'An organisation that must act' })

const goal = z
  .strictObject({
    id: id(48),
    code: text(16),
    name: localized,
    promise: localized.optional().describe('What it means, in words for children.'),
    cfci_goals: z.array(whole(1, 5)).max(5).default([]),
    pillar: text(48).optional(),
  })
  .meta({ id: 'goal' })

const objective = z
  .strictObject({ id: id(48), goal: id(48), code: text(16), name: localized })
  .meta({ id: 'objective' })

const period = z.string().regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, { error: 'form-period' })

const indicator = z
  .strictObject({
    id: id(48),
    goal: id(48),
    level: z.enum(['outcome', 'output', 'process']),
    name: localized,
    unit: localized,
    direction: z.enum(['up', 'down']).describe('Whether more or less of it is better.'),
    baseline: z.strictObject({ value: figure, date: day }),
    targets: z
      .array(z.strictObject({ date: day, value: z.number() }))
      .max(100)
      .default([]),
    frequency: z.enum(frequencies),
    cumulative_within_year: z.boolean().default(false),
    source: localized.optional(),
    owner: id(48).describe('The entity that reports it.'),
    disaggregation: words,
    computed: z.boolean().default(false).describe('The system works it out, nobody types it in.'),
    readings: z
      .array(z.strictObject({ period, value: figure }))
      .max(1000)
      .default([])
      .describe('null is "not yet measured", never zero.'),
  })
  .meta({ id: 'indicator' })

const report = z
  .strictObject({
    id: id(48),
    name: localized,
    due_rule: text(200).describe('An RRULE of iCalendar.'),
    who: text(48).describe(
      'leads_and_supporting, indicator_owners, all_city_units, city_units, coordinator, or a role of entities.',
    ),
    basis: z.enum(['internal', 'law', 'agreement', 'to_confirm']),
    policy: id(48),
  })
  .meta({ id: 'report', title: 'Something due again and again that belongs to no measure' })

const phase = span
  .extend({ id: id(48), name: localized, status: z.enum(['planned', 'in_progress', 'done']) })
  .meta({ id: 'phase' })

const meta = z.strictObject({
  revision: whole(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('Written by an export; what was changed since is not undone. Leave it as it is.'),
  fictional: z.boolean().optional(),
  anchor_date: day.optional().describe('The day the dates of a sample are written around.'),
  currency: z.literal('PLN').optional(),
  timezone: text(64).optional(),
  source_language: z.literal('pl').optional(),
  languages: z.array(z.enum(locales)).max(3).default([]).describe('Every text should be in each of them.'),
})

/** The whole file. */
export const planSchema = z
  .strictObject({
    schema_version: z.literal(1).default(1),
    meta: meta.prefault({}),
    city: z
      .strictObject({
        name: localized.optional(),
        population: whole(0, 100_000_000).optional(),
        population_under_18: whole(0, 100_000_000).optional(),
        districts: whole(0, 1000).optional(),
      })
      .prefault({}),
    plan: z.strictObject({
      id: id(48),
      name: localized,
      version: whole(1, 100_000),
      adopted_on: day.optional(),
      adopted_by: localized.optional(),
      period: span,
      coordinator_entity: id(48).optional(),
      previous_plan: id(48).nullish().describe('The plan that this one carries on.'),
      cycle: z
        .strictObject({
          profile: text(48).optional(),
          title_validity_years: whole(1, 20).optional(),
          phases: z.array(phase).max(100).default([]),
        })
        .prefault({}),
    }),
    entities: z.array(entity).max(5_000).default([]),
    goals: z.array(goal).max(1_000).default([]),
    objectives: z.array(objective).max(5_000).default([]),
    actions: z.array(measure).max(20_000).default([]).describe('The measures.'),
    indicators: z.array(indicator).max(20_000).default([]),
    reporting: z.array(report).max(1_000).default([]),
    reminder_policies: z
      .array(policy)
      .min(1)
      .max(200)
      .describe('The first one holds wherever no other is named.'),
  })
  .meta({
    title: 'An action plan of Hejnał',
    description: 'A plan as a file; docs/plan.md explains every field.',
  })

/** The file as it comes out of the schema, whole. */
export type PlanValue = z.output<typeof planSchema>

/** The JSON Schema that `docs/schema/plan.schema.json` holds. */
export function planJsonSchema(): object {
  return z.toJSONSchema(planSchema, { io: 'input', target: 'draft-7' })
}

/** How a plan's file is held against its schema. */
export const form: Form<PlanValue> = { schema: planSchema, jsonSchema: planJsonSchema }
