/** What the things of a plan are called, for people who read of a change. */
import type { Change, RecordedChange } from '../domain/plan-change.ts'
import { itemOf, textOf, type Items } from '../domain/plan-item.ts'
import type { Conflict } from '../domain/plan-merge.ts'
import type { Localized } from '../domain/phrase.ts'
import { changesOf } from '../store/plan-changes.ts'
import type { Db } from '../store/store.ts'
import type { PlanStates } from './plan-states.ts'

/** Names by subject; what has none is called like what it belongs to. */
export type PlanNames = ReadonlyMap<string, Localized>

/** The names of everything that changes or stays; the first state that knows one gives it. */
export function namesOf(
  changes: readonly Change[],
  kept: readonly string[],
  states: readonly Items[],
): PlanNames {
  const subjects = new Set([...changes.map(({ subject }) => subject), ...kept])
  const named = [...subjects].flatMap((subject) => {
    const name = nameOf(subject, states)
    return name ? [[subject, name] as const] : []
  })
  return new Map(named)
}

function nameOf(subject: string, states: readonly Items[]): Localized | undefined {
  const item = states.map((items) => items.get(subject)).find((one) => one !== undefined)
  const own = item && (textOf(item) ?? textOf(item, 'title') ?? textOf(item, 'text'))
  const parent = parents[itemOf(subject, {}).kind]
  return own ?? (parent ? nameOf(`${parent}/${subject.split('/')[1]}`, states) : undefined)
}

const parents: Readonly<Record<string, string>> = {
  phase: 'plan',
  milestone: 'measure',
  budget: 'measure',
  risk: 'measure',
  evidence: 'measure',
  target: 'indicator',
  reading: 'indicator',
}

/** A conflict with what it is about, and who changed it here. */
export interface ExplainedConflict extends Conflict {
  readonly name: Localized | undefined
  readonly changed: Pick<RecordedChange, 'at' | 'actor' | 'why'> | undefined
}

/** Adds names and the newest change of each. */
export async function explained(
  db: Db,
  conflicts: readonly Conflict[],
  { file, database }: PlanStates,
): Promise<readonly ExplainedConflict[]> {
  const subjects = [...new Set(conflicts.map(({ subject }) => subject))]
  const changes = await changesOf(db, subjects)
  return conflicts.map((conflict) => ({
    ...conflict,
    name: nameOf(conflict.subject, [database, file]),
    changed: changes.findLast(({ subject, field }) => {
      const isItsField = conflict.field === '' || field === '' || field === conflict.field
      return subject === conflict.subject && isItsField
    }),
  }))
}
