/** Deadlines for those who answer for them: one with everything around it, lists of what is due, and what was asked to be changed. */
import type { Addressee } from '../domain/deadline.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { addDays, dateOf, dayOfDate } from '../runtime/clock.ts'
import type { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

const around = {
  entity: true,
  measure: { include: { supporters: true } },
  requests: { where: { decidedAt: null }, orderBy: { id: 'desc' }, take: 1 },
} as const satisfies Prisma.DeadlineInclude

/** A deadline with its entity, its measure and the request that waits. */
export type FoundDeadline = NonNullable<Awaited<ReturnType<typeof findDeadline>>>

export async function findDeadline(db: Db, id: bigint) {
  return db.deadline.findUnique({ where: { id }, include: around })
}

/** The entity that was last said to be in the way of a deadline. */
export async function blockerOf(db: Db, deadlineId: bigint): Promise<string | null> {
  const row = await db.acknowledgement.findFirst({
    where: { deadlineId },
    orderBy: { id: 'desc' },
    select: { answer: true, details: true },
  })
  const { by } = (row?.details ?? {}) as { by?: string }
  return row?.answer === 'blocked' && by ? by : null
}

/** Everybody who could have something to do with a plan, by name. */
export async function allEntities(
  db: Db,
): Promise<readonly { readonly id: string; readonly names: Localized }[]> {
  const rows = await db.entity.findMany({ select: { id: true, names: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id, names }) => ({ id, names: names as Localized }))
}

/** Whether somebody speaks for the entity that coordinates the plan. */
export async function speaksForCoordinator(db: Db, entityIds: readonly string[]): Promise<boolean> {
  const plans = await db.plan.count({ where: { isCurrent: true, coordinator: { in: [...entityIds] } } })
  return plans > 0
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

/** A request with its deadline. */
export type FoundChange = NonNullable<Awaited<ReturnType<typeof findChange>>>

export async function findChange(db: Db, id: bigint) {
  return db.changeRequest.findUnique({ where: { id }, include: withDeadline })
}

const withDeadline = { deadline: { include: around } } as const satisfies Prisma.ChangeRequestInclude

/** Requests that nobody has decided, the oldest first. */
export async function openChanges(db: Db): Promise<readonly FoundChange[]> {
  return db.changeRequest.findMany({
    where: { decidedAt: null, deadline: { status: 'open' } },
    include: withDeadline,
    orderBy: { id: 'asc' },
    take: 5,
  })
}

/** Asks for a change; one of the same deadline that waits is taken back by it. */
export async function addChange(
  tx: Db,
  change: Omit<Prisma.ChangeRequestUncheckedCreateInput, 'id'>,
): Promise<bigint> {
  await tx.changeRequest.updateMany({
    where: { deadlineId: change.deadlineId, decidedAt: null },
    data: { decidedAt: change.askedAt, decidedBy: 'replaced', isApproved: false },
  })
  const { id } = await tx.changeRequest.create({ data: change, select: { id: true } })
  return id
}

/** Decides, unless somebody has: two at once, and one of them has. */
export async function decideOnce(
  tx: Db,
  id: bigint,
  decision: { readonly isApproved: boolean; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { count } = await tx.changeRequest.updateMany({
    where: { id, decidedAt: null },
    data: { decidedAt: decision.at, decidedBy: decision.by, isApproved: decision.isApproved },
  })
  return count === 1
}

/** Those who decide about changes: coordinators, administrators, and whoever speaks for the coordinating entity. */
export async function deciders(db: Db): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select s.person_id as id from staff s where s.revoked_at is null and s.role in ('coordinator', 'administrator')
    union select c.person_id from contact c join plan p on p.is_current and p.coordinator = c.entity_id where c.ended_at is null
    order by 1`
  return rows.map(({ id }) => id)
}

/** Everybody who speaks for an entity. */
export async function speakersFor(db: Db, entityId: string): Promise<readonly string[]> {
  const rows = await db.contact.findMany({
    where: { entityId, endedAt: null },
    distinct: ['personId'],
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  return rows.map(({ personId }) => personId)
}

/** The indicators these entities report, with the periods that are asked for and the last known value. */
export async function indicatorsFor(db: Db, entityIds: readonly string[]) {
  const rows = await db.indicator.findMany({
    where: { ownerId: { in: [...entityIds] }, isComputed: false, goal: { plan: { isCurrent: true } } },
    include: {
      deadlines: { where: { status: 'open' }, orderBy: { dueOn: 'asc' }, select: { code: true } },
      readings: { where: { value: { not: null } }, orderBy: { period: 'desc' }, take: 1 },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, names, unit, direction, deadlines, readings }) => ({
    id,
    names: names as Localized,
    unit: unit as Localized,
    direction: direction as 'up' | 'down',
    asked: deadlines.map(({ code }) => code),
    previous: readings[0] ? { period: readings[0].period, value: Number(readings[0].value) } : null,
  }))
}

/** Keeps a value; null is "not measured". Returns the one there was. */
export async function keepReading(
  tx: Db,
  {
    indicatorId,
    period,
    value,
    by,
    at,
  }: { indicatorId: string; period: string; value: string | null; by: string; at: Date },
): Promise<string | null> {
  const key = { indicatorId_period: { indicatorId, period } }
  const before = await tx.reading.findUnique({ where: key })
  const row = { value, reportedAt: at, reportedBy: by }
  await tx.reading.upsert({ where: key, create: { indicatorId, period, ...row }, update: row })
  return before?.value?.toString() ?? null
}

/** The current plan's name, for the history of its changes. */
export async function currentPlanId(db: Db): Promise<string> {
  const plan = await db.plan.findFirst({ where: { isCurrent: true }, orderBy: { startsOn: 'desc' } })
  return plan?.id ?? ''
}

/** Writes a change of the plan into its history. */
export async function recordPlanChange(
  tx: Db,
  change: {
    readonly at: Date
    readonly actor: string
    readonly subject: string
    readonly field: string
    readonly from: Prisma.InputJsonValue | null
    readonly to: Prisma.InputJsonValue | null
    readonly why?: string
  },
): Promise<void> {
  const { from, to, ...rest } = change
  await tx.planChange.create({
    data: {
      planId: await currentPlanId(tx),
      ...rest,
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
    },
  })
}
