/** Being the one that sends for a channel: waits for the lease, renews it while this process lives, and tells when it is lost. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../src/app/context.ts'
import { dropLease, leaseMs, renewLease, takeLease } from '../../src/store/senders.ts'

/** Three renewals fit into a lease, so that one slow answer of the database loses nothing. */
const renewMs = leaseMs / 4
const askAgainMs = 500

export interface Lease {
  /** Higher for every holder that came later; written into each row that is being sent. */
  readonly fence: number
  isHeld(): boolean
  /** Gives it up, so that the next one need not wait. */
  drop(): Promise<void>
}

/** Waits until this process may send for the channel; undefined when `signal` ends the waiting. */
export async function untilLeased(
  { store, log }: Context,
  { name, isExclusive, signal }: { name: string; isExclusive: boolean; signal: AbortSignal },
): Promise<Lease | undefined> {
  while (!signal.aborted) {
    const fence = await takeLease(store, name, isExclusive).catch((error: unknown) => {
      log.warn({ err: error, channel: name }, 'the database is out of reach; sending waits for it')
      return undefined
    })
    if (fence !== undefined) return hold(store, fence)
    await sleep(askAgainMs, undefined, { signal }).catch(() => undefined)
  }
  return undefined
}

function hold(store: Context['store'], fence: number): Lease {
  let isHeld = true
  const renewing = setInterval(() => {
    // a database that does not answer decides nothing: it checks the lease itself before each message
    renewLease(store.db, fence).then(
      (isRenewed) => isRenewed || lose(),
      () => undefined,
    )
  }, renewMs)
  const lose = () => {
    isHeld = false
    clearInterval(renewing)
  }
  return {
    fence,
    isHeld: () => isHeld,
    drop: async () => {
      lose()
      await dropLease(store.db, fence).catch(() => undefined)
    },
  }
}
