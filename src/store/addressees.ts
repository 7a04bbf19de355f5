/** Who can be asked about a deadline: those who speak for its entity, and those above them. */
import type { Addressee } from '../domain/deadline.ts'
import type { Db } from './store.ts'

/** Whom a reminder reaches, by entity; coordinators and the plenipotentiary are the same for all. */
export interface Addressees {
  of(entityId: string, to: Addressee): readonly string[]
}

interface Row {
  entity_id: string | null
  role: Addressee
  person_id: string
}

/** Everybody who can be asked about deadlines of these entities. Who has stopped, or has no address left, cannot. */
export async function addresseesOf(db: Db, entityIds: readonly string[]): Promise<Addressees> {
  const rows = await db.$queryRaw<Row[]>`
    with head as (select coordinator as id from plan where is_current and coordinator is not null),
    asked as (
      select c.entity_id, c.role, c.person_id from contact c where c.ended_at is null and c.entity_id = any(${[...new Set(entityIds)]}::text[])
      union all
      select null, 'coordinator', c.person_id from contact c where c.ended_at is null and c.entity_id in (select id from head) and c.role <> 'superior'
      union all
      select null, 'coordinator', s.person_id from staff s where s.revoked_at is null and s.role = 'coordinator'
      union all
      select null, 'plenipotentiary', c.person_id from contact c where c.ended_at is null and c.entity_id in (select id from head) and c.role = 'superior'
      union all
      select null, 'plenipotentiary', s.person_id from staff s
      where s.revoked_at is null and s.role = 'administrator' and not exists (
        select from contact c where c.ended_at is null and c.entity_id in (select id from head) and c.role = 'superior'))
    select distinct a.* from asked a join person p on p.id = a.person_id and p.stopped_at is null
    where exists (select from address where person_id = a.person_id and suppressed_at is null)
    order by a.entity_id, a.role, a.person_id`
  const found = new Map<string, string[]>()
  for (const { entity_id: entityId, role, person_id: personId } of rows) {
    const key = `${role}/${entityId ?? ''}`
    found.set(key, [...(found.get(key) ?? []), personId])
  }
  return {
    of: (entityId, to) =>
      found.get(`${to}/${to === 'coordinator' || to === 'plenipotentiary' ? '' : entityId}`) ?? [],
  }
}
