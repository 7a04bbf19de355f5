/** Ends processes at random instants of their sending, as a power cut would, until everybody has been written to. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Arrivals } from './arrivals.ts'
import type { Child } from './children.ts'
import { between, until, untilQuiet } from './waiting.ts'

export interface Killing {
  readonly arrivals: Arrivals
  /** How many recipients there are, and how many a second are reached while sending goes on. */
  readonly people: number
  readonly perSecond: number
  readonly kills: number
  /** Starts the process of that name. */
  readonly start: (name: string) => Child
  /** The names of those that run side by side. */
  readonly names: readonly string[]
  /** Which of them sends. */
  readonly sender: () => string
}

export interface Killed {
  readonly kills: number
  readonly lost: number
  readonly doubles: number
  /** Milliseconds of silence after each kill. */
  readonly silences: readonly number[]
}

/** Whoever has not been reached so long after anybody else was counts as lost; longer than any wait before another attempt. */
const patienceMs = 75_000
/** What is doubled follows at once. */
const graceMs = 5_000

/** Kills whoever sends and starts it anew at once; those that stand by are left alone. */
export async function killSenders(killing: Killing): Promise<Killed> {
  const { arrivals, people, start, names } = killing
  const children = new Map(names.map((name) => [name, start(name)]))
  const silences: number[] = []
  try {
    while (silences.length < killing.kills && (await killNext(killing, children, silences)));
    const count = () => arrivals.times.length
    await untilQuiet(count, patienceMs, () => arrivals.reached === people)
    await untilQuiet(count, graceMs)
  } finally {
    await Promise.all([...children.values()].map((child) => child.kill()))
  }
  const { reached, doubles } = arrivals.figures()
  return { kills: silences.length, lost: people - reached, doubles, silences }
}

/** False when everybody was reached before it came to that. */
async function killNext(
  { arrivals, people, perSecond, kills, sender, start }: Killing,
  children: Map<string, Child>,
  silences: number[],
): Promise<boolean> {
  const before = arrivals.times.length
  if (!(await until(() => arrivals.times.length > before, patienceMs))) return false
  const meanMs = (people / perSecond / kills) * 1_000
  await sleep(between(0.1, 1.4) * meanMs)
  if (arrivals.reached === people) return false
  const name = sender()
  await children.get(name)!.kill()
  const killedAt = performance.now()
  const so = arrivals.times.length
  children.set(name, start(name))
  if (await until(() => arrivals.times.length > so, patienceMs)) silences.push(arrivals.times[so]! - killedAt)
  return true
}
