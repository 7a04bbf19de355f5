/** The record of what has changed in a plan: who, when, what, from, to, why. Nothing in it is ever overwritten. */
import type { Change, RecordedChange } from '../domain/plan-change.ts'
import type { Db } from './store.ts'

/** Who changes something, and why. */
export interface Recording {
  readonly at: Date
  /** `cli`, `cli:anna`, or a person's id. */
  readonly actor: string
  readonly why?: string | undefined
  /** The current plan unless told. */
  readonly planId?: string
}

/** The advisory lock under which numbers of changes are given out. */
const lock = 7_301_204n

/**
 * Writes changes down, in the transaction that carries them out. A subject is `measure/<id>`, `milestone/<measure>/<code>`,
 * `reading/<indicator>/<period>`, `indicator/<id>`, `entity/<id>` and so on; a field has the name it has in a plan's file: `status`,
 * `due`, `done_on`, `lead`, `value`. Money is in zlotys, a value of an indicator is a number.
 */
export async function recordChanges(
  tx: Db,
  { at, actor, why, planId }: Recording,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${lock})`
  await tx.$executeRaw`
    insert into plan_change (plan_id, at, actor, subject, field, "from", "to", why)
    select coalesce(${planId ?? null}::text, (select id from plan where is_current order by starts_on desc limit 1), ''),
      ${at}, ${actor}, c.subject, c.field, nullif(c."from", 'null'), nullif(c."to", 'null'), ${why ?? null}::text
    from rows from (jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as (subject text, field text, "from" jsonb, "to" jsonb))
      with ordinality as c order by c.ordinality`
}

/** Waits for everybody who is changing the plan, and keeps others from it until the transaction ends: whoever has a number now is committed. */
export async function lockPlan(tx: Db): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${lock})`
}

/** The number of the newest change; 0 when there is none. */
export async function revisionOf(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ id: bigint | null }[]>`select max(id) as id from plan_change`
  return Number(row?.id ?? 0)
}

/**
 * What was written down after a revision about a plan, or about what all plans share; the oldest first. Of a reading only its value is
 * part of the plan, not how far its deadline is.
 */
export function changesSince(db: Db, planId: string, revision: number): Promise<readonly RecordedChange[]> {
  return db.$queryRaw<RecordedChange[]>`
    select id, at, actor, subject, field, "from", "to", why from plan_change
    where id > ${revision} and (plan_id = ${planId} or subject like 'entity/%' or subject like 'policy/%' or subject like 'report/%')
      and (subject not like 'reading/%' or field in ('', 'value'))
    order by id`
}

/** Everything written down about some subjects, the oldest first; a measure's also holds what belongs to it. */
export function changesOf(db: Db, subjects: readonly string[]): Promise<readonly RecordedChange[]> {
  const within = subjects.flatMap((subject) => {
    const [kind, id] = subject.split('/')
    const parts =
      kind === 'measure'
        ? ['milestone', 'budget', 'risk', 'evidence']
        : kind === 'indicator'
          ? ['target', 'reading']
          : []
    return parts.map((part) => `${part}/${id}/%`)
  })
  return db.$queryRaw<RecordedChange[]>`
    select id, at, actor, subject, field, "from", "to", why from plan_change
    where subject = any(${[...subjects]}::text[]) or subject like any(${within}::text[]) order by id`
}
