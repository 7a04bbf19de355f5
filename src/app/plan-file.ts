/** The shape of a plan's YAML file. */
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { milestoneStatuses, measureStatuses } from '../domain/plan.ts'
import { Problem } from '../domain/problem.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const text = z.object({ pl: z.string().min(1), en: z.string().optional(), uk: z.string().optional() })
const span = z.object({ from: day, to: day })
const figure = z.number().nullable()

const entity = z.object({
  id: z.string(),
  type: z.enum(['city_unit', 'municipal_agency', 'youth_body', 'ngo', 'business', 'media']),
  short: z.string(),
  name: text,
  roles: z.array(z.string()),
  language: z.string().default('pl'),
})

const measure = z.object({
  id: z.string(),
  objective: z.string(),
  code: z.string(),
  name: text,
  summary: text.optional(),
  kind: z.enum(['one_off', 'recurring', 'continuous', 'investment']),
  recurrence: z.string().optional(),
  lead: z.string(),
  supporting: z.array(z.string()),
  period: span,
  status: z.enum(measureStatuses),
  rag: z.enum(['green', 'amber', 'red']).optional(),
  progress_pct: z.number().int().min(0).max(100),
  participation: z.string().optional(),
  age_groups: z.array(z.string()).default([]),
  milestones: z.array(
    z.object({
      id: z.string(),
      name: text,
      due: day,
      status: z.enum(milestoneStatuses),
      done_on: day.optional(),
    }),
  ),
  /** Whole zlotys. */
  budget: z.array(
    z.object({ year: z.number().int(), source: z.string(), planned: z.number(), spent: z.number() }),
  ),
  indicators: z.array(z.string()),
  risks: z.array(z.json()).default([]),
  evidence: z.array(z.object({ kind: z.string(), title: text, date: day })),
})

const indicator = z.object({
  id: z.string(),
  goal: z.string(),
  level: z.enum(['outcome', 'output', 'process']),
  name: text,
  unit: text,
  direction: z.enum(['up', 'down']),
  baseline: z.object({ value: figure, date: day }),
  targets: z.array(z.object({ date: day, value: z.number() })),
  frequency: z.enum(['monthly', 'quarterly', 'yearly', 'every_2_years']),
  cumulative_within_year: z.boolean().default(false),
  source: text.optional(),
  owner: z.string(),
  disaggregation: z.array(z.string()),
  computed: z.boolean(),
  /** A missing value is "not yet measured", never zero. */
  readings: z.array(z.object({ period: z.string().regex(/^\d{4}(-Q[1-4]|-\d{2})?$/), value: figure })),
})

const file = z.object({
  meta: z.object({ anchor_date: day }),
  plan: z.object({
    id: z.string(),
    name: text,
    version: z.number().int(),
    adopted_on: day.optional(),
    period: span,
    coordinator_entity: z.string().optional(),
    cycle: z.object({
      profile: z.string(),
      title_validity_years: z.number(),
      phases: z.array(span.extend({ id: z.string(), name: text, status: z.string() })),
    }),
  }),
  entities: z.array(entity),
  goals: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: text,
      promise: text.optional(),
      cfci_goals: z.array(z.number()),
      pillar: z.string(),
    }),
  ),
  objectives: z.array(z.object({ id: z.string(), goal: z.string(), code: z.string(), name: text })),
  actions: z.array(measure),
  indicators: z.array(indicator),
  reporting: z.array(
    z.object({
      id: z.string(),
      name: text,
      due_rule: z.string(),
      who: z.string(),
      basis: z.string(),
      policy: z.string(),
    }),
  ),
  reminder_policies: z.array(z.looseObject({ id: z.string() })).min(1),
})

export type PlanFile = z.infer<typeof file>

/** Reads a plan. @throws {Problem} `plan-invalid` with everything that is wrong. */
export function readPlan(source: string): PlanFile {
  const document = parseDocument(source)
  const unreadable = document.errors.map(({ message }) => ({ text: { pl: message } }))
  if (unreadable.length > 0) throw new Problem('plan-invalid', {}, unreadable)
  const result = file.safeParse(document.toJS())
  if (result.success) return result.data
  throw new Problem(
    'plan-invalid',
    {},
    result.error.issues.map(({ path, message }) => ({ text: { pl: `${path.join('.')}: ${message}` } })),
  )
}
