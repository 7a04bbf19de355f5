/** The structure of a consultation file, as zod checks it and as editors are told of it (JSON Schema). */
import { z } from 'zod'
import { locales } from '../../domain/phrase.ts'
import type { Form } from '../file/structure.ts'
import { askedSchema, question } from './question-schema.ts'
import { safeguarding } from './safeguarding-schema.ts'
import { day, id, localized, whole } from '../file/parts.ts'
import { option } from './schema-parts.ts'

const texts = {
  welcome: localized.optional(),
  assent: localized.optional().describe('What a young person agrees to before the first question.'),
  assent_buttons: z.strictObject({ agree: localized, decline: localized }).optional(),
  age_gate_refusal: localized.optional(),
  text_hint: localized.optional(),
  thanks: localized.optional().describe('{date} becomes the day by which the city says what came of it.'),
  follow_up_offer: localized.optional(),
}

const bands = z.array(option).min(2).max(12)
const about = z
  .strictObject({
    id: z.enum(['age_band', 'gender', 'city_part']),
    type: z.literal('single').optional(),
    text: localized,
    options: bands.optional(),
    options_from: z.literal('districts').optional().describe('For city_part: the districts of the plan.'),
  })
  .meta({ id: 'about', title: 'A question about the person, asked last and kept as a band' })

const plural = z
  .strictObject({
    zero: z.string(),
    one: z.string(),
    two: z.string(),
    few: z.string(),
    many: z.string(),
    other: z.string(),
  })
  .partial()
const shared = z
  .strictObject({
    ...texts,
    age_gate: z
      .strictObject({ text: localized, options: bands })
      .optional()
      .describe('Age as a band; ids carry the range: u13, a13_15, a27.'),
    skip: localized.optional(),
    done: localized.optional(),
    stop: localized.optional(),
    help_button: localized.optional(),
    about_you: z.array(about).max(3).optional(),
    plural_demo: z.record(z.string(), z.partialRecord(z.enum(locales), plural)).optional(),
  })
  .describe('Texts of all consultations of the file; what is absent is worded by the chat itself.')

const rules = z
  .strictObject({
    third_person_only: z.boolean().optional(),
    free_text: z.enum(['forbidden', 'allowed']).optional(),
    help_card: z.array(z.enum(['start', 'end'])).optional(),
    min_group_size: whole(1, 1000)
      .optional()
      .describe('No smaller group is ever shown: 10 or more, 15 or more for a high risk.'),
  })
  .describe('Stricter rules of this one consultation.')

const consultation = z
  .strictObject({
    id: id(48).describe('Lasting: addresses, codes and later versions name it.'),
    title: localized,
    purpose: localized.describe('Why the city asks.'),
    can_change: localized.optional().describe('What the answers can change. Needed to open.'),
    cannot_change: localized.optional().describe('What they cannot change. Needed to open.'),
    intro_extra: localized.optional(),
    decision_owner: id(48).optional().describe('The id of the entity that decides. Needed to open.'),
    linked_actions: z.array(id(48)).default([]),
    linked_indicators: z.array(id(48)).default([]),
    audience: z.strictObject({ age_from: whole(10, 120), age_to: whole(10, 120) }),
    window: z
      .strictObject({ from: day, to: day })
      .describe('First and last day on which it can be answered.'),
    feedback_due: day
      .optional()
      .describe('The day by which the city says what it decided; 60 days after closing unless given.'),
    topic_risk: z
      .enum(['low', 'medium', 'high'])
      .default('low')
      .describe('high: mental health, violence, disability and the like.'),
    special_category: z.boolean().default(false),
    rules: rules.optional(),
    channels: z.array(z.enum(['telegram', 'discord', 'web', 'school'])).min(1),
    texts: z
      .strictObject({ ...texts, age_question: localized.optional() })
      .optional()
      .describe('This consultation’s own wording of shared texts.'),
    questions: z.array(question).min(1).max(40),
    feedback_sample: z
      .strictObject({
        status: z.string().optional(),
        said: localized,
        did: z.array(
          z.strictObject({ decision: z.enum(['accepted', 'partly', 'not_now']), text: localized }),
        ),
      })
      .optional()
      .describe('An outcome as an example; not imported.'),
  })
  .meta({ id: 'consultation', title: 'Questions put to an audience between two days' })

/** The whole file. */
export const fileSchema = z
  .strictObject({
    schema_version: z.literal(1).default(1),
    languages: z
      .array(z.enum(locales))
      .min(1)
      .default([...locales])
      .describe('Every text has to be in each of them before opening.'),
    fallback_language: z.literal('pl').default('pl'),
    question_types: z.record(z.string(), z.string()).optional().describe('Notes for whoever reads the file.'),
    defaults: z
      .strictObject({
        required: z.literal(false, { error: 'form-required' }).optional(),
        min_group_size: whole(1, 1000).optional(),
        results_published: z.literal('after_close').optional(),
        feedback_days: whole(1, 365).default(60),
        max_chars: whole(1, 1000).default(300),
      })
      .default({ feedback_days: 60, max_chars: 300 }),
    shared: shared.optional(),
    safeguarding: safeguarding.optional(),
    consultations: z.array(consultation).min(1).max(200),
  })
  .meta({
    title: 'Consultations of Hejnał',
    description: 'Consultations as a file; docs/consultation-files.md explains every field.',
  })

/** The file as it comes out of the schema, whole. */
export type FileValue = z.output<typeof fileSchema>
export type ConsultationValue = FileValue['consultations'][number]
export type QuestionValue = ConsultationValue['questions'][number]
export type SharedValue = NonNullable<FileValue['shared']>

/** The JSON Schema that `docs/schema/consultation.schema.json` holds. */
export function consultationJsonSchema(): object {
  return z.toJSONSchema(fileSchema, { io: 'input', target: 'draft-7' })
}

/** How a consultation file is held against its schema. */
export const form: Form<FileValue> = {
  schema: fileSchema,
  jsonSchema: consultationJsonSchema,
  common: askedSchema,
}
