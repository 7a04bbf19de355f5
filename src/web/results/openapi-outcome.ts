/** What the city decided, as the interface for programs describes it. */
import { decisions } from '../../domain/outcome.ts'
import { moves } from '../../domain/outcome-step.ts'
import { measureStatuses } from '../../domain/plan.ts'

const localized = { $ref: '#/components/schemas/Localized' }

const evidence = {
  type: 'object',
  description: 'What shows that it is done.',
  required: ['title', 'link'],
  properties: { title: localized, link: { type: ['string', 'null'], format: 'uri' } },
  additionalProperties: false,
}

const measure = {
  type: 'object',
  description: 'The measure of the city’s plan that the decision led to, as it stands now.',
  required: ['code', 'names', 'status', 'steps', 'evidence'],
  properties: {
    code: { type: 'string' },
    names: localized,
    status: { enum: measureStatuses },
    steps: { type: 'array', items: { enum: moves }, description: 'What has become of it, in order.' },
    evidence: { oneOf: [evidence, { type: 'null' }] },
  },
  additionalProperties: false,
}

const theme = {
  type: 'object',
  description: 'Something that was said, and the city’s answer to it.',
  required: ['said', 'decision', 'reason', 'measure'],
  properties: {
    said: localized,
    decision: { enum: decisions },
    reason: localized,
    measure: { oneOf: [measure, { type: 'null' }] },
  },
  additionalProperties: false,
}

/** For `components/schemas`. */
export const outcomeSchemas = {
  Theme: theme,
  Outcome: {
    type: 'object',
    required: ['publishedOn', 'themes'],
    properties: {
      publishedOn: { type: 'string', format: 'date' },
      themes: { type: 'array', items: { $ref: '#/components/schemas/Theme' } },
    },
    additionalProperties: false,
  },
}

const whole = { type: 'integer', minimum: 0 }

/** The public counter. */
export const outcomeCount = {
  type: 'object',
  description: 'What became of everything that was said in all consultations that are over.',
  required: ['themes', 'answered', 'done', 'medianDays'],
  properties: {
    themes: whole,
    answered: whole,
    done: whole,
    medianDays: {
      type: ['integer', 'null'],
      description: 'Days from the end of a consultation to its answer; half of the answers took no longer.',
    },
  },
  additionalProperties: false,
}
