/** Changes of a plan's fields: between two states of it, forwards and backwards in time. */
import { isSame, itemOf, type Fields, type FieldValue, type Item, type Items } from './plan-item.ts'

/** One field of one item that changed; with the field '' the whole item, and then `from` or `to` are all its fields. */
export interface Change {
  readonly subject: string
  readonly field: string
  readonly from: FieldValue | Fields | null
  readonly to: FieldValue | Fields | null
}

/** A change as it was written down. */
export interface RecordedChange extends Change {
  readonly id: bigint
  readonly at: Date
  readonly actor: string
  readonly why: string | null
}

/** Whether a change adds or removes a whole item. */
export function isWhole({ field }: Pick<Change, 'field'>): boolean {
  return field === ''
}

/** Whether a change takes a whole item away. */
export function isRemoval(change: Change): boolean {
  return isWhole(change) && change.to === null
}

/** Everything that leads from one state to the other, in the order of the newer one. */
export function differences(before: Items, after: Items): readonly Change[] {
  const changed = [...after].flatMap(([subject, { fields }]): readonly Change[] => {
    const old = before.get(subject)
    return old
      ? fieldDifferences(subject, old.fields, fields)
      : [{ subject, field: '', from: null, to: fields }]
  })
  const removed = [...before]
    .filter(([subject]) => !after.has(subject))
    .map(([subject, { fields }]) => ({ subject, field: '', from: fields, to: null }))
  return [...changed, ...removed]
}

function fieldDifferences(subject: string, before: Fields, after: Fields): readonly Change[] {
  return namesOf(after, before)
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ subject, field, from: before[field] ?? null, to: after[field] ?? null }))
}

/** The names of all fields of several, each once. */
export function namesOf(...all: readonly (Fields | undefined)[]): readonly string[] {
  return [...new Set(all.flatMap((fields) => Object.keys(fields ?? {})))]
}

/** The state after changes. */
export function applied(items: Items, changes: readonly Change[]): Items {
  const result = new Map(items)
  for (const change of changes) apply(result, change)
  return result
}

/** The state before changes that are given in the order in which they happened. */
export function rewound(items: Items, changes: readonly Change[]): Items {
  return applied(
    items,
    changes.toReversed().map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from })),
  )
}

function apply(items: Map<string, Item>, { subject, field, to }: Change): void {
  const item = items.get(subject) ?? itemOf(subject, {})
  if (field === '' && to === null) items.delete(subject)
  else if (field === '') items.set(subject, { ...item, fields: to as Fields })
  else items.set(subject, { ...item, fields: withField(item.fields, field, to as FieldValue | null) })
}

function withField(fields: Fields, field: string, value: FieldValue | null): Fields {
  const { [field]: _, ...others } = fields
  if (value === null) return others
  return field in fields ? { ...fields, [field]: value } : { ...others, [field]: value }
}
