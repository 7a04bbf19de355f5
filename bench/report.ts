/** The one shape in which every benchmark reports. */
import os from 'node:os'

export interface Check {
  readonly what: string
  readonly figure: number
  readonly bound: string
  readonly holds: boolean
}

export interface Report {
  readonly name: string
  readonly runs: number
  /** The headline figure of ours, and of each peer in the same unit. */
  readonly ours: number
  readonly peers: Readonly<Record<string, number>>
  /** Ours ÷ the first peer. */
  readonly ratio: number
  readonly checks: readonly Check[]
  /** Anything else worth reading, by name. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly machine: string
}

/** A benchmark; `onProgress` says on standard error what is going on, `isQuick` makes it a first look. */
export type Benchmark = (options: {
  readonly isQuick: boolean
  readonly onProgress: (what: string) => void
}) => Promise<Report>

/** How many processes wanted a processor in the minute before: other work on the machine shows in every figure. */
const loadBefore = os.loadavg()[0]!.toFixed(1)

/** What the machine is, for reading figures of different machines apart. */
export function machine(): string {
  const [cpu] = os.cpus()
  const parts = [
    `${os.cpus().length} × ${cpu?.model ?? 'unknown'}`,
    `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    `Node ${process.versions.node}`,
    `load ${loadBefore} before`,
  ]
  return parts.join(', ')
}

export function atLeast(what: string, figure: number, bound: number): Check {
  return { what, figure: round(figure), bound: `≥ ${bound}`, holds: figure >= bound }
}

export function atMost(what: string, figure: number, bound: number): Check {
  return { what, figure: round(figure), bound: `≤ ${bound}`, holds: figure <= bound }
}

/** Ours ÷ the peer's, for figures that are best when they are 0: two zeros are equal. */
export function ratioOf(ours: number, peer: number): number {
  return ours === peer ? 1 : round(ours / peer)
}

export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

/** The value below which a share of the figures lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Three significant digits: more would be noise. */
export function round(figure: number): number {
  return Number(figure.toPrecision(3))
}
