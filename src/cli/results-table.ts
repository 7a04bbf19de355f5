/** Results for people at a terminal: every question with its bars, in words and numbers. */
import type { Figure, Grouping } from '../domain/figure.ts'
import { leastRespondents, type QuestionResult, type Results } from '../domain/results.ts'
import { isShown, type Cell } from '../domain/suppression.ts'
import type { Cli } from './cli.ts'

const barWidth = 24

/** The whole text; `by` adds one breakdown. */
export function resultsAsTable(results: Results, cli: Cli, by?: Grouping): string {
  const { title, opensOn, closesOn, threshold, questions } = results
  const head = [
    cli.paint.bold(cli.words({ text: title })),
    ...(results.isSample ? [cli.paint.yellow(cli.say('results-sample'))] : []),
    `${cli.say('results-span', { from: { day: opensOn }, to: { day: closesOn } })} · ${turnoutText(results, cli)}`,
  ]
  const body = hasFigures(results)
    ? questions.map((question, index) => questionText(question, index + 1, { cli, by }))
    : []
  const note = results.hasHidden ? [cli.say('results-hidden-note', { threshold })] : []
  return [head.join('\n'), ...body, ...note].join('\n\n')
}

function turnoutText(results: Results, cli: Cli): string {
  const { respondents, finished } = results
  if (!hasFigures(results)) return cli.say('results-too-few')
  const people = isShown(respondents)
    ? cli.say('results-respondents', { count: respondents.count })
    : cli.say('results-at-least', { count: leastRespondents(results) })
  return `${people}, ${cli.say('results-finished', { count: countIn(finished, cli) })}`
}

function hasFigures({ respondents, questions }: Results): boolean {
  return isShown(respondents) || questions.some(({ answered }) => isShown(answered))
}

interface Page {
  readonly cli: Cli
  readonly by: Grouping | undefined
}

function questionText(question: QuestionResult, number: number, page: Page): string {
  const { cli, by } = page
  const title = cli.paint.bold(`${number}. ${cli.words({ text: question.text })}`)
  if (!isShown(question.answered)) return `${title}\n   ${cli.say('results-question-hidden')}`
  const facts = [
    cli.say('results-answers', { count: question.answered.count }),
    cli.say('results-skipped', { count: countIn(question.skipped, cli) }),
    cli.say('results-stopped', { count: countIn(question.stopped, cli) }),
  ]
  const lines = [
    `   ${facts.join(' · ')}`,
    ...figureLines(question.figures, page),
    ...spreadLines(question, cli),
    ...quotationLines(question, cli),
  ]
  return [title, ...lines, ...(by && question.figures.length > 0 ? groupLines(question, by, page) : [])].join(
    '\n',
  )
}

function groupLines({ groups }: QuestionResult, by: Grouping, page: Page): string[] {
  const { cli } = page
  const heading = `   ${cli.paint.underline(cli.say(`results-by-${by}`))}`
  const shown = groups.filter((group) => group.by === by)
  if (shown.length === 0) return [heading, `   ${cli.say('results-no-groups')}`]
  const blocks = shown.flatMap(({ label, answered, figures }) => [
    `   ${cli.words({ text: label })} (${countIn(answered, cli)})`,
    ...figureLines(
      figures.filter(({ people }) => isShown(people)),
      page,
      '      ',
    ),
    ...(figures.every(({ people }) => isShown(people))
      ? []
      : [`      ${cli.paint.dim(cli.say('results-others-hidden'))}`]),
  ])
  return [heading, ...blocks]
}

function figureLines(figures: readonly Figure[], page: Page, indent = '   '): string[] {
  const labels = figures.map(({ label }) => page.cli.words({ text: label }))
  const width = Math.max(0, ...labels.map((label) => [...label].length))
  return figures.map((figure, index) => `${indent}${pad(labels[index]!, width)}  ${figureText(figure, page)}`)
}

function figureText({ people, share, points }: Figure, { cli }: Page): string {
  if (!isShown(people)) return cli.paint.dim(cli.say('results-hidden'))
  const bar =
    share === undefined
      ? ''
      : `${cli.paint.blue(pad('█'.repeat(Math.round(share * barWidth)), barWidth))}  ${percent(share, cli).padStart(5)}  `
  return `${bar}${people.count}${points === undefined ? '' : `  ${cli.say('results-points', { value: decimal(points, cli) })}`}`
}

function spreadLines({ mean, median, quartiles }: QuestionResult, cli: Cli): string[] {
  return [
    ...(mean === undefined ? [] : [`   ${cli.say('results-mean', { value: decimal(mean, cli) })}`]),
    ...(median === undefined ? [] : [`   ${cli.say('results-median', { value: decimal(median, cli) })}`]),
    ...(quartiles
      ? [
          `   ${cli.say('results-quartiles', { from: decimal(quartiles[0], cli), to: decimal(quartiles[1], cli) })}`,
        ]
      : []),
  ]
}

function quotationLines({ quotations }: QuestionResult, cli: Cli): string[] {
  if (quotations.length === 0) return []
  return [
    `   ${cli.say('results-quotations')}`,
    ...quotations.map((quotation) => `   • ${printable(quotation)}`),
  ]
}

function countIn(cell: Cell, cli: Cli): string {
  return isShown(cell) ? String(cell.count) : cli.say('results-hidden')
}

/** What somebody typed must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()
}

function decimal(value: number, { locale }: Cli): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}

function percent(share: number, { locale }: Cli): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length))
}
