/** The peers of `inbox`: plain grammY that writes every update down with one INSERT and replies. `polled.ts WAY DATABASE_URL API_ROOT`, WAY being `runner` or `start`. */
import { run } from '@grammyjs/runner'
import { Bot } from 'grammy'
import pg from 'pg'

const [way = '', databaseUrl = '', apiRoot = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
const bot = new Bot('1000:peer-bot', { client: { apiRoot } })
bot.on('message:text', async (context) => {
  await pool.query('insert into act (person) values ($1)', [context.chat.id])
  await context.reply('Thank you! Here is the next question.')
})
bot.catch(() => undefined)
if (way === 'runner') run(bot)
else await bot.start()
