/** Starts the whole program as a process of its own, hears what it says, and ends it kindly or at once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterwards } from './afterwards.ts'

/** What is waited for on a machine that is busy with other tests. */
const patienceMs = 60_000
/** Whoever starts with a database of its own needs both keys. */
const safeguardingKey = Buffer.alloc(32, 'safeguarding').toString('base64')
const hooks = import.meta.resolve('tsx')

export interface ProcessOptions {
  /** All it finds in its environment, besides where programs are. */
  readonly env?: Readonly<Record<string, string>>
  /** Where it runs: its `.local` and its `.env` lie there. */
  readonly cwd?: string
}

export interface Running {
  readonly pid: number
  /** Everything it has said so far, on both outputs. */
  output(): string
  /** Resolves with the match once it has said so. @throws when it ends or falls silent before. */
  says(what: RegExp): Promise<RegExpMatchArray>
  /** The address of its pages, as it announced it. */
  url(): Promise<string>
  signal(name: 'SIGINT' | 'SIGTERM'): void
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** `npm start -- ROLE`, `npm run try` without the installing, or any other entry of the program. */
export function startProcess(args: readonly string[], options: ProcessOptions = {}): Running {
  const [entry = '', ...words] = args[0]?.endsWith('.ts') ? args : ['src/main.ts', ...args]
  const child = launch([fileURLToPath(new URL(`../../${entry}`, import.meta.url)), ...words], options)
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const output = () => said.join('')
  let isOver = false
  const ended = once(child, 'close').then(([code, signal]) => {
    isOver = true
    return (code ?? signal) as number | string
  })
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  afterwards(kill)
  const says = (what: RegExp) => heard(output, what, () => isOver)
  return {
    pid: child.pid ?? 0,
    output,
    says,
    kill,
    ended,
    url: async () => (await says(/http:\/\/[\w.[\]:]+:\d+/))[0],
    signal: (name) => void child.kill(name),
  }
}

/** What `/health` answers at an address: the status, and the words. */
export async function healthAt(url: string): Promise<{ status: number; body: Record<string, unknown> }> {
  // a kept connection may be closed at the very moment it is used again
  const response = await fetch(`${url}/health`, { headers: { connection: 'close' } })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** Resolves once `isSo`; only a hang ends it otherwise, and `what` says which. */
export async function eventually(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const patience = AbortSignal.timeout(patienceMs); !(await isSo()); await sleep(25))
    if (patience.aborted) throw new Error(`It never came to this: ${what}`)
}

function launch(args: readonly string[], { env = {}, cwd }: ProcessOptions): ChildProcess {
  const bare = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    HEJNAL_LANG: 'en',
    SAFEGUARDING_KEY: safeguardingKey,
  }
  const child = spawn(process.execPath, ['--import', hooks, ...args], {
    cwd,
    env: { ...bare, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  return child
}

async function heard(output: () => string, what: RegExp, isOver: () => boolean): Promise<RegExpMatchArray> {
  for (const patience = AbortSignal.timeout(patienceMs); ; await sleep(25)) {
    const match = what.exec(output())
    if (match) return match
    if (isOver() || patience.aborted)
      throw new Error(`It never said ${String(what)}${isOver() ? ' before it ended' : ''}:\n${output()}`)
  }
}
