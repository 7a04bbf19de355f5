/** Carries one announcement on, wherever it stands: begins it, makes its deliveries page by page, and looks after it until its end. */
import type { Context } from '../src/app/context.ts'
import { budgetRule } from '../src/app/announcement-rules.ts'
import { endIfSettled } from '../src/app/announcement-notes.ts'
import { tallyOf } from '../src/app/announcement-progress.ts'
import type { Announcement } from '../src/domain/announcement.ts'
import { findExpansion, keepTally, lockNumber, moveAnnouncement } from '../src/store/announcements.ts'
import { record } from '../src/store/audit.ts'
import { expireDeliveries } from '../src/store/deliveries.ts'
import { addPartition, cancelPage, expandPage, type Expanding } from '../src/store/expansion.ts'
import { everybody } from '../src/store/recipients.ts'
import type { Db } from '../src/store/store.ts'

/**
 * Late subscribers are looked for among so many pages (of 10,000 people) at a time: about a second of the database a minute.
 * A city of a hundred thousand is looked through every minute, one of ten millions in an hour.
 */
const latePages = 20

/** Who acts when a time has come. */
const byClock = 'calendar'

/** Safe to run at any time, twice, and in two processes at once: each page is made by one of them. */
export async function announce(context: Context, { number }: { number: number }): Promise<void> {
  const { store, clock } = context
  const status = await store.transaction((tx) => begin(context, tx, number))
  if (status === 'cancelled') return settleCancelled(context, number)
  if (status === 'sending') await expand(context, number)
  if (status === 'sending' || status === 'paused') await expireDeliveries(store.db, number, clock.now())
  const found = await findExpansion(store.db, number)
  if (found?.expandedAt) await endIfSettled(context, found)
}

/** Begins what is due; the status it has now. */
async function begin(
  { clock }: Context,
  tx: Db,
  number: number,
): Promise<Announcement['status'] | undefined> {
  const found = await lockNumber(tx, number)
  const at = clock.now()
  const isDue = found?.status === 'approved' || (found?.status === 'scheduled' && (found.sendAt ?? at) <= at)
  if (!found || !isDue) return found?.status
  const isTooLate = found.notAfter !== null && found.notAfter <= at
  const act = isTooLate ? 'announcement.too-late' : 'announcement.begin'
  await record(tx, { at, actor: byClock, act, subject: `announcement/${found.id}` })
  if (isTooLate) {
    await moveAnnouncement(tx, number, { from: [found.status], to: 'cancelled', set: { endedAt: at } })
    return undefined
  }
  await addPartition(tx, number)
  await moveAnnouncement(tx, number, { from: [found.status], to: 'sending', set: { startedAt: at } })
  return 'sending'
}

/** Gives everybody of the audience a delivery; afterwards, as long as it is wanted, those who came later. */
async function expand(context: Context, number: number): Promise<void> {
  const { store, clock, log } = context
  const found = await findExpansion(store.db, number)
  if (!found || (found.expandedAt && !isStillGrowing(found, clock.now()))) return
  const isAgain = found.expandedAt !== null
  const expanding = { ...found, isAgain, budget: await budgetRule(context) }
  const added = await expandPages(context, expanding, isAgain ? latePages : Infinity)
  if (added > 0) log.info({ announcement: found.id, added }, 'an announcement got recipients')
}

function isStillGrowing({ isLateIncluded, notAfter }: Announcement, now: Date): boolean {
  return isLateIncluded && notAfter !== null && now < notAfter
}

async function expandPages({ store, clock }: Context, begun: Expanding, most: number): Promise<number> {
  let [expanding, added] = [begun, 0]
  for (let pages = 0; pages < most; pages += 1) {
    const page = await expandPage(store, expanding, clock.now())
    added += page.added
    if (!page.isOurs || page.isLast) break
    expanding = { ...expanding, checkpoint: page.checkpoint }
  }
  return added
}

/** Writes down in every row what the announcement's own row has said since it was cancelled; then the counts stay. */
async function settleCancelled({ store, clock }: Context, number: number): Promise<void> {
  let after: string | undefined = everybody.after
  while (after !== undefined) after = await cancelPage(store.db, number, after, clock.now())
  const tally = await tallyOf(store.db, { number, status: 'cancelled' })
  if (tally.sending === 0) await keepTally(store.db, number, tally)
}
