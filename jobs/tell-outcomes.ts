/** Tells those who took part what comes of it: outcomes that were published, and measures they led to that have moved. */
import type { Context } from '../src/app/context.ts'
import { noteMoves, tellSteps } from '../src/app/outcome-steps.ts'

/** Runs every minute; running twice, or in two processes at once, tells nobody anything twice. */
export async function tellOutcomes(context: Context): Promise<void> {
  await noteMoves(context)
  const added = await tellSteps(context)
  if (added > 0) context.log.info({ added }, 'people are told what came of a consultation')
}
