/** Deliveries on their way: finding what is next, marking what is being sent, and writing down what became of it. */
import type { DeliveryStatus } from '../domain/delivery.ts'
import { locales, sourceLocale, type Locale } from '../domain/phrase.ts'
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

/** A delivery that is next, with what sending it takes. */
export interface Queued extends DeliveryKey {
  readonly lane: Lane
  readonly attempts: number
  readonly notAfter: Date | null
  readonly isUrgent: boolean
  /** Sealed; null in an announcement. */
  readonly message: Uint8Array | null
  readonly locale: Locale
  /** Where it goes, in the clear: for the platform's eyes only. Null when no address of this channel is left. */
  readonly address: string | null
  readonly isPlace: boolean
  readonly isStopped: boolean
  readonly quietFrom: string | null
  readonly quietTo: string | null
  readonly timeZone: string | null
}

/** Which of a channel's deliveries are asked for. */
export interface Wanted {
  readonly channel: string
  readonly now: Date
  readonly limit: number
}

/** Single messages that are due, the one that expires first in front. */
export function nextSingles(db: Db, keyring: Keyring, wanted: Wanted): Promise<readonly Queued[]> {
  const { now, limit } = wanted
  return select(
    db,
    keyring,
    wanted.channel,
    Prisma.sql`
    d.batch = 0 and d.status in ('waiting', 'held') and (d.due_at is null or d.due_at <= ${now})
    order by d.not_after nulls last, d.due_at nulls first limit ${limit}`,
  )
}

/**
 * Messages of one announcement that have not been tried, in the order of their recipients and behind `after`: whoever goes on from the
 * last one never reads a settled row twice, so the ten-millionth is found as fast as the first.
 */
export function nextInBatch(
  db: Db,
  keyring: Keyring,
  batch: number,
  after: string,
  wanted: Wanted,
): Promise<readonly Queued[]> {
  return select(
    db,
    keyring,
    wanted.channel,
    Prisma.sql`
    d.batch = ${batch} and d.status = 'waiting' and d.recipient_id > ${after}::uuid order by d.recipient_id limit ${wanted.limit}`,
  )
}

/** Held messages of one announcement whose time has come. */
export function heldInBatch(
  db: Db,
  keyring: Keyring,
  batch: number,
  wanted: Wanted,
): Promise<readonly Queued[]> {
  return select(
    db,
    keyring,
    wanted.channel,
    Prisma.sql`
    d.batch = ${batch} and d.due_at is not null and d.due_at <= ${wanted.now} and d.status = 'held' order by d.due_at limit ${wanted.limit}`,
  )
}

/** Messages for those whose pages are open right now, by the look-up keys of their addresses; what they see cannot wake them. */
export function nextForPages(
  db: Db,
  keyring: Keyring,
  {
    lookups,
    batches,
    limit,
  }: { lookups: readonly Uint8Array<ArrayBuffer>[]; batches: readonly number[]; limit: number },
): Promise<readonly Queued[]> {
  return select(
    db,
    keyring,
    'web',
    Prisma.sql`
    d.batch = any(${batches}::int[]) and (d.status in ('waiting', 'held') or ${isLeft}) and d.recipient_id in (
      select person_id from address where lookup = any(${lookups}::bytea[]) and channel = 'web') limit ${limit}`,
  )
}

/** Whoever was sending it lost their lease in the middle. */
const isLeft = Prisma.sql`(d.status = 'sending' and not exists (select from sender s where s.fence = d.fence and s.until > clock_timestamp()))`

/** Before the first of all. */
export const beforeAll = '00000000-0000-0000-0000-000000000000'

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

/** Everything of a channel (or of every channel) that is too late becomes `expired`; in `batch` only. */
export async function expireDeliveries(db: Db, batch: number, now: Date): Promise<number> {
  return db.$executeRaw`
    update delivery set status = 'expired', settled_at = ${now}, reason = coalesce(reason, 'not-after'), message = null
    where batch = ${batch} and status in ('waiting', 'held') and not_after is not null and not_after <= ${now}`
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

interface Row {
  batch: number
  recipient_id: string
  about: string
  lane: number
  attempts: number
  not_after: Date | null
  is_urgent: boolean
  message: Uint8Array | null
  locale: string | null
  sealed: Uint8Array | null
  is_place: boolean
  stopped_at: Date | null
  quiet_from: string | null
  quiet_to: string | null
  time_zone: string | null
}

/** `which` says which rows, in which order and how many; every look-up beside them goes by its own index. */
async function select(
  db: Db,
  keyring: Keyring,
  channel: string,
  which: Prisma.Sql,
): Promise<readonly Queued[]> {
  const rows = await db.$queryRaw<Row[]>`
    select d.*, coalesce(p.locale, l.locale) as locale, coalesce(a.sealed, l.sealed) as sealed, l.sealed is not null as is_place,
      p.stopped_at, p.quiet_from, p.quiet_to, p.time_zone
    from (
      select d.batch, d.recipient_id, d.about, d.lane, d.attempts, d.not_after, d.is_urgent, d.message from delivery d
      where d.channel = ${channel} and ${which}) d
    left join lateral (select locale, stopped_at, quiet_from, quiet_to, time_zone from person where id = d.recipient_id limit 1) p on true
    left join lateral (
      select sealed from address where person_id = d.recipient_id and channel = ${channel} and suppressed_at is null
      order by is_preferred desc, id limit 1) a on true
    left join lateral (
      select locale, sealed from place where id = d.recipient_id and channel = ${channel} and suppressed_at is null limit 1) l on true`
  return rows.map((row) => queuedOf(row, channel, keyring))
}

function queuedOf(row: Row, channel: string, keyring: Keyring): Queued {
  return {
    batch: row.batch,
    recipientId: row.recipient_id,
    about: row.about,
    lane: row.lane as Lane,
    attempts: row.attempts,
    notAfter: row.not_after,
    isUrgent: row.is_urgent,
    message: row.message,
    locale: locales.find((one) => one === row.locale) ?? sourceLocale,
    address: row.sealed ? keyring.open(row.sealed, `address:${channel}`) : null,
    isPlace: row.is_place,
    isStopped: row.stopped_at !== null,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    timeZone: row.time_zone,
  }
}

function rowKey({ batch, recipientId, about }: DeliveryKey) {
  return { batch, recipient: recipientId, about }
}
