/** The structure of a consultation file, as zod checks it and as editors are told of it (JSON Schema). */
import { z } from 'zod'
import { locales } from '../../domain/phrase.ts'

// Messages given here as `error` are keys of locales/ (without `file-`), not sentences.

/** Control characters other than line ends, and halves of characters: no database and no chat takes them. */
const cleanText = /^[^\p{Cs}\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F]*$/u
const text = (max: number) => z.string().regex(/\S/u, { error: 'blank' }).regex(cleanText, { error: 'control' }).max(max)
const idPattern = /^[a-z0-9][a-z0-9_-]*$/
const id = (max: number) => z.string().regex(idPattern, { error: 'form-id' }).max(max)
const day = z.iso.date({ error: 'form-day' }).meta({ description: 'A day, YYYY-MM-DD, in the programme’s time zone.' })
const whole = (min: number, max: number) => z.int().min(min).max(max)

/** Polish is the source language and always there; the other languages have to be there before opening. */
const localized = z
  .strictObject({ pl: text(2000), en: text(2000).optional(), uk: text(2000).optional() }, { error: 'form-localized' })
  .meta({ id: 'localized', title: 'A text in every language of the file', description: 'One line per language: pl, en, uk.' })

const option = z
  .strictObject({
    id: id(24).describe('Short and lasting: results and routes name it.'),
    label: localized.describe('What the button says; 40 characters at most read well.'),
    exclusive: z.boolean().optional().describe('Choosing it drops every other answer ("nothing bothers me").'),
  })
  .meta({ id: 'option', title: 'One offered answer' })
const options = z.array(option).min(2).max(50).describe('The offered answers, in their order; 7 at most read well.')

const route = z
  .strictObject({
    if_any: z.array(id(24)).min(1).optional().describe('One of these options was chosen.'),
    if_at_most: z.number().optional().describe('The number given is this or less.'),
    if_at_least: z.number().optional().describe('The number given is this or more.'),
    always: z.literal(true).optional().describe('Whatever was answered, or nothing.'),
    goto: z.string().describe('The id of a later question, or end.'),
  })
  .meta({
    id: 'route',
    title: 'Where to go after an answer; the first that matches wins',
    oneOf: ['if_any', 'if_at_most', 'if_at_least', 'always'].map((name) => ({ required: [name] })),
  })

const asked = {
  id: id(16).describe('Unique in the consultation, and lasting: answers are kept under it.'),
  text: localized.describe('The question; 20 words at most read well.'),
  hint: localized.optional().describe('A second, smaller sentence.'),
  required: z.literal(false, { error: 'form-required' }).optional().describe('Every question can be skipped.'),
  routes: z.array(route).max(20).optional(),
}
const ends = z.strictObject({ low: localized, high: localized }).describe('What the lowest and the highest step mean.')

const question = z
  .discriminatedUnion('type', [
    z.strictObject({ ...asked, type: z.literal('single'), options }).describe('One answer out of several.'),
    z.strictObject({ ...asked, type: z.literal('multi'), options, max_choices: whole(1, 50).optional() }).describe('Several answers.'),
    z
      .strictObject({ ...asked, type: z.literal('scale'), ends, from: whole(0, 10).default(1), to: whole(1, 10).default(5) })
      .describe('A step between two labelled ends.'),
    z
      .strictObject({ ...asked, type: z.literal('text'), max_chars: whole(1, 1000).optional() })
      .describe('A short free text; a person reads it before it is shown to anyone.'),
    z
      .strictObject({ ...asked, type: z.literal('number'), min: z.number(), max: z.number(), unit: localized.optional() })
      .describe('A number between two bounds.'),
    z.strictObject({ ...asked, type: z.literal('ranking'), options, top: whole(1, 50).optional() }).describe('The first few, in order.'),
    z
      .strictObject({ ...asked, type: z.literal('pairwise'), options, rounds: whole(1, 20).optional() })
      .describe('Which of two matters more, a few times.'),
    z.strictObject({ ...asked, type: z.literal('district') }).describe('One of the city’s districts.'),
  ])
  .meta({ id: 'question', title: 'One question' })

/** What every kind of question has, to look at a question whose kind is unknown. */
export const askedSchema = z.object(asked)

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

const plural = z.strictObject({ zero: z.string(), one: z.string(), two: z.string(), few: z.string(), many: z.string(), other: z.string() }).partial()
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

const category = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'form-id' })
const perLanguage = z.partialRecord(z.enum(locales), z.array(text(40)).min(1))
const helpLine = z.strictObject({
  id: id(24),
  number: text(40).describe('In quotes, as people would dial it.'),
  hours: text(100).optional(),
  url: z.url({ protocol: /^https$/, error: 'form-url' }).optional(),
  for: localized,
  language_hours: z.record(z.string(), text(200)).optional(),
  verified: day.nullable().optional().describe('The day somebody last called and checked; null when never.'),
})
const safeguarding = z
  .strictObject({
    safe_words: perLanguage.describe('A message that is only one of these shows the help card at once.'),
    response: z.strictObject({
      acknowledge: localized,
      check: localized,
      buttons: z.strictObject({ need_help: localized, misread: localized, leave: localized }),
      honesty: localized,
      after: localized,
    }),
    help_card: z.strictObject({ title: localized, lines: z.array(helpLine).min(1).max(12), stale_after_days: whole(1, 3650).default(90) }),
    matching: z.strictObject({ window: whole(1, 30), min_prefix_len: whole(1, 10) }).default({ window: 6, min_prefix_len: 2 }),
    keyword_patterns: z
      .record(category, z.record(z.string().regex(/^[a-z]{2,3}$/, { error: 'form-id' }), z.array(z.array(text(40)).min(1).max(8))))
      .default({})
      .describe('Category, language, and lists of word beginnings that mean something together, in any order.'),
    test_vectors: z
      .strictObject({
        must_match: z.array(z.strictObject({ text: text(500), category })).default([]),
        must_not_match: z.array(z.strictObject({ text: text(500), known_false_positive: z.boolean().optional() })).default([]),
      })
      .optional(),
    held_out: z
      .strictObject({
        measured: z.record(z.string(), z.number()).optional(),
        disclosures: z.array(text(500)),
        ordinary: z.array(text(500)),
      })
      .optional(),
    routing: z
      .record(
        category,
        z.strictObject({
          case: z.boolean(),
          priority: z.enum(['immediate', 'same_day', 'none']),
          show: z.enum(['help_card_first', 'help_card']),
        }),
      )
      .default({}),
  })
  .describe('Helplines, safe words and patterns of need. Keywords only add to the help button.')

const rules = z
  .strictObject({
    third_person_only: z.boolean().optional(),
    free_text: z.enum(['forbidden', 'allowed']).optional(),
    help_card: z.array(z.enum(['start', 'end'])).optional(),
    min_group_size: whole(1, 1000).optional().describe('No smaller group is ever shown: 10 or more, 15 or more for a high risk.'),
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
    window: z.strictObject({ from: day, to: day }).describe('First and last day on which it can be answered.'),
    feedback_due: day.optional().describe('The day by which the city says what it decided; 60 days after closing unless given.'),
    topic_risk: z.enum(['low', 'medium', 'high']).default('low').describe('high: mental health, violence, disability and the like.'),
    special_category: z.boolean().default(false),
    rules: rules.optional(),
    channels: z.array(z.enum(['telegram', 'discord', 'web', 'school'])).min(1),
    texts: z.strictObject({ ...texts, age_question: localized.optional() }).optional().describe('This consultation’s own wording of shared texts.'),
    questions: z.array(question).min(1).max(40),
    feedback_sample: z
      .strictObject({
        status: z.string().optional(),
        said: localized,
        did: z.array(z.strictObject({ decision: z.enum(['accepted', 'partly', 'not_now']), text: localized })),
      })
      .optional()
      .describe('An outcome as an example; not imported.'),
  })
  .meta({ id: 'consultation', title: 'Questions put to an audience between two days' })

/** The whole file. */
export const fileSchema = z
  .strictObject({
    schema_version: z.literal(1).default(1),
    languages: z.array(z.enum(locales)).min(1).default([...locales]).describe('Every text has to be in each of them before opening.'),
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
  .meta({ title: 'Consultations of Hejnał', description: 'Consultations as a file; docs/consultation-files.md explains every field.' })

/** The file as it comes out of the schema, whole. */
export type FileValue = z.output<typeof fileSchema>
export type ConsultationValue = FileValue['consultations'][number]
export type QuestionValue = ConsultationValue['questions'][number]
export type SharedValue = NonNullable<FileValue['shared']>
export type SafeguardingValue = NonNullable<FileValue['safeguarding']>

/** The JSON Schema that `docs/schema/consultation.schema.json` holds. */
export function consultationJsonSchema(): object {
  return z.toJSONSchema(fileSchema, { io: 'input', target: 'draft-7' })
}
