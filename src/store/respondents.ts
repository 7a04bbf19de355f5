/** People without a name: how to reach them, what they agreed to, and how to forget them. */
import { randomUUID } from 'node:crypto'
import type { Address } from '../domain/message.ts'
import { localeOf, sourceLocale, type Day, type Locale } from '../domain/phrase.ts'
import { responseKey, type Keyring } from '../runtime/crypto.ts'
import { announcementsBegun } from './announcements.ts'
import { evidenceBy, forgetGiver } from './evidence.ts'
import { lookupOf, personKey } from './sessions.ts'
import { dropLinkCodes } from './staff.ts'
import { Superseded, type Db } from './store.ts'
import { bury } from './tombstones.ts'

/**
 * Writes down a person with their first address, sealed, and hands their conversation over to them.
 * @throws {Superseded} when the address became somebody's meanwhile.
 */
export async function addPerson(
  db: Db,
  keyring: Keyring,
  person: { from: Address; locale: Locale; today: Day },
): Promise<string> {
  const id = randomUUID()
  const { channel, value } = person.from
  const lookup = lookupOf(keyring, person.from)
  const sealed = keyring.seal(value, `address:${channel}`)
  const rows = await db.$executeRaw`
    with person as (insert into person (id, locale, created_on) values (${id}::uuid, ${person.locale}, ${person.today}::date) returning id),
    address as (
      insert into address (id, person_id, channel, lookup, sealed) select gen_random_uuid(), id, ${channel}, ${lookup}, ${sealed} from person
      on conflict (lookup) do nothing returning lookup),
    moved as (update session set key = ${personKey(id)} from address where session.key = address.lookup)
    select from address`
  if (rows !== 1) throw new Superseded()
  return id
}

/** Nothing is sent unasked any more; every consent to be written to is withdrawn. */
export async function stopPerson(db: Db, personId: string, at: Date): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { stoppedAt: at } })
  await db.consent.updateMany({
    where: { personId, purpose: { not: 'participation' }, withdrawnAt: null },
    data: { withdrawnAt: at },
  })
  await db.participation.updateMany({ where: { personId }, data: { wantsOutcome: false } })
}

/** Somebody who stopped is asked again; what they agreed to be written about stays withdrawn. */
export async function takeBackStop(db: Db, personId: string): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { stoppedAt: null } })
}

/** Whether a person agreed to be written to, and has not taken that back. */
export async function hasNews(db: Db, personId: string): Promise<boolean> {
  const key = { personId, purpose: 'announcements', subject: '' }
  const consent = await db.consent.findUnique({ where: { personId_purpose_subject: key } })
  return consent?.withdrawnAt === null
}

/** The person takes back that they may be written to. */
export async function withdrawNews(db: Db, personId: string, at: Date): Promise<void> {
  await db.consent.updateMany({
    where: { personId, purpose: 'announcements', withdrawnAt: null },
    data: { withdrawnAt: at },
  })
}

/** Keeps the language a person chose. */
export async function rememberLocale(db: Db, personId: string, locale: Locale): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { locale } })
}

/** The language somebody reads, Polish when they are nobody. */
export async function localeOfPerson(db: Db, personId: string): Promise<Locale> {
  const row = await db.person.findUnique({ where: { id: personId }, select: { locale: true } })
  return localeOf(row?.locale) ?? sourceLocale
}

/**
 * Erases a person: answers of every consultation whose secret still exists, participation, consents, addresses, conversation, deliveries,
 * and that they were the one who handed over some evidence.
 * A tombstone keeps an old backup from bringing them back. Returns under which ids a backup may know them.
 */
export async function erasePerson(
  db: Db,
  keyring: Keyring,
  personId: string,
  today: Day,
): Promise<readonly string[]> {
  const keys = await responseKeys(db, keyring, personId)
  for (const { consultationId, key } of keys) await db.response.deleteMany({ where: { consultationId, key } })
  await db.$executeRaw`delete from session where key = ${personKey(personId)}`
  const batches = (await announcementsBegun(db)).map(({ number }) => number)
  await db.$executeRaw`delete from delivery where batch = any(${[0, ...batches]}::int[]) and recipient_id = ${personId}::uuid`
  await db.reminder.deleteMany({ where: { personId } })
  await forgetGiver(db, personId)
  await dropLinkCodes(db, personId)
  await db.person.deleteMany({ where: { id: personId } })
  return bury(db, personId, today)
}

/** Everything that is kept of a person, for themselves. Answers only while their consultation's secret exists. */
export async function exportPerson(db: Db, keyring: Keyring, personId: string) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      locale: true,
      ageBand: true,
      district: true,
      createdOn: true,
      stoppedAt: true,
      quietFrom: true,
      quietTo: true,
      timeZone: true,
      hasDigest: true,
    },
  })
  const consents = await db.consent.findMany({
    where: { personId },
    select: { purpose: true, subject: true, wording: true, locale: true, givenAt: true, withdrawnAt: true },
  })
  const participations = await db.participation.findMany({
    where: { personId },
    select: { consultationId: true, state: true, changedOn: true, wantsOutcome: true },
  })
  const sealed = await db.address.findMany({ where: { personId }, select: { channel: true, sealed: true } })
  const responses = []
  for (const { consultationId, key } of await responseKeys(db, keyring, personId))
    responses.push(await exportResponse(db, keyring, consultationId, key))
  const deliveries = await exportDeliveries(db, personId)
  const office = await exportOffice(db, personId)
  const addresses = sealed.map((address) => ({
    channel: address.channel,
    value: keyring.open(address.sealed, `address:${address.channel}`),
  }))
  return {
    ...person,
    addresses,
    consents,
    participations,
    deliveries,
    ...office,
    evidence: await evidenceBy(db, personId),
    responses: responses.filter((one) => one !== null),
  }
}

/** For whom somebody speaks, what they were reminded of and what they answered. */
async function exportOffice(db: Db, personId: string) {
  const contacts = await db.contact.findMany({
    where: { personId },
    select: { entityId: true, role: true, since: true, endedAt: true },
  })
  const reminders = await db.reminder.findMany({
    where: { personId },
    select: { deadlineId: true, dueOn: true, step: true, role: true, decidedAt: true },
  })
  const answered = await db.acknowledgement.findMany({
    where: { personId },
    select: { deadlineId: true, dueOn: true, answer: true, details: true, givenAt: true },
  })
  const calendars = await db.calendarFeed.findMany({
    where: { personId },
    select: { createdAt: true, revokedAt: true },
  })
  const ids = [...reminders, ...answered].map(({ deadlineId }) => deadlineId)
  const found = await db.deadline.findMany({ where: { id: { in: ids } }, select: { id: true, source: true } })
  const sources = new Map(found.map(({ id, source }) => [id, source]))
  const named = <T extends { deadlineId: bigint }>({ deadlineId, ...rest }: T) => ({
    deadline: sources.get(deadlineId) ?? null,
    ...rest,
  })
  return { contacts, calendars, reminders: reminders.map(named), reminderAnswers: answered.map(named) }
}

/** What was sent to somebody, or is to be, and the day it was settled. */
async function exportDeliveries(db: Db, personId: string) {
  const begun = await announcementsBegun(db)
  const ids = new Map(begun.map(({ number, id }) => [number, id]))
  const rows = await db.delivery.findMany({
    where: { batch: { in: [0, ...ids.keys()] }, recipientId: personId },
    select: { batch: true, about: true, channel: true, status: true, settledAt: true },
    orderBy: [{ batch: 'asc' }, { about: 'asc' }],
  })
  return rows.map(({ batch, about, channel, status, settledAt }) => ({
    about: batch === 0 ? about : `announcement/${ids.get(batch)}`,
    channel,
    status,
    day: settledAt?.toISOString().slice(0, 10) ?? null,
  }))
}

async function exportResponse(
  db: Db,
  keyring: Keyring,
  consultationId: string,
  key: Uint8Array<ArrayBuffer>,
) {
  const response = await db.response.findUnique({
    where: { consultationId_key: { consultationId, key } },
    select: {
      consultationId: true,
      version: true,
      answeredOn: true,
      locale: true,
      channel: true,
      isFinished: true,
      ageBand: true,
      gender: true,
      district: true,
      answers: { select: { question: true, value: true, text: true } },
    },
  })
  if (!response) return null
  const answers = response.answers.map(({ question, value, text }) => ({
    question,
    answer: text ? { text: keyring.open(text, 'answer') } : value,
  }))
  return { ...response, answers }
}

/** Under which keys a person's answers are, as long as their consultation's secret exists. */
export async function responseKeys(db: Db, keyring: Keyring, personId: string) {
  const rows = await db.consultation.findMany({
    where: { secret: { not: null } },
    select: { id: true, secret: true },
  })
  return rows.flatMap(({ id, secret }) =>
    secret ? [keyOf(id, keyring.openBytes(secret, `secret:${id}`), personId)] : [],
  )
}

function keyOf(consultationId: string, secret: Uint8Array, personId: string) {
  return { consultationId, secret, key: responseKey(secret, personId) }
}
