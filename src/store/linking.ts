/** Making one person of two, so that somebody with two messengers is known, and reached, once. */
import { stricterHours } from '../domain/preferences.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { responseKey } from '../runtime/crypto.ts'
import { announcementsBegun } from './announcements.ts'
import { responseKeys, stopPerson } from './respondents.ts'
import { personKey } from './sessions.ts'
import { Superseded, type Db } from './store.ts'
import { buryLinked } from './tombstones.ts'

/** Who stays: the older one, or who is named first when they are of the same day. Locks both. @throws {Superseded} when one of them is gone */
export async function olderOf(tx: Db, one: string, other: string): Promise<{ stays: string; goes: string }> {
  const rows = await tx.$queryRaw<{ id: string; created_on: Date }[]>`
    select id, created_on from person where id in (${one}::uuid, ${other}::uuid) order by id for update`
  const born = new Map(rows.map((row) => [row.id, row.created_on.getTime()]))
  if (born.size !== 2) throw new Superseded()
  return born.get(other)! < born.get(one)! ? { stays: other, goes: one } : { stays: one, goes: other }
}

/** Whether both have begun the same consultation: their answers cannot become one person's. */
export async function bothTookPart(tx: Db, one: string, other: string): Promise<boolean> {
  const rows = await tx.participation.groupBy({
    by: ['consultationId'],
    where: { personId: { in: [one, other] }, state: { not: 'invited' } },
    _count: true,
  })
  return rows.some(({ _count }) => _count > 1)
}

/** Everything of the one who goes becomes that of the one who stays; where both chose, the stricter choice holds. */
export async function mergePeople(
  tx: Db,
  keyring: Keyring,
  { stays, goes }: { stays: string; goes: string },
  at: Date,
): Promise<void> {
  await moveAnswers(tx, keyring, stays, goes)
  await moveParticipations(tx, stays, goes)
  await moveConsents(tx, stays, goes)
  await moveOffices(tx, stays, goes)
  await moveReminders(tx, stays, goes)
  await moveDeliveries(tx, stays, goes)
  await mergePreferences(tx, stays, goes, at)
  await tx.address.updateMany({ where: { personId: goes }, data: { personId: stays } })
  await tx.invitation.updateMany({ where: { createdBy: goes }, data: { createdBy: stays } })
  await tx.$executeRaw`delete from session where key = ${personKey(goes)}`
  await tx.person.delete({ where: { id: goes } })
  await buryLinked(tx, { stays, goes })
}

/** Answers are kept under a key of their person, as long as the consultation's secret can make it. */
async function moveAnswers(tx: Db, keyring: Keyring, stays: string, goes: string): Promise<void> {
  for (const { consultationId, key, secret } of await responseKeys(tx, keyring, goes))
    await tx.response.updateMany({
      where: { consultationId, key },
      data: { key: responseKey(secret, stays) },
    })
}

async function moveParticipations(tx: Db, stays: string, goes: string): Promise<void> {
  await tx.$executeRaw`
    delete from participation s using participation g where s.person_id = ${stays}::uuid and g.person_id = ${goes}::uuid
      and s.consultation_id = g.consultation_id and s.state = 'invited'`
  await tx.$executeRaw`
    update participation g set person_id = ${stays}::uuid where person_id = ${goes}::uuid and not exists (
      select from participation s where s.person_id = ${stays}::uuid and s.consultation_id = g.consultation_id)`
}

/** What one of them took back is taken back. */
async function moveConsents(tx: Db, stays: string, goes: string): Promise<void> {
  await tx.$executeRaw`
    update consent s set withdrawn_at = coalesce(s.withdrawn_at, g.withdrawn_at) from consent g
    where s.person_id = ${stays}::uuid and g.person_id = ${goes}::uuid and s.purpose = g.purpose and s.subject = g.subject`
  await tx.$executeRaw`
    update consent g set person_id = ${stays}::uuid where person_id = ${goes}::uuid and not exists (
      select from consent s where s.person_id = ${stays}::uuid and s.purpose = g.purpose and s.subject = g.subject)`
}

/** Whom somebody speaks for, the role in the team (the newer one, where both have one), the calendars and what was handed over. */
async function moveOffices(tx: Db, stays: string, goes: string): Promise<void> {
  await tx.$executeRaw`
    update contact s set ended_at = case when s.ended_at is not null and g.ended_at is not null then greatest(s.ended_at, g.ended_at) end,
      since = least(s.since, g.since), title = coalesce(s.title, g.title)
    from contact g where s.person_id = ${stays}::uuid and g.person_id = ${goes}::uuid and s.entity_id = g.entity_id and s.role = g.role`
  await tx.$executeRaw`
    update contact g set person_id = ${stays}::uuid where person_id = ${goes}::uuid and not exists (
      select from contact s where s.person_id = ${stays}::uuid and s.entity_id = g.entity_id and s.role = g.role)`
  await tx.$executeRaw`
    delete from staff s using staff g where s.person_id = ${stays}::uuid and g.person_id = ${goes}::uuid
      and (s.revoked_at is not null, g.since) > (g.revoked_at is not null, s.since)`
  await tx.$executeRaw`
    update staff g set person_id = ${stays}::uuid where person_id = ${goes}::uuid and not exists (
      select from staff s where s.person_id = ${stays}::uuid)`
  await tx.calendarFeed.updateMany({ where: { personId: goes }, data: { personId: stays } })
  await tx.acknowledgement.updateMany({ where: { personId: goes }, data: { personId: stays } })
  await tx.evidence.updateMany({ where: { givenBy: goes }, data: { givenBy: stays } })
  await tx.changeRequest.updateMany({ where: { askedBy: goes }, data: { askedBy: stays } })
  await tx.reading.updateMany({ where: { reportedBy: goes }, data: { reportedBy: stays } })
}

/** A message of the day that both have waiting becomes one; what only the other held waits to be gathered again. */
async function moveReminders(tx: Db, stays: string, goes: string): Promise<void> {
  await tx.$executeRaw`
    update reminder r set about = null from delivery g, delivery s
    where r.person_id = ${goes}::uuid and g.batch = 0 and g.recipient_id = r.person_id and g.about = r.about and g.status in ('waiting', 'held')
      and s.batch = 0 and s.recipient_id = ${stays}::uuid and s.about = g.about`
  await tx.$executeRaw`
    update reminder g set person_id = ${stays}::uuid where person_id = ${goes}::uuid and not exists (
      select from reminder s where s.person_id = ${stays}::uuid and s.deadline_id = g.deadline_id and s.due_on = g.due_on and s.step = g.step)`
  await tx.reminder.deleteMany({ where: { personId: goes } })
}

/** The same message is one message. What is being sent at this very moment stays where its sender looks for it. */
async function moveDeliveries(tx: Db, stays: string, goes: string): Promise<void> {
  const batches = [0, ...(await announcementsBegun(tx)).map(({ number }) => number)]
  await tx.$executeRaw`
    update delivery g set recipient_id = ${stays}::uuid
    where batch = any(${batches}::int[]) and recipient_id = ${goes}::uuid and status <> 'sending' and not exists (
      select from delivery s where s.batch = g.batch and s.recipient_id = ${stays}::uuid and s.about = g.about)`
  await tx.$executeRaw`
    delete from delivery where batch = any(${batches}::int[]) and recipient_id = ${goes}::uuid and status <> 'sending'`
}

/** Stopped wins, the longer night wins, and one message a day wins. */
async function mergePreferences(tx: Db, stays: string, goes: string, at: Date): Promise<void> {
  const one = await tx.person.findUniqueOrThrow({ where: { id: stays } })
  const other = await tx.person.findUniqueOrThrow({ where: { id: goes } })
  const hours = stricterHours(one, other)
  await tx.person.update({
    where: { id: stays },
    data: {
      ageBand: one.ageBand ?? other.ageBand,
      district: one.district ?? other.district,
      hasDigest: one.hasDigest || other.hasDigest,
      ...hours,
      timeZone: one.timeZone ?? other.timeZone,
    },
  })
  const stoppedAt = one.stoppedAt ?? other.stoppedAt
  if (stoppedAt) await stopPerson(tx, stays, stoppedAt < at ? stoppedAt : at)
}
