/**
 * Peers of `kill`: plain grammY and pg, a hundred recipients at a time. `campaign.ts WAY DATABASE_URL API_ROOT PER_SECOND`, WAY being
 * `cursor` (moved when a batch is fetched, as listmonk does) or `batch-end` (recipients are marked when all of a batch were written to).
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Api } from 'grammy'
import pg from 'pg'

const [way = '', databaseUrl = '', apiRoot = '', perSecond = '30'] = process.argv.slice(2)
const api = new Api('1000:peer-bot', { apiRoot })
const pool = new pg.Pool({ connectionString: databaseUrl })
const batchSize = 100
const spacingMs = 1_000 / Number(perSecond)

const next = {
  cursor: `
    with batch as (select chat from recipient where chat > (select last from campaign) order by chat limit ${batchSize}),
    moved as (update campaign set last = (select max(chat) from batch) where exists (select from batch))
    select chat from batch`,
  'batch-end': `select chat from recipient where not is_done order by chat limit ${batchSize}`,
}[way]

for (let chats = await fetchBatch(); chats.length > 0; chats = await fetchBatch()) {
  await sendAll(chats)
  if (way === 'batch-end')
    await pool.query('update recipient set is_done = true where chat = any($1)', [chats])
}
process.send?.('done')

async function fetchBatch(): Promise<number[]> {
  const { rows } = await pool.query<{ chat: string }>(next ?? '')
  return rows.map(({ chat }) => Number(chat))
}

/** One after the other at the pace, without waiting for the answer before. */
async function sendAll(chats: readonly number[]): Promise<void> {
  const begunAt = performance.now()
  await Promise.all(
    chats.map(async (chat, index) => {
      await sleep(begunAt + index * spacingMs - performance.now())
      await api.sendMessage(chat, 'The consultation about your way to school is open.')
    }),
  )
}
