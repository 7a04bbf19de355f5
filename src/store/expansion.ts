/** From an announcement to its deliveries: its partition, its pages of recipients, and what becomes of both in the end. */
import type { AnnouncementStatus } from '../domain/announcement.ts'
import type { DeliveryStatus } from '../domain/delivery.ts'
import type { Audience } from '../domain/recipients.ts'
import { Prisma } from './prisma/client.ts'
import {
  budgetNow,
  endOfStretch,
  everybody,
  isAmongEverybody,
  judgedPeople,
  judgedPlaces,
  type Budget,
  type BudgetRule,
  type Stretch,
} from './recipients.ts'
import type { Db, Store } from './store.ts'

/** People looked at in one statement: long enough to be fast, short enough (some 100 ms) that a pause is felt at once. */
export const pageSize = 10_000

/** An announcement as far as expanding it goes. */
export interface Expanding {
  readonly number: number
  readonly audience: Audience
  readonly notAfter: Date | null
  readonly budget: BudgetRule
  /** The last person looked at; null at the beginning. */
  readonly checkpoint: string | null
  /** Everybody was looked at before; now it is about those who came later. */
  readonly isAgain: boolean
}

/** What one page brought; `isOurs` is false when it was paused or somebody else is at it, and then nothing happened. */
export interface Page {
  readonly isOurs: boolean
  readonly added: number
  readonly checkpoint: string | null
  readonly isLast: boolean
}

/**
 * Gives an announcement the partition of its deliveries; one that is there stays. Attaching a table that was made apart
 * keeps nobody from reading or writing other deliveries meanwhile, which making it in place would.
 */
export async function addPartition(tx: Db, number: number): Promise<void> {
  if (await isThere(tx, number)) return
  const table = tableOf(number)
  await tx.$executeRaw`create table ${table} (like delivery including defaults including constraints) with (fillfactor = 90)`
  await tx.$executeRaw`create index on ${table} (channel, due_at) where due_at is not null`
  await tx.$executeRaw`alter table delivery attach partition ${table} for values in (${Prisma.raw(String(number))})`
}

/**
 * Looks at the next people and gives those who belong to the audience a delivery each. Rows and checkpoint are one statement,
 * and only while the announcement is being sent and its checkpoint is where we believe it to be: a crash, a pause or a second process loses and doubles nothing.
 * After the last person come the places. The first time round the checkpoint alone keeps a second row away: asking for conflicts would cost a third of the time.
 */
export async function expandPage(store: Store, expanding: Expanding, now: Date): Promise<Page> {
  const { audience, checkpoint } = expanding
  const after = checkpoint ?? everybody.after
  const end = await endOfStretch(store.db, audience, { after, size: pageSize })
  const at = { after, upTo: end ?? everybody.upTo }
  const { isOurs, added } = await store.transaction(async (tx) => {
    await settle(tx, audience)
    return expand(tx, { ...expanding, budget: await budgetInTurn(tx, expanding) }, at, now)
  })
  return { isOurs, added, checkpoint: end ?? null, isLast: end === undefined }
}

/**
 * A page that a crash takes back is made again from its checkpoint, so nobody has to wait for the disk.
 * A stretch is far narrower than what the planner knows of ids: it expects one row, and loops inside loops would be made for that one.
 */
async function settle(tx: Db, audience: Audience): Promise<void> {
  await tx.$executeRaw`select set_config('synchronous_commit', 'off', true)`
  if (isAmongEverybody(audience)) await tx.$executeRaw`select set_config('enable_nestloop', 'off', true)`
}

/**
 * Pages that ask for the budget follow one another: each sees what the one before has committed, so two announcements cannot both use a person's last
 * place. The lock is one for all, for the pages of two need not begin and end with the same people; it is held as long as a page takes, some 100 ms.
 */
async function budgetInTurn(tx: Db, { number, audience, budget }: Expanding): Promise<Budget> {
  if (isAmongEverybody(audience))
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('announcement.budget'))::text`
  return budgetNow(tx, budget, number)
}

/** An announcement that knows which others its budget is shared with. */
type Budgeted = Omit<Expanding, 'budget'> & { readonly budget: Budget }

async function expand(
  tx: Db,
  expanding: Budgeted,
  at: Stretch,
  now: Date,
): Promise<{ isOurs: boolean; added: number }> {
  const { number, checkpoint, isAgain, notAfter } = expanding
  const isLast = at.upTo === everybody.upTo
  const [row] = await tx.$queryRaw<{ isOurs: boolean; added: number }[]>`
    with guard as materialized (
      select from announcement where number = ${number} and status = 'sending' and checkpoint is not distinct from ${checkpoint}::uuid
        and (expanded_at is not null) = ${isAgain} for update skip locked),
    moved as (
      update announcement set checkpoint = ${isLast ? null : at.upTo}::uuid,
        expanded_at = case when ${isLast} then coalesce(expanded_at, ${now}) else expanded_at end
      from guard where number = ${number}),
    added as (
      insert into ${tableOf(number)} (batch, recipient_id, channel, lane, status, due_at, not_after)
      select ${number}, id, channel, 2, ${isAgain ? 'held' : 'waiting'}, ${isAgain ? now : null}::timestamptz, ${notAfter}::timestamptz
      from (${recipients(expanding, at)}) recipients where exists (select from guard)
      order by id ${isAgain ? Prisma.sql`on conflict do nothing` : Prisma.empty} returning 1)
    select exists (select from guard) as "isOurs", (select count(*)::int from added) as added`
  return row ?? { isOurs: false, added: 0 }
}

function recipients({ number, audience, budget, isAgain }: Budgeted, at: Stretch): Prisma.Sql {
  const known = Prisma.sql`
    and not exists (
      select from ${tableOf(number)} d
      where d.batch = ${number} and d.recipient_id = people.id and d.recipient_id > ${at.after}::uuid and d.recipient_id <= ${at.upTo}::uuid)`
  const people = Prisma.sql`
    select id, channel from (${judgedPeople(audience, budget, at)}) people where reason is null ${isAgain ? known : Prisma.empty}`
  if (at.upTo !== everybody.upTo) return people
  return Prisma.sql`${people} union all select id, channel from (${judgedPlaces(audience)}) places where reason is null`
}

/** Settles what has not left of a cancelled announcement, a page at a time behind `after`; the next page's beginning, undefined at the end. */
export async function cancelPage(
  db: Db,
  number: number,
  after: string,
  at: Date,
): Promise<string | undefined> {
  const [end] = await db.$queryRaw<{ id: string }[]>`
    select recipient_id as id from delivery where batch = ${number} and recipient_id > ${after}::uuid
    order by recipient_id offset ${pageSize - 1} limit 1`
  await db.$executeRaw`
    update delivery set status = 'cancelled', settled_at = ${at}, due_at = null
    where batch = ${number} and recipient_id > ${after}::uuid and recipient_id <= ${end?.id ?? everybody.upTo}::uuid and status in ('waiting', 'held')`
  return end?.id
}

/** The next deliveries of an announcement behind a recipient, in the order of recipients. */
export async function deliveriesAfter(db: Db, number: number, after: string) {
  const rows = await db.delivery.findMany({
    where: { batch: number, recipientId: { gt: after } },
    select: { recipientId: true, channel: true, status: true, reason: true, settledAt: true },
    orderBy: { recipientId: 'asc' },
    take: pageSize,
  })
  return rows.map((row) => ({ ...row, status: row.status as DeliveryStatus }))
}

/** Announcements that ended before then and whose deliveries are still there. */
export async function forgettable(
  db: Db,
  endedBefore: Date,
): Promise<readonly { number: number; status: AnnouncementStatus }[]> {
  const rows = await db.announcement.findMany({
    where: { endedAt: { lt: endedBefore }, startedAt: { not: null } },
    select: { number: true, status: true },
    orderBy: { number: 'asc' },
  })
  const kept = await Promise.all(
    rows.map(async ({ number, status }) =>
      (await isThere(db, number)) ? [{ number, status: status as AnnouncementStatus }] : [],
    ),
  )
  return kept.flat()
}

/** Forgets all deliveries of an announcement in one piece, while others are read and written. Outside of a transaction; doing it again does no harm. */
export async function dropPartition(db: Db, number: number): Promise<void> {
  const table = tableOf(number)
  const [attached] = await db.$queryRaw<{ isPending: boolean }[]>`
    select inhdetachpending as "isPending" from pg_inherits where inhrelid = to_regclass(${nameOf(number)})`
  const how = Prisma.raw(attached?.isPending ? 'finalize' : 'concurrently')
  if (attached) await db.$executeRaw`alter table delivery detach partition ${table} ${how}`
  await db.$executeRaw`drop table if exists ${table}`
}

async function isThere(db: Db, number: number): Promise<boolean> {
  const [found] = await db.$queryRaw<
    { is: boolean }[]
  >`select to_regclass(${nameOf(number)}) is not null as is`
  return found?.is ?? false
}

function nameOf(number: number): string {
  return `delivery_a${number}`
}

function tableOf(number: number): Prisma.Sql {
  return Prisma.raw(`"${nameOf(number)}"`)
}
