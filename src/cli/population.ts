/** `population`: how many young people live in the city, so that results can say who is missing. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { importPopulation, populationOf, type NamedPopulation } from '../app/population-import.ts'
import { groupings, type Grouping } from '../domain/figure.ts'
import type { Population } from '../domain/population.ts'
import { Problem } from '../domain/problem.ts'
import { explain, type Cell, type Cli } from './cli.ts'
import { complainAll, findingAsJson } from './findings.ts'

/** Adds the commands. */
export function addPopulation(program: Command, cli: Cli): void {
  const group = explain(program.command('population'), cli, 'population-command', ['population show'])
  explain(group.command('import'), cli, 'population-import-help', [
    'population import prisma/seed/population.yaml --dry-run',
    'population import my-population.yaml',
  ])
    .argument('<file>', cli.say('population-file'))
    .option('--dry-run', cli.say('cli-dry-run'))
    .action((file: string, { dryRun = false }: { dryRun?: boolean }) => bringIn(cli, file, dryRun))
  explain(group.command('show'), cli, 'population-show-help', ['population show --json']).action(() =>
    show(cli),
  )
}

async function bringIn(cli: Cli, file: string, isDryRun: boolean): Promise<void> {
  const source = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('file-unreadable', { file, reason: error.code ?? '' })
  })
  const { findings, population, isNew } = await importPopulation(await cli.context(), {
    source,
    actor: cli.person,
    isDryRun,
  })
  complainAll(cli, file, findings)
  if (!population) cli.fail()
  const forPrograms = {
    isImported: population !== undefined && !isDryRun,
    findings: findings.map((finding) => findingAsJson(cli, file, finding)),
  }
  cli.print(forPrograms, () => {
    if (!population) return cli.say('cli-nothing-imported')
    if (isDryRun) return `${headOf(cli, population)}\n${cli.say('cli-dry-run-done')}`
    return isNew
      ? `${headOf(cli, population)}\n${cli.say('population-imported')}`
      : cli.say('population-same')
  })
}

async function show(cli: Cli): Promise<void> {
  const found = await populationOf(await cli.context())
  cli.print(found?.population ?? null, () =>
    found ? [headOf(cli, found.population), ...tables(cli, found)].join('\n\n') : cli.say('population-none'),
  )
}

function headOf(cli: Cli, { source, year, total, isSample }: Population): string {
  const numbers = cli.say('population-head', { source, year: String(year), total })
  return isSample ? `${numbers}\n${cli.say('population-sample')}` : numbers
}

function tables(cli: Cli, found: NamedPopulation): string[] {
  const { groups } = found.population
  return groupings.filter((by) => groups.some((group) => group.by === by)).map((by) => table(cli, by, found))
}

function table(cli: Cli, by: Grouping, { population: { groups, total }, names }: NamedPopulation): string {
  const percent = new Intl.NumberFormat(cli.locale, { style: 'percent', maximumFractionDigits: 1 })
  const nameOf = (id: string): Cell => {
    const named = names.find((one) => one.by === by && one.id === id)
    return named ? { text: named.label } : id
  }
  return cli.table(
    [cli.say(`results-by-${by}`), cli.say('population-column-residents'), cli.say('population-column-share')],
    groups
      .filter((group) => group.by === by)
      .map(({ id, people }) => [nameOf(id), people, percent.format(people / total)]),
  )
}
