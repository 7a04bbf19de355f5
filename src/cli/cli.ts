/** What every command is handed: the ground to stand on, the reader's language, and the ways to print. */
import Table from 'cli-table3'
import type { Command } from 'commander'
import picocolors from 'picocolors'
import type { Context } from '../app/context.ts'
import type { Args, Locale, Phrase } from '../domain/phrase.ts'
import type { Text } from '../runtime/text.ts'

export type Cell = string | number | Phrase

/** How the database is opened: with the key it is sealed with, or to change that key. */
export interface OpenHow {
  readonly isRotating: boolean
}

export interface Cli {
  /** The reader's language: `--lang`, else the terminal's, else English. Known before commands are registered. */
  readonly locale: Locale
  /** Who acts, as the audit table names it. */
  readonly actor: string
  /** The same with the account at this terminal, for what takes two people: `cli:anna`. */
  readonly person: string
  /** Colours, where the terminal has them. */
  readonly paint: typeof picocolors
  /** A sentence of `locales/` in the reader's language. */
  say(key: string, args?: Args): string
  /** A phrase of the domain in the reader's language. */
  words(phrase: Phrase): string
  /** The database, the clock and the rest; opened at the first call, closed when the command has ended. */
  context(how?: OpenHow): Promise<Context>
  /** Whether the command's result is wanted as JSON. */
  isJson(): boolean
  /** The command's result: `value` as JSON with `--json`, otherwise what `forPeople` writes. */
  print(value: unknown, forPeople: () => string): void
  /** Exactly this on standard output, for formats the command itself was asked for (CSV, JSON). */
  write(text: string): void
  /** A table for people, ready to be returned from `forPeople`. */
  table(head: readonly string[], rows: readonly (readonly Cell[])[]): string
  /** One line on standard error. */
  complain(line: string): void
  /** Ends with exit code 1 once the command is over. */
  fail(): void
}

/** What a `Cli` is made of; tests hand in their own. */
export interface CliParts {
  /** Whose terminal it is; nobody's unless told. */
  readonly account?: string
  readonly locale: Locale
  readonly text: Text
  readonly isJson: () => boolean
  readonly openContext: (how?: OpenHow) => Promise<Context>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly fail: () => void
}

/** Puts the parts together. */
export function createCli({ account, locale, text, isJson, openContext, out, err, fail }: CliParts): Cli {
  const words = (phrase: Phrase) => text.phrase(locale, phrase)
  const asText = (cell: Cell) => (typeof cell === 'object' ? words(cell) : String(cell))
  return {
    locale,
    actor: 'cli',
    person: account ? `cli:${account}` : 'cli',
    paint: picocolors,
    say: (key, args) => words(args ? { key, args } : { key }),
    words,
    context: openContext,
    isJson,
    print: (value, forPeople) => out(`${isJson() ? JSON.stringify(value, undefined, 2) : forPeople()}\n`),
    write: out,
    table: (head, rows) =>
      draw(
        head.map((one) => picocolors.bold(one)),
        rows.map((row) => row.map(asText)),
      ),
    complain: (line) => err(`${line}\n`),
    fail,
  }
}

/** Gives a command its description (`key` of `locales/`) and its examples, written without the `npm run hejnal -- `. */
export function explain(command: Command, cli: Cli, key: string, examples: readonly string[] = []): Command {
  const lines = examples.map((example) => `  npm run hejnal -- ${example}`)
  if (lines.length > 0) command.addHelpText('after', `\n${cli.say('cli-examples')}\n${lines.join('\n')}`)
  return command.description(cli.say(key))
}

function draw(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const chars = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
  }
  const bare = {
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: '  ',
  }
  const table = new Table({
    head: [...head],
    chars: { ...chars, ...bare },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  table.push(...rows.map((row) => [...row]))
  return table.toString()
}
