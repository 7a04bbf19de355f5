/** The Telegram channel: Bot API in, Bot API out. */
export { telegram, type TelegramChannel, type TelegramOptions } from './telegram/channel.ts'
export { incomingFrom } from './telegram/incoming.ts'
