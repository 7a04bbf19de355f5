/** What a member of staff decided about an announcement in a chat, carried out in the turn's own transaction. */
import type { Announcement } from '../domain/announcement.ts'
import type { Fact } from '../domain/dialogue.ts'
import { seenOf } from '../domain/dialogues/announce.ts'
import type { Drafted } from '../domain/drafted.ts'
import { Problem } from '../domain/problem.ts'
import { findAnnouncement, lockAnnouncement } from '../store/announcements.ts'
import { record } from '../store/audit.ts'
import { askSecond, tellWriter } from './announcement-notes.ts'
import {
  approveAnnouncement,
  cancelAnnouncement,
  pauseAnnouncement,
  resumeAnnouncement,
  retryAnnouncement,
  testAnnouncement,
  writeAnnouncement,
} from './announcements.ts'
import type { Context } from './context.ts'
import type { Speaker } from './facts.ts'

type Steered = Extract<Fact, { is: 'announcementSteered' }>

/** @throws {Problem} whatever the use-case refuses, and `announcement-changed` when another text was approved than there is now. */
export async function settleAnnouncement(
  context: Context,
  fact: Extract<Fact, { is: 'announcementWritten' }> | Steered,
  { personId }: Speaker,
): Promise<void> {
  const actor = personId!
  if (fact.is === 'announcementWritten') return write(context, fact.draft, actor)
  const announcement = await existing(context, fact)
  await steer[fact.act](context, announcement, actor)
}

/** What a chat does not ask for (a link, a picture) stays as it was. */
async function write(context: Context, drafted: Drafted, actor: string): Promise<void> {
  const { id, texts, audience, sendAt, notAfter } = drafted
  const before = await findAnnouncement(context.store.db, id)
  const { link, picture, isLateIncluded, ifUnknown } = before ?? {}
  await writeAnnouncement(
    context,
    {
      id,
      texts,
      audience,
      ...(link ? { link } : {}),
      ...(picture ? { picture } : {}),
      ...(sendAt ? { sendAt: new Date(sendAt) } : {}),
      ...(notAfter ? { notAfter: new Date(notAfter) } : {}),
      ...(isLateIncluded ? { isLateIncluded } : {}),
      ...(ifUnknown ? { ifUnknown } : {}),
    },
    actor,
  )
}

/** Held until the turn is committed, so that what was seen is what is approved. */
async function existing({ store }: Context, { id, seen }: Steered): Promise<Announcement> {
  const found = await lockAnnouncement(store.db, id)
  if (!found) throw new Problem('announcement-unknown', { id })
  if (seen !== undefined && seen !== seenOf(found)) throw new Problem('announcement-changed')
  return found
}

type Steer = (context: Context, announcement: Announcement, actor: string) => Promise<unknown>

const steer: Readonly<Record<Steered['act'], Steer>> = {
  test: (context, { id }, actor) => testAnnouncement(context, id, actor),
  submit: async (context, announcement, actor) => {
    await askSecond(context, announcement, actor)
    await remember(context, 'announcement.submit', announcement, actor)
  },
  approve: async (context, announcement, actor) => {
    await approveAnnouncement(context, announcement.id, actor)
    await tellWriter(context, announcement, 'approved', actor)
  },
  return: async (context, announcement, actor) => {
    await tellWriter(context, announcement, 'returned', actor)
    await remember(context, 'announcement.return', announcement, actor)
  },
  pause: (context, { id }, actor) => pauseAnnouncement(context, id, actor),
  resume: (context, { id }, actor) => resumeAnnouncement(context, id, actor),
  cancel: (context, { id }, actor) => cancelAnnouncement(context, id, actor),
  retry: (context, { id }, actor) => retryAnnouncement(context, id, actor),
}

/** What the use-cases do not know of: asking a second person, and their "not yet". */
function remember(
  { store, clock }: Context,
  act: string,
  { id, hash }: Announcement,
  actor: string,
): Promise<void> {
  return record(store.db, { at: clock.now(), actor, act, subject: `announcement/${id}`, details: { hash } })
}
