/** Reads a plan's file, YAML or workbook, and says everything that is wrong with it at once, with places and cures. */
import type { Items } from '../domain/plan-item.ts'
import { inOrder, isError, type Finding, type Remark } from './file/finding.ts'
import { readSource } from './file/source.ts'
import { readStructure } from './file/structure.ts'
import { isWorkbook } from './file/workbook.ts'
import { remarksOn, type Known } from './plan-file/checks.ts'
import { itemsOf } from './plan-file/items.ts'
import { form, type PlanValue } from './plan-file/schema.ts'
import { readSheets } from './plan-file/sheets.ts'

/** Room for a plan of several thousand measures. */
const mostBytes = 25_000_000

/** What came of reading a file. */
export interface PlanReading {
  /** In the order of the file; empty when there is nothing to say. */
  readonly findings: readonly Finding[]
  /** Undefined while there is an error. */
  readonly file: PlanValue | undefined
  readonly items: Items | undefined
  /** Gives a later remark its place in the same file. */
  locate(remark: Remark): Finding
}

/** Reads bytes or text; `adjust` changes a file that is right on its way in. Never throws because of what is in the file. */
export async function readPlanFile(
  bytes: string | Uint8Array,
  known: Known,
  adjust: (file: PlanValue) => PlanValue = (same) => same,
): Promise<PlanReading> {
  const isSheets = typeof bytes !== 'string' && isWorkbook(bytes)
  const source = isSheets ? await readSheets(bytes) : { ...readSource(bytes, mostBytes), order: [] }
  const { value, findings: found, locate, order } = source
  if (value === undefined) return { findings: found, file: undefined, items: undefined, locate }
  const { remarks, salvaged, file } = readStructure(value, form)
  const findings = inOrder(
    [...found, ...[...remarks, ...remarksOn(salvaged, value, known)].map(locate)],
    order,
  )
  if (!file || findings.some(isError)) return { findings, file: undefined, items: undefined, locate }
  const adjusted = adjust(file)
  return { findings, file: adjusted, items: itemsOf(adjusted), locate }
}
