/** JSON Schemas of the Bot API, made from types that nobody here wrote, and the check of requests against them. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'

const require = createRequire(import.meta.url)

interface Schema {
  readonly definitions: Readonly<Record<string, object>>
}

/** Says what is wrong with a value, or nothing when it is as the Bot API describes it. */
export interface BotApiSchema {
  request(method: string, payload: unknown): string | undefined
  update(update: unknown): string | undefined
}

let loaded: Promise<BotApiSchema> | undefined

/** The schemas: generated once per version of the types (≈3 s), then read from the cache, compiled once per process. */
export function botApiSchema(): Promise<BotApiSchema> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<BotApiSchema> {
  const schema = readCached() ?? (await generate())
  const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true })
  ajv.addSchema(schema, 'bot-api')
  const compiled = new Map<string, ValidateFunction>()
  const check = (type: string, value: unknown) => {
    const validate = compiled.get(type) ?? ajv.compile({ $ref: `bot-api#/definitions/${type}` })
    compiled.set(type, validate)
    return validate(value) ? undefined : ajv.errorsText(validate.errors, { dataVar: type })
  }
  return {
    request: (method, payload) => {
      const type = `${method.charAt(0).toUpperCase()}${method.slice(1)}Input`
      return type in schema.definitions ? check(type, payload) : `${method}: no such method`
    },
    update: (update) => check('Update', update),
  }
}

function readCached(): Schema | undefined {
  try {
    return JSON.parse(readFileSync(cachePath(), 'utf8')) as Schema
  } catch {
    return undefined
  }
}

async function generate(): Promise<Schema> {
  const { createGenerator } = await import('ts-json-schema-generator')
  const schema = createGenerator({
    path: join(typesFolder(), 'dist/index.d.ts'),
    expose: 'all',
    skipTypeCheck: true,
    additionalProperties: false,
    jsDoc: 'none',
    functions: 'hide',
  }).createSchema('*')
  mkdirSync(dirname(cachePath()), { recursive: true })
  const draft = `${cachePath()}.${process.pid}`
  writeFileSync(draft, JSON.stringify(schema))
  renameSync(draft, cachePath())
  return schema as unknown as Schema
}

function cachePath(): string {
  const { version } = JSON.parse(readFileSync(join(typesFolder(), 'package.json'), 'utf8')) as {
    version: string
  }
  return join(typesFolder(), '../../.cache/hejnal', `telegram-${version}.json`)
}

function typesFolder(): string {
  return join(dirname(require.resolve('@effect-ak/tg-bot-api')), '..')
}
