/** A plan as a file that can be imported again: YAML or a workbook. */
import { Problem } from '../domain/problem.ts'
import { lockPlan, revisionOf } from '../store/plan-changes.ts'
import { planItems } from '../store/plan-items.ts'
import { currentPlan } from '../store/plans.ts'
import type { Context } from './context.ts'
import { planAsSheets } from './plan-file/sheets-writing.ts'
import { planAsYaml } from './plan-file/yaml.ts'

export const planFormats = ['yaml', 'xlsx'] as const
export type PlanFormat = (typeof planFormats)[number]

/**
 * The bytes of the file; of the plan in force unless another is named. It says which state it was made from.
 * @throws {Problem} `no-plan`, `plan-unknown`
 */
export async function exportPlan(
  { store, text }: Context,
  { format, planId }: { format: PlanFormat; planId?: string | undefined },
): Promise<{ readonly id: string; readonly content: Uint8Array }> {
  const { id, items, revision } = await store.transaction(async (tx) => {
    await lockPlan(tx)
    const named = planId ?? (await currentPlan(tx))
    if (named === undefined) throw new Problem('no-plan')
    return { id: named, items: await planItems(tx, named), revision: await revisionOf(tx) }
  })
  if (!items.has(`plan/${id}`)) throw new Problem('plan-unknown', { id })
  const content =
    format === 'yaml'
      ? new TextEncoder().encode(planAsYaml(items, revision))
      : await planAsSheets(items, revision, text)
  return { id, content }
}
