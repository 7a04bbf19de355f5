/** Updates a platform handed over, sealed, until they are answered: a kill loses none of them. */
import type { Clock } from '../runtime/clock.ts'
import type { Store } from './store.ts'

interface Kept {
  readonly id: string
  readonly body: string
}

/** The inbox of one channel. What is answered in the same moment is forgotten in one statement. */
export function openInbox({ db, keyring }: Store, channel: string, clock: Clock) {
  const purpose = `inbox:${channel}`
  const done = gather<string>((ids) => db.$executeRaw`delete from inbox where channel = ${channel} and id = any (${ids}::text[])`)
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

/** Collects what is asked for while one write is under way, and writes it together next: a group commit. */
function gather<T>(write: (items: T[]) => Promise<unknown>): (item: T) => Promise<void> {
  let waiting: { item: T; resolve: () => void; reject: (error: unknown) => void }[] = []
  let isWriting = false
  const flush = async (): Promise<void> => {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, 500)
      await write(batch.map(({ item }) => item)).then(
        () => batch.forEach(({ resolve }) => resolve()),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      )
    }
    isWriting = false
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isWriting) void flush()
    })
}
