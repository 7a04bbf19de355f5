/** The structure of a question, kind by kind. */
import { z } from 'zod'
import { id, localized, whole } from '../file/parts.ts'
import { options } from './schema-parts.ts'

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
  required: z
    .literal(false, { error: 'form-required' })
    .optional()
    .describe('Every question can be skipped.'),
  routes: z.array(route).max(20).optional(),
}
const ends = z
  .strictObject({ low: localized, high: localized })
  .describe('What the lowest and the highest step mean.')

/** One question of any kind. */
export const question = z
  .discriminatedUnion('type', [
    z.strictObject({ ...asked, type: z.literal('single'), options }).describe('One answer out of several.'),
    z
      .strictObject({ ...asked, type: z.literal('multi'), options, max_choices: whole(1, 50).optional() })
      .describe('Several answers.'),
    z
      .strictObject({
        ...asked,
        type: z.literal('scale'),
        ends,
        from: whole(0, 10).default(1),
        to: whole(1, 10).default(5),
      })
      .describe('A step between two labelled ends.'),
    z
      .strictObject({ ...asked, type: z.literal('text'), max_chars: whole(1, 1000).optional() })
      .describe('A short free text; a person reads it before it is shown to anyone.'),
    z
      .strictObject({
        ...asked,
        type: z.literal('number'),
        min: whole(-1_000_000, 1_000_000),
        max: whole(-1_000_000, 1_000_000),
        unit: localized.optional(),
      })
      .describe('A number between two bounds.'),
    z
      .strictObject({ ...asked, type: z.literal('ranking'), options, top: whole(1, 50).optional() })
      .describe('The first few, in order.'),
    z
      .strictObject({ ...asked, type: z.literal('pairwise'), options, rounds: whole(1, 20).optional() })
      .describe('Which of two matters more, a few times.'),
    z.strictObject({ ...asked, type: z.literal('district') }).describe('One of the city’s districts.'),
  ])
  .meta({ id: 'question', title: 'One question' })

/** What every kind of question has, to look at a question whose kind is unknown. */
export const askedSchema = z.object(asked)
