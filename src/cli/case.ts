/** `case`: what children disclosed, for the safeguarding officer; every look is recorded with its reason. */
import type { Command } from 'commander'
import { closeCase, listCases, releaseCase, showCase } from '../app/cases.ts'
import type { Case, OpenedCase } from '../store/cases.ts'
import { explain, type Cli } from './cli.ts'

const example = '2026-09-25-abcd-2345'

/** Adds the commands. */
export function addCase(program: Command, cli: Cli): void {
  const one = explain(program.command('case'), cli, 'case-command')
  const withId = (command: Command) => command.argument('<id>', cli.say('case-id'))
  explain(one.command('list'), cli, 'case-list-help', ['case list']).action(() => list(cli))
  withId(
    explain(one.command('show'), cli, 'case-show-help', [`case show ${example} --reason "alert of 10:00"`]),
  )
    .requiredOption('--reason <text>', cli.say('case-reason-option'))
    .action((id: string, { reason }: { reason: string }) => show(cli, id, reason))
  withId(explain(one.command('release'), cli, 'case-release-help', [`case release ${example}`])).action(
    async (id: string) => {
      await releaseCase(await cli.context(), id, cli.person)
      cli.print({ id, outcome: 'released' }, () => cli.say('case-released', { id }))
    },
  )
  withId(explain(one.command('close'), cli, 'case-close-help', [`case close ${example}`])).action(
    async (id: string) => {
      await closeCase(await cli.context(), id, cli.person)
      cli.print({ id, outcome: 'closed' }, () => cli.say('case-closed', { id }))
    },
  )
}

async function list(cli: Cli): Promise<void> {
  const context = await cli.context()
  const cases = await listCases(context)
  const head = ['id', 'priority', 'opened', 'status', 'contact'].map((name) => cli.say(`case-column-${name}`))
  const day = new Intl.DateTimeFormat(cli.locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: context.config.TIME_ZONE,
  })
  const row = (found: Case) => [
    found.id,
    cli.say(`case-priority-${found.priority}`),
    day.format(found.openedAt),
    cli.say(`case-status-${statusOf(found)}`),
    cli.say(found.hasContact ? 'case-yes' : 'case-no'),
  ]
  cli.print(cases, () => (cases.length === 0 ? cli.say('case-none') : cli.table(head, cases.map(row))))
}

async function show(cli: Cli, id: string, reason: string): Promise<void> {
  const found = await showCase(await cli.context(), id, { reason, actor: cli.person })
  cli.print(found, () =>
    [cli.paint.bold(found.content?.text ?? cli.say('case-fact-gone')), ...factsOf(cli, found)].join('\n'),
  )
}

function factsOf(cli: Cli, { content, contact }: OpenedCase): string[] {
  if (!content) return []
  const { category, under } = content
  return [
    cli.say('case-fact-category', { category }),
    under ? cli.say('case-fact-under', { ...under }) : cli.say('case-fact-nowhere'),
    contact === null ? cli.say('case-fact-no-contact') : cli.say('case-fact-contact', { words: contact }),
  ].map((line) => `  ${line}`)
}

function statusOf({ closedAs, acknowledgedAt }: Case): string {
  return closedAs ?? (acknowledgedAt ? 'acknowledged' : 'waiting')
}
