/** Everything a change must pass: format, lint, types, unused code, tests. All of it is run, whatever fails on the way. `--no-tests` leaves the tests to another step. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const scripts = ['format:check', 'lint', 'types', 'unused']
const steps = scripts.map((name) => ({ name, command: 'npm', args: ['run', '--silent', name] }))
if (!process.argv.includes('--no-tests'))
  steps.push({ name: 'tests', command: process.execPath, args: ['scripts/test.mjs'] })

const outcomes = []
for (const step of steps) outcomes.push(await run(step))
console.log()
for (const { name, isPassed, seconds } of outcomes)
  console.log(`${isPassed ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.padStart(6)} s`)
process.exitCode = outcomes.every(({ isPassed }) => isPassed) ? 0 : 1

async function run({ name, command, args }) {
  console.log(`\n── ${name}`)
  const startedAt = performance.now()
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  const code = await new Promise((resolve) => child.on('error', resolve).on('close', resolve))
  return { name, isPassed: code === 0, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) }
}
