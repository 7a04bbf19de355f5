/** Tells whoever has to hear of what waits for a person: cases that nobody has taken on, free texts that nobody has read. */
import { alertOfCases } from '../src/app/case-alerts.ts'
import type { Context } from '../src/app/context.ts'
import { alertOfTexts } from '../src/app/moderation.ts'

/** Runs every minute; running twice tells nobody twice. */
export async function alert(context: Context): Promise<void> {
  await alertOfCases(context)
  await alertOfTexts(context)
}
