/** A plan taken apart into items with fields: in this form a file, the database and the record of changes are compared. */
import type { Localized } from './phrase.ts'

/** In the order in which one can be written after the other. */
export const itemKinds = [
  'policy',
  'entity',
  'plan',
  'phase',
  'goal',
  'objective',
  'indicator',
  'target',
  'measure',
  'risk',
  'budget',
  'evidence',
  'reading',
  'report',
  'milestone',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** Money is in zlotys with up to two decimals, a day is `YYYY-MM-DD`; lists keep their order. */
export type FieldValue = string | number | boolean | readonly (string | number | object)[]
/** By the keys of the file, `period.from` and `name.uk`; what is empty is not there. */
export type Fields = Readonly<Record<string, FieldValue>>

/** One thing of a plan. */
export interface Item {
  readonly kind: ItemKind
  /** What follows the kind in the subject: `['a1-1-1', 'm3']` of `milestone/a1-1-1/m3`. */
  readonly key: readonly string[]
  readonly fields: Fields
  /** The row's own id, where it is no part of the key. */
  readonly rowId?: string
}

/** By subject. */
export type Items = ReadonlyMap<string, Item>

/** The name of an item in the record of changes. */
export function subjectOf({ kind, key }: Pick<Item, 'kind' | 'key'>): string {
  return [kind, ...key].join('/')
}

/** An item from its subject. */
export function itemOf(subject: string, fields: Fields): Item {
  const [kind, ...key] = subject.split('/')
  return { kind: kind as ItemKind, key, fields }
}

/** The fields of nested values; `null`, empty texts and empty lists are no fields. */
export function fieldsOf(value: object, prefix = ''): Fields {
  const entries = Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
    if (one === null || one === undefined || one === '') return []
    if (Array.isArray(one)) return one.length > 0 ? [[prefix + name, one.map(inOrder)]] : []
    return typeof one === 'object'
      ? Object.entries(fieldsOf(one, `${prefix}${name}.`))
      : [[prefix + name, one]]
  })
  return Object.fromEntries(entries) as Fields
}

/** The database does not keep the order of keys. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** The nested values again. */
export function valueOf(fields: Fields): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const [name, one] of Object.entries(fields)) {
    const steps = name.split('.')
    const last = steps.pop()!
    let at = value
    for (const step of steps) at = (at[step] ??= {}) as Record<string, unknown>
    at[last] = one
  }
  return value
}

/** A text of an item in its languages; undefined when it has none. */
export function textOf({ fields }: Item, name = 'name'): Localized | undefined {
  const entries = Object.entries(fields).filter(([field]) => field.startsWith(`${name}.`))
  return entries.length > 0
    ? (Object.fromEntries(entries.map(([field, text]) => [field.slice(name.length + 1), text])) as Localized)
    : undefined
}

/**
 * What goes without saying is left out: a milestone is led by whoever leads its measure, under the measure's policy, or else under the
 * first policy there is.
 */
export function withoutDefaults(items: Items): Items {
  const [usual] = ofKind(items, 'policy')
  return new Map(
    [...items].map(([subject, item]) => {
      if (item.kind !== 'milestone') return [subject, item]
      const measure = items.get(`measure/${item.key[0]}`)?.fields ?? {}
      const { lead, policy, ...fields } = item.fields
      const own = {
        ...(lead === undefined || lead === measure['lead'] ? {} : { lead }),
        ...(policy === undefined || policy === (measure['policy'] ?? usual?.key[0]) ? {} : { policy }),
      }
      return [subject, { ...item, fields: { ...fields, ...own } }]
    }),
  )
}

/** A field that is a word; undefined where there is none. */
export function wordIn({ fields }: Pick<Item, 'fields'>, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

/** The items of one kind, in their order. */
export function ofKind(items: Items, kind: ItemKind): readonly Item[] {
  return [...items.values()].filter((item) => item.kind === kind)
}

/** The items of one kind by the first part of their key: what they belong to. */
export function byParent(items: Items, kind: ItemKind): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of ofKind(items, kind)) {
    const parent = item.key[0]!
    const group = groups.get(parent)
    if (group) group.push(item)
    else groups.set(parent, [item])
  }
  return groups
}

/** Whether two values are the same; what is not there is the same as null. */
export function isSame(one: FieldValue | null | undefined, other: FieldValue | null | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return (one ?? null) === (other ?? null)
  if (!Array.isArray(one) || !Array.isArray(other)) return false
  return JSON.stringify(one.map(inOrder)) === JSON.stringify(other.map(inOrder))
}
