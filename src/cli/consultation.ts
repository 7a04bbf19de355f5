/** `consultation`: bringing questions in from a file, opening, closing, and codes for a classroom. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { createClassCode } from '../app/class-codes.ts'
import { importConsultations, type Imported } from '../app/consultation-import.ts'
import {
  closeConsultation,
  listConsultations,
  openConsultation,
  showConsultation,
  type Shown,
} from '../app/consultations.ts'
import { uncheckedHelplines } from '../app/overview.ts'
import { say, type Phrase } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { explain, type Cli } from './cli.ts'
import { complainAll, findingAsJson } from './findings.ts'

const sample = 'safe-way-to-school'

/** Adds the commands. */
export function addConsultation(program: Command, cli: Cli): void {
  const consultation = explain(program.command('consultation'), cli, 'cli-consultation', [
    `consultation open ${sample}`,
  ])
  const withId = (command: Command) => command.argument('<id>', cli.say('cli-consultation-id'))
  explain(consultation.command('import'), cli, 'cli-consultation-import', [
    'consultation import consultations.yaml',
    'consultation import consultations.yaml --dry-run',
  ])
    .argument('<file>', cli.say('cli-consultation-file'))
    .option('--dry-run', cli.say('cli-dry-run'))
    .action((file: string, options: { dryRun?: boolean }) => bringIn(cli, file, options.dryRun === true))
  explain(consultation.command('list'), cli, 'cli-consultation-list', [
    'consultation list',
    'consultation list --json',
  ]).action(() => list(cli))
  withId(
    explain(consultation.command('show'), cli, 'cli-consultation-show', [`consultation show ${sample}`]),
  ).action((id: string) => show(cli, id))
  withId(
    explain(consultation.command('open'), cli, 'cli-consultation-open', [`consultation open ${sample}`]),
  ).action((id: string) => open(cli, id))
  withId(
    explain(consultation.command('close'), cli, 'cli-consultation-close', [`consultation close ${sample}`]),
  ).action((id: string) => close(cli, id))
  withId(
    explain(consultation.command('class-code'), cli, 'cli-class-code', [
      `consultation class-code ${sample}`,
      `consultation class-code ${sample} --seats 28 --hours 2`,
    ]),
  )
    .option('--seats <count>', cli.say('cli-seats'), Number)
    .option('--hours <count>', cli.say('cli-hours'), Number)
    .action((id: string, options: { seats?: number; hours?: number }) => classCode(cli, id, options))
}

async function bringIn(cli: Cli, file: string, isDryRun: boolean): Promise<void> {
  const source = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('file-unreadable', { file, reason: error.code ?? '' })
  })
  const result = await importConsultations(await cli.context(), { source, actor: cli.actor, isDryRun })
  const { findings } = result
  complainAll(cli, file, findings)
  if (!result.isImported) cli.fail()
  const consultations = result.isImported ? result.consultations : []
  const forPrograms = {
    isImported: result.isImported && !isDryRun,
    findings: findings.map((finding) => findingAsJson(cli, file, finding)),
    consultations: consultations.map((one) => asJson(cli, one)),
  }
  cli.print(forPrograms, () => summaryOf(cli, consultations, { isRefused: !result.isImported, isDryRun }))
}

function summaryOf(
  cli: Cli,
  consultations: readonly Imported[],
  { isRefused, isDryRun }: { isRefused: boolean; isDryRun: boolean },
): string {
  if (isRefused) return cli.say('cli-nothing-imported')
  const lines = consultations.flatMap((one) => [
    `${cli.paint.green('✓')} ${one.id}: ${cli.say(`cli-imported-${one.outcome}`, { version: one.version })}`,
    ...missingLines(cli, one.missing),
  ])
  return [...lines, ...(isDryRun ? [cli.say('cli-dry-run-done')] : [])].join('\n')
}

function missingLines(cli: Cli, missing: readonly Phrase[]): string[] {
  return missing.length === 0
    ? []
    : [`  ${cli.say('cli-missing')}`, ...missing.map((one) => `  • ${cli.words(one)}`)]
}

async function list(cli: Cli): Promise<void> {
  const all = await listConsultations(await cli.context())
  const head = ['id', 'title', 'status', 'version', 'opens', 'closes'].map((name) =>
    cli.say(`cli-column-${name}`),
  )
  const row = (one: Shown) => [
    one.id,
    { text: one.title },
    cli.say(`status-${one.status}`),
    one.version,
    one.opensOn,
    one.closesOn,
  ]
  cli.print(
    all.map((one) => asJson(cli, one)),
    () => (all.length === 0 ? cli.say('cli-no-consultations') : cli.table(head, all.map(row))),
  )
}

async function show(cli: Cli, id: string): Promise<void> {
  const context = await cli.context()
  const found = await showConsultation(context, id)
  const unchecked = await uncheckedHelplines(context)
  cli.print({ ...asJson(cli, found), unchecked: unchecked.map((one) => cli.words(one)) }, () =>
    [
      cli.paint.bold(cli.words({ text: found.title })),
      ...factsOf(cli, found),
      ...missingLines(cli, found.missing),
      ...unchecked.map((one) => cli.paint.yellow(`  ${cli.words(one)}`)),
    ].join('\n'),
  )
}

function factsOf(cli: Cli, found: Shown): string[] {
  const languages = found.languages.map((one) => cli.say(`language-${one}`)).join(', ')
  return [
    say('cli-fact-status', { status: say(`status-${found.status}`), version: found.version }),
    say('cli-fact-window', { from: found.opensOn, to: found.closesOn }),
    say('cli-fact-outcome', { day: found.outcomeDueOn, owner: found.owner || '–' }),
    say('cli-fact-questions', { count: found.questions, languages }),
    say('cli-fact-places', { places: found.places.join(', '), threshold: found.threshold }),
    ...(found.status === 'open' ? [say('cli-fact-no-counts')] : []),
  ].map((phrase) => `  ${cli.words(phrase)}`)
}

async function open(cli: Cli, id: string): Promise<void> {
  const outcome = await openConsultation(await cli.context(), id, cli.actor)
  cli.print({ id, outcome }, () => cli.say(outcome === 'opened' ? 'cli-opened' : 'cli-open-already', { id }))
}

async function close(cli: Cli, id: string): Promise<void> {
  const outcome = await closeConsultation(await cli.context(), id, cli.actor)
  cli.print({ id, outcome }, () =>
    cli.say(outcome === 'closed' ? 'cli-closed' : 'cli-closed-already', { id }),
  )
}

async function classCode(cli: Cli, id: string, options: { seats?: number; hours?: number }): Promise<void> {
  const context = await cli.context()
  const { code, seats, expiresAt } = await createClassCode(context, {
    consultationId: id,
    ...options,
    actor: cli.actor,
  })
  const until = new Intl.DateTimeFormat(cli.locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: context.config.TIME_ZONE,
  }).format(expiresAt)
  cli.print({ code, seats, expiresAt }, () =>
    [cli.paint.bold(code), cli.say('cli-class-code-made', { seats, until })].join('\n'),
  )
}

/** For programs: phrases become sentences, texts stay in every language. */
function asJson(cli: Cli, one: Imported | Shown): object {
  return { ...one, missing: one.missing.map((phrase) => cli.words(phrase)) }
}
