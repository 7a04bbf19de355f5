/** Reads a consultation file and says everything that is wrong with it at once, with lines and cures. */
import type { Definition } from '../domain/consultation.ts'
import type { Safeguarding } from '../domain/safeguarding.ts'
import { remarksOn, type Known } from './consultation-file/checks.ts'
import { definitionsOf } from './consultation-file/definition.ts'
import { inOrder, isError, type Finding, type Remark } from './file/finding.ts'
import { safeguardingOf } from './consultation-file/safeguarding-part.ts'
import { form } from './consultation-file/schema.ts'
import { readSource } from './file/source.ts'
import { readStructure } from './file/structure.ts'

export { inOrder, isError, type Finding } from './file/finding.ts'

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
  const { remarks, salvaged, file } = readStructure(value, form)
  const findings = inOrder([...found, ...[...remarks, ...remarksOn(salvaged, known)].map(locate)])
  if (!file || findings.some(isError)) return { findings, definitions: [], safeguarding: undefined, locate }
  return {
    findings,
    definitions: definitionsOf(file),
    safeguarding: file.safeguarding && safeguardingOf(file.safeguarding),
    locate,
  }
}
