/** `npm run bench -- NAME [--json] [--quick]`: benchmarks, never tests; ours and a peer in turns, in one run. */
import { benchmarks } from './benchmarks.ts'
import type { Report } from './report.ts'

const [name = '', ...flags] = process.argv.slice(2)
const chosen = name === 'all' ? Object.values(benchmarks) : benchmarks[name] ? [benchmarks[name]] : []
if (chosen.length === 0) {
  process.stderr.write(
    `Which one? npm run bench -- NAME [--json] [--quick], NAME being one of: ${Object.keys(benchmarks).join(', ')}, all\n`,
  )
  process.exit(2)
}
// whatever was started ends with this process
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
for (const benchmark of chosen) {
  const report = await benchmark({
    isQuick: flags.includes('--quick'),
    onProgress: (what) => process.stderr.write(`${what}\n`),
  })
  process.stdout.write(flags.includes('--json') ? `${JSON.stringify(report)}\n` : forPeople(report))
  if (report.checks.some(({ holds }) => !holds)) process.exitCode = 1
}

function forPeople({ name: title, runs, ours, peers, ratio, checks, machine, details }: Report): string {
  const lines = [
    `${title}: ${runs} runs on ${machine}`,
    `  ours ${ours}`,
    ...Object.entries(peers).map(([peer, figure]) => `  ${peer} ${figure}`),
    `  ratio ${ratio}`,
    ...checks.map(({ what, figure, bound, holds }) => `  ${holds ? '✓' : '✗'} ${what}: ${figure} (${bound})`),
    ...Object.entries(details ?? {}).map(([what, value]) => `    ${what}: ${JSON.stringify(value)}`),
  ]
  return `${lines.join('\n')}\n`
}
