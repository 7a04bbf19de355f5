/** Brings a plan's file into the database: everything or nothing, and nothing that was reported meanwhile is undone. */
import { differences, type Change } from '../domain/plan-change.ts'
import type { Items } from '../domain/plan-item.ts'
import { merge, type Side } from '../domain/plan-merge.ts'
import { settle, type Settled } from '../domain/plan-removal.ts'
import { dayOf } from '../runtime/clock.ts'
import { record } from '../store/audit.ts'
import { lockPlan, recordChanges, revisionOf } from '../store/plan-changes.ts'
import { occurrencesFollow } from '../store/plan-occurrences.ts'
import { placeItems, writePlan } from '../store/plan-writing.ts'
import { keepLastFile, planKnowledge } from '../store/plans.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'
import { doubt, inOrder, type Finding } from './file/finding.ts'
import { historyOf } from './plan-history.ts'
import { readPlanFile } from './plan-file.ts'
import type { Known } from './plan-file/checks.ts'
import type { PlanValue } from './plan-file/schema.ts'
import { shifted } from './plan-file/shift.ts'
import { explained, namesOf, type ExplainedConflict, type PlanNames } from './plan-names.ts'
import { statesFor, type PlanStates } from './plan-states.ts'
import { carryOver } from './plan-versions.ts'

export interface PlanOrder {
  readonly shiftDays?: number
  /** Who imports: `cli`, or a person's id. */
  readonly actor?: string
  /** Says what would happen and writes nothing. */
  readonly isDryRun?: boolean
  /** Goes into the record of every change. */
  readonly why?: string | undefined
  /** Whose value holds where both sides have changed the same thing. */
  readonly take?: Side | undefined
}

export type PlanResult =
  | {
      readonly isImported: false
      readonly findings: readonly Finding[]
      readonly conflicts: readonly ExplainedConflict[]
    }
  | {
      readonly isImported: true
      readonly findings: readonly Finding[]
      readonly id: string
      readonly isNew: boolean
      readonly changes: readonly Change[]
      /** What the file no longer names and that stays, because others hang on it. */
      readonly kept: readonly string[]
      /** What the things are called that `changes` and `kept` speak of. */
      readonly names: PlanNames
    }

/** Imports a file. Whatever is wrong with it comes back as findings, all at once, and then nothing was written. */
export async function importPlan(
  context: Context,
  source: string | Uint8Array,
  order: PlanOrder = {},
): Promise<PlanResult> {
  const known = await knownTo(context)
  const adjust = (file: PlanValue) => shifted(file, order.shiftDays ?? 0)
  const { findings, file, items, locate } = await readPlanFile(source, known, adjust)
  if (!file || !items) return { isImported: false, findings, conflicts: [] }
  return context.store.transaction(async (tx) => {
    await lockPlan(tx)
    const states = await statesFor(tx, file, items)
    const said = states.isStrangeRevision ? [locate(doubt(['meta', 'revision'], 'revision-strange'))] : []
    const all = inOrder([...findings, ...said])
    const { changes, conflicts } = merge(states, order.take)
    if (conflicts.length > 0)
      return { isImported: false, findings: all, conflicts: await explained(tx, conflicts, states) }
    const settled = settle(changes, states.database, await historyOf(tx, changes, states.database))
    const carried = await carryOver(tx, file, settled, states)
    if (!order.isDryRun) await carryOut(context, tx, { file, items, states, settled, carried, order })
    const shown = [...settled.changes, ...carried.changes]
    return {
      isImported: true,
      findings: all,
      id: file.plan.id,
      isNew: states.isNew,
      changes: shown,
      kept: settled.kept,
      names: namesOf(shown, settled.kept, [states.database, settled.result, carried.before]),
    }
  })
}

async function knownTo({ store, clock, config }: Context): Promise<Known> {
  return { ...(await planKnowledge(store.db)), today: dayOf(clock.now(), config.TIME_ZONE) }
}

interface Import {
  readonly file: PlanValue
  readonly items: Items
  readonly states: PlanStates
  readonly settled: Settled
  readonly carried: Awaited<ReturnType<typeof carryOver>>
  readonly order: PlanOrder
}

async function carryOut(
  { clock }: Context,
  tx: Db,
  { file, items, states, settled, carried, order }: Import,
): Promise<void> {
  const { id: planId, version } = file.plan
  const { actor = 'cli', why } = order
  const now = clock.now()
  const change = { planId, before: states.database, after: settled.result, now, actor }
  if (settled.changes.length > 0) {
    await writePlan(tx, change)
    await placeItems(tx, items)
    await occurrencesFollow(tx, change)
    await recordChanges(tx, { at: now, actor, why, planId }, settled.changes)
    const details = { version, changes: settled.changes.length }
    await record(tx, { at: now, actor, act: 'plan.import', subject: `plan/${planId}`, details })
  }
  await carried.carryOut(tx, { now, actor, why })
  if (file.meta.revision === undefined || states.isNew)
    await keepLastFile(tx, planId, await revisionOf(tx), differences(settled.result, items), now)
}
