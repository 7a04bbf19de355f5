/** How far an announcement is, and stopping, going on, ending and trying again while it is under way. */
import type { Announcement, AnnouncementStatus } from '../domain/announcement.ts'
import { deliveryStatuses, type DeliveryStatus } from '../domain/delivery.ts'
import { Problem } from '../domain/problem.ts'
import {
  keptTally,
  lockAnnouncement,
  moveAnnouncement,
  retryDeliveries,
  type Move,
} from '../store/announcements.ts'
import { record } from '../store/audit.ts'
import { countDeliveries } from '../store/deliveries.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'

/** How many deliveries stand where. */
export type Tally = Readonly<Record<DeliveryStatus, number>> & { readonly total: number }

/** Counts the deliveries. Whatever had not left when it was cancelled counts as cancelled, although it takes a while to be written down. */
export async function tallyOf(
  db: Db,
  { number, status: is }: Pick<Announcement, 'number' | 'status'>,
): Promise<Tally> {
  const kept = await keptTally(db, number)
  const counts = kept
    ? Object.entries(kept).map(([status, count]) => ({ status, count }))
    : await countDeliveries(db, number)
  const isIdle = (status: string) => status === 'waiting' || status === 'held'
  const named = counts.map(({ status, count }) => ({
    status: is === 'cancelled' && isIdle(status) ? 'cancelled' : status,
    count,
  }))
  const sum = (wanted: readonly string[]) =>
    named.reduce((before, { status, count }) => before + (wanted.includes(status) ? count : 0), 0)
  const byStatus = Object.fromEntries(deliveryStatuses.map((status) => [status, sum([status])]))
  return { ...(byStatus as Record<DeliveryStatus, number>), total: sum(deliveryStatuses) }
}

/** Stops it after the message that is leaving. @throws {Problem} `announcement-unknown`, `announcement-not-sending` */
export function pauseAnnouncement(context: Context, id: string, actor: string): Promise<Tally> {
  const move: Move = { from: ['sending'], to: 'paused', set: { pausedBy: 'asked' } }
  return change(context, id, { actor, act: 'pause', move, refusal: 'announcement-not-sending' })
}

/** Goes on after a pause. @throws {Problem} `announcement-unknown`, `announcement-not-paused`, `announcement-too-late` */
export function resumeAnnouncement(context: Context, id: string, actor: string): Promise<Tally> {
  const move: Move = { from: ['paused'], to: 'sending', set: { pausedBy: null } }
  return change(context, id, {
    actor,
    act: 'resume',
    move,
    refusal: 'announcement-not-paused',
    before: async (_tx, found) => ensureInTime(context, found),
  })
}

const unfinished: readonly AnnouncementStatus[] = ['draft', 'approved', 'scheduled', 'sending', 'paused']

/** Ends it for good: whatever has not left never will. @throws {Problem} `announcement-unknown`, `announcement-over` */
export function cancelAnnouncement(context: Context, id: string, actor: string): Promise<Tally> {
  const move: Move = {
    from: unfinished,
    to: 'cancelled',
    set: { endedAt: context.clock.now(), pausedBy: null },
  }
  return change(context, id, { actor, act: 'cancel', move, refusal: 'announcement-over' })
}

/**
 * Tries again what failed, and what may or may not have arrived where a person was to decide about that.
 * @throws {Problem} `announcement-unknown`, `announcement-nothing-failed`, `announcement-too-late`
 */
export function retryAnnouncement(context: Context, id: string, actor: string): Promise<Tally> {
  const move: Move = {
    from: ['sending', 'paused', 'sent'],
    to: 'sending',
    set: { endedAt: null, pausedBy: null },
  }
  return change(context, id, {
    actor,
    act: 'retry',
    move,
    refusal: 'announcement-nothing-failed',
    before: async (tx, found) => {
      ensureInTime(context, found)
      const now = context.clock.now()
      const count = await retryDeliveries(tx, found.number, { withUnknown: found.ifUnknown === 'show', now })
      if (count === 0) throw new Problem('announcement-nothing-failed', { id })
    },
  })
}

/** @throws {Problem} `announcement-too-late` */
export function ensureInTime(
  { clock }: Context,
  { id, notAfter }: Pick<Announcement, 'id' | 'notAfter'>,
): void {
  if (notAfter && notAfter <= clock.now()) throw new Problem('announcement-too-late', { id })
}

interface Change {
  readonly actor: string
  readonly act: string
  readonly move: Move
  /** The problem when it does not stand where it could be changed. */
  readonly refusal: string
  readonly before?: (tx: Db, found: Announcement) => Promise<void>
}

async function change(
  { store, clock }: Context,
  id: string,
  { actor, act, move, refusal, before }: Change,
): Promise<Tally> {
  const changed = await store.transaction(async (tx) => {
    const found = await lockAnnouncement(tx, id)
    if (!found) throw new Problem('announcement-unknown', { id })
    if (!move.from.includes(found.status)) throw new Problem(refusal, { id })
    await before?.(tx, found)
    await moveAnnouncement(tx, found.number, move)
    await record(tx, {
      at: clock.now(),
      actor,
      act: `announcement.${act}`,
      subject: `announcement/${id}`,
      details: { from: found.status },
    })
    return { number: found.number, status: move.to }
  })
  return tallyOf(store.db, changed)
}
