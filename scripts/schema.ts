/** Writes the JSON Schema of consultation files, which editors use: `npm run schema`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { consultationJsonSchema } from '../src/app/consultation-file/schema.ts'

const target = new URL('../docs/schema/consultation.schema.json', import.meta.url)
mkdirSync(new URL('.', target), { recursive: true })
writeFileSync(target, `${JSON.stringify(consultationJsonSchema(), undefined, 2)}\n`)
