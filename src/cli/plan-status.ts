/** `hejnal plan status`: goals with their bars, what is delayed first, money and indicators. */
import type { Command } from 'commander'
import {
  planProgress,
  type IndicatorProgress,
  type MeasureProgress,
  type PlanProgress,
  type Progress,
} from '../app/progress.ts'
import { periodOf } from '../domain/deadline-words.ts'
import { measured } from '../domain/reading.ts'
import { explain, type Cli } from './cli.ts'

/** Adds the command to those about the plan. */
export function addPlanStatus(plan: Command, cli: Cli): void {
  explain(plan.command('status'), cli, 'plan-status', [
    'plan status',
    'plan status --goal 2',
    'plan status --json',
  ])
    .option('--goal <code>', cli.say('plan-status-goal'))
    .action(async ({ goal }: { goal?: string }) => {
      const progress = await planProgress(await cli.context(), { goal })
      cli.print(asJson(progress), () => forPeople(cli, progress))
    })
}

/** Money as whole grosze in digits, since JSON knows no large integers. */
function asJson(progress: PlanProgress): unknown {
  return JSON.parse(
    JSON.stringify(progress, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  )
}

function forPeople(cli: Cli, plan: PlanProgress): string {
  const delayed = plan.goals.flatMap(({ objectives }) =>
    objectives.flatMap(({ list }) => list.filter((one) => one.isDelayed)),
  )
  return [
    cli.paint.bold(cli.words({ text: plan.names })),
    headLine(cli, plan),
    '',
    ...(delayed.length > 0
      ? [
          cli.paint.yellow(cli.say('plan-status-delayed', { count: delayed.length })),
          ...delayed.map((one) => delayedLine(cli, one)),
          '',
        ]
      : []),
    ...plan.goals.flatMap((goal) => goalLines(cli, goal)),
  ].join('\n')
}

function headLine(cli: Cli, { share, measures, planned, spent }: Progress): string {
  return cli.say('plan-status-head', {
    share: percent(cli, share),
    measures,
    planned: money(cli, planned),
    spent: money(cli, spent),
  })
}

function delayedLine(cli: Cli, { code, names, lead, steps, nextOn }: MeasureProgress): string {
  const line = cli.say('plan-status-delayed-line', {
    code,
    name: names,
    lead,
    count: steps.overdue,
    day: { day: nextOn ?? '' },
  })
  return `  ! ${line}`
}

function goalLines(cli: Cli, goal: PlanProgress['goals'][number]): string[] {
  const measures = goal.objectives.flatMap(({ list }) => list)
  return [
    `${bar(cli, goal)} ${cli.paint.bold(`${goal.code} ${cli.words({ text: goal.names })}`)}`,
    ...goal.objectives.map((one) => `${bar(cli, one)}   ${one.code} ${cli.words({ text: one.names })}`),
    ...(measures.length > 0
      ? [
          cli.paint.dim(
            cli.say('plan-status-money', {
              planned: money(cli, goal.planned),
              spent: money(cli, goal.spent),
            }),
          ),
        ]
      : []),
    ...goal.indicators.map((one) => indicatorLine(cli, one)),
    '',
  ]
}

function indicatorLine(cli: Cli, { names, unit, latest, target, isOnTarget }: IndicatorProgress): string {
  const args = {
    name: names,
    ...(latest ? { value: measured(latest.value, unit), period: periodOf(latest.period) } : {}),
    ...(target ? { target: measured(target.value, unit), day: target.date } : {}),
  }
  const key = `plan-status-indicator${latest ? '' : '-unmeasured'}${target ? '' : '-free'}`
  const line = `  ${isOnTarget === null ? '·' : isOnTarget ? '✓' : '○'} ${cli.say(key, args)}`
  return isOnTarget === false
    ? cli.paint.yellow(line)
    : isOnTarget
      ? cli.paint.green(line)
      : cli.paint.dim(line)
}

const barLength = 12

function bar(cli: Cli, { share, delayed }: Progress): string {
  const full = Math.round((share ?? 0) * barLength)
  const drawn = `${'█'.repeat(full)}${'░'.repeat(barLength - full)} ${percent(cli, share).padStart(5)}`
  return delayed > 0 ? cli.paint.yellow(drawn) : cli.paint.green(drawn)
}

function percent({ locale }: Cli, share: number | null): string {
  return share === null ? '–' : new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
}

/** Whole zlotys: nobody steers by the grosz. */
function money({ locale }: Cli, grosze: bigint): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'PLN',
    maximumFractionDigits: 0,
  })
  return format.format(grosze / 100n)
}
