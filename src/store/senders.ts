/** Who sends for a channel: leases with a fencing number, on the database's own clock, so that a process that hangs is known by all. */
import type { Db, Store } from './store.ts'

/** How long a lease holds without being renewed: after so long another process takes over from one that died. */
export const leaseMs = 3_000

/**
 * Takes the lease of a channel. Exclusive: one sender per channel, undefined while another's lease holds.
 * Otherwise everybody gets one (pages are open in many processes at once).
 */
export async function takeLease(
  store: Store,
  channel: string,
  isExclusive: boolean,
): Promise<number | undefined> {
  return store.transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`sender:${channel}`}, 0))`
    const rows = await tx.$queryRaw<{ fence: number }[]>`
      insert into sender (channel, until) select ${channel}, clock_timestamp() + ${leaseMs} * interval '1 ms'
      where not ${isExclusive} or not exists (select from sender where channel = ${channel} and until > clock_timestamp())
      returning fence`
    return rows[0]?.fence
  })
}

/** False when the lease was lost meanwhile. */
export async function renewLease(db: Db, fence: number): Promise<boolean> {
  const rows = await db.$executeRaw`
    update sender set until = clock_timestamp() + ${leaseMs} * interval '1 ms' where fence = ${fence} and until > clock_timestamp()`
  return rows === 1
}

/** Gives a lease up, so that nobody has to wait for it to run out. */
export async function dropLease(db: Db, fence: number): Promise<void> {
  await db.$executeRaw`delete from sender where fence = ${fence}`
}

/** Forgets leases that ran out a day ago. */
export async function purgeLeases(db: Db): Promise<void> {
  await db.$executeRaw`delete from sender where until < clock_timestamp() - interval '1 day'`
}
