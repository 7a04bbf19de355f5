/** `results ID`: what came of a consultation, for people, spreadsheets and programs. */
import { Option, type Command } from 'commander'
import { resultsOf } from '../app/results.ts'
import { groupings, type Grouping } from '../domain/figure.ts'
import { explain, type Cli } from './cli.ts'
import { resultsAsCsv } from './results-csv.ts'
import { resultsAsTable } from './results-table.ts'

const formats = ['table', 'json', 'csv'] as const

/** Adds the command. */
export function addResults(program: Command, cli: Cli): void {
  const command = program.command('results').argument('<id>', cli.say('results-id'))
  explain(command, cli, 'results-help', [
    'results safe-way-to-school',
    'results safe-way-to-school --by district',
    'results safe-way-to-school --format csv > results.csv',
  ])
    .addOption(new Option('--format <form>', cli.say('results-format')).choices(formats).default('table'))
    .addOption(new Option('--by <group>', cli.say('results-by')).choices(groupings))
    .action((id: string, options: { format: (typeof formats)[number]; by?: Grouping }) =>
      show(cli, id, options),
    )
}

async function show(
  cli: Cli,
  id: string,
  { format, by }: { format: (typeof formats)[number]; by?: Grouping },
): Promise<void> {
  const results = await resultsOf(await cli.context(), id)
  if (format === 'csv') return cli.write(resultsAsCsv(results, cli))
  if (format === 'json') return cli.write(`${JSON.stringify(results, undefined, 2)}\n`)
  cli.print(results, () => resultsAsTable(results, cli, by))
}
