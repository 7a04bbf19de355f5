/** Where the items of a plan lie in the database: one row of this table for each kind, names of columns and nothing else. */
import type { ItemKind } from '../domain/plan-item.ts'

/** How the items of one kind are kept. Everything here is a constant that goes into SQL as it stands. */
export interface PlanTable {
  readonly kind: ItemKind
  readonly table: string
  /** The columns of the key, in its order. */
  readonly key: readonly string[]
  /** A column for a field. */
  readonly columns?: Readonly<Record<string, string>>
  /** A jsonb column for all fields that begin so; '' gathers whatever has no place of its own. */
  readonly nested?: Readonly<Record<string, string>>
  /** Lists that are tables: the field, the table, and its two columns. */
  readonly lists?: readonly (readonly [field: string, table: string, own: string, other: string])[]
  /** A jsonb column that holds the items of another kind, in their order; what follows the parent's key is under `name`. */
  readonly children?: { readonly kind: ItemKind; readonly column: string; readonly name?: string }
  /** Which rows belong to the plan `$1`; unless told all of them. */
  readonly where?: string
  readonly order: string
  /** Rows have an id that is no part of the key. */
  readonly hasOwnId?: boolean
  /** The rows keep the order of the file. */
  readonly isPlaced?: boolean
}

const goals = `select id from goal where plan_id = $1`
const measures = `select m.id from measure m join objective o on o.id = m.objective_id where o.goal_id in (${goals})`
const indicators = `select id from indicator where goal_id in (${goals})`
const placed = { order: 'position, id', isPlaced: true } as const

/** Every kind but those that lie inside a row of another one, and milestones, which are deadlines. */
export const planTables: readonly PlanTable[] = [
  { kind: 'policy', table: 'reminder_policy', key: ['id'], nested: { '': 'steps' }, ...placed },
  {
    kind: 'entity',
    table: 'entity',
    key: ['id'],
    columns: { type: 'kind', short: 'short', roles: 'roles', language: 'language' },
    nested: { name: 'names', '': 'details' },
    ...placed,
  },
  {
    kind: 'plan',
    table: 'plan',
    key: ['id'],
    columns: {
      version: 'version',
      adopted_on: 'adopted_on',
      'period.from': 'starts_on',
      'period.to': 'ends_on',
      coordinator_entity: 'coordinator',
      previous_plan: 'previous_id',
    },
    nested: { name: 'names', cycle: 'cycle', '': 'details' },
    children: { kind: 'phase', column: 'phases', name: 'id' },
    where: 'id = $1',
    order: 'id',
  },
  {
    kind: 'goal',
    table: 'goal',
    key: ['id'],
    columns: { code: 'code' },
    nested: { name: 'names', promise: 'promise', '': 'details' },
    where: 'plan_id = $1',
    ...placed,
  },
  {
    kind: 'objective',
    table: 'objective',
    key: ['id'],
    columns: { goal: 'goal_id', code: 'code' },
    nested: { name: 'names' },
    where: `goal_id in (${goals})`,
    ...placed,
  },
  {
    kind: 'indicator',
    table: 'indicator',
    key: ['id'],
    columns: {
      goal: 'goal_id',
      level: 'level',
      direction: 'direction',
      'baseline.value': 'baseline',
      'baseline.date': 'baseline_on',
      frequency: 'frequency',
      owner: 'owner_id',
      disaggregation: 'disaggregation',
      computed: 'is_computed',
      cumulative_within_year: 'is_cumulative',
    },
    nested: { name: 'names', unit: 'unit', source: 'source' },
    children: { kind: 'target', column: 'targets', name: 'date' },
    where: `goal_id in (${goals})`,
    ...placed,
  },
  {
    kind: 'measure',
    table: 'measure',
    key: ['id'],
    columns: {
      objective: 'objective_id',
      code: 'code',
      kind: 'kind',
      recurrence: 'recurrence',
      lead: 'lead_id',
      'period.from': 'starts_on',
      'period.to': 'ends_on',
      status: 'status',
      rag: 'rag',
      progress_pct: 'progress',
      carried_from: 'carried_from',
    },
    nested: { name: 'names', summary: 'summary', '': 'details' },
    lists: [
      ['supporting', 'measure_supporter', 'measure_id', 'entity_id'],
      ['indicators', 'measure_indicator', 'measure_id', 'indicator_id'],
    ],
    children: { kind: 'risk', column: 'risks' },
    where: `objective_id in (select id from objective where goal_id in (${goals}))`,
    ...placed,
  },
  {
    kind: 'budget',
    table: 'budget_line',
    key: ['measure_id', 'year', 'source'],
    columns: { planned: 'planned', spent: 'spent' },
    where: `measure_id in (${measures})`,
    order: `measure_id, year, array_position(array['own', 'state', 'eu', 'grant', 'partner'], source)`,
    hasOwnId: true,
  },
  {
    kind: 'reading',
    table: 'reading',
    key: ['indicator_id', 'period'],
    columns: { value: 'value' },
    where: `indicator_id in (${indicators})`,
    order: 'indicator_id, period',
  },
  {
    kind: 'report',
    table: 'reporting_rule',
    key: ['id'],
    columns: { due_rule: 'due_rule', who: 'who', basis: 'basis', policy: 'policy_id' },
    nested: { name: 'names' },
    ...placed,
  },
]

/** Columns of money, which hold grosze; a plan's file and its items speak of zlotys. */
export const moneyColumns: ReadonlySet<string> = new Set(['planned', 'spent'])
