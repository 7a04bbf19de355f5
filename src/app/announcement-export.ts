/** What became of each message of an announcement, without a word about where it went. */
import { Problem } from '../domain/problem.ts'
import type { Day } from '../domain/phrase.ts'
import type { DeliveryStatus } from '../domain/delivery.ts'
import { dayOf } from '../runtime/clock.ts'
import { findAnnouncement } from '../store/announcements.ts'
import { deliveriesAfter } from '../store/expansion.ts'
import { everybody } from '../store/recipients.ts'
import type { Context } from './context.ts'

/** One delivery: the recipient's id leads to nobody without the database. */
export interface ExportedDelivery {
  readonly recipient: string
  readonly channel: string
  readonly status: DeliveryStatus
  readonly reason: string | null
  /** Null as long as nothing became of it. */
  readonly day: Day | null
}

/** All of them in the order of their recipients, some thousands at a time. @throws {Problem} `announcement-unknown` */
export async function* exportAnnouncement(
  { store, config }: Context,
  id: string,
): AsyncGenerator<readonly ExportedDelivery[]> {
  const announcement = await findAnnouncement(store.db, id)
  if (!announcement) throw new Problem('announcement-unknown', { id })
  for (let after: string | undefined = everybody.after; after !== undefined;) {
    const rows: Awaited<ReturnType<typeof deliveriesAfter>> = await deliveriesAfter(
      store.db,
      announcement.number,
      after,
    )
    if (rows.length > 0)
      yield rows.map(({ recipientId, channel, status, reason, settledAt }) => ({
        recipient: recipientId,
        channel,
        status: announcement.status === 'cancelled' && isIdle(status) ? 'cancelled' : status,
        reason,
        day: settledAt && dayOf(settledAt, config.TIME_ZONE),
      }))
    after = rows.at(-1)?.recipientId
  }
}

function isIdle(status: DeliveryStatus): boolean {
  return status === 'waiting' || status === 'held'
}
