/** Reminders on their way from a deadline to a message: what is due, what was decided, and what waits to be gathered. */
import {
  policyOf,
  type Addressee,
  type Calendar,
  type Deadline,
  type DeadlineKind,
  type Step,
  type WrittenPolicy,
} from '../domain/deadline.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import type { Waiting } from '../domain/reminding.ts'
import { dayOfDate } from '../runtime/clock.ts'
import type { Db } from './store.ts'

/** A deadline whose policy has something to say. */
export interface DueDeadline extends Deadline {
  readonly id: bigint
  readonly entityId: string
  readonly policy: WrittenPolicy
}

interface DeadlineRow {
  id: bigint
  entity_id: string
  due_on: Date
  status: Deadline['status']
  reminded_at: Date | null
  asked_on: Date | null
  acknowledged_at: Date | null
  steps: WrittenPolicy
}

/** Whether there is anything to decide about, and anybody who waits to be told: a tick with nothing to say costs this one look. */
export async function toDo(db: Db, now: Date): Promise<{ isDue: boolean; isWaiting: boolean }> {
  const [row] = await db.$queryRaw<{ due: boolean; waiting: boolean }[]>`
    select exists (select from deadline where next_at <= ${now}) as due,
      exists (select from reminder where about is null and held_back is null) as waiting`
  return { isDue: row?.due === true, isWaiting: row?.waiting === true }
}

/** Deadlines to decide about, those that wait longest in front; locked, so that another tick takes up others. */
export async function dueDeadlines(tx: Db, now: Date, limit: number): Promise<readonly DueDeadline[]> {
  const rows = await tx.$queryRaw<DeadlineRow[]>`
    select d.id, d.entity_id, d.due_on, d.status, d.reminded_at, d.asked_on, d.acknowledged_at, p.steps
    from (select * from deadline where next_at <= ${now} order by next_at limit ${limit} for update skip locked) d
    join reminder_policy p on p.id = d.policy_id`
  return rows.map((row) => ({
    id: row.id,
    entityId: row.entity_id,
    policy: row.steps,
    dueOn: dayOfDate(row.due_on),
    status: row.status,
    remindedAt: row.reminded_at,
    askedOn: row.asked_on && dayOfDate(row.asked_on),
    acknowledgedAt: row.acknowledged_at,
  }))
}

/** The next moment at which an entity's deadlines have something to say. */
export async function nextReminder(
  db: Db,
  entityId: string,
): Promise<{ readonly names: Localized; readonly at: Date } | undefined> {
  const row = await db.deadline.findFirst({
    where: { entityId, status: 'open', nextAt: { not: null } },
    orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
  })
  return row ? { names: row.names as Localized, at: row.nextAt! } : undefined
}

/** One step for one person. */
export interface Decided {
  readonly deadlineId: bigint
  readonly dueOn: Day
  readonly step: Step['name']
  readonly personId: string
  readonly role: Addressee
}

/** What deadlines have come to. */
export interface Looked {
  readonly id: bigint
  readonly nextAt: Date | null
  readonly remindedAt: Date | null
  readonly askedOn: Day | null
}

/**
 * Writes down what was decided: a reminder for everybody concerned, and when to look again. What was held back (of a date that came back, of a
 * deadline that is open again) waits anew. Returns how many reminders wait now.
 */
export async function keepDecisions(
  tx: Db,
  decided: readonly Decided[],
  looked: readonly Looked[],
  now: Date,
): Promise<number> {
  const deadlines = looked.map(({ id, nextAt, remindedAt, askedOn }) => ({
    id: String(id),
    next: nextAt,
    reminded: remindedAt,
    asked: askedOn,
  }))
  await tx.$executeRaw`
    update deadline d set next_at = i.next, reminded_at = i.reminded, asked_on = i.asked
    from jsonb_to_recordset(${JSON.stringify(deadlines)}::jsonb) as i (id bigint, next timestamptz, reminded timestamptz, asked date)
    where d.id = i.id`
  const rows = decided.map(({ deadlineId, dueOn, step, personId, role }) => ({
    deadline: String(deadlineId),
    due: dueOn,
    step,
    person: personId,
    role,
  }))
  return tx.$executeRaw`
    insert into reminder (deadline_id, due_on, step, person_id, role, decided_at)
    select i.deadline, i.due, i.step, i.person, i.role, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (deadline bigint, due date, step text, person uuid, role text)
    on conflict (deadline_id, due_on, step, person_id) do update set held_back = null, role = excluded.role, decided_at = excluded.decided_at
    where reminder.held_back is not null`
}

/** A reminder that waits to be gathered, with everything its words need. */
export interface WaitingReminder extends Waiting {
  readonly kind: DeadlineKind
  readonly names: Localized
  readonly code: string
  readonly entityNames: Localized
  readonly measureCode: string | null
  readonly measureNames: Localized | null
  /** Whom it was asked before, and on which days; only for those further up. */
  readonly asked: readonly { readonly role: Addressee; readonly on: readonly Day[] }[]
}

interface WaitingRow {
  deadline_id: bigint
  due_on: Date
  step: string
  person_id: string
  role: Addressee
  source: string
  names: Localized
  code: string
  entity_names: Localized
  measure_code: string | null
  measure_names: Localized | null
  steps: WrittenPolicy
  status: Deadline['status']
  is_current: boolean
  has_digest: boolean
  asked: { role: Addressee; at: string }[] | null
}

/** Whether nobody else gathers at this moment; until the transaction ends nobody else may. */
export async function mayGather(tx: Db): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`select pg_try_advisory_xact_lock(${gathering}) as may`
  return row?.may === true
}

const gathering = 4_814_011

/**
 * All that waits for the next `people` persons behind `after`, person by person. The deadlines stay as they are until the transaction ends:
 * one that is done meanwhile finds the message and takes it back.
 */
export async function waitingReminders(
  tx: Db,
  after: string,
  people: number,
  { wall }: Calendar,
): Promise<readonly WaitingReminder[]> {
  const rows = await tx.$queryRaw<WaitingRow[]>`
    with who as (
      select distinct person_id from reminder
      where about is null and held_back is null and person_id > ${after}::uuid order by person_id limit ${people})
    select r.deadline_id, r.due_on, r.step, r.person_id, r.role, d.source, d.names, d.code, e.names as entity_names,
      m.code as measure_code, m.names as measure_names, p.steps, d.status, d.due_on = r.due_on as is_current,
      coalesce(o.has_digest, true) as has_digest, b.asked
    from who join reminder r on r.person_id = who.person_id and r.about is null and r.held_back is null
    join deadline d on d.id = r.deadline_id
    join entity e on e.id = d.entity_id
    join reminder_policy p on p.id = d.policy_id
    left join measure m on m.id = d.measure_id
    left join person o on o.id = r.person_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('role', a.role, 'at', a.decided_at)
        order by a.decided_at, a.role) as asked
      from reminder a where r.step like '>%' and a.deadline_id = r.deadline_id and a.due_on = r.due_on and a.about is not null
        and a.step <> r.step) b on true
    order by r.person_id, d.due_on, r.deadline_id, r.decided_at, r.step
    for share of d for update of r`
  return rows.map((row) => ({
    deadlineId: row.deadline_id,
    dueOn: dayOfDate(row.due_on),
    step: row.step,
    personId: row.person_id,
    role: row.role,
    kind: row.source.slice(0, row.source.indexOf('/')) as DeadlineKind,
    names: row.names,
    code: row.code,
    entityNames: row.entity_names,
    measureCode: row.measure_code,
    measureNames: row.measure_names,
    policy: policyOf(row.steps),
    status: row.status,
    isCurrent: row.is_current,
    hasDigest: row.has_digest,
    asked: askedOf((row.asked ?? []).map(({ role, at }) => ({ role, on: wall(new Date(at)).day }))),
  }))
}

function askedOf(rows: readonly { role: Addressee; on: Day }[]) {
  const roles = [...new Set(rows.map(({ role }) => role))]
  return roles.map((role) => ({
    role,
    on: [...new Set(rows.filter((row) => row.role === role).map(({ on }) => on))],
  }))
}

/** What became of a waiting reminder: the message it goes into, or why it goes into none. */
export interface Gathered {
  readonly reminder: Omit<Decided, 'role'>
  readonly about: string | null
  readonly heldBack: string | null
}

/** Writes down which message each reminder went into. */
export async function keepGathered(tx: Db, gathered: readonly Gathered[]): Promise<void> {
  const rows = gathered.map(({ reminder: { deadlineId, dueOn, step, personId }, about, heldBack }) => ({
    deadline: String(deadlineId),
    due: dueOn,
    step,
    person: personId,
    about,
    held: heldBack,
  }))
  await tx.$executeRaw`
    update reminder r set about = i.about, held_back = i.held
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (deadline bigint, due date, step text, person uuid, about text, held text)
    where r.deadline_id = i.deadline and r.due_on = i.due and r.step = i.step and r.person_id = i.person`
}
