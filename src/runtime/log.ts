/** The log: one line of JSON an event, or colours on a terminal; ids and counts only, never what people wrote. */
import { pino } from 'pino'

/** The part of a logger that the rest of the system uses. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Where what people wrote or where they are reached could stand, by itself or in something that is handed on whole. */
const said = ['text', 'choice', 'choices', 'address', 'from', 'to.value']

/** A logger at `level`; `isPretty` writes for a person at a terminal. */
export function createLog(level: string, isPretty = false): Log {
  return pino({
    level,
    base: null,
    redact: { paths: [...said, ...said.map((place) => `*.${place}`)], censor: '[kept private]' },
    ...(isPretty
      ? {
          transport: {
            target: 'pino-pretty',
            options: { colorize: true, translateTime: 'HH:MM:ss', ignore: 'pid,hostname' },
          },
        }
      : {}),
  })
}

/** A logger that says nothing. */
export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** Where a bug happened, for the log: an error's message may quote what a person wrote, its stack frames never do. */
export function whereabouts(error: unknown): { error: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, at: frames.slice(0, 6).map((frame) => frame.trim()) }
}
