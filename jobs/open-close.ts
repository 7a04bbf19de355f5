/** Opens and closes consultations by their dates, without anyone asking. */
import type { Context } from '../src/app/context.ts'
import { openAndCloseByDate } from '../src/app/consultations.ts'

/** Runs every few minutes; running twice, or in two processes at once, changes nothing more. */
export async function openClose(context: Context): Promise<void> {
  const { opened, closed, notReady } = await openAndCloseByDate(context)
  if (opened.length + closed.length > 0)
    context.log.info({ opened, closed }, 'consultations opened and closed by date')
  if (notReady.length > 0)
    context.log.warn({ consultations: notReady }, 'consultations are due and not ready to open')
}
