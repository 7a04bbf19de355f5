/** How much is kept: what has to stay the same when nobody agreed to anything. */
import type { House } from '../house.ts'

/** The rows of every table, but for where a conversation stands and which messages were answered. */
export async function census({ context }: Pick<House, 'context'>): Promise<Readonly<Record<string, number>>> {
  const { db } = context.store
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not in ('session', 'seen', 'inbox', 'sender') order by 1`
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await db.$queryRawUnsafe<{ count: bigint }[]>(`select count(*) from "${name}"`)
      return [name, Number(row?.count)] as const
    }),
  )
  return Object.fromEntries(counts)
}
