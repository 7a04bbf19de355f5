/** From the values of a plan's file to items, and back. */
import { fingerprint } from '../../runtime/crypto.ts'
import {
  byParent,
  fieldsOf,
  ofKind,
  subjectOf,
  valueOf,
  withoutDefaults,
  type Fields,
  type FieldValue,
  type Item,
  type Items,
} from '../../domain/plan-item.ts'
import { evidenceKeys } from '../../domain/plan-evidence.ts'
import { parts, partsWithin, type Part } from './layout.ts'
import type { PlanValue } from './schema.ts'

type Value = Readonly<Record<string, unknown>>

/** The items of a file that is right. */
export function itemsOf(file: PlanValue): Items {
  const { schema_version: _, meta, city, plan, ...lists } = file
  const { revision: __, ...about } = meta
  const whole: Value = { ...lists, plan: [{ ...plan, city, meta: about }] }
  const found = parts.filter(({ parent }) => !parent).flatMap((part) => itemsIn(whole, part, []))
  return withoutDefaults(new Map(found.map((item) => [subjectOf(item), item])))
}

function itemsIn(value: Value, part: Part, above: readonly string[]): readonly Item[] {
  const within = partsWithin(part.kind)
  const items = listAt(value, part.list).flatMap((one, index) => {
    const own = fieldsOf(within.reduce((rest, { list }) => without(rest, list), one))
    const key =
      part.key.length > 0 ? part.key.map((name) => `${own[name] as string | number}`) : [String(index + 1)]
    const fields = Object.fromEntries(Object.entries(own).filter(([name]) => !part.key.includes(name)))
    const item = { kind: part.kind, key: [...above, ...key], fields }
    return [item, ...within.flatMap((child) => itemsIn(one, child, key))]
  })
  return part.kind === 'evidence' ? evidenceKeys(items, fingerprint) : items
}

function listAt(value: Value, path: readonly string[]): readonly Value[] {
  return (path.reduce<unknown>((at, step) => (at as Value | undefined)?.[step], value) ??
    []) as readonly Value[]
}

function without(value: Value, [first, ...rest]: readonly string[]): Value {
  const { [first!]: inner, ...others } = value
  return rest.length > 0 && inner ? { ...others, [first!]: without(inner as Value, rest) } : others
}

/** The file of items, as it would be written: every field in its place and its order, nothing that is empty. */
export function fileOf(items: Items, revision?: number): Value {
  const [{ city, meta, ...plan } = {}] = valuesOf(items, parts[0]!)
  const lists = parts
    .filter(({ parent, kind }) => !parent && kind !== 'plan')
    .map((part) => [part.list[0]!, valuesOf(items, part)] as const)
  return {
    schema_version: 1,
    meta: { ...(revision === undefined ? {} : { revision }), ...(meta as object | undefined) },
    ...(city ? { city } : {}),
    plan,
    ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
  }
}

function valuesOf(items: Items, part: Part): Value[] {
  const groups = partsWithin(part.kind).map((child) => ({ child, group: byParent(items, child.kind) }))
  return ofKind(items, part.kind).map((item) => {
    const children = groups.flatMap(({ child, group }) => {
      const own = group.get(item.key[0]!)
      return own ? [{ list: child.list, values: own.map((one) => valueIn(one, child)) }] : []
    })
    return children.reduce((value, { list, values }) => withList(value, list, values), valueIn(item, part))
  })
}

function withList(value: Value, [first, ...rest]: readonly string[], values: readonly Value[]): Value {
  const inner = rest.length > 0 ? withList((value[first!] ?? {}) as Value, rest, values) : values
  return { ...value, [first!]: inner }
}

/** One thing with its key, in the order of its part. */
function valueIn(item: Item, part: Part): Value {
  return valueOf(orderedFields(item, part) as Fields)
}

const languages = ['pl', 'en', 'uk']

/** The fields of an item in the order of its part, its key among them; null where the value is shown although there is none. */
export function orderedFields(
  { key, fields }: Item,
  part: Part,
): Readonly<Record<string, FieldValue | null>> {
  const own = part.parent ? key.slice(1) : key
  const keys = Object.fromEntries(part.key.map((name, index) => [name, keyValue(own[index]!, name, part)]))
  const entries = Object.entries(part.fields).flatMap(([name, kind]) => {
    const names = kind === 'text' ? languages.map((language) => `${name}.${language}`) : [name]
    return names.flatMap((one) => {
      const value = keys[one] ?? fields[one] ?? (part.shown === one ? null : undefined)
      return value === undefined ? [] : [[one, value] as const]
    })
  })
  return Object.fromEntries(entries)
}

function keyValue(text: string, name: string, part: Part): FieldValue {
  return part.fields[name] === 'number' ? Number(text) : text
}
