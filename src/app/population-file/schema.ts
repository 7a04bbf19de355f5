/** The structure of a population file, as zod checks it and as editors are told of it (JSON Schema). */
import { z } from 'zod'
import { id, localizedOf, whole } from '../file/parts.ts'
import type { Form } from '../file/structure.ts'

/** Above any city. */
const most = 100_000_000

const row = z
  .strictObject({
    id: id(24).describe('The id of the band, gender or district, as consultations and districts have it.'),
    people: whole(1, most).describe('How many young people of it live in the city.'),
  })
  .meta({ id: 'row', title: 'A group and how many young people are in it' })

/** At most so many groups: a city has a few dozen districts. */
const rows = z.array(row).min(2).max(500)

/** The population of one city, at one time. */
export const populationSchema = z
  .strictObject({
    schema_version: z.literal(1).default(1),
    source: localizedOf(300).describe('Who counted; it is shown beside the figures.'),
    year: whole(1990, 2100).describe('The year the numbers are of.'),
    made_up: z.boolean().default(false).describe('true: the numbers are made up, and every page says so.'),
    total: whole(1, most).describe('All young people; every breakdown below adds up to it.'),
    age_bands: rows.optional(),
    genders: rows.optional(),
    districts: rows.optional(),
  })
  .meta({
    title: 'A population table of Hejnał',
    description:
      'How many young people live in the city, by age band, gender and district; docs/population-files.md explains every field.',
  })

/** The file as it comes out of the schema, whole. */
export type PopulationValue = z.output<typeof populationSchema>

/** The JSON Schema that `docs/schema/population.schema.json` holds. */
export function populationJsonSchema(): object {
  return z.toJSONSchema(populationSchema, { io: 'input', target: 'draft-7' })
}

/** How a population file is held against its schema. */
export const form: Form<PopulationValue> = { schema: populationSchema, jsonSchema: populationJsonSchema }
