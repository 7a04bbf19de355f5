/** What a new version of a plan does to the one before: what is carried on, and what is not due any more. */
import { applied, type Change } from '../domain/plan-change.ts'
import { byParent, ofKind, subjectOf, wordIn, type Items } from '../domain/plan-item.ts'
import type { Settled } from '../domain/plan-removal.ts'
import { recordChanges, type Recording } from '../store/plan-changes.ts'
import { planItems } from '../store/plan-items.ts'
import { retirePlan } from '../store/plan-occurrences.ts'
import { writePlan } from '../store/plan-writing.ts'
import type { Db } from '../store/store.ts'
import type { PlanValue } from './plan-file/schema.ts'
import type { PlanStates } from './plan-states.ts'

export interface CarriedOver {
  readonly before: Items
  readonly changes: readonly Change[]
  carryOut(tx: Db, how: { now: Date; actor: string; why: string | undefined }): Promise<void>
}

/** Says what becomes of the plan before; nothing when there is none, or when it was carried on already. */
export async function carryOver(
  tx: Db,
  { plan }: PlanValue,
  { result }: Settled,
  { isNew }: PlanStates,
): Promise<CarriedOver> {
  const previous = plan.previous_plan
  if (!previous) return { before: new Map(), changes: [], carryOut: () => Promise.resolve() }
  const before = await planItems(tx, previous)
  const carried = new Set(ofKind(result, 'measure').map(({ fields }) => wordIn({ fields }, 'carried_from')))
  const changes = changesIn(before, carried, isNew)
  return {
    before,
    changes,
    carryOut: async (write, { now, actor, why }) => {
      const recording: Recording = { at: now, actor, why, planId: previous }
      await writePlan(write, { planId: previous, before, after: applied(before, changes), now, actor })
      await recordChanges(write, recording, changes)
      if (isNew) await retirePlan(write, previous, now)
    },
  }
}

const over = ['done', 'cancelled', 'carried_over']

/** Measures that are carried on say so; with the whole plan, or else with its measure, an open milestone is over. */
function changesIn(
  items: Items,
  carried: ReadonlySet<string | undefined>,
  isWholePlan: boolean,
): readonly Change[] {
  const milestones = byParent(items, 'milestone')
  return ofKind(items, 'measure').flatMap((measure) => {
    const id = measure.key[0]!
    const status = wordIn(measure, 'status') ?? ''
    const isCarried = carried.has(id) && !over.includes(status)
    const dropped = (milestones.get(id) ?? []).filter(
      ({ fields }) => fields['status'] === 'open' && (isWholePlan || isCarried),
    )
    return [
      ...(isCarried ? [statusChange(subjectOf(measure), status, 'carried_over')] : []),
      ...dropped.map((milestone) => statusChange(subjectOf(milestone), 'open', 'dropped')),
    ]
  })
}

function statusChange(subject: string, from: string, to: string): Change {
  return { subject, field: 'status', from, to }
}
