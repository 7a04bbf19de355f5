/** Our whole bot beside a stand-in, as `npm start -- bot` runs it. */
import { secret } from '../crowd.ts'
import { startProgram, type Child, type Environment } from './children.ts'
import type { Discord } from './discord.ts'
import type { BenchGround } from './grounds.ts'
import type { Telegram } from './telegram.ts'

export interface BotOptions {
  /** Tells processes of the same bot apart in what a stand-in sees. */
  readonly name?: string
  readonly settings?: Environment
}

/** Takes updates by webhook, so that several processes of one bot can stand by. */
export function startTelegramBot(
  { environment }: BenchGround,
  telegram: Telegram,
  { name = 'ours', settings = {} }: BotOptions = {},
): Child {
  return startProgram('bot', {
    ...environment,
    TELEGRAM_BOT_TOKEN: '1000:our-bot',
    TELEGRAM_API_ROOT: `${telegram.apiRoot}/${name}`,
    TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1/telegram/webhook',
    TELEGRAM_WEBHOOK_SECRET: secret,
    WEB_PORT: '0',
    ...settings,
  })
}

export function startDiscordBot(
  { environment }: BenchGround,
  discord: Discord,
  { name = 'ours', settings = {} }: BotOptions = {},
): Child {
  return startProgram('bot', {
    ...environment,
    DISCORD_BOT_TOKEN: discord.token,
    DISCORD_API_ROOT: `${discord.apiRoot}/${name}/api`,
    ...settings,
  })
}
