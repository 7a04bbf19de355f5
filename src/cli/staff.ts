/** `staff` and `contact`: one-time codes that make somebody part of the programme, and taking that back. */
import { Option, type Command } from 'commander'
import { inviteContact, inviteStaff, listStaff, revokeStaff, type Invitation } from '../app/staff.ts'
import type { Context } from '../app/context.ts'
import { say, type Day } from '../domain/phrase.ts'
import { contactRoles, staffRoles, type ContactRole, type StaffRole } from '../domain/staff.ts'
import { dayOf } from '../runtime/clock.ts'
import { explain, type Cli } from './cli.ts'

/** Adds the commands. */
export function addStaff(program: Command, cli: Cli): void {
  const staff = explain(program.command('staff'), cli, 'staff-command')
  explain(staff.command('invite'), cli, 'staff-invite-help', [
    'staff invite --role coordinator',
    'staff invite --role moderator --name "Dyżur"',
  ])
    .addOption(roleOption(cli, 'staff-role-option', staffRoles).makeOptionMandatory())
    .option('--name <label>', cli.say('staff-name-option'))
    .action((options: { role: StaffRole; name?: string }) => invite(cli, options))
  explain(staff.command('list'), cli, 'staff-list-help').action(() => list(cli))
  explain(staff.command('revoke'), cli, 'staff-revoke-help')
    .argument('<id>', cli.say('staff-id'))
    .action((id: string) => revoke(cli, id))
  const contact = explain(program.command('contact'), cli, 'contact-command')
  explain(contact.command('invite'), cli, 'contact-invite-help', [
    'contact invite --entity zdt',
    'contact invite --entity zdt --role superior',
  ])
    .requiredOption('--entity <id>', cli.say('contact-entity-option'))
    .addOption(roleOption(cli, 'contact-role-option', contactRoles).default('contact'))
    .action((options: { entity: string; role: ContactRole }) => inviteForEntity(cli, options))
}

function roleOption(cli: Cli, key: string, roles: readonly string[]): Option {
  return new Option('--role <role>', cli.say(key, { roles: roles.join(', ') })).choices(roles)
}

async function invite(cli: Cli, { role, name }: { role: StaffRole; name?: string }): Promise<void> {
  const context = await cli.context()
  const label = name ?? cli.say(`role-${role}`)
  handOver(cli, context, role, await inviteStaff(context, { role, label, actor: cli.actor }))
}

async function inviteForEntity(
  cli: Cli,
  { entity: entityId, role }: { entity: string; role: ContactRole },
): Promise<void> {
  const context = await cli.context()
  const label = cli.say(`role-${role}`)
  handOver(
    cli,
    context,
    role,
    await inviteContact(context, { entityId, role, label, actor: cli.actor }),
    entityId,
  )
}

function handOver(
  cli: Cli,
  { config }: Context,
  role: string,
  { code, expiresAt }: Invitation,
  entity?: string,
): void {
  const site = (config.PUBLIC_URL ?? `http://${config.WEB_HOST}:${config.WEB_PORT}`).replace(/\/$/, '')
  const link = `${site}/chat?start=i-${code}`
  const day = { day: dayOf(expiresAt, config.TIME_ZONE) }
  const lines = [
    cli.paint.bold(cli.say('invitation-code', { code })),
    cli.say('invitation-for', { role: say(`role-${role}`), day }),
    cli.say('invitation-web', { link }),
    cli.say('invitation-chat', { code }),
    cli.say('invitation-once'),
  ]
  cli.print({ code, link, role, ...(entity ? { entity } : {}), expiresAt }, () => lines.join('\n'))
}

async function list(cli: Cli): Promise<void> {
  const context = await cli.context()
  const { staff, invitations } = await listStaff(context)
  const dayIn = (at: Date): Day => dayOf(at, context.config.TIME_ZONE)
  cli.print(
    { staff, invitations: invitations.map(({ invited, expiresAt }) => ({ ...invited, expiresAt })) },
    () => {
      const heads = (last: string) => ['role', 'label', last].map((name) => cli.say(`staff-column-${name}`))
      const members = cli.table(
        [cli.say('staff-column-id'), ...heads('since')],
        staff.map(({ personId, role, label, since }) => [personId, say(`role-${role}`), label, dayIn(since)]),
      )
      const waiting = cli.table(
        heads('until'),
        invitations.map(({ invited, expiresAt }) => [
          say(`role-${invited.role}`),
          invited.label,
          dayIn(expiresAt),
        ]),
      )
      return [
        staff.length > 0 ? members : cli.say('staff-nobody'),
        ...(invitations.length > 0 ? ['', cli.say('staff-waiting'), waiting] : []),
      ].join('\n')
    },
  )
}

async function revoke(cli: Cli, personId: string): Promise<void> {
  await revokeStaff(await cli.context(), { personId, actor: cli.actor })
  cli.print({ revoked: personId }, () => cli.say('staff-revoked', { id: personId }))
}
