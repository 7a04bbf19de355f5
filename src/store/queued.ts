/** What is next among the deliveries of a channel, with everything that sending it takes. */
import type { Lane } from '../domain/message.ts'
import { locales, sourceLocale, type Locale } from '../domain/phrase.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { isLeft, type DeliveryKey } from './deliveries.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

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

/** Before the first of all. */
export const beforeAll = '00000000-0000-0000-0000-000000000000'

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
