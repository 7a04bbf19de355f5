/** The rules of the architecture in one table, and what is against them in a set of files. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

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
export const owners: Readonly<Record<string, readonly string[]>> = {
  '@clack/prompts': ['src/trial.ts'],
  '@resvg/': ['src/web/results/png.ts'],
  '@fluent/bundle': ['src/runtime/text.ts'],
  'd3-geo': ['src/app/district-map/'],
  'date-holidays': ['src/runtime/calendar.ts'],
  'ical-generator': ['src/runtime/ics.ts'],
  'rrule-temporal': ['src/runtime/recurrence.ts'],
  '@hono/node-server': ['src/web/'],
  '@prisma/': ['src/store/'],
  bullmq: ['src/runtime/queue.ts', 'jobs/worker.ts'],
  'cli-table3': ['src/cli/'],
  commander: ['src/cli/'],
  'csv-stringify': ['src/cli/', 'src/app/results-file/'],
  'discord.js': ['src/channels/discord/'],
  dotenv: ['src/runtime/config.ts'],
  echarts: ['src/web/results/chart.ts'],
  'file-type': ['src/app/evidence-file/'],
  fflate: ['src/app/file/'],
  'fastest-levenshtein': ['src/domain/typed.ts', 'src/app/file/'],
  grammy: ['src/channels/telegram/'],
  hono: ['src/web/'],
  ioredis: ['src/runtime/queue.ts'],
  'node-cron': ['jobs/schedule.ts'],
  pg: ['src/store/'],
  picocolors: ['src/cli/', 'src/trial.ts'],
  pino: ['src/runtime/log.ts'],
  'read-excel-file': ['src/app/file/'],
  undici: ['src/channels/file.ts', 'src/channels/telegram/'],
  'write-excel-file': ['src/app/plan-file/', 'src/app/results-file/'],
  yaml: ['src/app/'],
  zod: ['src/runtime/config.ts', 'src/app/'],
}

/** What only these files may say; `domain` is pure and says none of the last row. */
const words: readonly { readonly what: string; readonly says: RegExp; readonly only: RegExp }[] = [
  {
    what: 'reads process.env',
    says: /\bprocess\.env\b|\benv\b[^\n]*from 'node:process'/,
    only: /^src\/runtime\/config\.ts$/,
  },
  { what: 'reads process.argv', says: /\bprocess\.argv\b/, only: /^src\/(cli\/)?main\.ts$/ },
  {
    what: 'ends the process',
    says: /\bprocess\.(exit|exitCode)\b/,
    only: /^src\/(main|stopping|cli\/main)\.ts$/,
  },
  {
    what: 'reads the clock',
    says: /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)/,
    only: /^src\/runtime\/clock\.ts$/,
  },
  { what: 'writes to the console', says: /\bconsole\.\w/, only: /^$/ },
  {
    what: 'is not pure',
    says: /from 'node:|\b(setTimeout|setInterval|fetch|process|crypto|performance)\b[.(]|\bMath\.random\b/,
    only: /^(?!src\/domain\/)/,
  },
]

const bannedNames = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'manager',
  'service',
  'services',
  'base',
  'misc',
]

/** Paths from the checkout's root, with what they hold. */
export type Files = ReadonlyMap<string, string>

/** Everything that is against the rules, each as `file what`. */
export function violations(files: Files): string[] {
  return [...files].flatMap(([file, text]) => {
    const code = withoutComments(text)
    const imports = importsOf(code)
    return [
      ...imports
        .filter((target) => target.startsWith('.'))
        .flatMap((target) => layerViolation(file, resolved(file, target))),
      ...imports
        .filter((target) => !/^(\.|node:)/.test(target))
        .flatMap((target) => ownerViolation(file, target)),
      ...words
        .filter(({ says, only }) => !only.test(file) && says.test(code))
        .map(({ what }) => `${file} ${what}`),
      ...nameViolation(file),
    ]
  })
}

function layerViolation(file: string, target: string): string[] {
  const [from, to] = [placeOf(file), placeOf(target)]
  if (exceptions[file] === target) return []
  if (target.startsWith('src/store/prisma/') && from?.name !== 'src/store')
    return [`${file} imports ${target}`]
  const isAllowed = from && to && (from.name === to.name || to.row < from.row)
  return isAllowed ? [] : [`${file} imports ${target}`]
}

function ownerViolation(file: string, library: string): string[] {
  const name = Object.keys(owners).find(
    (one) => library === one || library.startsWith(one.endsWith('/') ? one : `${one}/`),
  )
  const isAllowed = name !== undefined && owners[name]!.some((place) => file.startsWith(place))
  return isAllowed ? [] : [`${file} imports ${library}`]
}

/** A name that says nothing, or a file that lies where it should not. */
export function nameViolation(file: string): string[] {
  const said = file.split('/').flatMap((part) => part.replace(/\..*$/, '').toLowerCase().split('-'))
  const isStray = /^src\/[^/]+$/.test(file) && !root.includes(file)
  return [
    ...(said.some((word) => bannedNames.includes(word)) ? [`${file} has a name that says nothing`] : []),
    ...(isStray ? [`${file} lies beside the composition root`] : []),
  ]
}

function placeOf(file: string): { name: string; row: number } | undefined {
  const all = layers.flatMap((row, index) => row.map((name) => ({ name, row: index })))
  return all
    .filter(({ name }) => file.startsWith(`${name}/`))
    .toSorted((one, other) => other.name.length - one.name.length)[0]
}

/** Declarations as oxfmt leaves them, at the beginning of a line, and `import(…)` wherever it stands. */
export function importsOf(code: string): string[] {
  const what = /(?:type\s+)?(?:[\w$]+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?)?\s*from\s*/
  const statement = new RegExp(
    `^(?:import|export)\\s+${what.source}['"]([^'"]+)['"]|^import\\s*['"]([^'"]+)['"]|\\bimport\\(\\s*['"]([^'"]+)['"]`,
    'gm',
  )
  return [...code.matchAll(statement)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
}

/** The code alone: what a comment says is no import. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<![:'"`\w])\/\/.*$/gm, '')
}

function resolved(file: string, target: string): string {
  return path.posix.join(path.posix.dirname(file), target)
}

/** The checkout's root. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url))

/** The sources in these folders, without the generated client. */
export function read(...folders: readonly string[]): Files {
  const names = folders.flatMap((folder) =>
    readdirSync(path.join(checkout, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  const ours = names.filter((name) => /\.(ts|mjs)$/.test(name) && !name.startsWith('src/store/prisma/'))
  return new Map(ours.map((name) => [name, readFileSync(path.join(checkout, name), 'utf8')]))
}
