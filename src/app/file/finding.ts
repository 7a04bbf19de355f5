/** What is wrong, or looks wrong, with a file that somebody wrote: where it stands, what it is, and the cure. */
import { say, type Args, type Phrase } from '../../domain/phrase.ts'

export type Path = readonly (string | number)[]
export type Level = 'error' | 'warning'

/** Something found at a path of the file, before it has a line. */
export interface Remark {
  readonly level: Level
  readonly path: Path
  readonly phrase: Phrase
}

/** A remark and its place, as a compiler would show it; lines (of a sheet: rows) and columns begin at 1. */
export interface Finding {
  readonly level: Level
  readonly path: string
  /** In a workbook: the sheet, and the place as spreadsheets write it (`Measures!F12`). */
  readonly sheet?: string
  readonly cell?: string
  readonly line: number
  readonly column: number
  /** What is wrong and what to do. */
  readonly phrase: Phrase
}

/** A mistake: nothing is imported while there is one. `key` names a sentence of `locales/` without its `file-`. */
export function mistake(path: Path, key: string, args?: Args): Remark {
  return { level: 'error', path, phrase: say(`file-${key}`, args) }
}

/** Something to look at again; the file can be imported. */
export function doubt(path: Path, key: string, args?: Args): Remark {
  return { level: 'warning', path, phrase: say(`file-${key}`, args) }
}

/** `consultations[0].questions[2].text.uk`; a key that is no name is cut. */
export function nameOf(path: Path): string {
  const steps = path.map((step, at) =>
    typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${step.slice(0, 60)}`,
  )
  return steps.join('')
}

/** Whether a finding stands in the way of the import. */
export function isError({ level }: Finding): boolean {
  return level === 'error'
}

/** As one reads the file, from the top; sheets in the order of the workbook. */
export function inOrder(findings: readonly Finding[], sheets: readonly string[] = []): Finding[] {
  const rank = ({ sheet }: Finding) => (sheet === undefined ? 0 : sheets.indexOf(sheet))
  return findings.toSorted(
    (one, other) => rank(one) - rank(other) || one.line - other.line || one.column - other.column,
  )
}
