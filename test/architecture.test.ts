/** Holds the layers, and who may know which library: one table, read from the import statements themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { locales } from '../src/domain/phrase.ts'
import { loadText } from '../src/runtime/text.ts'

/** Each layer may import itself and what stands in an earlier row; neighbours in a row do not know each other. */
const layers = [
  ['src/domain'],
  ['src/runtime'],
  ['src/store', 'src/channels'],
  ['src/app'],
  ['src/web', 'src/cli', 'jobs'],
  ['src'],
] as const
/** The composition root: the only files that lie directly in `src`. */
const root = ['ground', 'main', 'roles', 'stopping', 'trial'].map((name) => `src/${name}.ts`)
/** The command line stands on the same ground as the service. */
const exceptions: Readonly<Record<string, string>> = { 'src/cli/main.ts': 'src/ground.ts' }

/** Which files may import a library, by the beginning of their names. A library that is not here may be imported by nobody. */
const owners: Readonly<Record<string, readonly string[]>> = {
  '@clack/prompts': ['src/trial.ts'],
  '@fluent/bundle': ['src/runtime/text.ts'],
  '@hono/node-server': ['src/web/'],
  '@prisma/': ['src/store/'],
  bullmq: ['src/runtime/queue.ts', 'jobs/worker.ts'],
  'cli-table3': ['src/cli/'],
  commander: ['src/cli/'],
  'csv-stringify': ['src/cli/'],
  'discord.js': ['src/channels/discord/'],
  dotenv: ['src/runtime/config.ts'],
  'fastest-levenshtein': ['src/domain/typed.ts', 'src/app/consultation-file/'],
  grammy: ['src/channels/telegram/'],
  hono: ['src/web/'],
  ioredis: ['src/runtime/queue.ts'],
  'node-cron': ['jobs/schedule.ts'],
  pg: ['src/store/'],
  picocolors: ['src/cli/', 'src/trial.ts'],
  pino: ['src/runtime/log.ts'],
  yaml: ['src/app/'],
  zod: ['src/runtime/config.ts', 'src/app/'],
}

/** What only these files may say; `domain` is pure and says none of the last row. */
const words: readonly { readonly what: string; readonly says: RegExp; readonly only: RegExp }[] = [
  { what: 'reads process.env', says: /\bprocess\.env\b|\benv\b[^\n]*from 'node:process'/, only: /^src\/runtime\/config\.ts$/ },
  { what: 'reads process.argv', says: /\bprocess\.argv\b/, only: /^src\/(cli\/)?main\.ts$/ },
  { what: 'ends the process', says: /\bprocess\.(exit|exitCode)\b/, only: /^src\/(main|stopping|cli\/main)\.ts$/ },
  { what: 'reads the clock', says: /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)/, only: /^src\/runtime\/clock\.ts$/ },
  { what: 'writes to the console', says: /\bconsole\.\w/, only: /^$/ },
  { what: 'is not pure', says: /from 'node:|\b(setTimeout|setInterval|fetch|process|crypto|performance)\b[.(]|\bMath\.random\b/, only: /^(?!src\/domain\/)/ },
]

const bannedNames = ['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'service', 'services', 'base', 'misc']

type Files = ReadonlyMap<string, string>

/** Everything that is against the rules, each as `file what`. */
function violations(files: Files): string[] {
  return [...files].flatMap(([file, text]) => {
    const code = withoutComments(text)
    const imports = importsOf(code)
    return [
      ...imports.filter((target) => target.startsWith('.')).flatMap((target) => layerViolation(file, resolved(file, target))),
      ...imports.filter((target) => !/^(\.|node:)/.test(target)).flatMap((target) => ownerViolation(file, target)),
      ...words.filter(({ says, only }) => !only.test(file) && says.test(code)).map(({ what }) => `${file} ${what}`),
      ...nameViolation(file),
    ]
  })
}

function layerViolation(file: string, target: string): string[] {
  const [from, to] = [placeOf(file), placeOf(target)]
  if (exceptions[file] === target) return []
  if (target.startsWith('src/store/prisma/') && from?.name !== 'src/store') return [`${file} imports ${target}`]
  const isAllowed = from && to && (from.name === to.name || to.row < from.row)
  return isAllowed ? [] : [`${file} imports ${target}`]
}

function ownerViolation(file: string, library: string): string[] {
  const name = Object.keys(owners).find((one) => library === one || library.startsWith(one.endsWith('/') ? one : `${one}/`))
  const isAllowed = name !== undefined && owners[name]!.some((place) => file.startsWith(place))
  return isAllowed ? [] : [`${file} imports ${library}`]
}

function nameViolation(file: string): string[] {
  const said = file.split('/').flatMap((part) => part.replace(/\..*$/, '').toLowerCase().split('-'))
  const isStray = /^src\/[^/]+$/.test(file) && !root.includes(file)
  return [
    ...(said.some((word) => bannedNames.includes(word)) ? [`${file} has a name that says nothing`] : []),
    ...(isStray ? [`${file} lies beside the composition root`] : []),
  ]
}

function placeOf(file: string): { name: string; row: number } | undefined {
  const all = layers.flatMap((row, index) => row.map((name) => ({ name, row: index })))
  return all.filter(({ name }) => file.startsWith(`${name}/`)).toSorted((one, other) => other.name.length - one.name.length)[0]
}

/** Declarations as oxfmt leaves them, at the beginning of a line, and `import(…)` wherever it stands. */
function importsOf(code: string): string[] {
  const what = /(?:type\s+)?(?:[\w$]+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?)?\s*from\s*/
  const statement = new RegExp(`^(?:import|export)\\s+${what.source}['"]([^'"]+)['"]|^import\\s*['"]([^'"]+)['"]|\\bimport\\(\\s*['"]([^'"]+)['"]`, 'gm')
  return [...code.matchAll(statement)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<![:'"`\w])\/\/.*$/gm, '')
}

function resolved(file: string, target: string): string {
  return path.posix.join(path.posix.dirname(file), target)
}

const checkout = fileURLToPath(new URL('..', import.meta.url))

function read(...folders: readonly string[]): Files {
  const names = folders.flatMap((folder) => readdirSync(path.join(checkout, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`))
  const ours = names.filter((name) => /\.(ts|mjs)$/.test(name) && !name.startsWith('src/store/prisma/'))
  return new Map(ours.map((name) => [name, readFileSync(path.join(checkout, name), 'utf8')]))
}

describe('the layers', () => {
  const files = read('src', 'jobs')

  test('hold: nothing imports what stands to its right, and libraries are known where they belong', () => {
    expect(files.size).toBeGreaterThan(100)
    expect(violations(files)).toEqual([])
  })

  test('are read from the import statements, all of them', () => {
    const imports = new Map([...files].map(([file, text]) => [file, importsOf(withoutComments(text))]))
    expect(imports.get('src/main.ts')).toContain('./roles.ts')
    expect(imports.get('src/store/store.ts')).toEqual(expect.arrayContaining(['@prisma/adapter-pg', '../runtime/crypto.ts']))
    const unread = [...imports].filter(([file, { length }]) => length === 0 && /^import\b/m.test(files.get(file)!))
    expect(unread).toEqual([])
  })

  test('a library in the table is used by every place it names', () => {
    const used = [...files].flatMap(([file, text]) => importsOf(withoutComments(text)).map((library) => `${file} ${library}`))
    const idle = Object.entries(owners).flatMap(([library, places]) =>
      places.filter((place) => !used.some((one) => one.startsWith(place) && one.split(' ')[1]?.startsWith(library))).map((place) => `${place} ${library}`),
    )
    expect(idle).toEqual([])
  })

  const planted: readonly [file: string, code: string, complaint: string][] = [
    ['src/domain/consultation.ts', "import { dayOf } from '../runtime/clock.ts'", 'imports src/runtime/clock.ts'],
    ['src/domain/question.ts', "import type {\n  Context,\n} from '../app/context.ts'", 'imports src/app/context.ts'],
    ['src/domain/question.ts', "import { randomUUID } from 'node:crypto'", 'is not pure'],
    ['src/domain/question.ts', 'const luck = Math.random()', 'is not pure'],
    ['src/domain/question.ts', "import { z } from 'zod'", 'imports zod'],
    ['src/store/inbox.ts', "import type { Inbox } from '../channels/channel.ts'", 'imports src/channels/channel.ts'],
    ['src/channels/web.ts', "export { openStore } from '../store/store.ts'", 'imports src/store/store.ts'],
    ['src/app/world.ts', "const prisma = await import('../store/prisma/client.ts')", 'imports src/store/prisma/client.ts'],
    ['src/app/world.ts', "import { PrismaPg } from '@prisma/adapter-pg'", 'imports @prisma/adapter-pg'],
    ['src/app/world.ts', "import { erase } from '../../jobs/erase.ts'", 'imports jobs/erase.ts'],
    ['src/app/world.ts', "import { openGround } from '../ground.ts'", 'imports src/ground.ts'],
    ['src/cli/staff.ts', "import { openGround } from '../ground.ts'", 'imports src/ground.ts'],
    ['src/web/chat.ts', "import { startWorker } from '../../jobs/worker.ts'", 'imports jobs/worker.ts'],
    ['src/web/chat.ts', "import { Api } from 'grammy'", 'imports grammy'],
    ['src/app/menu.ts', "import { Routes } from 'discord.js'", 'imports discord.js'],
    ['jobs/erase.ts', "import { Queue } from 'bullmq'", 'imports bullmq'],
    ['jobs/erase.ts', "import { schedule } from 'node-cron'", 'imports node-cron'],
    ['jobs/erase.ts', "import 'ioredis'", 'imports ioredis'],
    ['src/app/overview.ts', "import { html } from 'hono/html'", 'imports hono/html'],
    ['src/app/overview.ts', "import left from 'left-pad'", 'imports left-pad'],
    ['src/web/try.ts', "const port = process.env['WEB_PORT']", 'reads process.env'],
    ['src/web/try.ts', "import { env } from 'node:process'", 'reads process.env'],
    ['jobs/erase.ts', 'const now = Date.now()', 'reads the clock'],
    ['src/runtime/log.ts', 'const now = new Date()', 'reads the clock'],
    ['src/web/try.ts', 'process.exit(1)', 'ends the process'],
    ['src/app/plans.ts', "console.log('here')", 'writes to the console'],
    ['src/app/utils.ts', '', 'has a name that says nothing'],
    ['src/app/date-helpers.ts', '', 'has a name that says nothing'],
    ['src/common/dates.ts', '', 'has a name that says nothing'],
    ['src/service.ts', '', 'has a name that says nothing'],
    ['src/extra.ts', '', 'lies beside the composition root'],
  ]
  test.each(planted)('are not held by %s with: %s', (file, code, complaint) => {
    expect(violations(new Map([[file, code]]))).toContain(`${file} ${complaint}`)
  })

  const harmless: readonly [file: string, code: string][] = [
    ['src/domain/question.ts', "/** Not `import { z } from 'zod'`. */\n// nor process.env, nor new Date()\nconst day = new Date(0)"],
    ['src/store/store.ts', "import { Prisma } from './prisma/client.ts'\nimport pg from 'pg'"],
    ['src/cli/main.ts', "import { openGround } from '../ground.ts'\nprocess.exit(0)"],
    ['jobs/worker.ts', "import { Worker } from 'bullmq'\nimport { erase } from './erase.ts'"],
    ['src/main.ts', "import { startWorker } from '../jobs/worker.ts'\nimport { runTrial } from './trial.ts'"],
    ['src/app/overview.ts', "const link = 'https://example.org' // import { html } from 'hono/html'"],
  ]
  test.each(harmless)('hold in %s with: %s', (file, code) => {
    expect(violations(new Map([[file, code]]))).toEqual([])
  })
})

test('no file anywhere has a name that says nothing', () => {
  expect([...read('test', 'bench', 'scripts').keys()].flatMap(nameViolation)).toEqual([])
})

describe('the sentences', () => {
  const names = readdirSync(path.join(checkout, 'locales'))
  const areas = [...new Set(names.map((name) => name.replace(/(^|\.)\w+\.ftl$/, '')))]

  test.each(areas)('of the area "%s" exist in every language', (area) => {
    expect(names).toEqual(expect.arrayContaining(locales.map((locale) => (area ? `${area}.${locale}.ftl` : `${locale}.ftl`))))
  })

  test('are the same ones in every language', () => {
    const text = loadText()
    const [polish, ...others] = locales.map((locale) => text.keys(locale).toSorted())
    expect(polish!.length).toBeGreaterThan(100)
    for (const keys of others) expect(keys).toEqual(polish)
  })

  test('every file of the folder belongs to a language', () => {
    expect(names.filter((name) => !locales.some((locale) => new RegExp(`(^|\\.)${locale}\\.ftl$`).test(name)))).toEqual([])
  })
})
