/** `plan …`: the action plan as a file, in and out, and the record of what has changed in it. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Option, type Command } from 'commander'
import { exportPlan, planFormats } from '../app/plan-export.ts'
import { planHistory } from '../app/plan-history.ts'
import { importPlan } from '../app/plans.ts'
import { sides, type Side } from '../domain/plan-merge.ts'
import { Problem } from '../domain/problem.ts'
import { explain, type Cli } from './cli.ts'
import { complainAll, findingAsJson } from './findings.ts'
import { conflictLines, diffLines, valueText } from './plan-diff.ts'
import { addPlanStatus } from './plan-status.ts'

/** Adds the commands. */
export function addPlan(program: Command, cli: Cli): void {
  const plan = explain(program.command('plan'), cli, 'cli-plan')
  explain(plan.command('import'), cli, 'cli-plan-import', [
    'plan import plan.xlsx --dry-run',
    'plan import plan.yaml --why "decision of 3 March"',
  ])
    .argument('<file>', cli.say('cli-plan-file'))
    .option('--dry-run', cli.say('cli-dry-run'))
    .option('--why <text>', cli.say('cli-plan-why'))
    .addOption(new Option('--take <side>', cli.say('cli-plan-take')).choices(sides))
    .action((file: string, options: ImportOptions) => bringPlan(cli, file, options))
  explain(plan.command('export'), cli, 'cli-plan-export', ['plan export plan.xlsx'])
    .argument('<file>', cli.say('cli-plan-export-file'))
    .option('--plan <id>', cli.say('cli-plan-id'))
    .action((file: string, options: { plan?: string }) => writePlan(cli, file, options.plan))
  explain(plan.command('history'), cli, 'cli-plan-history', [
    'plan history a1-1-1',
    'plan history indicator/i01',
  ])
    .argument('<subject>', cli.say('cli-plan-subject'))
    .action((subject: string) => showHistory(cli, subject))
  addPlanStatus(plan, cli)
}

interface ImportOptions {
  readonly dryRun?: boolean
  readonly why?: string
  readonly take?: Side
}

async function bringPlan(
  cli: Cli,
  file: string,
  { dryRun: isDryRun = false, why, take }: ImportOptions,
): Promise<void> {
  const source = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('file-unreadable', { file, reason: error.code ?? '' })
  })
  const result = await importPlan(await cli.context(), source, { actor: cli.person, isDryRun, why, take })
  complainAll(cli, file, result.findings)
  const findings = result.findings.map((finding) => findingAsJson(cli, file, finding))
  if (!result.isImported) {
    cli.fail()
    const end = cli.say(result.conflicts.length > 0 ? 'cli-plan-conflicts' : 'cli-nothing-imported')
    return cli.print({ isImported: false, findings, conflicts: result.conflicts }, () =>
      [...conflictLines(cli, result.conflicts), end].join('\n'),
    )
  }
  const { id, isNew, changes, kept } = result
  const end = isDryRun
    ? [cli.say('cli-dry-run-done')]
    : changes.length > 0
      ? [cli.say('cli-plan-imported', { id })]
      : []
  cli.print({ isImported: !isDryRun, id, isNew, findings, changes, kept }, () =>
    [...diffLines(cli, result), ...end].join('\n'),
  )
}

async function writePlan(cli: Cli, file: string, planId: string | undefined): Promise<void> {
  const ending = path.extname(file).slice(1).toLowerCase().replace('yml', 'yaml')
  const format = planFormats.find((one) => one === ending)
  if (!format) throw new Problem('plan-file-kind', { file })
  const { id, content } = await exportPlan(await cli.context(), { format, planId })
  await writeFile(file, content).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('file-unwritable', { file, reason: error.code ?? '' })
  })
  cli.print({ id, file }, () => cli.say('cli-plan-exported', { id, file }))
}

async function showHistory(cli: Cli, name: string): Promise<void> {
  const context = await cli.context()
  const changes = await planHistory(context, name)
  const at = new Intl.DateTimeFormat('sv-SE', {
    timeZone: context.config.TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  cli.print(
    changes.map(({ id, ...change }) => ({ id: Number(id), ...change })),
    () =>
      changes.length === 0
        ? cli.say('cli-plan-no-history')
        : cli.table(
            ['when', 'who', 'what', 'change', 'why'].map((column) => cli.say(`cli-plan-column-${column}`)),
            changes.map((change) => [
              at.format(change.at),
              change.actor,
              change.subject,
              changeText(cli, change),
              change.why ?? '',
            ]),
          ),
  )
}

function changeText(cli: Cli, { field, from, to }: Awaited<ReturnType<typeof planHistory>>[number]): string {
  if (field === '') return cli.say(to === null ? 'cli-plan-removed' : 'cli-plan-added')
  return `${field}: ${valueText(cli, from)} → ${valueText(cli, to)}`
}
