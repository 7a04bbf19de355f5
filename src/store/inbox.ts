/** Updates a platform handed over, sealed, until they are answered: a kill loses none of them. */
import type { Clock } from '../runtime/clock.ts'
import { gather } from '../runtime/gather.ts'
import type { Store } from './store.ts'

interface Kept {
  readonly id: string
  readonly body: string
}

/** The inbox of one channel. What is answered in the same moment is forgotten in one statement. */
export function openInbox({ db, keyring }: Store, channel: string, clock: Clock) {
  const purpose = `inbox:${channel}`
  const done = gather<string, void>(async (ids) => {
    await db.$executeRaw`delete from inbox where channel = ${channel} and id = any (${[...ids]}::text[])`
    return ids.map(() => undefined)
  })
  return {
    keep: async (updates: readonly Kept[]) => {
      const ids = updates.map(({ id }) => id)
      const bodies = updates.map(({ body }) => keyring.seal(body, purpose))
      await db.$executeRaw`
        insert into inbox (channel, id, body, received_at)
        select ${channel}, id, body, ${clock.now()} from unnest(${ids}::text[], ${bodies}::bytea[]) as kept (id, body)
        on conflict do nothing`
    },
    done,
    pending: async (): Promise<Kept[]> => {
      const rows = await db.$queryRaw<{ id: string; body: Uint8Array }[]>`
        select id, body from inbox where channel = ${channel} order by received_at, length(id), id`
      return rows.map(({ id, body }) => ({ id, body: keyring.open(body, purpose) }))
    },
  }
}
