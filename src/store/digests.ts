/** The one message of a day: who has had it, and which of them have not left before the next one is made. */
import { digestOf } from '../domain/reminding.ts'
import { dayAfter } from '../domain/moment.ts'
import type { Day } from '../domain/phrase.ts'
import type { Db } from './store.ts'

/** A message that waits longer than this is found by nobody any more. */
const daysBack = 60

/**
 * Takes back messages of earlier days that have not left, of everybody who waits to be told something: what they say goes into the
 * message of `today`, so that nobody gets two when quiet hours, an outage or a page that was closed come to an end.
 */
export async function recallDigests(tx: Db, today: Day): Promise<void> {
  await tx.$executeRaw`
    with who as (select distinct person_id from reminder where about is null and held_back is null),
    unsent as (
      delete from delivery s using who
      where s.batch = 0 and s.recipient_id = who.person_id and s.about >= ${digestOf(dayAfter(today, -daysBack))}
        and s.about < ${digestOf(today)} and s.status in ('waiting', 'held')
      returning s.recipient_id, s.about)
    update reminder r set about = null from unsent u where r.person_id = u.recipient_id and r.about = u.about`
}

/** Which of these persons have had a message of the day, that of today or a late one; `midnight` is when today began. */
export async function digestsOf(
  tx: Db,
  personIds: readonly string[],
  { today, midnight }: { today: Day; midnight: Date },
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ recipient_id: string }[]>`
    select distinct d.recipient_id from delivery d
    where d.batch = 0 and d.recipient_id = any(${personIds}::uuid[])
      and d.about between ${digestOf(dayAfter(today, -daysBack))} and ${digestOf(today)}
      and (d.about = ${digestOf(today)} or d.status = 'sending' or (d.status in ('accepted', 'unknown') and d.settled_at >= ${midnight}))`
  return new Set(rows.map(({ recipient_id: id }) => id))
}
