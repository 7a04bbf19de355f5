/** The Telegram channel: Bot API in, Bot API out. */
export { telegram, type TelegramChannel, type TelegramOptions } from './telegram/channel.ts'
export type { CommandMenu } from './telegram/commands.ts'
export { incomingFrom } from './telegram/incoming.ts'
export type { WebhookAnswer, WebhookRequest } from './telegram/webhook.ts'
