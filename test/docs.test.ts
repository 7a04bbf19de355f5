/** Holds the documents to the program: commands, settings, links, files and messages they name have to exist. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Command } from 'commander'
import { parse as parseEnvironment } from 'dotenv'
import { describe, expect, test } from 'vitest'
import { benchmarks } from '../bench/benchmarks.ts'
import { addAnnouncement } from '../src/cli/announcement.ts'
import { addCalendar } from '../src/cli/calendar.ts'
import { addCase } from '../src/cli/case.ts'
import { addChat } from '../src/cli/chat.ts'
import { addCity } from '../src/cli/city.ts'
import { createCli } from '../src/cli/cli.ts'
import { addEvidence } from '../src/cli/evidence.ts'
import { addContact } from '../src/cli/contact.ts'
import { addConsultation } from '../src/cli/consultation.ts'
import { addKey } from '../src/cli/key.ts'
import { addOutcome } from '../src/cli/outcome.ts'
import { addModeration } from '../src/cli/moderation.ts'
import { addPlan } from '../src/cli/plan.ts'
import { addPopulation } from '../src/cli/population.ts'
import { addRehearse } from '../src/cli/rehearse.ts'
import { addResults } from '../src/cli/results.ts'
import { addStaff } from '../src/cli/staff.ts'
import { addTombstone } from '../src/cli/tombstone.ts'
import { configNames, readConfig } from '../src/runtime/config.ts'
import { loadText } from '../src/runtime/text.ts'
import { brokenLinks } from './support/links.ts'

const checkout = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFileSync(path.join(checkout, name), 'utf8')
const inFolder = (folder: string) =>
  readdirSync(path.join(checkout, folder)).map((name) => path.posix.join(folder, name))
const documents = [...inFolder('.'), ...inFolder('docs'), ...inFolder('docs/decisions')].filter((name) =>
  name.endsWith('.md'),
)
const sentences = loadText()

test('there are the documents a newcomer looks for', () => {
  expect(documents).toEqual(
    expect.arrayContaining([
      'README.md',
      'README.pl.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'docs/glossary.md',
    ]),
  )
  expect(read('LICENSE')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
})

describe.each(documents)('%s', (name) => {
  const text = read(name)

  test('links only to what is there', () => {
    expect(brokenLinks(name, text)).toEqual([])
  })

  test('names only files that are there', () => {
    const files = [
      ...text.matchAll(/`((?:src|jobs|test|bench|scripts|prisma|docs|locales)\/[\w./-]*)`/g),
    ].map(([, file]) => file!)
    expect(files.filter((file) => !existsSync(path.join(checkout, file)))).toEqual([])
  })

  test('names only scripts that npm knows', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start))\b/g)].map(
      ([, run, plain]) => run ?? plain!,
    )
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })

  test('names only commands and options that the command line knows', () => {
    expect(hejnalLines(text).filter((line) => !isKnown(commandLine(), line.split(' ')))).toEqual([])
  })

  test('holds nothing of the machine it was written on', () => {
    expect(text).not.toMatch(/(^|[\s"'`(=])\/(work|home|root|tmp|Users)\b/m)
  })
})

describe('the checks of documents', () => {
  test('find a broken link and a missing heading', () => {
    const text =
      'See [one](docs/nowhere.md), [two](docs/glossary.md#no-such-heading), [three](docs/glossary.md#the-machinery), [four](https://example.org).'
    expect(brokenLinks('README.md', text)).toEqual(['docs/nowhere.md', 'docs/glossary.md#no-such-heading'])
  })

  test('find a command and an option that do not exist', () => {
    const known = (line: string) => isKnown(commandLine(), line.split(' '))
    expect(
      ['results x --format csv', 'staff invite --role auditor', '--lang pl plan import x.yaml', '--help'].map(
        known,
      ),
    ).toEqual([true, true, true, true])
    expect(
      ['results x --forma csv', 'staff promote', 'announcement x.yaml', 'staff invite --role queen'].map(
        known,
      ),
    ).toEqual([false, false, false, false])
  })
})

describe('the command line', () => {
  test('is documented, every command of it', () => {
    const written = documents.map(read).join('\n')
    expect(leaves(commandLine()).filter((words) => !written.includes(words))).toEqual([])
  })

  test('has the commands that these tests put together', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', '--lang', 'en', '--help'],
      { cwd: checkout },
    )
    const [listed = ''] = (stdout.split('Commands:')[1] ?? '').split('Examples:')
    const names = [...listed.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name!)
    const ours = commandLine().commands.map((one) => one.name())
    expect(names.toSorted()).toEqual([...ours, 'help'].toSorted())
  })
})

describe('the settings', () => {
  const example = parseEnvironment(read('.env.example'))

  test('stand in .env.example, all of them and no others', () => {
    expect(Object.keys(example).toSorted()).toEqual([...configNames].toSorted())
  })

  test('have in .env.example the values they have unless set', () => {
    expect(readConfig(example)).toEqual(readConfig({}))
  })

  test.each(configNames)('%s is explained in the README', (name) => {
    expect(
      read('README.md')
        .split('\n')
        .some((line) => line.startsWith('|') && line.includes(`\`${name}\``)),
    ).toBe(true)
  })
})

test('the troubleshooting table quotes what the program really says', () => {
  const [, , ...rows] = read('docs/operator.md')
    .split('## When something goes wrong')[1]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const quotes = rows.map((row) => row.split('|')[1]!.replace(/\((log|\d+)\)/, ''))
  const parts = quotes.flatMap((quote) => quote.split(/…|"/)).map((part) => part.trim().replace(/[:.]$/, ''))
  const said = whatIsSaid()
  expect(rows.length).toBeGreaterThan(15)
  expect(parts.filter((part) => part.length > 3 && !said.includes(part))).toEqual([])
})

test('the Polish README gives the same commands', () => {
  expect(
    hejnalLines(read('README.pl.md')).filter(
      (line) => !hejnalLines(read('README.md')).map(withoutRole).includes(withoutRole(line)),
    ),
  ).toEqual([])
})

test('every benchmark has its row in the README, and every row its benchmark', () => {
  const [, section = ''] = read('README.md').split('## Benchmarks')
  const rows = [...section.split('\n## ')[0]!.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name!)
  expect(rows).toEqual(Object.keys(benchmarks))
})

test('every decision is in the list of decisions', () => {
  const files = readdirSync(path.join(checkout, 'docs/decisions')).filter((name) => /^\d{3}-/.test(name))
  expect(files.length).toBeGreaterThanOrEqual(10)
  expect(files.filter((name) => !read('docs/decisions/README.md').includes(`(${name})`))).toEqual([])
})

test('the review of the data names every table, and no other', () => {
  const tables = [...read('prisma/schema.prisma').matchAll(/@@map\("(\w+)"\)/g)].map(([, name]) => name!)
  const [, drawing = ''] = read('docs/data.md').split('```')
  const named = [...drawing.matchAll(/(\w+) [●○]/g)].map(([, name]) => name!)
  expect([...new Set(named)].toSorted()).toEqual(tables.toSorted())
})

test('the guide to consultation files leads editors to the JSON Schema', () => {
  const [, schema] = /yaml-language-server: \$schema=(\S+)/.exec(read('docs/consultation-files.md')) ?? []
  expect(schema && existsSync(path.join(checkout, 'docs', schema))).toBe(true)
})

/** What stands behind `npm run hejnal -- `. */
function hejnalLines(text: string): string[] {
  return [...text.matchAll(/npm run hejnal -- ([^`\n#|]+)/g)].map(([, words]) =>
    words!.replace(/ > .*/, '').trim(),
  )
}

function withoutRole(line: string): string {
  return line.replace(/^--lang pl /, '').replace(/--role \w+/, '--role')
}

function commandLine(): Command {
  const program = new Command('hejnal').option('--lang <language>').option('--json')
  const cli = createCli({
    locale: 'en',
    text: sentences,
    isJson: () => false,
    openContext: () => Promise.reject(new Error('not opened')),
    out: () => {},
    err: () => {},
    fail: () => {},
  })
  for (const add of [
    addConsultation,
    addAnnouncement,
    addResults,
    addOutcome,
    addPlan,
    addCity,
    addPopulation,
    addChat,
    addEvidence,
    addRehearse,
    addStaff,
    addContact,
    addCalendar,
    addCase,
    addModeration,
    addTombstone,
    addKey,
  ])
    add(program, cli)
  return program
}

/** Options of the whole program may stand anywhere. */
function isKnown(command: Command, [word, ...rest]: readonly string[], program = command): boolean {
  if (word === undefined || word === '--help') return true
  if (word.startsWith('-')) {
    const option = [...command.options, ...program.options].find(({ long }) => long === word)
    const isValueKnown = !option?.argChoices || option.argChoices.includes(rest[0] ?? '')
    return (
      option !== undefined &&
      isValueKnown &&
      isKnown(command, option.required ? rest.slice(1) : rest, program)
    )
  }
  const next = command.commands.find((one) => one.name() === word)
  return next
    ? isKnown(next, rest, program)
    : command.registeredArguments.length > 0 && isKnown(command, rest, program)
}

function leaves(command: Command, words: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [words.join(' ')]
  return command.commands.flatMap((one) => leaves(one, [...words, one.name()]))
}

/** Every English sentence and everything in the sources. */
function whatIsSaid(): string {
  const sources = ['src', 'jobs'].flatMap((folder) =>
    readdirSync(path.join(checkout, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  const english = inFolder('locales').filter((name) => /[./]en\.ftl$/.test(name))
  return [
    ...english,
    ...sources.filter((name) => name.endsWith('.ts') && !name.startsWith('src/store/prisma/')),
  ]
    .map(read)
    .join('\n')
}
