/** Changes of deadlines: whatever changes, its policy looks at it again and what is not true any more is taken back before it leaves. */
import type { ReminderAnswer } from '../domain/deadline.ts'
import type { Day } from '../domain/phrase.ts'
import { dateOf } from '../runtime/clock.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** What is to change; what is not there stays. */
export interface DeadlineChange {
  readonly status?: 'open' | 'done' | 'dropped'
  readonly doneOn?: Day | null
  readonly dueOn?: Day
  readonly entityId?: string
}

/** Changes one deadline. One with another date or another entity, or that is open again, begins anew: nobody has been asked about it yet. */
export async function changeDeadline(tx: Db, id: bigint, change: DeadlineChange, now: Date): Promise<void> {
  const { status, doneOn, dueOn, entityId } = change
  const isAnew = dueOn !== undefined || entityId !== undefined || status === 'open'
  await tx.deadline.update({
    where: { id },
    data: {
      ...(status ? { status } : {}),
      ...(doneOn === undefined ? {} : { doneOn: doneOn && dateOf(doneOn) }),
      ...(dueOn ? { dueOn: dateOf(dueOn) } : {}),
      ...(entityId ? { entityId } : {}),
      ...(isAnew ? unasked : {}),
    },
  })
  if (entityId) await takeBack(tx, [String(id)], Prisma.sql`true`)
  await deadlinesChanged(tx, [id], now)
}

const unasked = { remindedAt: null, askedOn: null, acknowledgedAt: null }

/** Has the policies look again at deadlines that were changed in bulk, and takes back what was not sent yet and is not true any more. */
export async function deadlinesChanged(tx: Db, ids: readonly bigint[], now: Date): Promise<void> {
  const changed = ids.map(String)
  await tx.$executeRaw`
    update deadline set next_at = case when status = 'open' then ${now}::timestamptz end where id = any(${changed}::bigint[])`
  await takeBack(tx, changed, Prisma.sql`(d.status <> 'open' or d.due_on <> r.due_on)`)
}

/** A tap, or several words, about one step of a deadline. */
export interface Acknowledging {
  readonly deadlineId: bigint
  readonly dueOn: Day
  /** The step that was answered; empty when it was not a reminder. */
  readonly step: string
  readonly personId: string
  readonly answer: ReminderAnswer
  readonly details?: Prisma.InputJsonValue
  readonly now: Date
}

/** Writes an answer down and stops the ladder: escalations that have not left yet are taken back. */
export async function acknowledge(
  tx: Db,
  { deadlineId, dueOn, step, personId, answer, details, now }: Acknowledging,
): Promise<void> {
  await tx.acknowledgement.create({
    data: {
      deadlineId,
      dueOn: dateOf(dueOn),
      step,
      personId,
      answer,
      givenAt: now,
      ...(details === undefined ? {} : { details }),
    },
  })
  await tx.deadline.updateMany({
    where: { id: deadlineId, dueOn: dateOf(dueOn) },
    data: { acknowledgedAt: now },
  })
  await takeBack(tx, [String(deadlineId)], Prisma.sql`r.step like '>%'`)
}

/**
 * Reminders that wait, alone or in a message that has not left, are held back when `isOver` (of `reminder r`, `deadline d`) says so;
 * the others of such a message wait to be gathered again.
 */
export async function takeBack(tx: Db, ids: readonly string[], isOver: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    with over as (
      select r.deadline_id, r.due_on, r.step, r.person_id, r.about from reminder r join deadline d on d.id = r.deadline_id
      where r.deadline_id = any(${ids}::bigint[]) and r.held_back is null and ${isOver}),
    unsent as (
      delete from delivery s using (select distinct person_id, about from over where about is not null) o
      where s.batch = 0 and s.recipient_id = o.person_id and s.about = o.about and s.status in ('waiting', 'held')
      returning s.recipient_id, s.about)
    update reminder r set about = null, held_back = case when o.step is not null then 'over' end
    from (
      select b.deadline_id, b.due_on, b.step, b.person_id from reminder b join unsent u on u.recipient_id = b.person_id and u.about = b.about
      union select deadline_id, due_on, step, person_id from over where about is null) a
    left join over o using (deadline_id, due_on, step, person_id)
    where r.deadline_id = a.deadline_id and r.due_on = a.due_on and r.step = a.step and r.person_id = a.person_id`
}
