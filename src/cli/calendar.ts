/** `calendar`: a link to what an entity has to do, and ending links. */
import type { Command } from 'commander'
import { linkCalendar, revokeCalendar } from '../app/calendars.ts'
import { Problem } from '../domain/problem.ts'
import { explain, type Cli } from './cli.ts'

/** Adds the commands. */
export function addCalendar(program: Command, cli: Cli): void {
  const calendar = explain(program.command('calendar'), cli, 'calendar-command')
  const entity = ['--entity <id>', cli.say('contact-entity-option')] as const
  explain(calendar.command('link'), cli, 'calendar-link-help', ['calendar link --entity zdt'])
    .requiredOption(...entity)
    .action((options: { entity: string }) => link(cli, options.entity))
  explain(calendar.command('revoke'), cli, 'calendar-revoke-help', ['calendar revoke --entity zdt'])
    .argument('[person]', cli.say('contact-person'))
    .option(...entity)
    .action((person: string | undefined, options: { entity?: string }) => revoke(cli, person, options.entity))
}

async function link(cli: Cli, entityId: string): Promise<void> {
  const made = await linkCalendar(await cli.context(), { entityId, actor: cli.actor })
  cli.print({ ...made, entity: entityId }, () =>
    [cli.say('calendar-made', made), cli.say('calendar-made-once')].join('\n'),
  )
}

async function revoke(cli: Cli, personId: string | undefined, entityId: string | undefined): Promise<void> {
  const owner = personId ? { personId } : entityId ? { entityId } : undefined
  if (!owner) throw new Problem('contact-end-whom')
  await revokeCalendar(await cli.context(), owner, cli.actor)
  const id = personId ?? entityId!
  cli.print({ revoked: id }, () => cli.say('calendar-revoked', { id }))
}
