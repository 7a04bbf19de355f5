/** Where a bot is found in Discord. */

/** The profile from which a bot is written to. Discord's tokens begin with the bot's id in base64; undefined for one that does not. */
export function discordLink(token: string): string | undefined {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString()
  return /^\d{15,20}$/.test(id) ? `https://discord.com/users/${id}` : undefined
}
