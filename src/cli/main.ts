#!/usr/bin/env node
/** `npm run hejnal -- …`: the command line for those who run the programme. Exit codes: 0 done, 1 refused, 2 misused. */
import { userInfo } from 'node:os'
import { Command, Option, type CommanderError } from 'commander'
import { locales, localeOf, type Locale } from '../domain/phrase.ts'
import { openGround, type Ground } from '../ground.ts'
import { readConfig, terminalOf } from '../runtime/config.ts'
import { silent } from '../runtime/log.ts'
import { loadText, type Text } from '../runtime/text.ts'
import { addAnnouncement } from './announcement.ts'
import { addCalendar } from './calendar.ts'
import { addCase } from './case.ts'
import { addChat } from './chat.ts'
import { addCity } from './city.ts'
import { createCli, explain, type Cli, type OpenHow } from './cli.ts'
import { addContact } from './contact.ts'
import { addEvidence } from './evidence.ts'
import { addConsultation } from './consultation.ts'
import { explainFailure, isMisuse } from './failure.ts'
import { addKey } from './key.ts'
import { addOutcome } from './outcome.ts'
import { addModeration } from './moderation.ts'
import { addPopulation } from './population.ts'
import { addRehearse } from './rehearse.ts'
import { addPlan } from './plan.ts'
import { addResults } from './results.ts'
import { addStaff } from './staff.ts'
import { addTombstone } from './tombstone.ts'

async function run(words: readonly string[]): Promise<number> {
  let exitCode = 0
  const text = loadText()
  const ground = lazyGround(text)
  const program = new Command('hejnal')
  const cli = createCli({
    account: accountHere(),
    locale: languageIn(words),
    text,
    isJson: () => program.opts<{ json?: boolean }>().json === true,
    openContext: ground.open,
    out: (line) => void process.stdout.write(line),
    err: (line) => void process.stderr.write(line),
    fail: () => (exitCode = 1),
  })
  try {
    await describe(program, cli).parseAsync([...words], { from: 'user' })
  } catch (error) {
    exitCode = isMisuse(error) ? explainMisuse(error, cli) : explainFailure(error, cli, isDebugging())
  } finally {
    await ground.close()
  }
  return exitCode
}

/** An account may have a number and no name. */
function accountHere(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? '')
  }
}

/** The language is needed before the words are parsed, because the help is written in it. */
function languageIn(words: readonly string[]): Locale {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const named = words[at]?.split('=')[1] ?? words[at + 1]
  return (
    locales.find((locale) => at >= 0 && locale === named) ??
    localeOf(terminalOf().language?.split('.')[0]) ??
    'en'
  )
}

function lazyGround(text: Text) {
  let opening: Promise<Ground> | undefined
  return {
    open: async (how?: OpenHow) =>
      (await (opening ??= openGround(readConfig(), { log: silent, text, connections: 2, ...how }))).context,
    close: async () => (await opening?.catch(() => undefined))?.close(),
  }
}

function isDebugging(): boolean {
  try {
    return ['debug', 'trace'].includes(readConfig().LOG_LEVEL)
  } catch {
    return false
  }
}

const headings: Readonly<Record<string, string>> = {
  'Usage:': 'cli-title-usage',
  'Arguments:': 'cli-title-arguments',
  'Options:': 'cli-title-options',
  'Commands:': 'cli-title-commands',
}

/** Everything said by the command parser itself is put into the reader's language here. */
function describe(program: Command, cli: Cli): Command {
  program
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => cli.paint.bold(headings[title] ? cli.say(headings[title]) : title),
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
    })
    .helpOption('-h, --help', cli.say('cli-help-option'))
    .helpCommand('help [command]', cli.say('cli-help-command'))
    .addOption(new Option('--lang <language>', cli.say('cli-lang-option')).choices(locales))
    .option('--json', cli.say('cli-json-option'))
  explain(program, cli, 'cli-description', [
    'consultation import consultations.yaml',
    'consultation list',
    'results safe-way-to-school',
  ])
  addConsultation(program, cli)
  addAnnouncement(program, cli)
  addResults(program, cli)
  addOutcome(program, cli)
  addPlan(program, cli)
  addCity(program, cli)
  addPopulation(program, cli)
  addChat(program, cli)
  addEvidence(program, cli)
  addRehearse(program, cli)
  addStaff(program, cli)
  addContact(program, cli)
  addCalendar(program, cli)
  addCase(program, cli)
  addModeration(program, cli)
  addTombstone(program, cli)
  addKey(program, cli)
  return program
}

/** A bare command group has shown its help already; everything else gets a sentence in place of the parser's own. */
function explainMisuse({ exitCode, code, message }: CommanderError, cli: Cli): number {
  if (exitCode === 0) return 0
  if (code === 'commander.help') return 2
  const kind = code.replace('commander.', '')
  const [, name = ''] = /'([^']+)'/.exec(message) ?? []
  const [, guess] = /Did you mean (?:one of )?([^?]+)\?/.exec(message) ?? []
  cli.complain(cli.say(misuses.includes(kind) ? `cli-misuse-${kind}` : 'cli-misuse', { name }))
  if (guess) cli.complain(cli.say('cli-misuse-guess', { guess }))
  cli.complain(cli.say('cli-misuse-help'))
  return 2
}

const misuses = [
  'unknownOption',
  'unknownCommand',
  'missingArgument',
  'excessArguments',
  'optionMissingArgument',
  'invalidArgument',
  'missingMandatoryOptionValue',
]

/** Whoever reads us may stop reading (`| head`): no reason to complain. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const exitCode = await run(process.argv.slice(2))
// The schema engine leaves a timer of ten seconds behind, which nobody waits for.
process.stderr.write('', () => process.stdout.write('', () => process.exit(exitCode)))
