/** Announcements for benchmarks: written down, approved and expanded by the functions that staff and the worker use. */
import { announce as carryOn } from '../../jobs/announce.ts'
import type { Context } from '../../src/app/context.ts'
import type { Audience } from '../../src/domain/recipients.ts'
import { keepDraft, moveAnnouncement } from '../../src/store/announcements.ts'

/** Everybody who agreed to announcements. */
export const everybody: Audience = { who: ['youth'] }
/** Nobody but the channels of servers. */
export const everyPlace: Audience = { who: [], places: true }

/** An announcement that is being sent, a delivery made for each of its recipients. */
export async function announce(context: Context, id: string, audience: Audience): Promise<void> {
  await carryOn(context, { number: await approve(context, id, audience) })
}

/** An announcement that begins as soon as a worker looks. Returns its number. */
export async function approve({ store, clock }: Context, id: string, audience: Audience): Promise<number> {
  const now = clock.now()
  const written = {
    id,
    texts: { pl: 'Konsultacja jest otwarta.', en: 'The consultation about your way to school is open.' },
    audience,
    hash: id,
    sendAt: null,
    notAfter: null,
    isLateIncluded: false,
    ifUnknown: 'again' as const,
    writtenBy: 'bench',
  }
  const { number } = await keepDraft(store.db, written, now)
  await moveAnnouncement(store.db, number, {
    from: ['draft'],
    to: 'approved',
    set: { approvedBy: 'bench too', approvedAt: now },
  })
  return number
}
