/** Deadlines for those who answer for them: one with everything around it, lists of what is due, and what was asked to be changed. */
import type { Addressee, ReminderAnswer } from '../domain/deadline.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { addDays, dateOf, dayOfDate } from '../runtime/clock.ts'
import type { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** What is read with a deadline. */
export const around = {
  entity: true,
  measure: { include: { supporters: true } },
  requests: { where: { decidedAt: null }, orderBy: { id: 'desc' }, take: 1 },
} as const satisfies Prisma.DeadlineInclude

/** A deadline with its entity, its measure and the request that waits. */
export type FoundDeadline = NonNullable<Awaited<ReturnType<typeof findDeadline>>>

export async function findDeadline(db: Db, id: bigint) {
  return db.deadline.findUnique({ where: { id }, include: around })
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockDeadline(tx: Db, id: bigint): Promise<FoundDeadline | null> {
  await tx.$queryRaw`select from deadline where id = ${id} for update`
  return findDeadline(tx, id)
}

/** Who is in the way of a deadline as was said last: the answer's id, who gave it, and the entity. */
export interface Blocked {
  readonly id: bigint
  readonly personId: string
  readonly by: string
}

/** What was said last, when that names an entity that is in the way. */
export async function blockerOf(db: Db, deadlineId: bigint): Promise<Blocked | null> {
  const row = await db.acknowledgement.findFirst({ where: { deadlineId }, orderBy: { id: 'desc' } })
  const { by } = (row?.details ?? {}) as { by?: string }
  return row?.answer === 'blocked' && by ? { id: row.id, personId: row.personId, by } : null
}

/** Whether somebody was reminded of a deadline, and what they answered last about its date. */
export async function heardOf(
  db: Db,
  { id: deadlineId, dueOn }: Pick<FoundDeadline, 'id' | 'dueOn'>,
  personId: string,
): Promise<{ wasReminded: boolean; answered: { step: string; answer: ReminderAnswer } | null }> {
  const reminder = await db.reminder.findFirst({ where: { deadlineId, personId }, select: { step: true } })
  const newest = await db.acknowledgement.findFirst({
    where: { deadlineId, personId, dueOn },
    orderBy: { id: 'desc' },
  })
  return {
    wasReminded: reminder !== null,
    answered: newest && { step: newest.step, answer: newest.answer as ReminderAnswer },
  }
}

/** Everybody who could have something to do with a plan, by name. */
export async function allEntities(
  db: Db,
): Promise<readonly { readonly id: string; readonly names: Localized; readonly short: string }[]> {
  const rows = await db.entity.findMany({
    select: { id: true, names: true, short: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ names, ...row }) => ({ ...row, names: names as Localized }))
}

/** A row of a list of deadlines. */
export interface DueRow {
  readonly id: bigint
  readonly source: string
  readonly names: Localized
  readonly code: string
  readonly measureCode: string | null
  readonly dueOn: Day
  readonly entityNames: Localized
}

/** How far ahead a partner sees what is due. */
export const daysAhead = 30

/** What these entities have to do: overdue first, then the coming `daysAhead` days. */
export async function dueFor(db: Db, entityIds: readonly string[], today: Day): Promise<readonly DueRow[]> {
  const rows = await db.deadline.findMany({
    where: {
      status: 'open',
      entityId: { in: [...entityIds] },
      dueOn: { lte: dateOf(addDays(today, daysAhead)) },
      OR: [{ measureId: null }, { measure: { status: { notIn: [...over] } } }],
    },
    include: { measure: { select: { code: true } }, entity: { select: { names: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(dueRowOf)
}

/** Nothing is due any more of a measure that ended one way or the other. */
const over = ['done', 'cancelled', 'carried_over'] as const

/** What is overdue anywhere, the oldest first, with who was asked since and what was answered last. */
export async function overdueEverywhere(
  db: Db,
  today: Day,
  limit: number,
): Promise<
  readonly (DueRow & {
    readonly asked: readonly { readonly role: Addressee; readonly at: Date }[]
    readonly answer: string | null
  })[]
> {
  const rows = await db.deadline.findMany({
    where: {
      status: 'open',
      dueOn: { lt: dateOf(today) },
      OR: [{ measureId: null }, { measure: { status: { notIn: [...over] } } }],
    },
    include: { measure: { select: { code: true } }, entity: { select: { names: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: limit,
  })
  const ids = rows.map(({ id }) => id)
  const asked = await db.reminder.findMany({
    where: { deadlineId: { in: ids }, about: { not: null } },
    orderBy: { decidedAt: 'asc' },
    select: { deadlineId: true, dueOn: true, role: true, decidedAt: true },
  })
  const answers = await db.acknowledgement.findMany({
    where: { deadlineId: { in: ids } },
    orderBy: { id: 'asc' },
    select: { deadlineId: true, dueOn: true, answer: true },
  })
  const isOf = (row: { deadlineId: bigint; dueOn: Date }, { id, dueOn }: (typeof rows)[number]) =>
    row.deadlineId === id && row.dueOn.getTime() === dueOn.getTime()
  return rows.map((row) => ({
    ...dueRowOf(row),
    asked: asked
      .filter((one) => isOf(one, row))
      .map(({ role, decidedAt }) => ({ role: role as Addressee, at: decidedAt })),
    answer: answers.findLast((one) => isOf(one, row))?.answer ?? null,
  }))
}

/** Open deadlines of which was said last that something is in the way: who (none: somebody outside), and what is missing. */
export async function blockedEverywhere(
  db: Db,
  limit: number,
): Promise<readonly (DueRow & { readonly by: string | null; readonly note: string | null })[]> {
  const said = await db.$queryRaw<{ id: bigint; details: { by?: string; note?: string } }[]>`
    select d.id, a.details from acknowledgement a join deadline d on d.id = a.deadline_id and d.due_on = a.due_on
    where d.status = 'open' and a.answer = 'blocked' and a.details is not null
      and not exists (select from acknowledgement b where b.deadline_id = a.deadline_id and b.id > a.id)
    order by d.due_on, d.id limit ${limit}`
  const rows = await db.deadline.findMany({
    where: { id: { in: said.map(({ id }) => id) } },
    include: { measure: { select: { code: true } }, entity: { select: { names: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const details = new Map(said.map((one) => [one.id, one.details]))
  return rows.map((row) => {
    const { by = null, note = null } = details.get(row.id) ?? {}
    return { ...dueRowOf(row), by, note }
  })
}

function dueRowOf(row: {
  id: bigint
  source: string
  names: unknown
  code: string
  dueOn: Date
  measure: { code: string } | null
  entity: { names: unknown }
}): DueRow {
  return {
    id: row.id,
    source: row.source,
    names: row.names as Localized,
    code: row.code,
    measureCode: row.measure?.code ?? null,
    dueOn: dayOfDate(row.dueOn),
    entityNames: row.entity.names as Localized,
  }
}

/** Everybody who speaks for an entity and has not stopped. */
export async function speakersFor(db: Db, entityId: string): Promise<readonly string[]> {
  const rows = await db.contact.findMany({
    where: { entityId, endedAt: null, person: { stoppedAt: null } },
    distinct: ['personId'],
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  return rows.map(({ personId }) => personId)
}
