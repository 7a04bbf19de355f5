import { monitorEventLoopDelay } from 'node:perf_hooks'
import { startDiscord } from './support/discord.ts'
import { discord } from '../src/channels/discord.ts'
const server = await startDiscord({ isChecking: process.argv[2] === 'check' })
const seen = new Map<string, number>()
const n: Record<string, number> = {}
const log = (f: object, m: string) => { const k = m + JSON.stringify(f); n[k] = (n[k] ?? 0) + 1 }
const channel = discord({ token: server.token, apiRoot: server.root, log: { debug() {}, info() {}, warn: log, error: log }, commands: [{ name: 'start', names: {}, descriptions: { en: 'x' } }], words: () => ({ write: 'w', yourAnswer: 'y', more: 'm', choose: 'c' }) })
await channel.listen(async ({ from }) => { const n = (seen.get(from.value) ?? 0) + 1; seen.set(from.value, n); return [{ text: `Q${n}`, lang: 'pl', replaces: true, choices: [{ id: 'a', label: 'A' }] }] })
for (const round of [1, 2, 3]) {
  seen.clear()
  const h = monitorEventLoopDelay({ resolution: 5 }); h.enable()
  const people = Array.from({ length: 200 }, () => server.member())
  const from = server.acks.length
  const t = Date.now(); const cpu = process.cpuUsage()
  await Promise.allSettled(people.map(async (p) => { await p.runs('/start'); await p.sees(/^Q1$/, 60000); for (let i = 2; i <= 8; i++) { await p.taps('A'); await p.sees(`Q${i}`, 60000) } }))
  const a = server.acks.slice(from).map((x) => x.afterMs).sort((x, y) => x - y)
  const c = process.cpuUsage(cpu)
  console.log(round, Date.now() - t, 'ms', 'cpu', (c.user + c.system) / 1e3, 'p50', a[a.length >> 1], 'p90', a[Math.floor(a.length * 0.9)], 'p99', a[Math.floor(a.length * 0.99)], 'max', a.at(-1), n, 'loop max', h.max / 1e6)
}
await channel.close(); await server.close()
