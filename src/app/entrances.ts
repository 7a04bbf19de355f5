/** Where people come in: the addresses of the chats, as links that carry a code where a link can. */
// not from the channels as a whole: the command line need not load the platforms' libraries for a link
import { discordLink } from '../channels/discord/link.ts'
import { telegramLink } from '../channels/telegram/link.ts'
import type { Config } from '../runtime/config.ts'

/** Where a code is opened; undefined where there is no such channel, or it is out of reach at the moment. */
export interface Entrances {
  /** The code stands behind the `#`: browsers keep that to themselves, so it is in no server's log. */
  readonly web: string
  readonly telegram?: string
  /** Discord has no links that carry a code: there it is written, behind `/code`. */
  readonly discord?: string
}

/** Where the code of an invitation is opened. */
export async function entrancesFor(config: Config, code: string): Promise<Entrances> {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, DISCORD_BOT_TOKEN: discordToken } = config
  const telegram = token ? await telegramLink({ token, apiRoot }, `i-${code}`) : undefined
  const discord = discordToken ? discordLink(discordToken) : undefined
  return {
    web: `${siteOf(config)}/join#${code}`,
    ...(telegram ? { telegram } : {}),
    ...(discord ? { discord } : {}),
  }
}

/** The address people open, without a slash at its end. */
export function siteOf({ PUBLIC_URL, WEB_HOST, WEB_PORT }: Config): string {
  return (PUBLIC_URL ?? `http://${WEB_HOST}:${WEB_PORT}`).replace(/\/$/, '')
}
