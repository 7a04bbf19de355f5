/** Who is here no more, so that a restored backup does not bring them back. */
import type { Day } from '../domain/phrase.ts'
import { dateOf } from '../runtime/clock.ts'
import type { Db } from './store.ts'

/** Somebody who was erased: a random id that leads to nobody, except in an older copy of the database. */
export interface Erased {
  readonly personId: string
  readonly erasedOn: Day
}

/** Notes that somebody was erased, and everybody who had become one with them. Returns their ids. */
export async function bury(db: Db, personId: string, today: Day): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ person_id: string }[]>`
    with linked as (
      update tombstone set erased_on = ${today}::date, became_id = null where became_id = ${personId}::uuid returning person_id),
    own as (
      insert into tombstone (person_id, erased_on) values (${personId}::uuid, ${today}::date)
      on conflict (person_id) do update set erased_on = excluded.erased_on, became_id = null returning person_id)
    select person_id from own union select person_id from linked`
  return rows.map(({ person_id: id }) => id)
}

/** Notes that somebody became one with somebody else: whoever erases the one also erases what a backup has of the other. */
export async function buryLinked(db: Db, { stays, goes }: { stays: string; goes: string }): Promise<void> {
  await db.$executeRaw`update tombstone set became_id = ${stays}::uuid where became_id = ${goes}::uuid`
  await db.$executeRaw`
    insert into tombstone (person_id, became_id) values (${goes}::uuid, ${stays}::uuid)
    on conflict (person_id) do update set became_id = excluded.became_id`
}

/** Everybody who was erased, by day. */
export async function listErased(db: Db): Promise<readonly Erased[]> {
  const rows = await db.tombstone.findMany({
    where: { erasedOn: { not: null } },
    orderBy: [{ erasedOn: 'asc' }, { personId: 'asc' }],
  })
  return rows.map(({ personId, erasedOn }) => ({
    personId,
    erasedOn: erasedOn!.toISOString().slice(0, 10),
  }))
}

/** Who of them is here again, and notes the others, so that they stay erased. */
export async function risen(db: Db, erased: readonly Erased[]): Promise<readonly Erased[]> {
  const data = erased.map(({ personId, erasedOn }) => ({ personId, erasedOn: dateOf(erasedOn) }))
  await db.tombstone.createMany({ data, skipDuplicates: true })
  const ids = erased.map(({ personId }) => personId)
  const here = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true } })
  const known = new Set(here.map(({ id }) => id))
  return erased.filter(({ personId }) => known.has(personId))
}
