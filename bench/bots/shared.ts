/** The peer of `replies`: one grammY bot whose announcement and replies go through one transformer-throttler. `shared.ts API_ROOT PORT` */
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { apiThrottler } from '@grammyjs/transformer-throttler'
import { Bot, GrammyError, webhookCallback } from 'grammy'
import { secret } from '../crowd.ts'
import { firstChat } from '../platform/recipients.ts'

const [apiRoot = '', port = '0'] = process.argv.slice(2)
const bot = new Bot('1000:peer-bot', { client: { apiRoot } })
bot.api.config.use(apiThrottler())
bot.on('message:text', async (context) => void (await context.reply('Thank you! Here is the next question.')))
bot.catch(() => undefined)
await bot.init()
const handle = webhookCallback(bot, 'http', { secretToken: secret, onTimeout: 'return' })
createServer((request, response) => {
  handle(request, response).catch(() => response.writeHead(500).end())
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'))

/** A number asks for an announcement to so many. */
process.on('message', (count) => {
  if (typeof count !== 'number') return
  for (let chat = firstChat; chat < firstChat + count; chat += 1) void tell(chat)
})

async function tell(chat: number): Promise<void> {
  try {
    await bot.api.sendMessage(chat, 'The consultation about your way to school is open.')
  } catch (error) {
    if (!(error instanceof GrammyError && error.error_code === 429)) throw error
    await sleep((error.parameters.retry_after ?? 1) * 1_000)
    await tell(chat)
  }
}
