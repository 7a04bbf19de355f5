/** The structure of an outcome file, as zod checks it and as editors are told of it (JSON Schema). */
import { z } from 'zod'
import { decisions } from '../../domain/outcome.ts'
import { id, localizedOf, text } from '../file/parts.ts'
import type { Form } from '../file/structure.ts'

const theme = z
  .strictObject({
    said: localizedOf(300).describe('What young people said, in one or two short sentences.'),
    decision: z
      .enum(decisions)
      .optional()
      .describe(
        'What the city decided; left out until it has. Nothing is published before every theme has one.',
      ),
    reason: localizedOf(600).optional().describe('Why, in words that somebody of ten understands.'),
    measure: text(48)
      .optional()
      .describe(
        'The measure of the plan in force that comes of it, by its id or code; whoever wants to hears when it moves.',
      ),
  })
  .meta({ id: 'theme', title: 'Something that was said, and the answer to it' })

/** The outcome of one consultation. */
export const outcomeSchema = z
  .strictObject({
    schema_version: z.literal(1).default(1),
    consultation: id(48).describe('The id of the consultation.'),
    themes: z.array(theme).min(1).max(50).describe('In the order in which they are shown.'),
  })
  .meta({
    title: 'An outcome of Hejnał',
    description:
      'What was said in one consultation and what the city decided; docs/outcome-files.md explains every field.',
  })

/** The file as it comes out of the schema, whole. */
export type OutcomeValue = z.output<typeof outcomeSchema>

/** The JSON Schema that `docs/schema/outcome.schema.json` holds. */
export function outcomeJsonSchema(): object {
  return z.toJSONSchema(outcomeSchema, { io: 'input', target: 'draft-7' })
}

/** How an outcome file is held against its schema. */
export const form: Form<OutcomeValue> = { schema: outcomeSchema, jsonSchema: outcomeJsonSchema }
