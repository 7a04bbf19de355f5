/** Writes a changed plan: whatever differs between two states of it, in one statement for each table. */
import { randomUUID } from 'node:crypto'
import {
  byParent,
  ofKind,
  subjectOf,
  valueOf,
  type Fields,
  type Item,
  type ItemKind,
  type Items,
} from '../domain/plan-item.ts'
import { writeEvidence } from './plan-evidence.ts'
import { writeMilestones } from './plan-milestones.ts'
import { moneyColumns, planTables, type PlanTable } from './plan-tables.ts'
import type { Db } from './store.ts'

/** What is to be written. */
export interface PlanWriting {
  readonly planId: string
  readonly before: Items
  readonly after: Items
  readonly now: Date
  /** Who reports the values that are new. */
  readonly actor: string
}

/** Brings the database from one state to the other. */
export async function writePlan(tx: Db, writing: PlanWriting): Promise<void> {
  for (const table of planTables) await writeTable(tx, table, writing)
  await writeEvidence(tx, writing)
  await writeMilestones(tx, writing)
  for (const table of planTables.toReversed()) await removeFrom(tx, table, writing)
}

async function writeTable(tx: Db, table: PlanTable, writing: PlanWriting): Promise<void> {
  const { before, after } = writing
  const [childrenBefore, children] = [before, after].map((items) => childrenOf(items, table.children?.kind))
  const isChanged = (item: Item) =>
    before.get(subjectOf(item))?.fields !== item.fields ||
    JSON.stringify(childrenBefore!.get(item.key[0]!)) !== JSON.stringify(children!.get(item.key[0]!))
  const changed = ofKind(after, table.kind).filter(isChanged)
  if (changed.length === 0) return
  const rows = changed.map((item) => rowOf(item, table, children!.get(item.key[0]!) ?? [], writing))
  const names = Object.keys(rows[0]!)
  const ids = table.hasOwnId ? ['id'] : table.key
  const updates = names
    .filter((name) => !ids.includes(name) && name !== 'position')
    .map((name) => `${name} = excluded.${name}`)
  await tx.$executeRawUnsafe(
    `insert into ${table.table} (${names.join(', ')})
    select ${names.join(', ')} from jsonb_populate_recordset(null::${table.table}, $1::jsonb)
    on conflict (${ids.join(', ')}) do update set ${updates.join(', ')}`,
    JSON.stringify(rows),
  )
  for (const list of table.lists ?? []) await writeList(tx, list, changed)
}

function childrenOf(items: Items, kind: ItemKind | undefined): ReadonlyMap<string, readonly Item[]> {
  return kind ? byParent(items, kind) : new Map()
}

type Row = Readonly<Record<string, unknown>>

/** A row with every column of the table that is ours; the same names for every row. */
function rowOf(item: Item, table: PlanTable, children: readonly Item[], writing: PlanWriting): Row {
  const { key, fields, rowId } = item
  const { columns = {}, nested = {}, lists = [] } = table
  const plain = Object.entries(columns).map(([field, column]) => [column, columnValue(column, fields[field])])
  const taken = new Set([...Object.keys(columns), ...lists.map(([field]) => field)])
  const left = Object.fromEntries(Object.entries(fields).filter(([field]) => !taken.has(field)))
  return {
    ...Object.fromEntries(table.key.map((column, index) => [column, key[index]])),
    ...(table.hasOwnId ? { id: rowId ?? randomUUID() } : {}),
    ...(Object.fromEntries(plain) as Row),
    ...nestedColumns(left, nested),
    ...(table.children ? { [table.children.column]: children.map((one) => childValue(one, table)) } : {}),
    ...(table.isPlaced ? { position: 0 } : {}),
    ...stamps(table, writing),
  }
}

/** Lists and what a plan cannot be without are never null in the database. */
const emptyOf: Readonly<Record<string, unknown>> = {
  roles: [],
  disaggregation: [],
  cycle: {},
  steps: {},
  unit: {},
}

function columnValue(column: string, value: Fields[string] | undefined): unknown {
  if (moneyColumns.has(column) && typeof value === 'number') return Math.round(value * 100)
  return value ?? emptyOf[column] ?? null
}

function nestedColumns(fields: Fields, nested: Readonly<Record<string, string>>): Row {
  const prefixes = Object.keys(nested).filter((prefix) => prefix !== '')
  const columnOf = (field: string) => prefixes.find((prefix) => field.startsWith(`${prefix}.`)) ?? ''
  return Object.fromEntries(
    Object.entries(nested).map(([prefix, column]) => {
      const own = Object.entries(fields).filter(([field]) => columnOf(field) === prefix)
      const value = own.length > 0 ? valueOf(Object.fromEntries(own)) : undefined
      return [column, (prefix && value ? value[prefix] : value) ?? emptyOf[column] ?? null]
    }),
  )
}

function childValue({ key, fields }: Item, { children }: PlanTable): Row {
  return { ...(children?.name ? { [children.name]: key[1] } : {}), ...valueOf(fields) }
}

function stamps({ kind }: PlanTable, { planId, now, actor }: PlanWriting): Row {
  if (kind === 'goal') return { plan_id: planId }
  if (kind === 'plan') return { is_current: true }
  return kind === 'reading' ? { reported_at: now, reported_by: actor } : {}
}

async function writeList(
  tx: Db,
  [field, table, own, other]: NonNullable<PlanTable['lists']>[number],
  items: readonly Item[],
): Promise<void> {
  const ids = items.map(({ key }) => key[0]!)
  const rows = items.flatMap(({ key, fields }) =>
    [...new Set((fields[field] ?? []) as readonly string[])].map((one, position) => ({
      [own]: key[0],
      [other]: one,
      position,
    })),
  )
  await tx.$executeRawUnsafe(`delete from ${table} where ${own} = any($1::text[])`, ids)
  await tx.$executeRawUnsafe(
    `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    JSON.stringify(rows),
  )
}

async function removeFrom(
  tx: Db,
  { kind, table, key }: PlanTable,
  { before, after }: PlanWriting,
): Promise<void> {
  const gone = ofKind(before, kind).filter((item) => !after.has(subjectOf(item)))
  if (gone.length === 0) return
  const rows = gone.map((item) => Object.fromEntries(key.map((column, index) => [column, item.key[index]])))
  await tx.$executeRawUnsafe(
    `delete from ${table} t using jsonb_populate_recordset(null::${table}, $1::jsonb) g
    where ${key.map((column) => `t.${column} = g.${column}`).join(' and ')}`,
    JSON.stringify(rows),
  )
}

/** Puts the rows into the order in which a file names them. */
export async function placeItems(tx: Db, file: Items): Promise<void> {
  for (const { kind, table } of planTables.filter(({ isPlaced }) => isPlaced)) {
    const ids = ofKind(file, kind).map(({ key }) => key[0]!)
    // The first policy holds wherever none is named: it stays the first, whatever the order of a later file.
    const isNew = kind === 'policy' ? 'and t.position = 0' : ''
    await tx.$executeRawUnsafe(
      `update ${table} t set position = p.position from unnest($1::text[]) with ordinality as p (id, position)
      where t.id = p.id and t.position <> p.position ${isNew}`,
      ids,
    )
  }
}
