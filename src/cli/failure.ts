/** What the command line says when something went wrong: kindly where it was expected, briefly where it was not. */
import { CommanderError } from 'commander'
import { Problem } from '../domain/problem.ts'
import { ConfigError } from '../runtime/config.ts'
import type { Cli } from './cli.ts'

/** Whether the words themselves were wrong (or only asked for help). */
export function isMisuse(error: unknown): error is CommanderError {
  return error instanceof CommanderError
}

/** Says what went wrong and what to do; the stack only for those who asked for it. Returns the exit code. */
export function explainFailure(error: unknown, cli: Cli, isDebugging: boolean): number {
  if (error instanceof Problem) {
    cli.complain(`${cli.paint.red('✗')} ${cli.words(error.phrase)}`)
    for (const detail of error.details) cli.complain(`  • ${cli.words(detail)}`)
  } else if (error instanceof ConfigError) {
    cli.complain(error.message)
  } else {
    const key = isWithoutTables(error) ? 'cli-not-migrated' : 'cli-unexpected'
    cli.complain(`${cli.paint.red('✗')} ${cli.say(key, { reason: firstLine(error) })}`)
    if (isDebugging) cli.complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  return 1
}

/** PostgreSQL's and Prisma's own codes for a table that is not there. */
function isWithoutTables(error: unknown): boolean {
  const { code, meta } = error as { code?: unknown; meta?: { code?: unknown } }
  return code === 'P2021' || code === '42P01' || meta?.code === '42P01'
}

/** Prisma puts the place in our code first and the reason last. */
function firstLine(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => line.trim())
  return lines.findLast((line) => line !== '') ?? ''
}
