/** What staff can do with announcements: write, look at beforehand, try out, approve, and see what became of them. */
import {
  marked,
  openStatuses,
  outgoingOf,
  type Announcement,
  type AnnouncementContent,
} from '../domain/announcement.ts'
import { helpOffer } from '../domain/dialogues/help.ts'
import type { Reply } from '../domain/dialogue.ts'
import type { Picture } from '../domain/message.ts'
import { Problem } from '../domain/problem.ts'
import { hasYouth, type Audience } from '../domain/recipients.ts'
import { dayOf } from '../runtime/clock.ts'
import { fingerprint, randomCode } from '../runtime/crypto.ts'
import {
  allAnnouncements,
  findAnnouncement,
  keepDraft,
  lockAnnouncement,
  moveAnnouncement,
} from '../store/announcements.ts'
import { record } from '../store/audit.ts'
import { addSingles } from '../store/deliveries.ts'
import { localeOfPerson } from '../store/respondents.ts'
import { ensureInTime, tallyOf, type Tally } from './announcement-progress.ts'
import { previewOf } from './announcement-preview.ts'
import type { Context } from './context.ts'

export { previewAnnouncement, type Preview } from './announcement-preview.ts'
export {
  cancelAnnouncement,
  pauseAnnouncement,
  resumeAnnouncement,
  retryAnnouncement,
  type Tally,
} from './announcement-progress.ts'

/** An announcement as somebody writes it. */
export interface Draft extends AnnouncementContent {
  /** Names it for good; made up when absent. */
  readonly id?: string
  readonly audience: Audience
  /** At once when absent. */
  readonly sendAt?: Date
  readonly notAfter?: Date
  readonly isLateIncluded?: boolean
  readonly ifUnknown?: 'again' | 'show'
}

/**
 * Keeps a new announcement, or a new text of one that has not begun, as a draft whose approval is void. The same once more changes nothing.
 * @throws {Problem} `announcement-begun`, `announcement-without-polish`, `announcement-nobody-asked`, `announcement-late-without-end`, `announcement-times`
 */
export async function writeAnnouncement(
  { store, clock, config }: Context,
  draft: Draft,
  actor: string,
): Promise<Announcement> {
  ensureComplete(draft)
  const at = clock.now()
  const id = draft.id ?? `${dayOf(at, config.TIME_ZONE)}-${randomCode(4).toLowerCase()}`
  const hash = hashOf(draft)
  return store.transaction(async (tx) => {
    const before = await lockAnnouncement(tx, id)
    if (before?.hash === hash) return before
    if (before && !openStatuses.includes(before.status)) throw new Problem('announcement-begun', { id })
    const { sendAt = null, notAfter = null, isLateIncluded = false, ifUnknown = 'again' } = draft
    const written = { ...draft, id, hash, sendAt, notAfter, isLateIncluded, ifUnknown, writtenBy: actor }
    const kept = await keepDraft(tx, written, at)
    await record(tx, {
      at,
      actor,
      act: 'announcement.write',
      subject: `announcement/${id}`,
      details: { hash },
    })
    return kept
  })
}

/** What keeps a draft from being kept. */
function ensureComplete({ texts, audience, sendAt, notAfter, isLateIncluded }: Draft): void {
  if (!texts.pl || marked(texts.pl).text.trim() === '') throw new Problem('announcement-without-polish')
  if (audience.who.length === 0 && !audience.places) throw new Problem('announcement-nobody-asked')
  if (isLateIncluded && !notAfter) throw new Problem('announcement-late-without-end')
  if (sendAt && notAfter && notAfter <= sendAt) throw new Problem('announcement-times')
}

/** The same for the same content, whatever order its parts come in. */
export function hashOf({ texts, link, picture, audience, ...rest }: Omit<Draft, 'id'>): string {
  const { sendAt, notAfter, isLateIncluded = false, ifUnknown = 'again' } = rest
  const shown = picture && {
    ...picture,
    content: fingerprint(Buffer.from(picture.content).toString('base64'), 32),
  }
  const content = { texts, link, picture: shown, audience, sendAt, notAfter, isLateIncluded, ifUnknown }
  return fingerprint(JSON.stringify(content, inOrder), 32)
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** Sends it to one person, as a message of its own and without its picture. @throws {Problem} `announcement-unknown` */
export async function testAnnouncement(
  { store, clock }: Context,
  id: string,
  personId: string,
): Promise<void> {
  const announcement = await existing(store.db, id)
  const locale = await localeOfPerson(store.db, personId)
  const { text, marks, picture, lang } = outgoingOf(announcement, locale)
  const reply: Reply = {
    parts: [{ text: { [lang]: text } }],
    offers: [helpOffer],
    ...(marks ? { marks } : {}),
    ...(picture ? { picture: stored(picture) } : {}),
  }
  const about = `announcement-test/${id}/${clock.now().getTime()}`
  await addSingles(store.db, store.keyring, [{ recipientId: personId, about, reply, isUrgent: true }])
}

function stored({ content, ...picture }: Picture): NonNullable<Reply['picture']> {
  return { ...picture, base64: Buffer.from(content).toString('base64') }
}

/**
 * Lets it go out: at once (`approved`, it begins within seconds) or at its time (`scheduled`).
 * @throws {Problem} `announcement-unknown`, `announcement-not-draft`, `announcement-needs-second`, `announcement-too-few`,
 * `announcement-nobody`, `announcement-too-late`
 */
export async function approveAnnouncement(
  context: Context,
  id: string,
  actor: string,
): Promise<Announcement> {
  const { store, clock } = context
  const seen = await existing(store.db, id)
  if (seen.status !== 'draft') throw new Problem('announcement-not-draft', { id })
  if (hasYouth(seen.audience) && seen.writtenBy === actor)
    throw new Problem('announcement-needs-second', { id })
  ensureInTime(context, seen)
  const { isTooFew, total } = await previewOf(context, seen)
  if (isTooFew) throw new Problem('announcement-too-few', { id })
  if (total === 0) throw new Problem('announcement-nobody', { id })
  return store.transaction(async (tx) => {
    const found = await lockAnnouncement(tx, id)
    if (found?.status !== 'draft' || found.hash !== seen.hash)
      throw new Problem('announcement-not-draft', { id })
    const at = clock.now()
    const to = found.sendAt && found.sendAt > at ? 'scheduled' : 'approved'
    await moveAnnouncement(tx, found.number, {
      from: ['draft'],
      to,
      set: { approvedBy: actor, approvedAt: at },
    })
    await record(tx, {
      at,
      actor,
      act: 'announcement.approve',
      subject: `announcement/${id}`,
      details: { hash: found.hash },
    })
    return { ...found, status: to, approvedBy: actor, approvedAt: at }
  })
}

/** Every announcement, the newest first, without their pictures. */
export function listAnnouncements({ store }: Context): Promise<readonly Announcement[]> {
  return allAnnouncements(store.db)
}

/** One announcement and how far it is. @throws {Problem} `announcement-unknown` */
export async function showAnnouncement(
  { store }: Context,
  id: string,
): Promise<{ readonly announcement: Announcement; readonly tally: Tally }> {
  const announcement = await existing(store.db, id)
  return { announcement, tally: await tallyOf(store.db, announcement) }
}

async function existing(db: Context['store']['db'], id: string): Promise<Announcement> {
  const found = await findAnnouncement(db, id)
  if (!found) throw new Problem('announcement-unknown', { id })
  return found
}
