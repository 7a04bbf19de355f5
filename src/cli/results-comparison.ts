/** Who is missing, for people at a terminal: a sentence for each breakdown, with the source of the city's numbers. */
import { missingOf, wholeOf, type ComparedBreakdown, type Comparison } from '../domain/comparison.ts'
import { wordingIn } from '../domain/phrase.ts'
import type { Cli } from './cli.ts'

/** The whole text. */
export function comparisonAsText({ population, breakdowns, absences }: Comparison, cli: Cli): string {
  const { source, year, isSample } = population
  return [
    cli.paint.bold(cli.say('results-who')),
    `   ${cli.say('results-who-source', { source, year: String(year) })}`,
    ...(isSample ? [`   ${cli.paint.yellow(cli.say('results-who-sample'))}`] : []),
    ...breakdowns.map((one) => `   ${cli.say(`results-by-${one.by}`)}: ${findingOf(one, cli)}`),
    ...absences.map(
      ({ by, why }) => `   ${cli.say(`results-who-${why}`, { by: cli.say(`results-by-${by}`) })}`,
    ),
  ].join('\n')
}

function findingOf(breakdown: ComparedBreakdown, cli: Cli): string {
  const whole = wholeOf(breakdown)
  const percent = new Intl.NumberFormat(cli.locale, { style: 'percent', maximumFractionDigits: 1 })
  const missing = missingOf(breakdown).map(({ label, share = 0, residentShare = 0 }) =>
    cli.say(`results-who-group-${whole}`, {
      group: wordingIn(label, cli.locale),
      share: percent.format(share),
      there: percent.format(residentShare),
    }),
  )
  if (missing.length === 0) return cli.say('results-who-nobody')
  const groups = new Intl.ListFormat(cli.locale).format(missing)
  return cli.say(`results-who-missing-${whole}`, { groups })
}
