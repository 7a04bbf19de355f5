/** What has become of something of the plan, and who did it: the record of its changes. */
import type { Change, RecordedChange } from '../domain/plan-change.ts'
import { isRemoval } from '../domain/plan-change.ts'
import type { Items } from '../domain/plan-item.ts'
import { Problem } from '../domain/problem.ts'
import { changesOf } from '../store/plan-changes.ts'
import { evidenceHandedOver } from '../store/plan-evidence.ts'
import { milestonesWithHistory } from '../store/plan-milestones.ts'
import { subjectsNamed } from '../store/plans.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'

/**
 * The changes of what is named, the oldest first: by its subject (`indicator/i01`), its id, or the code of a measure. A measure's history
 * holds that of its milestones and of the measures it carries on.
 * @throws {Problem} `plan-subject-unknown`
 */
export async function planHistory({ store }: Context, name: string): Promise<readonly RecordedChange[]> {
  const subjects = await subjectsNamed(store.db, name)
  if (subjects.length === 0) throw new Problem('plan-subject-unknown', { name })
  return changesOf(store.db, subjects)
}

/** The removed milestones that more has happened to than a file says, and evidence that somebody has handed over. */
export async function historyOf(
  db: Db,
  changes: readonly Change[],
  database: Items,
): Promise<ReadonlySet<string>> {
  const removed = changes.filter(isRemoval).map(({ subject }) => subject)
  const milestones = removed.filter((subject) => subject.startsWith('milestone/'))
  const evidence = removed.filter((subject) => subject.startsWith('evidence/'))
  const handedOver = await evidenceHandedOver(
    db,
    evidence.flatMap((subject) => database.get(subject)?.rowId ?? []),
  )
  return new Set([
    ...(await milestonesWithHistory(db, milestones)),
    ...evidence.filter((subject) => handedOver.has(database.get(subject)?.rowId ?? '')),
  ])
}
