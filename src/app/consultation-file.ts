/** Reads a consultation file and says everything that is wrong with it at once, with lines and cures. */
import type { Definition } from '../domain/consultation.ts'
import type { Safeguarding } from '../domain/safeguarding.ts'
import { remarksOn, type Known } from './consultation-file/checks.ts'
import { definitionsOf } from './consultation-file/definition.ts'
import type { Finding, Remark } from './consultation-file/finding.ts'
import { safeguardingOf } from './consultation-file/safeguarding-part.ts'
import { readSource } from './consultation-file/source.ts'
import { readStructure } from './consultation-file/structure.ts'

export type { Finding } from './consultation-file/finding.ts'

/** What came of reading a file. */
export interface Reading {
  /** In the order of the file; empty when there is nothing to say. */
  readonly findings: readonly Finding[]
  /** Empty while there is an error. */
  readonly definitions: readonly Definition[]
  readonly safeguarding: Safeguarding | undefined
  /** Gives a later remark its line in the same file. */
  locate(remark: Remark): Finding
}

/** Reads bytes or text. Never throws because of what is in the file. */
export function readConsultationFile(source: string | Uint8Array, known: Known = { entityIds: [] }): Reading {
  const { value, findings: found, locate } = readSource(source)
  if (value === undefined) return { findings: found, definitions: [], safeguarding: undefined, locate }
  const { remarks, salvaged, file } = readStructure(value)
  const findings = inOrder([...found, ...[...remarks, ...remarksOn(salvaged, known)].map(locate)])
  if (!file || findings.some(isError)) return { findings, definitions: [], safeguarding: undefined, locate }
  return {
    findings,
    definitions: definitionsOf(file),
    safeguarding: file.safeguarding && safeguardingOf(file.safeguarding),
    locate,
  }
}

/** Whether a finding stands in the way of the import. */
export function isError({ level }: Finding): boolean {
  return level === 'error'
}

/** As one reads the file, from the top. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => one.line - other.line || one.column - other.column)
}
