/** Programs that are measured, each in a process of its own: started, asked what they use, ended kindly or as a power cut would. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Usage } from '../bots/probe.ts'

export interface Child {
  usage(): Promise<Usage>
  tell(what: unknown): void
  /** Resolves with the next thing it says over its line. @throws when it ends before. */
  says(): Promise<unknown>
  /** At once and without a word; nothing it has in mind is finished. */
  kill(): Promise<void>
  /** In order; resolves when it has gone. */
  stop(): Promise<void>
}

export type Environment = Readonly<Record<string, string>>

const checkout = new URL('../../', import.meta.url)
const asInProduction = ['--max-semi-space-size=64', '--import', import.meta.resolve('tsx')]
const probe = ['--import', new URL('bench/bots/probe.ts', checkout).href]

/** `npm start -- ROLE` with these settings and no others; what it warns of is seen. */
export function startProgram(role: 'bot' | 'worker' | 'web' | 'all', environment: Environment): Child {
  return launch('src/main.ts', [role], { LOG_LEVEL: 'error', ...environment })
}

/** A peer: one of the scripts of `bench/bots`. */
export function startPeer(script: string, args: readonly string[]): Child {
  return launch(`bench/bots/${script}.ts`, args, {})
}

/** A benchmark that is broken off leaves nobody behind. */
const live = new Set<ChildProcess>()
process.once('exit', () => live.forEach((child) => child.kill('SIGKILL')))

function launch(entry: string, args: readonly string[], environment: Environment): Child {
  const child = fork(fileURLToPath(new URL(entry, checkout)), args, {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    execArgv: [...asInProduction, ...probe],
    // its log goes where ours does, away from the figures
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const gone = once(child, 'exit')
  const broken = gone.then(() =>
    Promise.reject(new Error('A process of the benchmark ended; what it said is above.')),
  )
  // who is not asked may end
  broken.catch(() => undefined)
  live.add(child)
  child.once('exit', () => live.delete(child))
  const heard = async () => (await Promise.race([once(child, 'message'), broken]))[0] as unknown
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
  return {
    usage: async () => {
      child.send('usage')
      return (await heard()) as Usage
    },
    tell: (what) => void child.send(what as string),
    says: heard,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
