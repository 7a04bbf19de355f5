/** Runs the tests, leaving out those whose Redis or Chromium this machine lacks, and says so. Its last line is `N passed, N failed`. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { tsImport } from 'tsx/esm/api'

const root = fileURLToPath(new URL('..', import.meta.url))
const { findRedis, findChromium } = await tsImport('../test/support/installed.ts', import.meta.url)
const suites = [
  { kind: 'redis', need: 'redis-server', isThere: Boolean(findRedis()) },
  { kind: 'browser', need: 'Chromium', isThere: Boolean(findChromium()) },
]
const missing = suites.filter(({ isThere }) => !isThere)
const isCi = process.env.CI === 'true'
const results = mkdtempSync(path.join(os.tmpdir(), 'hejnal-results-'))
const file = path.join(results, 'results.json')

const code = await vitest([
  ...missing.map(({ kind }) => `--exclude=**/*.${kind}.test.ts`),
  ...process.argv.slice(2),
])
const counted = count(code)
rmSync(results, { recursive: true, force: true })
for (const { kind, need } of missing)
  console.log(
    `Left out: *.${kind}.test.ts, because ${need} is not on this machine.${isCi ? ' With CI=true that is a failure.' : ''}`,
  )
const failures = counted.failed + (isCi ? missing.length : 0)
console.log(
  `${counted.passed} passed, ${failures} failed${counted.skipped > 0 ? `, ${counted.skipped} skipped` : ''}`,
)
process.exitCode = code === 0 && failures === 0 ? 0 : 1

function vitest(args) {
  const program = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const child = spawn(process.execPath, [program, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  // Ctrl-C reaches vitest as well, which then stops the database; leaving before it has would hide how that went.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve) => child.on('close', (status) => resolve(status ?? 1)))
}

/** A file that could not be read as tests, or a run that broke outside any test, counts as one failure. */
function count(status) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults = [],
  } = read()
  const broken = testResults.filter(
    (one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = numFailedTests + broken
  return {
    passed: numPassedTests,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  }
}

function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
