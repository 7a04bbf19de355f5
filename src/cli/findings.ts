/** What is wrong with a file, on the screen. */
import { isError, type Finding } from '../app/file/finding.ts'
import type { Cli } from './cli.ts'

/** Every finding on its line, and how many there are. */
export function complainAll(cli: Cli, file: string, findings: readonly Finding[]): void {
  for (const finding of findings) cli.complain(lineOf(cli, file, finding))
  if (findings.length > 0) cli.complain(cli.say('cli-findings', countsOf(findings)))
}

/** As compilers write it, so that editors can jump there; in a workbook the sheet and the cell. */
function lineOf(cli: Cli, file: string, { line, column, level, path, cell, phrase }: Finding): string {
  const mark =
    level === 'error' ? cli.paint.red(cli.say('cli-error')) : cli.paint.yellow(cli.say('cli-warning'))
  const place = cell === undefined ? `${file}:${line}:${column}` : [file, cell].filter(Boolean).join('  ')
  return [place, mark, ...(path ? [cli.paint.dim(path)] : []), cli.words(phrase)].join('  ')
}

/** The same for programs. */
export function findingAsJson(cli: Cli, file: string, { phrase, ...finding }: Finding): object {
  return { file, ...finding, message: cli.words(phrase) }
}

function countsOf(findings: readonly Finding[]): { errors: number; warnings: number } {
  const errors = findings.filter(isError).length
  return { errors, warnings: findings.length - errors }
}
