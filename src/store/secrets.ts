/** Destroying the secrets that could still join a person and their answers. */
import type { Day } from '../domain/phrase.ts'
import { dateOf } from '../runtime/clock.ts'
import { forgetSecrets } from './participation.ts'
import type { Db, Store } from './store.ts'

/**
 * Destroys every secret that is due. With each go the conversations still standing in its consultation, and the order in
 * which responses came: they are written anew in the order of their random ids. The day, language and channel of a response
 * go too, and so does the day of a participation, because on a quiet day they would point at somebody. Returns how many went.
 */
export async function destroySecrets(store: Store, today: Day): Promise<number> {
  const due = await store.db.consultation.findMany({
    where: { secret: { not: null }, secretDueOn: { lte: dateOf(today) } },
    select: { id: true },
  })
  for (const { id } of due) await store.transaction((tx) => destroy(tx, id))
  if (due.length > 0) forgetSecrets()
  return due.length
}

async function destroy(tx: Db, id: string): Promise<void> {
  await tx.consultation.update({ where: { id }, data: { secret: null } })
  await tx.$executeRaw`delete from session where consultation_id = ${id}`
  await tx.$executeRaw`create temporary table moved on commit drop as select * from response where consultation_id = ${id}`
  await tx.$executeRaw`create temporary table moved_answer on commit drop as select a.* from answer a join moved m on m.id = a.response_id`
  await tx.$executeRaw`delete from response where consultation_id = ${id}`
  await tx.$executeRaw`
    update moved set key = sha256(moved.id::text::bytea), answered_on = c.closes_on, locale = '', channel = '' from consultation c where c.id = ${id}`
  await tx.$executeRaw`
    update participation p set changed_on = c.closes_on from consultation c where p.consultation_id = ${id} and c.id = p.consultation_id`
  await tx.$executeRaw`insert into response select * from moved order by id`
  await tx.$executeRaw`insert into answer select * from moved_answer order by response_id, question`
}
