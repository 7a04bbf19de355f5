/** Forgets what need not be kept: conversations nobody agreed to, answered messages, secrets that are due, closed cases, and who got old announcements. */
import { forgetDeliveries } from '../src/app/announcement-forgetting.ts'
import { caseRules } from '../src/app/case-rules.ts'
import type { Context } from '../src/app/context.ts'
import { dayOf } from '../src/runtime/clock.ts'
import { purgeCases } from '../src/store/cases.ts'
import { destroySecrets } from '../src/store/secrets.ts'
import { purgeLeases } from '../src/store/senders.ts'
import { purgeSessions } from '../src/store/sessions.ts'
import { purgeLinkCodes } from '../src/store/staff.ts'

/** Runs every hour; running twice changes nothing. */
export async function erase(context: Context): Promise<void> {
  const { store, clock, config, log } = context
  const now = clock.now()
  const { sessions, seen } = await purgeSessions(store.db, now)
  await purgeLeases(store.db)
  const secrets = await destroySecrets(store, dayOf(now, config.TIME_ZONE))
  const announcements = await forgetDeliveries(context)
  const codes = await purgeLinkCodes(store.db, now)
  const { keptDays } = await caseRules(context)
  const cases = await purgeCases(store.db, new Date(now.getTime() - keptDays * 86_400_000))
  if (sessions + seen + secrets + announcements + cases + codes > 0)
    log.info({ sessions, seen, secrets, announcements, cases, codes }, 'forgot what need not be kept')
}
