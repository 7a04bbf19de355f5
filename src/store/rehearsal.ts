/** What a rehearsal begins from: every deadline that is open, and the people who could be asked. */
import type { Deadline, WrittenPolicy } from '../domain/deadline.ts'
import type { Localized } from '../domain/phrase.ts'
import { dayOfDate } from '../runtime/clock.ts'
import type { Db } from './store.ts'

/** An open deadline with all that is known of it. */
export interface OpenDeadline extends Deadline {
  readonly id: bigint
  readonly source: string
  readonly code: string
  readonly names: Localized
  readonly entityId: string
  readonly policyId: string
  readonly nextAt: Date | null
}

export async function openDeadlines(db: Db): Promise<readonly OpenDeadline[]> {
  const rows = await db.deadline.findMany({
    where: { status: 'open' },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ names, dueOn, askedOn, ...row }) => ({
    ...row,
    status: 'open',
    names: names as Localized,
    dueOn: dayOfDate(dueOn),
    askedOn: askedOn && dayOfDate(askedOn),
  }))
}

/** Everything that has ever been a deadline, by what it stands for. */
export async function knownSources(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.deadline.findMany({ select: { source: true } })
  return new Set(rows.map(({ source }) => source))
}

/** A person who may be reminded, as a rehearsal names them: by the seats they hold. */
export interface Remindable {
  readonly personId: string
  readonly hasDigest: boolean
  readonly quietFrom: string | null
  readonly quietTo: string | null
  readonly timeZone: string | null
  readonly channel: string | null
  /** `<entity>/<role>` or the label of a member of staff. */
  readonly seats: readonly string[]
}

export async function remindable(db: Db): Promise<readonly Remindable[]> {
  return db.$queryRaw<Remindable[]>`
    select p.id as "personId", p.has_digest as "hasDigest", p.quiet_from as "quietFrom", p.quiet_to as "quietTo", p.time_zone as "timeZone",
      (select channel from address where person_id = p.id and suppressed_at is null order by is_preferred desc, channel limit 1) as channel,
      array(select e.short || ' / ' || c.role from contact c join entity e on e.id = c.entity_id where c.person_id = p.id and c.ended_at is null
        union all select s.label from staff s where s.person_id = p.id and s.revoked_at is null) as seats
    from person p
    where exists (select from contact c where c.person_id = p.id and c.ended_at is null)
      or exists (select from staff s where s.person_id = p.id and s.revoked_at is null)
    order by p.id`
}

export async function policySteps(db: Db): Promise<ReadonlyMap<string, WrittenPolicy>> {
  const rows = await db.reminderPolicy.findMany()
  return new Map(rows.map(({ id, steps }) => [id, steps as WrittenPolicy]))
}

export async function entityNames(db: Db): Promise<ReadonlyMap<string, Localized>> {
  const rows = await db.entity.findMany({ select: { id: true, names: true } })
  return new Map(rows.map(({ id, names }) => [id, names as Localized]))
}
