/** Writes the JSON Schemas of the files that people write, which editors use: `npm run schema`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { announcementJsonSchema } from '../src/app/announcement-file/schema.ts'
import { consultationJsonSchema } from '../src/app/consultation-file/schema.ts'
import { outcomeJsonSchema } from '../src/app/outcome-file/schema.ts'
import { planJsonSchema } from '../src/app/plan-file/schema.ts'
import { populationJsonSchema } from '../src/app/population-file/schema.ts'

const folder = new URL('../docs/schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
const schemas = {
  announcement: announcementJsonSchema(),
  consultation: consultationJsonSchema(),
  outcome: outcomeJsonSchema(),
  plan: planJsonSchema(),
  population: populationJsonSchema(),
}
for (const [name, schema] of Object.entries(schemas))
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, undefined, 2)}\n`)
