/** Forgets what need not be kept: conversations nobody agreed to, answered messages, and secrets that are due. */
import type { Context } from '../src/app/context.ts'
import { dayOf } from '../src/runtime/clock.ts'
import { destroySecrets } from '../src/store/secrets.ts'
import { purgeLeases } from '../src/store/senders.ts'
import { purgeSessions } from '../src/store/sessions.ts'

/** Runs every hour; running twice changes nothing. */
export async function erase({ store, clock, config, log }: Context): Promise<void> {
  const now = clock.now()
  const { sessions, seen } = await purgeSessions(store.db, now)
  await purgeLeases(store.db)
  const secrets = await destroySecrets(store, dayOf(now, config.TIME_ZONE))
  if (sessions + seen + secrets > 0) log.info({ sessions, seen, secrets }, 'forgot what need not be kept')
}
