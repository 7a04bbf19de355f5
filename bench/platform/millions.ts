/** Fills a city with millions of people at once, in plain SQL: they share one sealed address, for nobody writes to them. */
import pg from 'pg'
import type { BenchGround } from './grounds.ts'

/** Rows as the bot would have written them, in the order in which people came: their ids, which decide where a page ends, are scattered over the table. */
export async function addMillions({ context, databaseUrl }: BenchGround, count: number): Promise<void> {
  const sealed = context.store.keyring.seal('1000000', 'address:telegram')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query("set session_replication_role = 'replica'")
    await client.query("set maintenance_work_mem = '1GB'")
    await client.query('set synchronous_commit = off')
    // an index that is filled row by row would take most of the time; foreign keys hold by construction
    await client.query(
      `update pg_index set indisready = false, indisvalid = false where indrelid::regclass::text = any($1)`,
      [tables],
    )
    await client.query(
      "insert into person (id, locale, created_on) select gen_random_uuid(), 'en', current_date from generate_series(1, $1::int)",
      [count],
    )
    await client.query(
      `insert into address (id, person_id, channel, lookup, sealed)
       select gen_random_uuid(), id, 'telegram', uuid_send(id), $1 from person`,
      [Buffer.from(sealed)],
    )
    await client.query(
      `insert into consent (id, person_id, purpose, wording, locale, given_at)
       select gen_random_uuid(), id, 'announcements', '', 'en', now() from person`,
    )
    for (const table of tables) await client.query(`reindex table ${table}`)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const tables = ['person', 'address', 'consent']
