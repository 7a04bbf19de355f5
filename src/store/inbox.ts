/** Updates a platform handed over, sealed, until they are answered: a kill loses none of them. */
import type { Clock } from '../runtime/clock.ts'
import { gather } from '../runtime/gather.ts'
import type { Store } from './store.ts'

interface Kept {
  readonly id: string
  readonly body: string
}

/** The inbox of one channel. What comes and what is done in the same moment is written in one statement. */
export function openInbox({ db, keyring }: Store, channel: string, clock: Clock) {
  const purpose = `inbox:${channel}`
  const write = gather<Change, void>(async (changes) => {
    const kept = changes
      .flatMap(({ keep }) => keep ?? [])
      .map(({ id, body }) => ({ id, body: Buffer.from(keyring.seal(body, purpose)).toString('base64') }))
    const done = changes.flatMap((change) => change.done ?? [])
    await db.$executeRaw`
      with gone as (delete from inbox where channel = ${channel} and id = any (${done}::text[]))
      insert into inbox (channel, id, body, received_at)
      select ${channel}, id, decode(body, 'base64'), ${clock.now()} from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as kept (id text, body text)
      on conflict do nothing`
    return changes.map(() => undefined)
  })
  return {
    keep: (updates: readonly Kept[]) => write({ keep: updates }),
    done: (id: string) => write({ done: id }),
    pending: async (): Promise<Kept[]> => {
      const rows = await db.$queryRaw<{ id: string; body: Uint8Array }[]>`
        select id, body from inbox where channel = ${channel} order by received_at, length(id), id`
      return rows.map(({ id, body }) => ({ id, body: keyring.open(body, purpose) }))
    },
  }
}

interface Change {
  readonly keep?: readonly Kept[]
  readonly done?: string
}
