/** Deadlines in people's own calendars: a secret link for a person or an entity, and what it shows. */
import { kindOf, titleOf } from '../domain/deadline-words.ts'
import { say, type Locale, type Phrase } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { dayOf } from '../runtime/clock.ts'
import { randomToken } from '../runtime/crypto.ts'
import { writeCalendar, type DayEvent } from '../runtime/ics.ts'
import { record } from '../store/audit.ts'
import {
  calendarDeadlines,
  findFeed,
  renewFeed,
  revokeFeeds,
  type CalendarDeadline,
  type FeedOwner,
} from '../store/calendars.ts'
import { entityIds } from '../store/staff.ts'
import type { Context } from './context.ts'
import { siteOf } from './entrances.ts'
import { isId } from './staff.ts'

/** Makes a link to an entity's calendar, shown once; the one before ends. @throws {Problem} `entity-unknown` */
export async function linkCalendar(
  { store, clock, config }: Context,
  { entityId, actor }: { entityId: string; actor: string },
): Promise<{ readonly link: string }> {
  const token = randomToken()
  const known = await entityIds(store.db)
  if (!known.includes(entityId))
    throw new Problem('entity-unknown', { id: entityId, known: known.join(', ') })
  const at = clock.now()
  const owner = { entityId }
  await store.transaction(async (tx) => {
    await renewFeed(tx, store.keyring, owner, { token, at, by: actor })
    await record(tx, { at, actor, act: 'calendar.link', subject: subjectOf(owner) })
  })
  return { link: calendarLink(siteOf(config), token) }
}

/** Ends the link of a person or an entity. @throws {Problem} `calendar-unknown` when there is none */
export async function revokeCalendar(
  { store, clock }: Context,
  owner: FeedOwner,
  actor: string,
): Promise<void> {
  const at = clock.now()
  await store.transaction(async (tx) => {
    const isPossible = !('personId' in owner) || isId(owner.personId)
    if (!isPossible || (await revokeFeeds(tx, owner, at)) === 0)
      throw new Problem('calendar-unknown', { id: 'personId' in owner ? owner.personId : owner.entityId })
    await record(tx, { at, actor, act: 'calendar.revoke', subject: subjectOf(owner) })
  })
}

/** The calendar behind a token, as text in its owner's language; undefined for a token that opens none. */
export async function readCalendar(context: Context, token: string): Promise<string | undefined> {
  const { store, clock, config, text } = context
  const feed = await findFeed(store.db, store.keyring, token)
  if (!feed) return undefined
  const { entities, locale, madeAt } = feed
  const deadlines = await calendarDeadlines(
    store.db,
    entities.map(({ id }) => id),
    dayOf(clock.now(), config.TIME_ZONE),
  )
  const words = (phrase: Phrase) => text.phrase(locale, phrase)
  const name =
    entities.length === 1 ? say('calendar-name-of', { entity: entities[0]!.names }) : say('calendar-name')
  const events = deadlines.map((one) => eventOf(context, one, locale))
  return writeCalendar({ name: words(name), madeAt, events })
}

/** The address that a program for calendars fetches. */
export function calendarLink(site: string, token: string): string {
  return `${site}/calendar/${token}.ics`
}

function eventOf({ text, config }: Context, deadline: CalendarDeadline, locale: Locale): DayEvent {
  const { id, source, status, measure, entityNames, dueOn, changes, changedAt } = deadline
  const words = (phrase: Phrase) => text.phrase(locale, phrase)
  const site = siteOf(config)
  const title = titleOf({ ...deadline, kind: kindOf(source) })
  const description = [
    ...(measure ? [say('calendar-measure', { code: measure.code, name: measure.names })] : []),
    say('calendar-entity', { entity: entityNames }),
    ...(status === 'open' ? [say('calendar-answer', { link: `${site}/chat` })] : []),
  ]
  return {
    uid: `deadline-${id}@${new URL(site).hostname}`,
    on: dueOn,
    summary: words(status === 'done' ? say('calendar-done', { name: title }) : title),
    description: description.map(words).join('\n'),
    isCancelled: status === 'dropped',
    // what ends by a rule has nobody who changed it, and is a change all the same
    sequence: changes + (status === 'open' ? 0 : 1),
    changedAt,
  }
}

function subjectOf(owner: FeedOwner): string {
  return 'personId' in owner ? `person/${owner.personId}` : `entity/${owner.entityId}`
}
