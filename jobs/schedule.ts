/** What happens without being asked, and how often. N processes tick and make one job, because the tick's time is its id. */
import { schedule as cron } from 'node-cron'
import type { Context } from '../src/app/context.ts'
import type { Bell, JobName } from '../src/runtime/queue.ts'

const rhythm: Readonly<Record<JobName, number>> = { 'open-close': 1, erase: 60 }

/** Ticks every minute; jobs ask the clock themselves, so a tick that comes late or twice does no harm. */
export function startSchedule(
  context: Context,
  bell: Bell,
): { tick(): Promise<void>; close(): Promise<void> } {
  const tick = () => ring(context, bell)
  const task = cron('* * * * *', tick, { timezone: context.config.TIME_ZONE })
  return { tick, close: async () => task.destroy() }
}

async function ring({ clock, log }: Context, bell: Bell): Promise<void> {
  const minute = Math.floor(clock.now().getTime() / 60_000)
  for (const [name, every] of Object.entries(rhythm) as [JobName, number][]) {
    const slot = Math.floor(minute / every)
    await bell
      .add(name, {}, `${name}-${slot}`)
      .catch((error: unknown) =>
        log.warn({ err: error, job: name }, 'the queue did not take a job; the next tick tries again'),
      )
  }
}
