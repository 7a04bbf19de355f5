/** What has been kept for long enough. */
import { dropGuessesBefore } from './guesses.ts'
import type { Db } from './store.ts'

/** Codes are kept for so long after they end: whoever asks why theirs does not work can still be told. */
const codesMs = 30 * 86_400_000
const hourMs = 3_600_000

/**
 * Forgets codes of classes and invitations a month after they ended, codes that link two messengers as soon as they have, and wrong guesses
 * when their hour is over. Returns how many codes went.
 */
export async function forgetCodes(db: Db, now: Date): Promise<number> {
  const ended = { expiresAt: { lt: new Date(now.getTime() - codesMs) } }
  const classes = await db.classCode.deleteMany({ where: ended })
  const invitations = await db.invitation.deleteMany({
    where: { OR: [ended, { kind: 'link', expiresAt: { lte: now } }] },
  })
  await dropGuessesBefore(db, new Date(now.getTime() - hourMs))
  return classes.count + invitations.count
}

/** People a run: an hour later comes the next one. */
const mostAtOnce = 500

/**
 * Young people who have given no sign since `before`: they neither wrote nor agreed to anything. Not those who are still to hear of an
 * outcome, and not those who asked for messages that still arrive. Nobody who works for the programme or speaks for an entity.
 */
export async function inactivePeople(db: Db, before: Date): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from person p
    where p.created_on < ${before}::date
      and not exists (select from session s where s.key = uuid_send(p.id) and s.updated_at >= ${before})
      and not exists (select from consent c where c.person_id = p.id and greatest(c.given_at, c.withdrawn_at) >= ${before})
      and not exists (select from participation t where t.person_id = p.id and t.changed_on >= ${before}::date)
      and not exists (select from participation t join consultation c on c.id = t.consultation_id
        where t.person_id = p.id and t.wants_outcome and (c.published_at is null or c.published_at >= ${before}))
      and not exists (select from consent c join address a on a.person_id = c.person_id
        where c.person_id = p.id and c.purpose = 'announcements' and c.withdrawn_at is null and p.stopped_at is null and a.suppressed_at is null)
      and not exists (select from staff f where f.person_id = p.id)
      and not exists (select from contact k where k.person_id = p.id)
    order by p.id limit ${mostAtOnce}`
  return rows.map(({ id }) => id)
}
