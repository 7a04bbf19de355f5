/** Shows a one-time code, with the ways to open it. */
import { entrancesFor } from '../app/entrances.ts'
import type { Context } from '../app/context.ts'
import type { Invitation } from '../app/staff.ts'
import { say } from '../domain/phrase.ts'
import { dayOf } from '../runtime/clock.ts'
import type { Cli } from './cli.ts'

/** Prints the code, once; `more` goes into the JSON. */
export async function handOver(
  cli: Cli,
  { config }: Context,
  role: string,
  { code, expiresAt }: Invitation,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const links = await entrancesFor(config, code)
  const day = { day: dayOf(expiresAt, config.TIME_ZONE) }
  const { telegram, discord } = links
  const lines = [
    cli.paint.bold(cli.say('invitation-code', { code })),
    cli.say('invitation-for', { role: say(`role-${role}`), day }),
    cli.say('invitation-web', { link: links.web }),
    ...(telegram ? [cli.say('invitation-telegram', { link: telegram })] : []),
    ...(discord ? [cli.say('invitation-discord', { link: discord, code })] : []),
    ...(telegram && discord ? [] : [cli.say('invitation-chat', { code })]),
    cli.say('invitation-once'),
  ]
  cli.print({ code, links, role, ...more, expiresAt }, () => lines.join('\n'))
}
