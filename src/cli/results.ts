/** `results ID`: what came of a consultation, for people, spreadsheets and programs; `results publish ID`: for everybody. */
import { Option, type Command } from 'commander'
import { comparedNow, publishResults } from '../app/publications.ts'
import { resultsAsCsv } from '../app/results-file/csv.ts'
import { resultsOf } from '../app/results.ts'
import { groupings, type Grouping } from '../domain/figure.ts'
import { explain, type Cli } from './cli.ts'
import { comparisonAsText } from './results-comparison.ts'
import { resultsAsTable } from './results-table.ts'

const formats = ['table', 'json', 'csv'] as const

/** Adds the commands. */
export function addResults(program: Command, cli: Cli): void {
  const command = program.command('results').argument('<id>', cli.say('results-id'))
  explain(command, cli, 'results-help', [
    'results safe-way-to-school',
    'results safe-way-to-school --by district',
    'results safe-way-to-school --format csv > results.csv',
    'results publish safe-way-to-school',
  ])
    .addOption(new Option('--format <form>', cli.say('results-format')).choices(formats).default('table'))
    .addOption(new Option('--by <group>', cli.say('results-by')).choices(groupings))
    .action((id: string, options: { format: (typeof formats)[number]; by?: Grouping }) =>
      show(cli, id, options),
    )
  explain(command.command('publish'), cli, 'results-publish-help', ['results publish safe-way-to-school'])
    .argument('<id>', cli.say('results-id'))
    .action((id: string) => publish(cli, id))
}

async function show(
  cli: Cli,
  id: string,
  { format, by }: { format: (typeof formats)[number]; by?: Grouping },
): Promise<void> {
  const context = await cli.context()
  const results = await resultsOf(context, id)
  const comparison = await comparedNow(context, results)
  const whole = { ...results, ...(comparison ? { comparison } : {}) }
  if (format === 'csv') return cli.write(resultsAsCsv(results, context.text, comparison))
  if (format === 'json') return cli.write(`${JSON.stringify(whole, undefined, 2)}\n`)
  cli.print(whole, () => {
    const parts = [
      resultsAsTable(results, cli, by),
      ...(comparison ? [comparisonAsText(comparison, cli)] : []),
    ]
    return parts.join('\n\n')
  })
}

async function publish(cli: Cli, id: string): Promise<void> {
  const context = await cli.context()
  const outcome = await publishResults(context, id, cli.person)
  const path = `/results/${id}`
  const url = context.config.PUBLIC_URL ? new URL(path, context.config.PUBLIC_URL).href : path
  cli.print({ id, outcome, url }, () =>
    cli.say(outcome === 'published' ? 'results-published' : 'results-published-already', { url }),
  )
}
