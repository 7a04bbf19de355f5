/** `contact`: who speaks for which entity, inviting somebody to, and ending it. */
import { Option, type Command } from 'commander'
import { endContact, listContacts, type ContactList } from '../app/contacts.ts'
import { inviteContact } from '../app/staff.ts'
import { say, type Day, type Phrase } from '../domain/phrase.ts'
import { contactRoles, type ContactRole } from '../domain/staff.ts'
import { dayOf } from '../runtime/clock.ts'
import { explain, type Cell, type Cli } from './cli.ts'
import { handOver } from './invitation.ts'

/** Adds the commands. */
export function addContact(program: Command, cli: Cli): void {
  const contact = explain(program.command('contact'), cli, 'contact-command')
  const entity = ['--entity <id>', cli.say('contact-entity-option')] as const
  explain(contact.command('invite'), cli, 'contact-invite-help', [
    'contact invite --entity zdt',
    'contact invite --entity zdt --role superior --name "Dyrekcja"',
  ])
    .requiredOption(...entity)
    .addOption(
      new Option('--role <role>', cli.say('contact-role-option', { roles: contactRoles.join(', ') }))
        .choices(contactRoles)
        .default('contact'),
    )
    .option('--name <label>', cli.say('contact-name-option'))
    .action((options: Inviting) => invite(cli, options))
  explain(contact.command('list'), cli, 'contact-list-help', ['contact list', 'contact list --entity zdt'])
    .option(...entity)
    .action((options: { entity?: string }) => list(cli, options))
  explain(contact.command('end'), cli, 'contact-end-help', ['contact end --entity zdt'])
    .argument('[person]', cli.say('contact-person'))
    .option(...entity)
    .action((person: string | undefined, options: { entity?: string }) => end(cli, person, options))
}

interface Inviting {
  readonly entity: string
  readonly role: ContactRole
  readonly name?: string
}

async function invite(cli: Cli, { entity, role, name: label = '' }: Inviting): Promise<void> {
  const context = await cli.context()
  const invitation = await inviteContact(context, { entityId: entity, role, label, actor: cli.actor })
  await handOver(cli, context, role, invitation, { entity })
}

async function list(cli: Cli, { entity }: { entity?: string }): Promise<void> {
  const context = await cli.context()
  const found = await listContacts(context, entity)
  const { unreached, contacts, invitations } = found
  const dayIn = (at: Date): Day => dayOf(at, context.config.TIME_ZONE)
  const waiting = invitations.map(({ invited, expiresAt }) => ({ ...invited, expiresAt }))
  cli.print({ unreached, contacts, invitations: waiting }, () => listed(cli, found, dayIn))
}

function listed(
  cli: Cli,
  { unreached, contacts, invitations }: ContactList,
  dayIn: (at: Date) => Day,
): string {
  const heads = (...names: string[]) => names.map((name) => cli.say(`contact-column-${name}`))
  const missing = unreached.map(({ id, names }) => cli.say('contact-unreached-one', { id, name: names }))
  const speaking = cli.table(
    heads('entity', 'role', 'label', 'channels', 'language', 'since', 'id'),
    contacts.map(({ title, channels, ...one }): readonly Cell[] => [
      one.entityId,
      say(`role-${one.role}`),
      title ? ({ text: title } satisfies Phrase) : '',
      channels.length > 0
        ? channels.map((name) => cli.say(`channel-${name}`)).join(', ')
        : say('contact-nowhere'),
      one.locale,
      dayIn(one.since),
      one.personId,
    ]),
  )
  const waiting = cli.table(
    heads('entity', 'role', 'label', 'until'),
    invitations.map(({ invited, expiresAt }): readonly Cell[] => [
      invited.kind === 'contact' ? invited.entityId : '',
      say(`role-${invited.role}`),
      invited.label,
      dayIn(expiresAt),
    ]),
  )
  return [
    ...(missing.length > 0 ? [cli.paint.bold(cli.say('contact-unreached')), ...missing, ''] : []),
    contacts.length > 0 ? speaking : cli.say('contact-nobody'),
    ...(invitations.length > 0 ? ['', cli.say('staff-waiting'), waiting] : []),
  ].join('\n')
}

async function end(cli: Cli, personId: string | undefined, { entity }: { entity?: string }): Promise<void> {
  const ended = await endContact(await cli.context(), { personId, entityId: entity, actor: cli.actor })
  const lines = ended.map((one) =>
    cli.say('contact-ended-one', { entity: one.entityNames, id: one.personId }),
  )
  cli.print({ ended: ended.map(({ personId: id, entityId }) => ({ personId: id, entityId })) }, () =>
    lines.join('\n'),
  )
}
