/** `announcement show`: one announcement and how far it is, once or until it is over. */
import { setTimeout as sleep } from 'node:timers/promises'
import { showAnnouncement, type Tally } from '../app/announcements.ts'
import type { Context } from '../app/context.ts'
import type { Announcement } from '../domain/announcement.ts'
import { deliveryStatuses } from '../domain/delivery.ts'
import type { Cli } from './cli.ts'

const watchMs = 2_000

/** Shows it; with `isWatched` again and again, a line each time, until nothing changes by itself any more. */
export async function show(cli: Cli, id: string, isWatched: boolean): Promise<void> {
  const context = await cli.context()
  let { announcement, tally } = await showAnnouncement(context, id)
  while (isWatched && ['approved', 'scheduled', 'sending'].includes(announcement.status)) {
    cli.complain(`${statusOf(cli, announcement)}  ${tallyLine(cli, tally)}`)
    await sleep(watchMs)
    ;({ announcement, tally } = await showAnnouncement(context, id))
  }
  cli.print({ ...announcementAsJson(announcement), tally }, () =>
    [...factsOf(cli, context, announcement), ...tallyLines(cli, tally)].join('\n'),
  )
}

function factsOf(cli: Cli, context: Context, announcement: Announcement): string[] {
  const { id, writtenBy, approvedBy, sendAt, notAfter, pausedBy } = announcement
  const at = (key: string, instant: Date | null) =>
    instant ? [cli.say(key, { at: momentIn(cli, context, instant) })] : []
  return [
    `${cli.paint.bold(id)}  ${statusOf(cli, announcement)}`,
    ...(pausedBy === 'failures' ? [cli.paint.yellow(cli.say('cli-announcement-paused-by-failures'))] : []),
    cli.say('cli-announcement-written', { by: writtenBy }),
    ...(approvedBy ? [cli.say('cli-announcement-approved-by', { by: approvedBy })] : []),
    ...at('cli-announcement-send-at', sendAt),
    ...at('cli-announcement-not-after', notAfter),
  ]
}

function statusOf(cli: Cli, { status }: Announcement): string {
  const paints = { sending: cli.paint.green, paused: cli.paint.yellow, cancelled: cli.paint.red }
  const paint = paints[status as keyof typeof paints] ?? cli.paint.dim
  return paint(cli.say(`cli-announcement-status-${status}`))
}

function tallyLines(cli: Cli, tally: Tally): string[] {
  if (tally.total === 0) return []
  const rows = deliveryStatuses
    .filter((status) => tally[status] > 0)
    .map((status) => [cli.say(`cli-delivery-${status}`), tally[status]])
  return [
    '',
    cli.table([cli.say('cli-column-status'), cli.say('cli-column-count')], rows),
    tallyLine(cli, tally),
  ]
}

/** How many went out, are held, remain: in one sentence, which adds up. */
export function tallyLine(cli: Cli, tally: Tally): string {
  const { accepted, held, waiting, sending, cancelled, total } = tally
  const lost = tally.failed + tally.blocked + tally.unreachable + tally.expired + tally.unknown
  return cli.say('cli-announcement-tally', {
    out: accepted,
    held,
    left: waiting + sending,
    lost,
    cancelled,
    total,
  })
}

/** A moment in words, in the programme's time zone; a dash for none. */
export function momentIn(cli: Cli, { config }: Context, instant: Date | null): string {
  if (!instant) return '–'
  const style = { dateStyle: 'full', timeStyle: 'short', timeZone: config.TIME_ZONE } as const
  return new Intl.DateTimeFormat(cli.locale === 'en' ? 'en-GB' : cli.locale, style).format(instant)
}

/** For programs; of the picture only what it is called and shows. */
export function announcementAsJson({ picture, ...announcement }: Announcement): object {
  return picture
    ? { ...announcement, picture: { name: picture.name, mediaType: picture.mediaType, alt: picture.alt } }
    : announcement
}
