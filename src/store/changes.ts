/** Changes of deadlines that are asked for: kept, decided once by whoever may, or overtaken by something newer. */
import { acts } from '../domain/staff.ts'
import type { Prisma } from './prisma/client.ts'
import { around } from './reminded.ts'
import type { Db } from './store.ts'

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

/** Asks for a change; its id. */
export async function addChange(
  tx: Db,
  change: Omit<Prisma.ChangeRequestUncheckedCreateInput, 'id'>,
): Promise<bigint> {
  const { id } = await tx.changeRequest.create({ data: change, select: { id: true } })
  return id
}

/** Requests about one deadline that nobody has decided, the oldest first. */
export function changesOf(tx: Db, deadlineId: bigint): Promise<readonly FoundChange[]> {
  return tx.changeRequest.findMany({
    where: { deadlineId, decidedAt: null },
    include: withDeadline,
    orderBy: { id: 'asc' },
  })
}

/** Decides, unless somebody has: two at once, and one of them has. `isApproved` is null for what something newer takes the place of. */
export async function decideOnce(
  tx: Db,
  id: bigint,
  decision: { readonly isApproved: boolean | null; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { count } = await tx.changeRequest.updateMany({
    where: { id, decidedAt: null },
    data: { decidedAt: decision.at, decidedBy: decision.by, isApproved: decision.isApproved },
  })
  return count === 1
}

/** Those who decide about changes and have not stopped: staff in such a role, and whoever speaks for the coordinating entity. */
export async function deciders(db: Db): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from person p where p.stopped_at is null and (
      exists (select from staff s where s.person_id = p.id and s.revoked_at is null and s.role = any(${[...acts['date-change.decide']]}::text[]))
      or exists (select from contact c join plan l on l.is_current and l.coordinator = c.entity_id where c.person_id = p.id and c.ended_at is null))
    order by p.id`
  return rows.map(({ id }) => id)
}

/** Whether somebody speaks for the entity that coordinates the plan. */
export async function speaksForCoordinator(db: Db, entityIds: readonly string[]): Promise<boolean> {
  const plans = await db.plan.count({ where: { isCurrent: true, coordinator: { in: [...entityIds] } } })
  return plans > 0
}
