/** Deliveries: adding them, marking what is being sent, writing down what became of it, and counting. */
import type { DeliveryStatus } from '../domain/delivery.ts'
import type { Lane } from '../domain/message.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** What makes a delivery one. */
export interface DeliveryKey {
  /** An announcement's number, 0 for a message of its own. */
  readonly batch: number
  /** A person or a place. */
  readonly recipientId: string
  readonly about: string
}

/** Whoever was sending it lost their lease in the middle. */
export const isLeft = Prisma.sql`(d.status = 'sending' and not exists (select from sender s where s.fence = d.fence and s.until > clock_timestamp()))`

/**
 * Marks deliveries as being sent by the holder of `fence`. False for one that is somebody else's by now, settled, stopped by a pause,
 * or asked for with a lease that ran out: of that one nothing may be sent.
 */
export async function beginDeliveries(
  db: Db,
  _keyring: Keyring,
  begun: readonly (DeliveryKey & { readonly fence: number })[],
): Promise<readonly boolean[]> {
  const rows = await db.$queryRaw<{ n: number }[]>`
    update delivery d set status = 'sending', fence = i.fence, attempts = d.attempts + 1
    from (select * from jsonb_to_recordset(${JSON.stringify(begun.map((one, n) => ({ n, ...rowKey(one), fence: one.fence })))}::jsonb)
            as l (n int, batch int, recipient uuid, about text, fence int) order by batch, recipient, about) i
    where d.batch = i.batch and d.recipient_id = i.recipient and d.about = i.about and (d.status in ('waiting', 'held') or ${isLeft})
      and exists (select from sender s where s.fence = i.fence and s.until > clock_timestamp())
      and (d.batch = 0 or exists (select from announcement a where a.number = d.batch and a.status = 'sending'))
    returning i.n`
  const marked = new Set(rows.map(({ n }) => n))
  return begun.map((_, n) => marked.has(n))
}

/** What became of a delivery. */
export interface Settled extends DeliveryKey {
  readonly status: DeliveryStatus
  readonly reason?: string | undefined
  readonly at: Date
  readonly dueAt?: Date | undefined
  /** The channel whose address of this recipient is gone; another of their channels is then tried, as the same delivery. */
  readonly goneFrom?: string | undefined
  /** The fence it was begun under; undefined for one that never was. */
  readonly fence?: number | undefined
}

/** Writes down fates. A delivery that another holder took over meanwhile is left to them. */
export async function settleDeliveries(
  db: Db,
  _keyring: Keyring,
  settled: readonly Settled[],
): Promise<readonly void[]> {
  const rows = settled.map(({ status, reason, at, dueAt, goneFrom, fence, ...key }) => ({
    ...rowKey(key),
    status,
    reason,
    at,
    due_at: dueAt,
    gone: goneFrom,
    fence,
  }))
  await db.$executeRaw`
    with input as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l (
        batch int, recipient uuid, about text, status text, reason text, at timestamptz, due_at timestamptz, gone text, fence int)
      order by batch, recipient, about),
    gone_addresses as (
      update address a set suppressed_at = i.at, suppressed_by = i.reason from input i
      where a.person_id = i.recipient and a.channel = i.gone and a.suppressed_at is null),
    gone_places as (
      update place p set suppressed_at = i.at, suppressed_by = i.reason from input i
      where p.id = i.recipient and p.channel = i.gone and p.suppressed_at is null),
    fates as (
      select i.*, o.channel as other from input i left join lateral (
        select a.channel from address a where i.gone is not null and a.person_id = i.recipient and a.channel <> i.gone and a.suppressed_at is null
        order by a.is_preferred desc, a.channel limit 1) o on true)
    update delivery d set
      status = case when f.other is not null then 'held' else f.status end,
      channel = coalesce(f.other, d.channel),
      attempts = d.attempts - (f.other is null and f.status = 'waiting' and f.fence is not null)::int,
      reason = case when f.other is not null then 'other-address' else f.reason end,
      due_at = case when f.other is not null then f.at when f.status = 'held' then f.due_at when d.batch = 0 then d.due_at end,
      settled_at = case when f.other is null and f.status not in ('waiting', 'held', 'sending') then f.at end,
      message = case when f.other is null and f.status not in ('waiting', 'held', 'sending') then null else d.message end
    from fates f
    where d.batch = f.batch and d.recipient_id = f.recipient and d.about = f.about
      and case when f.fence is null then d.status in ('waiting', 'held') else d.status = 'sending' and d.fence = f.fence end`
  return settled.map(() => undefined)
}

/** Deliveries that a sender of the channel left in the middle of sending when its lease ended. */
export async function orphans(
  db: Db,
  channel: string,
  batch: number,
): Promise<readonly (DeliveryKey & { readonly attempts: number; readonly fence: number })[]> {
  return db.$queryRaw`
    select batch, recipient_id as "recipientId", about, attempts, fence from delivery d
    where batch = ${batch} and channel = ${channel} and ${isLeft}`
}

/** Rows settled in one statement: ten million of them would otherwise be one long transaction. */
const stretch = 10_000

/** Everything in `batch` that is too late becomes `expired`, a stretch at a time; returns how many. */
export async function expireDeliveries(db: Db, batch: number, now: Date, size = stretch): Promise<number> {
  let [expired, after] = [0, { recipientId: '00000000-0000-0000-0000-000000000000', about: '' }]
  for (;;) {
    const late = await expireStretch(db, batch, now, { after, size })
    expired += late.length
    const last = late.at(-1)
    if (!last || late.length < size) return expired
    after = last
  }
}

/** The next of them behind a key, in its order, so that no row is looked at twice. */
async function expireStretch(
  db: Db,
  batch: number,
  now: Date,
  { after, size }: { after: Omit<DeliveryKey, 'batch'>; size: number },
): Promise<readonly Omit<DeliveryKey, 'batch'>[]> {
  return db.$queryRaw`
    with late as materialized (
      select recipient_id, about from delivery
      where batch = ${batch} and (recipient_id, about) > (${after.recipientId}::uuid, ${after.about})
        and status in ('waiting', 'held') and not_after is not null and not_after <= ${now}
      order by recipient_id, about limit ${size}),
    expired as (
      update delivery d set status = 'expired', settled_at = ${now}, reason = coalesce(reason, 'not-after'), message = null
      from late where d.batch = ${batch} and d.recipient_id = late.recipient_id and d.about = late.about and d.status in ('waiting', 'held'))
    select recipient_id as "recipientId", about from late order by 1, 2`
}

/** A message of its own, to be sent once however often it is added. */
export interface Single {
  readonly recipientId: string
  /** `reminder/<deadline>/<step>` and the like. */
  readonly about: string
  /** What it says, in phrases; sealed when stored, gone once it is settled. */
  readonly reply: object
  readonly lane?: Lane
  readonly dueAt?: Date
  readonly notAfter?: Date
  /** Goes out at any hour of the night. */
  readonly isUrgent?: boolean
}

/** Adds single messages, each to the channel where its recipient is best reached. Returns how many are new. */
export async function addSingles(db: Db, keyring: Keyring, singles: readonly Single[]): Promise<number> {
  const rows = singles.map(({ recipientId, about, reply, lane = 1, dueAt, notAfter, isUrgent = false }) => ({
    recipient: recipientId,
    about,
    lane,
    due_at: dueAt,
    not_after: notAfter,
    urgent: isUrgent,
    message: Buffer.from(keyring.seal(JSON.stringify(reply), `delivery:${about}`)).toString('base64'),
  }))
  return db.$executeRaw`
    insert into delivery (batch, recipient_id, about, channel, lane, status, is_urgent, due_at, not_after, message, reason, settled_at)
    select 0, i.recipient, i.about, coalesce(a.channel, ''), i.lane, case when a.channel is null then 'unreachable' else 'waiting' end,
      i.urgent, i.due_at, i.not_after, case when a.channel is not null then decode(i.message, 'base64') end,
      case when a.channel is null then 'no-address' end, case when a.channel is null then clock_timestamp() end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (
      recipient uuid, about text, lane int, due_at timestamptz, not_after timestamptz, urgent boolean, message text)
    left join lateral (
      select channel from address where person_id = i.recipient and suppressed_at is null order by is_preferred desc, channel limit 1) a on true
    on conflict do nothing`
}

/** How many deliveries of a batch stand where, counted from the rows. */
export async function countDeliveries(
  db: Db,
  batch: number,
): Promise<readonly { channel: string; status: DeliveryStatus; reason: string | null; count: number }[]> {
  const rows = await db.$queryRaw<
    { channel: string; status: DeliveryStatus; reason: string | null; count: bigint }[]
  >`select channel, status, reason, count(*) as count from delivery where batch = ${batch} group by channel, status, reason order by channel, status, reason`
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

function rowKey({ batch, recipientId, about }: DeliveryKey) {
  return { batch, recipient: recipientId, about }
}

/** Takes single messages of that name back from everybody to whom they have not left yet. */
export async function takeBackSingles(db: Db, about: string): Promise<void> {
  await db.$executeRaw`
    delete from delivery where batch = 0 and about = ${about} and status in ('waiting', 'held')`
}
