/** Gives up single messages that are too late to be of use; announcements look after their own. */
import type { Context } from '../src/app/context.ts'
import { expireDeliveries } from '../src/store/deliveries.ts'

/** Runs every minute; running twice changes nothing. */
export async function expire({ store, clock }: Context): Promise<void> {
  await expireDeliveries(store.db, 0, clock.now())
}
