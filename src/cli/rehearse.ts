/** `hejnal rehearse`: what the coming days would bring if nobody answered, as a table on the screen or a file for a spreadsheet. */
import { writeFile } from 'node:fs/promises'
import { InvalidArgumentError, type Command } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { rehearsePlan, type RehearsalLine } from '../app/rehearsal.ts'
import { titleOf, whoIs } from '../domain/deadline-words.ts'
import { deadlineKinds, type DeadlineKind } from '../domain/deadline.ts'
import { wallOf } from '../domain/moment.ts'
import { say, type Day, type Phrase } from '../domain/phrase.ts'
import { explain, type Cli } from './cli.ts'

interface Options {
  readonly from: Day
  readonly to: Day
  readonly csv?: string
}

export function addRehearse(program: Command, cli: Cli): void {
  explain(program.command('rehearse'), cli, 'cli-rehearse', [
    'rehearse --from 2027-01-01 --to 2027-01-31',
    'rehearse --from 2027-01-01 --to 2027-12-31 --csv year.csv',
  ])
    .requiredOption('--from <day>', cli.say('cli-rehearse-from'), dayOrFail(cli))
    .requiredOption('--to <day>', cli.say('cli-rehearse-to'), dayOrFail(cli))
    .option('--csv <file>', cli.say('cli-rehearse-csv'))
    .action(async (options: Options) => {
      const context = await cli.context()
      const lines = await rehearsePlan(context, options)
      const rows = lines.map((line) => rowOf(line, context.config.TIME_ZONE))
      if (options.csv) await writeFile(options.csv, csvOf(cli, rows))
      cli.print(
        rows.map((row) => inWords(cli, row)),
        () => forPeople(cli, rows, options),
      )
    })
}

interface Row {
  readonly day: Day
  readonly time: string
  readonly to: string | Phrase
  readonly channel: string
  readonly what: Phrase
  readonly entity: Phrase
  readonly due: Day
  readonly step: Phrase
  readonly message: string
  readonly fate: Phrase
  readonly isSent: boolean
}

function rowOf(line: RehearsalLine, timeZone: string): Row {
  const { deadline, person, step, at, heldUntil, about } = line
  const { day, time } = wallOf(heldUntil ?? at, timeZone)
  const kind = deadlineKinds.find((one) => deadline.source.startsWith(`${one}/`)) as DeadlineKind
  return {
    day,
    time,
    to: person ? person.seats.join(', ') : say('rehearse-nobody'),
    channel: person?.channel ?? '',
    what: titleOf({ ...deadline, kind }),
    entity: { text: line.entity },
    due: deadline.dueOn,
    step: stepInWords(step),
    message: about ? `${line.personId} ${about}` : '',
    fate: fateOf(line, wallOf(at, timeZone).time),
    isSent: about !== null,
  }
}

/** Why it is said: so many days before or after, or which rung of the ladder. */
function stepInWords(step: string): Phrase {
  if (step.startsWith('>'))
    return say('rehearse-up', { who: whoIs(step.slice(1) as Parameters<typeof whoIs>[0]) })
  const days = Number(step)
  if (days === 0) return say('rehearse-day')
  return say(days < 0 ? 'rehearse-before' : 'rehearse-after', { days: Math.abs(days) })
}

function fateOf({ why, about }: RehearsalLine, time: string): Phrase {
  if (why) return say(`rehearse-why-${why}`, { time })
  return say(about?.startsWith('digest/') ? 'rehearse-digest' : 'rehearse-alone')
}

function inWords(cli: Cli, row: Row) {
  return {
    day: row.day,
    time: row.time,
    to: typeof row.to === 'string' ? row.to : cli.words(row.to),
    channel: row.channel,
    what: cli.words(row.what),
    entity: cli.words(row.entity),
    due: row.due,
    step: cli.words(row.step),
    fate: cli.words(row.fate),
    isSent: row.isSent,
  }
}

function csvOf(cli: Cli, rows: readonly Row[]): string {
  // what a city wrote must not become a formula in somebody's spreadsheet
  return stringify(
    rows.map((row) => inWords(cli, row)),
    { header: true, bom: true, escape_formulas: true, cast: { boolean: (is) => (is ? '1' : '0') } },
  )
}

function forPeople(cli: Cli, rows: readonly Row[], { from, to, csv }: Options): string {
  const messages = new Set(rows.filter(({ isSent }) => isSent).map(({ message }) => message))
  const days = [...new Set(rows.map(({ day }) => day))]
  const summary = cli.say('rehearse-summary', {
    from: { day: from },
    to: { day: to },
    messages: messages.size,
    left: rows.filter(({ isSent }) => !isSent).length,
  })
  if (csv) return `${summary}\n${cli.say('rehearse-written', { file: csv })}`
  return [...days.flatMap((day) => dayLines(cli, day, rows)), cli.paint.bold(summary)].join('\n')
}

function dayLines(cli: Cli, day: Day, rows: readonly Row[]): string[] {
  const lines = rows.filter((row) => row.day === day).map((row) => inWords(cli, row))
  const heads = [...new Set(lines.map(({ time, to }) => `  ${time}  ${to}`))]
  const underHead = (head: string) =>
    lines
      .filter(({ time, to }) => head === `  ${time}  ${to}`)
      .flatMap(({ what, entity, due, step, fate, isSent }) => [
        isSent ? `         • ${what}` : cli.paint.dim(`         • ${what}`),
        cli.paint.dim(`           ${entity}, ${due}: ${step} – ${fate}`),
      ])
  return [cli.paint.bold(day), ...heads.flatMap((head) => [head, ...underHead(head)]), '']
}

function dayOrFail(cli: Cli): (value: string) => Day {
  return (value) => {
    const at = new Date(`${value}T00:00:00Z`)
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && at.toISOString().startsWith(value)
    if (!isDay) throw new InvalidArgumentError(cli.say('cli-rehearse-day', { value }))
    return value
  }
}
