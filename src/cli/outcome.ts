/** `outcome`: what was said in a consultation and what the city decided, from a file to everybody who took part. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { importOutcome } from '../app/outcome-import.ts'
import { publishOutcome, showOutcome, type ShownOutcome } from '../app/outcomes.ts'
import type { Theme } from '../domain/outcome.ts'
import { say, type Phrase } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { dayOf } from '../runtime/clock.ts'
import { explain, type Cli } from './cli.ts'
import { complainAll, findingAsJson } from './findings.ts'

const sample = 'safe-way-to-school'

/** Adds the commands. */
export function addOutcome(program: Command, cli: Cli): void {
  const group = explain(program.command('outcome'), cli, 'outcome-command', [`outcome show ${sample}`])
  explain(group.command('import'), cli, 'outcome-import-help', [
    'outcome import outcome.yaml --dry-run',
    'outcome import outcome.yaml',
  ])
    .argument('<file>', cli.say('outcome-file'))
    .option('--dry-run', cli.say('cli-dry-run'))
    .action((file: string, { dryRun = false }: { dryRun?: boolean }) => bringIn(cli, file, dryRun))
  explain(group.command('show'), cli, 'outcome-show-help', [`outcome show ${sample}`])
    .argument('<id>', cli.say('cli-consultation-id'))
    .action((id: string) => show(cli, id))
  explain(group.command('publish'), cli, 'outcome-publish-help', [`outcome publish ${sample}`])
    .argument('<id>', cli.say('cli-consultation-id'))
    .action((id: string) => publish(cli, id))
}

async function bringIn(cli: Cli, file: string, isDryRun: boolean): Promise<void> {
  const source = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('file-unreadable', { file, reason: error.code ?? '' })
  })
  const result = await importOutcome(await cli.context(), { source, actor: cli.person, isDryRun })
  complainAll(cli, file, result.findings)
  if (!result.isKept) cli.fail()
  const findings = result.findings.map((finding) => findingAsJson(cli, file, finding))
  cli.print({ isKept: result.isKept && !isDryRun, findings }, () => {
    if (!result.isKept) return cli.say('cli-nothing-imported')
    return isDryRun ? cli.say('cli-dry-run-done') : cli.say('outcome-kept', { id: result.consultation })
  })
}

async function show(cli: Cli, id: string): Promise<void> {
  const context = await cli.context()
  const found = await showOutcome(context, id)
  const publishedOn = found.publishedAt && dayOf(found.publishedAt, context.config.TIME_ZONE)
  const forPrograms = { ...found, missing: found.missing.map((one) => cli.words(one)) }
  cli.print(forPrograms, () =>
    [
      cli.paint.bold(cli.words({ text: found.title })),
      cli.say('outcome-due', { day: found.dueOn }),
      publishedOn ? cli.say('outcome-published-on', { day: publishedOn }) : cli.say('outcome-not-published'),
      ...found.themes.flatMap((theme, index) => themeLines(cli, theme, index + 1)),
      ...missingLines(cli, found),
    ].join('\n'),
  )
}

function themeLines(cli: Cli, { said, decision, reason, measure }: Theme, n: number): string[] {
  const lines: Phrase[] = [
    say(`outcome-decision-${decision?.replace('_', '-') ?? 'none'}`),
    ...(reason ? [{ text: reason }] : []),
    ...(measure ? [say('outcome-led-to', { code: measure.code, name: measure.names })] : []),
  ]
  return ['', `${n}. ${cli.words({ text: said })}`, ...lines.map((line) => `   ${cli.words(line)}`)]
}

function missingLines(cli: Cli, { missing }: ShownOutcome): string[] {
  return missing.length === 0
    ? []
    : ['', cli.say('outcome-missing'), ...missing.map((one) => `  • ${cli.words(one)}`)]
}

async function publish(cli: Cli, id: string): Promise<void> {
  const result = await publishOutcome(await cli.context(), id, cli.person)
  cli.print({ id, result }, () =>
    cli.say(result === 'published' ? 'outcome-is-published' : 'outcome-published-already', { id }),
  )
}
