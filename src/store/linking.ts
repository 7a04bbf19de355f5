/** Making one person of two, so that somebody with two messengers is known, and reached, once. */
import { youngerBand } from '../domain/audience.ts'
import type { Address } from '../domain/message.ts'
import { stricterHours } from '../domain/preferences.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { announcementsBegun } from './announcements.ts'
import { mergeResponses, type MergedResponse } from './merged-responses.ts'
import { stopPerson } from './respondents.ts'
import { lookupOf, personKey } from './sessions.ts'
import type { Db } from './store.ts'
import { buryLinked } from './tombstones.ts'

/**
 * Holds two conversations and their people until the transaction is over, so that no turn is kept under an id that goes; one that was
 * under way then finds its conversation moved, and is taken again. First what nobody owns yet, then conversations, then people, each in
 * one order, so that nobody waits in a ring. Says who of them there is.
 */
export async function holdPeople(
  tx: Db,
  keyring: Keyring,
  { offeredBy, personId, from }: { offeredBy: string; personId: string | null; from: Address },
): Promise<readonly string[]> {
  if (!personId)
    await tx.$queryRaw`select true from session where key = ${lookupOf(keyring, from)} for update`
  const ids = personId ? [offeredBy, personId] : [offeredBy]
  await tx.$queryRaw`
    select true from session where key = any(${ids.map(personKey)}::bytea[]) order by key for update`
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from person where id = any(${ids}::uuid[]) order by id for update`
  return rows.map(({ id }) => id)
}

/** The ages these people gave at the gate, and where they are reached. */
export async function bandsOf(
  tx: Db,
  people: readonly string[],
): Promise<{ readonly bands: readonly string[]; readonly channels: readonly string[] }> {
  const rows = await tx.person.findMany({
    where: { id: { in: [...people] } },
    select: { ageBand: true, addresses: { select: { channel: true } } },
  })
  return {
    bands: rows.flatMap(({ ageBand }) => ageBand ?? []),
    channels: rows.flatMap(({ addresses }) => addresses.map(({ channel }) => channel)),
  }
}

/** Whether somebody works for the programme or speaks for an entity. */
export async function isInOffice(tx: Db, personId: string): Promise<boolean> {
  const staff = await tx.staff.count({ where: { personId } })
  return staff > 0 || (await tx.contact.count({ where: { personId } })) > 0
}

/**
 * Makes one person of two: the older one stays, or who offered the code (`there`) when they are of the same day. Everything of the other
 * becomes theirs; where both chose, the stricter choice holds, and where both answered, what was answered `here`. `hasBoth` tells of that.
 */
export async function mergePeople(
  tx: Db,
  keyring: Keyring,
  { here, there }: { here: string; there: string },
  at: Date,
): Promise<{ readonly stays: string; readonly hasBoth: boolean }> {
  const { stays, goes } = await olderOf(tx, there, here)
  const merged = await mergeResponses(tx, keyring, { here, there, stays })
  await moveParticipations(tx, stays, goes, merged)
  await moveConsents(tx, stays, goes)
  await moveOffices(tx, stays, goes)
  await moveReminders(tx, stays, goes)
  await moveDeliveries(tx, stays, goes, at)
  await mergePreferences(tx, stays, goes, at)
  await tx.address.updateMany({ where: { personId: goes }, data: { personId: stays } })
  await tx.invitation.updateMany({ where: { createdBy: goes }, data: { createdBy: stays } })
  await tx.$executeRaw`delete from session where key = ${personKey(goes)}`
  await tx.person.delete({ where: { id: goes } })
  await buryLinked(tx, { stays, goes })
  return { stays, hasBoth: merged.length > 0 }
}

async function olderOf(tx: Db, one: string, other: string): Promise<{ stays: string; goes: string }> {
  const rows = await tx.person.findMany({ where: { id: { in: [one, other] } } })
  const born = new Map(rows.map(({ id, createdOn }) => [id, createdOn.getTime()]))
  return born.get(other)! < born.get(one)! ? { stays: other, goes: one } : { stays: one, goes: other }
}

/**
 * Who took part twice took part once, as far as either of them went, or as far as the answers go that were put together.
 * A "no" to hearing of the outcome holds; somebody who has not finished was not asked yet.
 */
async function moveParticipations(
  tx: Db,
  stays: string,
  goes: string,
  merged: readonly MergedResponse[],
): Promise<void> {
  await tx.$executeRaw`
    update participation s set changed_on = greatest(s.changed_on, g.changed_on),
      state = case when 'finished' in (s.state, g.state) then 'finished' when 'started' in (s.state, g.state) then 'started' else 'invited' end,
      wants_outcome = (s.wants_outcome or g.wants_outcome)
        and (s.wants_outcome or s.state <> 'finished') and (g.wants_outcome or g.state <> 'finished')
    from participation g where s.person_id = ${stays}::uuid and g.person_id = ${goes}::uuid and s.consultation_id = g.consultation_id`
  await tx.$executeRaw`
    update participation g set person_id = ${stays}::uuid where person_id = ${goes}::uuid and not exists (
      select from participation s where s.person_id = ${stays}::uuid and s.consultation_id = g.consultation_id)`
  const unfinished = merged.filter(({ isFinished }) => !isFinished).map(({ consultation }) => consultation)
  await tx.participation.updateMany({
    where: { personId: stays, consultationId: { in: unfinished } },
    data: { state: 'started' },
  })
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

/**
 * The same message is one message. What is being sent at this very moment stays where its sender looks for it; a step of an outcome is
 * then not told again, for it is on its way.
 */
async function moveDeliveries(tx: Db, stays: string, goes: string, at: Date): Promise<void> {
  await holdTelling(tx, stays, goes)
  await tx.$executeRaw`
    insert into delivery as s (batch, recipient_id, about, channel, lane, status, reason, due_at, settled_at)
    select 0, ${stays}::uuid, about, channel, lane, 'unknown', 'linked', due_at, ${at} from delivery
    where batch = 0 and recipient_id = ${goes}::uuid and status = 'sending' and about like 'outcome/%'
    on conflict (batch, recipient_id, about) do update set status = 'unknown', reason = 'linked', message = null, settled_at = ${at}
    where s.status in ('waiting', 'held')`
  const batches = [0, ...(await announcementsBegun(tx)).map(({ number }) => number)]
  await tx.$executeRaw`
    update delivery g set recipient_id = ${stays}::uuid
    where batch = any(${batches}::int[]) and recipient_id = ${goes}::uuid and status <> 'sending' and not exists (
      select from delivery s where s.batch = g.batch and s.recipient_id = ${stays}::uuid and s.about = g.about)`
  await tx.$executeRaw`
    delete from delivery where batch = any(${batches}::int[]) and recipient_id = ${goes}::uuid and status <> 'sending'`
}

/** Outcomes are told down a list of ids: until the two are one nobody goes on with it, and whoever moves behind its mark is come back for. */
async function holdTelling(tx: Db, stays: string, goes: string): Promise<void> {
  await tx.$queryRaw`
    select true from outcome_step where told_at is null order by consultation_id, measure_id, step for update`
  await tx.$executeRaw`
    update outcome_step set checkpoint = null
    where told_at is null and checkpoint >= ${stays}::uuid and checkpoint < ${goes}::uuid`
}

/** Stopped wins, the longer night wins, and one message a day wins. */
async function mergePreferences(tx: Db, stays: string, goes: string, at: Date): Promise<void> {
  const one = await tx.person.findUniqueOrThrow({ where: { id: stays } })
  const other = await tx.person.findUniqueOrThrow({ where: { id: goes } })
  const hours = stricterHours(one, other)
  await tx.person.update({
    where: { id: stays },
    data: {
      ageBand: youngerBand(one.ageBand, other.ageBand),
      district: one.district ?? other.district,
      hasDigest: one.hasDigest || other.hasDigest,
      ...hours,
      timeZone: one.timeZone ?? other.timeZone,
    },
  })
  const stoppedAt = one.stoppedAt ?? other.stoppedAt
  if (stoppedAt) await stopPerson(tx, stays, stoppedAt < at ? stoppedAt : at)
}
