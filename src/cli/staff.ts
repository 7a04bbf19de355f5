/** `staff`: one-time codes that make somebody part of the programme, and taking that back. */
import { Option, type Command } from 'commander'
import { inviteStaff, listStaff, revokeStaff } from '../app/staff.ts'
import { say, type Day } from '../domain/phrase.ts'
import { staffRoles, type StaffRole } from '../domain/staff.ts'
import { dayOf } from '../runtime/clock.ts'
import { explain, type Cli } from './cli.ts'
import { handOver } from './invitation.ts'

/** Adds the commands. */
export function addStaff(program: Command, cli: Cli): void {
  const staff = explain(program.command('staff'), cli, 'staff-command')
  explain(staff.command('invite'), cli, 'staff-invite-help', [
    'staff invite --role coordinator',
    'staff invite --role moderator --name "Dyżur"',
  ])
    .addOption(roleOption(cli).makeOptionMandatory())
    .option('--name <label>', cli.say('staff-name-option'))
    .action((options: { role: StaffRole; name?: string }) => invite(cli, options))
  explain(staff.command('list'), cli, 'staff-list-help').action(() => list(cli))
  explain(staff.command('revoke'), cli, 'staff-revoke-help')
    .argument('<id>', cli.say('staff-id'))
    .action((id: string) => revoke(cli, id))
}

function roleOption(cli: Cli): Option {
  const roles = staffRoles.join(', ')
  return new Option('--role <role>', cli.say('staff-role-option', { roles })).choices(staffRoles)
}

async function invite(cli: Cli, { role, name }: { role: StaffRole; name?: string }): Promise<void> {
  const context = await cli.context()
  const label = name ?? cli.say(`role-${role}`)
  await handOver(cli, context, role, await inviteStaff(context, { role, label, actor: cli.actor }))
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
