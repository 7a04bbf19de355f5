/** What happens without being asked, and how often. N processes tick and make one job, because the tick's time is its id. */
import { schedule as cron } from 'node-cron'
import type { Context } from '../src/app/context.ts'
import type { Bell, JobName, Jobs } from '../src/runtime/queue.ts'
import { announcementsDue, announcementsOpen } from '../src/store/announcements.ts'

/** In minutes. */
const rhythm = {
  'open-close': 1,
  expire: 1,
  remind: 1,
  alert: 1,
  'tell-outcomes': 1,
  erase: 60,
} as const satisfies Partial<Record<JobName, number>>
/** An announcement that is approved or due begins within so long; the look costs one small query. */
const lookMs = 5_000

/** Ticks every minute, and looks every five seconds for announcements; jobs ask the clock themselves, so a tick that comes late or twice does no harm. */
export function startSchedule(
  context: Context,
  bell: Bell,
): { tick(): Promise<void>; look(): Promise<void>; close(): Promise<void> } {
  const tick = () => ringAll(context, bell)
  const look = () => ringDue(context, bell)
  const options = { timezone: context.config.TIME_ZONE }
  const tasks = [cron('* * * * *', tick, options), cron('*/5 * * * * *', look, options)]
  const close = async () => void (await Promise.all(tasks.map(async (task) => task.destroy())))
  return { tick, look, close }
}

async function ringAll(context: Context, bell: Bell): Promise<void> {
  const minute = Math.floor(context.clock.now().getTime() / 60_000)
  for (const [name, every] of Object.entries(rhythm) as [keyof typeof rhythm, number][])
    await ring(context, bell, { name, payload: {}, id: `${name}-${Math.floor(minute / every)}` })
  await ringFor(context, bell, announcementsOpen, `minute-${minute}`)
}

/** Asks the database first: an idle city has nothing in its queue. */
async function ringDue(context: Context, bell: Bell): Promise<void> {
  const now = context.clock.now()
  await ringFor(context, bell, (db) => announcementsDue(db, now), `${Math.floor(now.getTime() / lookMs)}`)
}

async function ringFor(
  context: Context,
  bell: Bell,
  find: typeof announcementsOpen,
  slot: string,
): Promise<void> {
  try {
    for (const number of await find(context.store.db))
      await ring(context, bell, { name: 'announce', payload: { number }, id: `announce-${number}-${slot}` })
  } catch (error) {
    context.log.warn(
      { err: error },
      'the database was not asked for announcements; the next tick tries again',
    )
  }
}

interface Ringing<N extends JobName> {
  readonly name: N
  readonly payload: Jobs[N]
  readonly id: string
}

async function ring<N extends JobName>(
  { log }: Context,
  bell: Bell,
  { name, payload, id }: Ringing<N>,
): Promise<void> {
  await bell
    .add(name, payload, id)
    .catch((error: unknown) =>
      log.warn({ err: error, job: name }, 'the queue did not take a job; the next tick tries again'),
    )
}
