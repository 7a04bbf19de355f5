/** The three states that an import compares: the file, the database, and what the file said when both were last in step. */
import { applied, rewound } from '../domain/plan-change.ts'
import { withoutDefaults, type Item, type Items } from '../domain/plan-item.ts'
import { changesSince, revisionOf } from '../store/plan-changes.ts'
import { planItems } from '../store/plan-items.ts'
import { lastFileOf } from '../store/plans.ts'
import type { Db } from '../store/store.ts'
import type { PlanValue } from './plan-file/schema.ts'

export interface PlanStates {
  readonly base: Items
  readonly file: Items
  readonly database: Items
  /** There is no plan of this id yet. */
  readonly isNew: boolean
  /** The file carries a revision that this database has not come to: it is another database's. */
  readonly isStrangeRevision: boolean
}

/** Gathers them. A plan that carries on another one takes over what belongs to the city, and the indicators it still names. */
export async function statesFor(tx: Db, value: PlanValue, file: Items): Promise<PlanStates> {
  const { id, previous_plan: previous } = value.plan
  const here = await planItems(tx, id)
  const isNew = !here.has(`plan/${id}`)
  const current = await revisionOf(tx)
  const isStrangeRevision = (value.meta.revision ?? 0) > current
  const revision = isStrangeRevision ? undefined : value.meta.revision
  if (!isNew)
    return { file, isNew, isStrangeRevision, database: here, base: await baseOf(tx, id, here, revision) }
  const older = previous ? await planItems(tx, previous) : new Map<string, Item>()
  const carried = new Map([...older].filter(([, item]) => isCarried(item, file)))
  const base = previous ? await baseOf(tx, previous, older, revision) : here
  return {
    file,
    isNew,
    isStrangeRevision,
    database: new Map([...here, ...carried]),
    base: new Map([
      ...[...base].filter(([, item]) => isOfCity(item)),
      ...[...carried].filter(([, item]) => item.kind !== 'reading'),
    ]),
  }
}

/** At the file's revision, worked out backwards; without one, what the last file without one said. */
async function baseOf(tx: Db, planId: string, database: Items, revision: number | undefined): Promise<Items> {
  if (revision !== undefined)
    return withoutDefaults(rewound(database, await changesSince(tx, planId, revision)))
  const last = await lastFileOf(tx, planId)
  const then = rewound(database, await changesSince(tx, planId, last.revision))
  return withoutDefaults(applied(withoutDefaults(then), last.differences))
}

function isOfCity({ kind }: Item): boolean {
  return kind === 'entity' || kind === 'policy' || kind === 'report'
}

/** An indicator goes with its targets and readings from plan to plan. */
function isCarried({ kind, key }: Item, file: Items): boolean {
  const isIndicators = kind === 'indicator' || kind === 'target' || kind === 'reading'
  return isIndicators && file.has(`indicator/${key[0]}`)
}
