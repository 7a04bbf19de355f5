/** Forgets what need not be kept: conversations nobody agreed to, answered messages, secrets that are due, codes that ended, closed cases, who got old announcements, and people who have been away for long. */
import { forgetDeliveries } from '../src/app/announcement-forgetting.ts'
import { caseRules } from '../src/app/case-rules.ts'
import type { Context } from '../src/app/context.ts'
import { eraseForGood } from '../src/app/erasing.ts'
import { dayOf } from '../src/runtime/clock.ts'
import { purgeCases } from '../src/store/cases.ts'
import { forgetCodes, inactivePeople } from '../src/store/retention.ts'
import { destroySecrets, wipeDisk } from '../src/store/secrets.ts'
import { purgeLeases } from '../src/store/senders.ts'
import { purgeSessions } from '../src/store/sessions.ts'
import { inside } from '../src/store/store.ts'

/** Runs every hour; running twice changes nothing. */
export async function erase(context: Context): Promise<void> {
  const { store, clock, config, log } = context
  const now = clock.now()
  const { sessions, seen } = await purgeSessions(store.db, now)
  await purgeLeases(store.db)
  const secrets = await destroySecrets(store, dayOf(now, config.TIME_ZONE))
  if (!(await wipeDisk(store)))
    log.warn({}, 'tables are in use; what destroyed secrets left on the disk is removed in an hour')
  const announcements = await forgetDeliveries(context)
  const codes = await forgetCodes(store.db, now)
  const people = await forgetInactive(context, now)
  const { keptDays } = await caseRules(context)
  const cases = await purgeCases(store.db, new Date(now.getTime() - keptDays * 86_400_000))
  if (sessions + seen + secrets + announcements + codes + people + cases > 0)
    log.info({ sessions, seen, secrets, announcements, codes, people, cases }, 'forgot what need not be kept')
}

/** Each with a tombstone, as if they had asked for it. */
async function forgetInactive(context: Context, now: Date): Promise<number> {
  const { store, config } = context
  const before = new Date(now.getTime() - config.INACTIVE_DAYS * 86_400_000)
  const people = await inactivePeople(store.db, before)
  for (const id of people)
    await store.transaction((tx) => eraseForGood({ ...context, store: inside(store, tx) }, id))
  return people.length
}
