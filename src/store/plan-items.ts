/** A whole plan out of the database, as items. */
import {
  itemKinds,
  fieldsOf,
  subjectOf,
  withoutDefaults,
  type Item,
  type ItemKind,
  type Items,
} from '../domain/plan-item.ts'
import { evidenceItems } from './plan-evidence.ts'
import { milestoneItems } from './plan-milestones.ts'
import { moneyColumns, planTables, type PlanTable } from './plan-tables.ts'
import type { Db } from './store.ts'

export type PlanRow = Readonly<Record<string, unknown>>

/** Everything of a plan and, beside it, the entities, policies and reports of the city. */
export async function planItems(db: Db, planId: string): Promise<Items> {
  const found: Item[] = []
  for (const table of planTables) found.push(...(await itemsIn(db, table, planId)))
  found.push(...(await evidenceItems(db, planId)), ...(await milestoneItems(db, planId)))
  const rank = new Map<ItemKind, number>(itemKinds.map((kind, index) => [kind, index]))
  const inOrder = found.toSorted((one, other) => rank.get(one.kind)! - rank.get(other.kind)!)
  return withoutDefaults(new Map(inOrder.map((item) => [subjectOf(item), item])))
}

async function itemsIn(db: Db, table: PlanTable, planId: string): Promise<readonly Item[]> {
  const rows = await db.$queryRawUnsafe<{ row: PlanRow }[]>(
    selection(table),
    ...(table.where ? [planId] : []),
  )
  return rows.flatMap(({ row }) => [itemFrom(row, table), ...childrenIn(row, table)])
}

/** PostgreSQL writes days, lists and numbers of a row as JSON, which is how items have them. */
function selection({ table, key, columns, nested, lists, children, where, order, hasOwnId }: PlanTable) {
  const names = [
    ...(hasOwnId ? ['id'] : []),
    ...key,
    ...Object.values({ ...columns }),
    ...Object.values({ ...nested }),
    ...(children ? [children.column] : []),
  ].map((name) => `t.${name}`)
  const listed = (lists ?? []).map(
    ([field, from, own, other]) =>
      `(select coalesce(jsonb_agg(l.${other} order by l.position, l.${other}), '[]') from ${from} l where l.${own} = t.id) as ${field}`,
  )
  return `select to_jsonb(r) as row from (
    select ${[...names, ...listed].join(', ')} from ${table} t where ${where ?? 'true'} order by ${order}) r`
}

function itemFrom(row: PlanRow, { kind, key, columns, nested, lists, hasOwnId }: PlanTable): Item {
  const plain = Object.entries({ ...columns }).map(([field, column]) => [field, valueIn(row, column)])
  const inside = Object.entries({ ...nested }).flatMap(([prefix, column]) =>
    Object.entries(fieldsOf({ ...(row[column] as object | null) }, prefix ? `${prefix}.` : '')),
  )
  const listed = (lists ?? []).map(([field]) => [field, row[field]])
  const fields = fieldsOf(Object.fromEntries([...plain, ...listed]) as object)
  return {
    kind,
    key: key.map((column) => String(row[column])),
    fields: { ...fields, ...Object.fromEntries(inside) },
    ...(hasOwnId ? { rowId: String(row['id']) } : {}),
  }
}

/** A double holds grosze exactly up to 90 billion zlotys, and divides them to the nearest decimal. */
function valueIn(row: PlanRow, column: string): unknown {
  const value = row[column]
  return moneyColumns.has(column) && typeof value === 'number' ? value / 100 : value
}

function childrenIn(row: PlanRow, { key, children }: PlanTable): readonly Item[] {
  if (!children) return []
  const parent = String(row[key[0]!])
  return (row[children.column] as PlanRow[]).map((one, index) => {
    const { [children.name ?? '']: name = index + 1, ...rest } = one
    return { kind: children.kind, key: [parent, `${name as string | number}`], fields: fieldsOf(rest) }
  })
}
