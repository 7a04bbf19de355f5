/** Messages to staff about announcements: that somebody is to approve one, what came of it, that it paused itself, that it is out. */
import type { Announcement } from '../domain/announcement.ts'
import type { Offer, Reply } from '../domain/dialogue.ts'
import { announcementButton, listOffer } from '../domain/dialogues/announce.ts'
import { say } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { may, type StaffAct } from '../domain/staff.ts'
import { endIfDone, pauseForFailures } from '../store/announcements.ts'
import { addSingles, type Single } from '../store/deliveries.ts'
import { allStaff } from '../store/staff.ts'
import { numbersOf, opening } from './announcement-words.ts'
import { previewAnnouncement, showAnnouncement, testAnnouncement } from './announcements.ts'
import type { Context } from './context.ts'

/**
 * Asks everybody else who may approve: first the announcement as it will look, then the numbers and two buttons. Once per text.
 * @throws {Problem} `announcement-nobody-else` when there is no second person to ask.
 */
export async function askSecond(context: Context, announcement: Announcement, actor: string): Promise<void> {
  const others = await staffWho(context, 'announcement.approve', actor)
  if (others.length === 0) throw new Problem('announcement-nobody-else')
  const { id, hash } = announcement
  const by = await deskOf(context, actor)
  const reply: Reply = {
    parts: [
      say('approval-asked', { by }),
      ...numbersOf(await previewAnnouncement(context, id), context.config.TIME_ZONE),
    ],
    offers: [
      { id: announcementButton('approve', announcement), label: say('approval-yes'), row: 'answer' },
      { id: announcementButton('return', announcement), label: say('approval-not-yet'), row: 'answer' },
      previewOffer(announcement),
    ],
    pick: 'one',
  }
  for (const recipientId of others) await testAnnouncement(context, id, recipientId)
  await add(context, others, `approval/${id}/${hash}`, reply)
}

/** Tells the writer what the second person said; whoever decides about their own text knows already. */
export async function tellWriter(
  context: Context,
  announcement: Announcement,
  what: 'approved' | 'returned',
  actor: string,
): Promise<void> {
  const { id, hash, writtenBy } = announcement
  const isStaff = (await allStaff(context.store.db)).some(({ personId }) => personId === writtenBy)
  if (!isStaff || writtenBy === actor) return
  const words = say(`approval-${what}`, { by: await deskOf(context, actor), title: opening(announcement) })
  const reply: Reply = { parts: [words], offers: [progressOffer(announcement), listOffer] }
  await add(context, [writtenBy], `announcement/${id}/${what}/${hash}`, reply)
}

/**
 * Tells those who may decide about announcements that one paused itself because too much failed, or that it has been sent.
 * Said once, and of a pause once more only when more has failed since.
 */
export async function tellStaff(
  context: Context,
  announcement: Announcement,
  what: 'paused' | 'sent',
): Promise<void> {
  const { id } = announcement
  const { tally } = await showAnnouncement(context, id)
  const words = say(`told-${what}`, {
    title: opening(announcement),
    accepted: tally.accepted,
    total: tally.total,
    failed: tally.failed,
  })
  const reply: Reply = { parts: [words], offers: [progressOffer(announcement), listOffer] }
  const about = `announcement/${id}/${what}${what === 'paused' ? `/${tally.failed + tally.unknown}` : ''}`
  await add(context, await staffWho(context, 'announcement.approve'), about, reply)
}

/** Ends an announcement of which nothing is left to be done, and says so to staff. Whether it has ended now. */
export async function endIfSettled(context: Context, announcement: Announcement): Promise<boolean> {
  const isEnded = await endIfDone(context.store.db, announcement.number, context.clock.now())
  if (isEnded) await tellStaff(context, announcement, 'sent')
  return isEnded
}

/** Pauses an announcement of which too much fails, and says so to staff. */
export async function pauseAndTell(context: Context, announcement: Announcement): Promise<void> {
  if (await pauseForFailures(context.store.db, announcement.number, context.clock.now()))
    await tellStaff(context, announcement, 'paused')
}

/** The way to how it looks in every language. */
function previewOffer(announcement: Announcement): Offer {
  return {
    id: announcementButton('preview', announcement),
    label: say('announcement-preview-button'),
    row: 'step',
  }
}

function progressOffer(announcement: Announcement): Offer {
  return { id: announcementButton('show', announcement), label: say('announcement-show-button'), row: 'step' }
}

async function staffWho({ store }: Context, act: StaffAct, except?: string): Promise<readonly string[]> {
  const staff = await allStaff(store.db)
  return staff
    .filter(({ role, personId }) => may(role, act) && personId !== except)
    .map(({ personId }) => personId)
}

/** How the panel calls somebody's seat; no name. */
async function deskOf({ store }: Context, actor: string): Promise<string> {
  return (await allStaff(store.db)).find(({ personId }) => personId === actor)?.label ?? actor
}

async function add(
  { store }: Context,
  recipients: readonly string[],
  about: string,
  reply: Reply,
): Promise<void> {
  const singles: Single[] = recipients.map((recipientId) => ({ recipientId, about, reply }))
  await addSingles(store.db, store.keyring, singles)
}
