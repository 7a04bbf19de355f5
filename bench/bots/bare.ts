/** The peer of `answers`: grammY's own webhook adapter, one INSERT per update, one reply. Nothing to slow it down. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Bot, webhookCallback } from 'grammy'
import pg from 'pg'
import { secret } from '../crowd.ts'

const [databaseUrl = '', apiRoot = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
await pool.query(
  'create table if not exists bare_update (id bigint primary key, chat bigint not null, body text not null, at timestamptz not null default now())',
)

const bot = new Bot('1000:bare-bot', { client: { apiRoot } })
bot.on('message:text', async (context) => {
  await pool.query('insert into bare_update (id, chat, body) values ($1, $2, $3)', [
    context.update.update_id,
    context.chat.id,
    context.message.text,
  ])
  await context.reply('Thank you! Here is the next question.', {
    reply_markup: {
      inline_keyboard: [
        [{ text: 'one', callback_data: '1' }],
        [{ text: 'two', callback_data: '2' }],
        [{ text: 'three', callback_data: '3' }],
      ],
    },
  })
})
await bot.init()

const server = createServer(
  webhookCallback(bot, 'http', { secretToken: secret, onTimeout: 'return' }) as never,
)
server.keepAliveTimeout = 120_000
server.listen(0, '127.0.0.1', () =>
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
)

process.on('message', (message) => {
  if (message !== 'stop') return
  server.closeAllConnections()
  server.close(() => void pool.end().then(() => process.exit(0)))
})
