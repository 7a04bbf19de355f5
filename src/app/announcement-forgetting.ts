/** Forgets who got which announcement, some time after its end; how many got it stays. */
import { keepTally, keptTally } from '../store/announcements.ts'
import { dropPartition, forgettable } from '../store/expansion.ts'
import { tallyOf } from './announcement-progress.ts'
import { announcementRules } from './announcement-rules.ts'
import type { Context } from './context.ts'

/** Forgets what is due and returns how many announcements that were. Running twice, or breaking off, does no harm. */
export async function forgetDeliveries(context: Context): Promise<number> {
  const { db } = context.store
  const { keptDays } = await announcementRules(context)
  const due = await forgettable(db, new Date(context.clock.now().getTime() - keptDays * 86_400_000))
  for (const { number, status } of due) {
    if (!(await keptTally(db, number))) await keepTally(db, number, await tallyOf(db, { number, status }))
    await dropPartition(db, number)
  }
  return due.length
}
