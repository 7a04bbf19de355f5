/** Discord: slash commands, private (ephemeral) answers inside a server, and direct messages. */
export { discord } from './discord/channel.ts'
export type { DiscordOptions } from './discord/channel.ts'
