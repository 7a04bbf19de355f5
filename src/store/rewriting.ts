/** Writing tables anew, so that nothing of what was deleted in them is left in the files of the database. */
import pg from 'pg'

/** Whoever waits for such a lock holds up everybody behind it: a chat may pause for this long, and the next hour tries again. */
const lockMs = 5_000
const lockNotAvailable = '55P03'

/** Writes each of the tables anew, with its statistics. False when one was in use for longer than five seconds. */
export async function rewriteTables(url: string, tables: readonly string[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, lock_timeout: lockMs })
  await client.connect()
  try {
    await client.query(`vacuum (full, analyze) ${tables.join(', ')}`)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === lockNotAvailable) return false
    throw error
  } finally {
    await client.end()
  }
}
