/** The views of announcements that a turn asks for, put together from what is true once its facts are. */
import { openStatuses, outgoingOf, type Announcement } from '../domain/announcement.ts'
import type { Offer, Reply, Shows, World } from '../domain/dialogue.ts'
import {
  announcementButton,
  listOffer,
  mayUse,
  type AnnouncementButton,
} from '../domain/dialogues/announce.ts'
import { locales, say, type Phrase } from '../domain/phrase.ts'
import { hasYouth } from '../domain/recipients.ts'
import { countDeliveries } from '../store/deliveries.ts'
import { numbersOf, opening, tallyInWords, whenOf } from './announcement-words.ts'
import { listAnnouncements, previewAnnouncement, showAnnouncement, type Tally } from './announcements.ts'
import type { Context } from './context.ts'

/** Who looks. */
export interface Viewer {
  readonly personId: string | null
  readonly person: World['person']
}

/** The replies with every view in its place; the same replies where there is none. */
export async function withViews(
  context: Context,
  viewer: Viewer,
  replies: readonly Reply[],
): Promise<readonly Reply[]> {
  if (!replies.some(({ shows }) => shows)) return replies
  const viewed: Reply[] = []
  for (const reply of replies) viewed.push(...(await view(context, viewer, reply)))
  return viewed
}

async function view(context: Context, viewer: Viewer, reply: Reply): Promise<readonly Reply[]> {
  const { shows, ...lead } = reply
  if (!shows) return [reply]
  const views = await viewOf(context, viewer, shows)
  const last = views.at(-1)!
  const joined = { ...lead, ...last, parts: [...lead.parts, ...last.parts] }
  // several are read from top to bottom, so none of them takes the place of something older
  const { replaces: _, ...below } = joined
  return views.length === 1 ? [joined] : [...views.slice(0, -1), below]
}

function viewOf(context: Context, viewer: Viewer, shows: Shows): Promise<readonly Reply[]> {
  switch (shows.view) {
    case 'list':
      return listView(context, viewer)
    case 'progress':
      return progressView(context, viewer, shows.id)
    case 'preview':
      return previewView(context, viewer, shows.id)
    case 'submit':
      return submitView(context, viewer, shows.id)
    case 'cancel':
    case 'retry':
      return sureView(context, shows.view, shows.id)
  }
}

/** What fits on a screen and into a menu of Discord. */
const mostListed = 10

async function listView(context: Context, viewer: Viewer): Promise<readonly Reply[]> {
  const all = await listAnnouncements(context)
  const offers = all
    .slice(0, mostListed)
    .map((one) =>
      button('show', one, say('announcement-label', { title: opening(one), status: statusOf(one) })),
    )
  const write: Offer = { id: announcementButton('new'), label: say('announcement-new-button'), row: 'answer' }
  return [
    {
      parts: [say(all.length > 0 ? 'announcements' : 'announcements-none')],
      offers: [...(mayUse('new', viewer) ? [write] : []), ...offers, toStart],
      pick: 'one',
    },
  ]
}

const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }

async function progressView(context: Context, viewer: Viewer, id: string): Promise<readonly Reply[]> {
  const { announcement, tally } = await showAnnouncement(context, id)
  const failures = (await countDeliveries(context.store.db, announcement.number)).filter(
    ({ status }) => status === 'failed',
  )
  const { TIME_ZONE } = context.config
  return [
    {
      parts: [
        say('announcement-progress', { title: opening(announcement), status: statusOf(announcement) }),
        ...(isBegun(announcement) ? tallyInWords(tally, failures) : []),
        ...(isOpen(announcement) ? [whenOf(announcement, TIME_ZONE)] : []),
      ],
      offers: [...stepsFor(announcement, tally, viewer), listOffer],
      pick: 'one',
    },
  ]
}

function stepsFor(announcement: Announcement, tally: Tally, viewer: Viewer): Offer[] {
  const { status } = announcement
  const wanted: readonly (readonly [AnnouncementButton, boolean])[] = [
    ['preview', true],
    ['pause', status === 'sending'],
    ['resume', status === 'paused'],
    [
      'retry',
      isBegun(announcement) && status !== 'cancelled' && tally.failed + shownUnknown(announcement, tally) > 0,
    ],
    ['change', isOpen(announcement)],
    ['cancel', isOpen(announcement) || status === 'sending' || status === 'paused'],
  ]
  return wanted.flatMap(([which, isOffered]) =>
    isOffered && mayUse(which, viewer) ? [button(which, announcement, labelOf(which, announcement))] : [],
  )
}

/** What nobody has got yet is discarded, not stopped. */
function labelOf(which: AnnouncementButton, announcement: Announcement): Phrase {
  const word = which === 'cancel' && !isBegun(announcement) ? 'discard' : which
  return say(`announcement-${word}-button`)
}

function shownUnknown({ ifUnknown }: Announcement, { unknown }: Tally): number {
  return ifUnknown === 'show' ? unknown : 0
}

function isOpen({ status }: Announcement): boolean {
  return openStatuses.includes(status)
}

function isBegun({ startedAt }: Announcement): boolean {
  return startedAt !== null
}

/** The announcement itself in each of its languages, and what sending it would mean. */
async function previewView(context: Context, viewer: Viewer, id: string): Promise<readonly Reply[]> {
  const preview = await previewAnnouncement(context, id)
  const { announcement } = preview
  const samples = locales
    .filter((locale) => announcement.texts[locale] !== undefined)
    .map((locale) => ({ parts: [], sample: outgoingOf(announcement, locale) }))
  const steps = (['submit', 'test', 'change', 'cancel'] as const).filter(
    (which) => announcement.status === 'draft' && mayUse(which, viewer),
  )
  const offers = steps.map((which) => button(which, announcement, labelOf(which, announcement)))
  return [
    ...samples,
    {
      parts: numbersOf(preview, context.config.TIME_ZONE),
      offers: [...offers, listOffer],
      pick: 'one',
    },
  ]
}

/** The last question before it goes out, or before a second person is asked. */
async function submitView(context: Context, viewer: Viewer, id: string): Promise<readonly Reply[]> {
  const { announcement, total, isTooFew } = await previewAnnouncement(context, id)
  if (isTooFew) return [{ parts: [say('announcement-too-few')], offers: backTo(announcement) }]
  const needsSecond =
    (hasYouth(announcement.audience) && announcement.writtenBy === viewer.personId) ||
    !mayUse('approve', viewer)
  const [key, which] = needsSecond ? (['second', 'submit-yes'] as const) : (['send', 'approve'] as const)
  return [
    {
      parts: [
        say(`announcement-sure-${key}`, { count: total }),
        whenOf(announcement, context.config.TIME_ZONE),
      ],
      offers: [
        button(which, announcement, say(`announcement-yes-${key}`, { count: total })),
        ...backTo(announcement),
      ],
      pick: 'one',
    },
  ]
}

/** What exactly will happen, and to how many, before it does. */
async function sureView(context: Context, which: 'cancel' | 'retry', id: string): Promise<readonly Reply[]> {
  const { announcement, tally } = await showAnnouncement(context, id)
  const counts = {
    accepted: tally.accepted,
    left: tally.waiting + tally.held + tally.sending,
    count: tally.failed + shownUnknown(announcement, tally),
  }
  const key = which === 'cancel' && !isBegun(announcement) ? 'discard' : which
  return [
    {
      parts: [say(`announcement-sure-${key}`, { title: opening(announcement), ...counts })],
      offers: [
        button(`${which}-yes`, announcement, say(`announcement-yes-${key}`, counts)),
        ...backTo(announcement),
      ],
      pick: 'one',
    },
  ]
}

function backTo(announcement: Announcement): Offer[] {
  return [{ ...button('show', announcement, say('back-button')), row: 'step' }]
}

function button(which: AnnouncementButton, announcement: Announcement, label: Phrase): Offer {
  return { id: announcementButton(which, announcement), label, row: 'answer' }
}

function statusOf({ status, pausedBy }: Announcement): Phrase {
  return say(
    status === 'paused' && pausedBy === 'failures'
      ? 'announcement-status-failing'
      : `announcement-status-${status}`,
  )
}
