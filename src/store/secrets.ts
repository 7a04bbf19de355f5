/** Destroying the secrets that could still join a person and their answers. */
import type { Day } from '../domain/phrase.ts'
import { dateOf } from '../runtime/clock.ts'
import { forgetSecrets } from './participation.ts'
import type { Db, Store } from './store.ts'

/** How long writing the answers of one consultation anew may take; 100,000 responses with 700,000 answers took 32 seconds on two cores. */
const patienceMs = 300_000

/**
 * Destroys every secret that is due. With each go the conversations still standing in its consultation, and what responses
 * were known by: they are written anew under new random ids, in the order of these. The day, language and channel of a response
 * go too, and so does the day of a participation, because on a quiet day they would point at somebody. Returns how many went.
 */
export async function destroySecrets(store: Store, today: Day): Promise<number> {
  const due = await store.db.consultation.findMany({
    where: { secret: { not: null }, secretDueOn: { lte: dateOf(today) } },
    select: { id: true },
  })
  for (const { id } of due) await store.transaction((tx) => destroy(tx, id), patienceMs)
  if (due.length > 0) forgetSecrets()
  return due.length
}

async function destroy(tx: Db, id: string): Promise<void> {
  // a second process waits here, and finds nothing left to do
  const taken =
    await tx.$executeRaw`update consultation set secret = null where id = ${id} and secret is not null`
  if (taken === 0) return
  await tx.$executeRaw`
    create temporary table moved on commit drop as select r.*, gen_random_uuid() as fresh from response r where consultation_id = ${id}`
  await tx.$executeRaw`
    create temporary table moved_answer on commit drop as select a.*, m.fresh from answer a join moved m on m.id = a.response_id`
  await tx.$executeRaw`delete from answer a using moved m where a.response_id = m.id`
  await tx.$executeRaw`delete from response where consultation_id = ${id}`
  await tx.$executeRaw`
    update moved set id = fresh, key = sha256(fresh::text::bytea), answered_on = c.closes_on, locale = '', channel = ''
    from consultation c where c.id = ${id}`
  await tx.$executeRaw`update moved_answer set response_id = fresh`
  await tx.$executeRaw`alter table moved drop column fresh`
  await tx.$executeRaw`alter table moved_answer drop column fresh`
  await tx.$executeRaw`insert into response select * from moved order by id`
  await tx.$executeRaw`insert into answer select * from moved_answer order by response_id, question`
  // last of all, because whoever writes meanwhile waits for it
  await tx.$executeRaw`
    update participation p set changed_on = c.closes_on from consultation c where p.consultation_id = ${id} and c.id = p.consultation_id`
  await tx.$executeRaw`delete from session where consultation_id = ${id}`
  // how many turns somebody took tells how much they answered
  await tx.$executeRaw`
    update session s set turn = 0 from participation p where p.consultation_id = ${id} and s.key = uuid_send(p.person_id)`
}

/** Where PostgreSQL still holds on its disk what was deleted when a secret went. */
const soiled = ['consultation', 'response', 'answer', 'participation', 'session', 'inbox']

/**
 * Takes off the disk what the destroyed secrets left there: PostgreSQL keeps deleted rows in its files until it needs the room.
 * False when a table was in use for longer than five seconds; what is left is then done at the next call.
 */
export async function wipeDisk(store: Store): Promise<boolean> {
  const destroyed = { secret: null, secretDueOn: { not: null } }
  const ids = await store.db.consultation.findMany({ where: destroyed, select: { id: true } })
  if (ids.length === 0) return true
  if (!(await store.rewrite(soiled))) return false
  const where = { id: { in: ids.map(({ id }) => id) }, secret: null }
  await store.db.consultation.updateMany({ where, data: { secretDueOn: null } })
  return true
}
