/** Holds a file's values against the schema: every mistake in our own words, and what is left without the broken parts. */
import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { say, type Phrase } from '../../domain/phrase.ts'
import { doubt, type Path, type Remark } from './finding.ts'
import { keysAt } from './known-keys.ts'

type Issue = z.core.$ZodIssue

/** The same shape, with holes where something was wrong. */
export type Salvaged<T> = T extends readonly (infer Item)[]
  ? readonly (Salvaged<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Salvaged<T[Key]> | undefined }
    : T

/** What a kind of file looks like. */
export interface Form<T> {
  readonly schema: z.ZodType<T>
  /** The same for editors; asked for once. */
  readonly jsonSchema: () => object
  /** What all alternatives of a union have: looked at even where nobody can say which one was meant. */
  readonly common?: z.ZodObject
}

/** The parts of the file that are well formed, and every remark about the others. */
export interface Structure<T> {
  readonly remarks: readonly Remark[]
  /** Everything that can be looked at further, whether or not the rest is broken. */
  readonly salvaged: Salvaged<T>
  /** The whole file; undefined while there is a mistake. */
  readonly file: T | undefined
}

/** Checks structure only: names, kinds of values, lengths. */
export function readStructure<T>(value: unknown, form: Form<T>): Structure<T> {
  const issues = issuesOf(value, form)
  const strangers = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  )
  const broken = issues.filter((issue) => issue.code !== 'unrecognized_keys')
  const known = strangers.reduce<unknown>(without, structuredClone(value))
  const salvaged = broken.reduce<unknown>(
    (rest, issue) => withoutBroken(rest, issue, form),
    structuredClone(known),
  )
  const file = broken.length === 0 ? form.schema.parse(known) : undefined
  return {
    remarks: issues.flatMap((issue) => remarksOn(issue, value, form)),
    salvaged: (file ?? asRecord(salvaged)) as Salvaged<T>,
    file,
  }
}

/** A question of an unknown kind keeps only what every kind has: nobody looked at the rest. */
function withoutBroken(value: unknown, issue: Issue, { common }: Form<unknown>): unknown {
  if (issue.code !== 'invalid_union') return emptied(value, issue.path)
  const at = issue.path.slice(0, -1)
  const others = Object.keys(asRecord(valueAt(value, at))).filter((key) => !(key in (common?.shape ?? {})))
  return others.reduce<unknown>((rest, key) => without(rest, [...at, key]), value)
}

/** All issues; a question of an unknown kind is still looked at for what every question has. */
function issuesOf(value: unknown, { schema, common }: Form<unknown>): Issue[] {
  const issues = schema.safeParse(value).error?.issues ?? []
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue]
    const at = issue.path.slice(0, -1)
    const shared = common?.safeParse(valueAt(value, at)).error?.issues ?? []
    return [issue, ...shared.map((one) => ({ ...one, path: [...at, ...one.path] }))]
  })
}

function remarksOn(issue: Issue, value: unknown, form: Form<unknown>): Remark[] {
  const path = issue.path as Path
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => strangerAt([...path, key], issue, form))
  return [{ level: 'error', path, phrase: phraseOf(issue, valueAt(value, path)) }]
}

function strangerAt(path: Path, issue: Issue, form: Form<unknown>): Remark {
  const name = String(path.at(-1)).slice(0, 60)
  const known = keysAt(schemaOf(form), issue.path as Path)
  if (known.includes(name)) return doubt(path, 'misplaced-key', { name })
  const guess = nearest(name, known)
  return guess ? doubt(path, 'unknown-key-guess', { name, guess }) : doubt(path, 'unknown-key', { name })
}

const jsonSchemas = new WeakMap<Form<unknown>, object>()
function schemaOf(form: Form<unknown>): object {
  const known = jsonSchemas.get(form) ?? form.jsonSchema()
  jsonSchemas.set(form, known)
  return known
}

function phraseOf(issue: Issue, found: unknown): Phrase {
  const name = String(issue.path.at(-1) ?? '')
  if (found === undefined) return say('file-missing', { name })
  if (found === null) return say('file-empty-value', { name })
  switch (issue.code) {
    case 'invalid_type':
      return ownPhrase(issue) ?? expectation(issue.expected, found)
    case 'invalid_value':
      return ownPhrase(issue) ?? choiceOf(issue.values.map(String), found)
    case 'invalid_union':
      return choiceOf(((issue as { options?: readonly unknown[] }).options ?? []).map(String), found)
    case 'too_small':
      return issue.origin === 'array'
        ? say('file-too-few', { least: Number(issue.minimum) })
        : say('file-too-small', { least: Number(issue.minimum) })
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_key':
      return say('file-form-id')
    default:
      return ownPhrase(issue) ?? say('file-odd')
  }
}

function expectation(expected: string, found: unknown): Phrase {
  const args = { found: say(`file-found-${Array.isArray(found) ? 'list' : typeof found}`) }
  const isUnquoted = expected === 'string' && typeof found !== 'object'
  return say(isUnquoted ? 'file-quote-it' : `file-expected-${expected}`, args)
}

function tooBig(origin: string, most: number): Phrase {
  return say(origin === 'array' ? 'file-too-many' : origin === 'string' ? 'file-too-long' : 'file-too-big', {
    most,
  })
}

/** The schema's own message, when it is one of our keys and not one of zod's sentences. */
function ownPhrase(issue: Issue): Phrase | undefined {
  return /^[a-z][a-z0-9-]*$/.test(issue.message) ? say(`file-${issue.message}`) : undefined
}

function choiceOf(choices: readonly string[], found: unknown): Phrase {
  const given = typeof found === 'object' ? '…' : `${found as string | number | boolean}`.slice(0, 40)
  const guess = nearest(given, choices)
  const args = { given, choices: choices.join(', ') }
  return guess && choices.length > 1
    ? say('file-not-one-of-guess', { ...args, guess })
    : say('file-not-one-of', args)
}

/** The known word that was probably meant: one letter of a short one differs, or two, or a third of a long one. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((one) => ({ one, far: distance(word.toLowerCase(), one) }))
    .toSorted((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(best.one.length > 3 ? 2 : 1, Math.floor(best.one.length / 3))
    ? best.one
    : undefined
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  )
}

/** Leaves a hole at `path`, in place: what was there is known to be missing, and items keep their number. */
function emptied(value: unknown, path: readonly PropertyKey[]): unknown {
  if (path.length === 0) return {}
  const parent = valueAt(value, path.slice(0, -1))
  if (typeof parent === 'object' && parent !== null)
    Reflect.set(parent, path.at(-1) as PropertyKey, undefined)
  return value
}

/** Takes a key away, in place. */
function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const parent = valueAt(value, path.slice(0, -1))
  if (typeof parent === 'object' && parent !== null)
    Reflect.deleteProperty(parent, path.at(-1) as PropertyKey)
  return value
}

function asRecord(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
