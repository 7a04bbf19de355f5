/** What would happen if an announcement were sent now, counted with the very conditions it is sent by. */
import { outgoingOf, type Announcement, type AnnouncementContent } from '../domain/announcement.ts'
import type { ChannelName, Outgoing } from '../domain/message.ts'
import { locales, type Locale, type Phrase } from '../domain/phrase.ts'
import {
  announcingChannels,
  audienceInWords,
  leftOutReasons,
  type LeftOutReason,
} from '../domain/recipients.ts'
import { findAnnouncement } from '../store/announcements.ts'
import { budgetNow, countRecipients, type Judged } from '../store/recipients.ts'
import { announcementRules, budgetRule } from './announcement-rules.ts'
import type { Context } from './context.ts'
import { programmeOf } from './programme.ts'
import { Problem } from '../domain/problem.ts'

export interface Preview {
  readonly announcement: Announcement
  /** Who gets it, a line each. */
  readonly audience: readonly Phrase[]
  /** So few young people would get it that nothing may be counted, and it cannot be approved: the numbers below are empty then. */
  readonly isTooFew: boolean
  readonly total: number
  readonly recipients: readonly {
    readonly channel: ChannelName
    readonly locale: Locale
    readonly count: number
  }[]
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly count: number }[]
  /** Languages that somebody reads and that it is not written in: these people get it in Polish. */
  readonly missingLanguages: readonly Locale[]
  /** Characters per language, and where that is too long for one message. */
  readonly lengths: readonly Length[]
  /** From the first to the last message, at the pace the platforms allow. */
  readonly durationMs: number
  readonly samples: readonly { readonly channel: ChannelName; readonly message: Outgoing }[]
}

/** How long an announcement is in one language, in UTF-16 units, as the platforms count. */
export interface Length {
  readonly locale: Locale
  readonly characters: number
  readonly tooLongFor: readonly ChannelName[]
}

/** Counts who would get it. @throws {Problem} `announcement-unknown` */
export async function previewAnnouncement(context: Context, id: string): Promise<Preview> {
  const announcement = await findAnnouncement(context.store.db, id)
  if (!announcement) throw new Problem('announcement-unknown', { id })
  return previewOf(context, announcement)
}

/** The same for an announcement that need not be stored. */
export async function previewOf(context: Context, announcement: Announcement): Promise<Preview> {
  const { audience, number } = announcement
  const { db } = context.store
  const [{ districts }, rules, budget] = await Promise.all([
    programmeOf(context),
    announcementRules(context),
    budgetRule(context),
  ])
  const judged = await countRecipients(db, audience, await budgetNow(db, budget, number))
  const isTooFew = audience.who.includes('youth') && youthIn(judged) < rules.fewestYouth
  const counted = isTooFew ? [] : judged
  const recipients = counted.flatMap(({ channel, locale, reason, count }) =>
    channel && !reason ? [{ channel, locale, count }] : [],
  )
  const channels = audience.channels ?? announcingChannels
  return {
    announcement,
    audience: audienceInWords(audience, districts),
    isTooFew,
    total: sumOf(recipients),
    recipients: merged(recipients),
    leftOut: leftOutReasons.flatMap((reason) => {
      const count = sumOf(counted.filter((one) => one.reason === reason))
      return count > 0 ? [{ reason, count }] : []
    }),
    missingLanguages: locales.filter(
      (locale) => announcement.texts[locale] === undefined && recipients.some((one) => one.locale === locale),
    ),
    lengths: lengthsOf(announcement, { channels, hasPicture: announcement.picture !== undefined }),
    durationMs: durationOf(recipients),
    samples: channels.map((channel) => ({ channel, message: outgoingOf(announcement, 'pl') })),
  }
}

function youthIn(judged: readonly Judged[]): number {
  return sumOf(judged.filter(({ isYouth, reason }) => isYouth && reason === null))
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** Young people and others of one channel and language, in one line. */
function merged(recipients: Preview['recipients']): Preview['recipients'] {
  const sums = new Map<string, Preview['recipients'][number]>()
  for (const one of recipients) {
    const key = `${one.channel}/${one.locale}`
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()]
}

/** What fits into one message: Telegram's text, or what stands under a picture there; Discord's text. A page scrolls. */
export function longestFor(channel: ChannelName, hasPicture: boolean): number {
  if (channel === 'telegram') return hasPicture ? 1_024 : 4_096
  return channel === 'discord' ? 2_000 : Infinity
}

/** How long it is in each language it is written in. */
export function lengthsOf(
  content: Pick<AnnouncementContent, 'texts' | 'link'>,
  { channels, hasPicture }: { channels: readonly ChannelName[]; hasPicture: boolean },
): Length[] {
  return locales
    .filter((locale) => content.texts[locale] !== undefined)
    .map((locale) => {
      const characters = outgoingOf(content, locale).text.length
      const tooLongFor = channels.filter((channel) => characters > longestFor(channel, hasPicture))
      return { locale, characters, tooLongFor }
    })
}

/** Messages a second that a bot may send to many; a page takes what there is. Channels send side by side. */
const perSecond: Partial<Record<ChannelName, number>> = { telegram: 30, discord: 50 }

function durationOf(recipients: Preview['recipients']): number {
  const seconds = announcingChannels.map((channel) => {
    const count = sumOf(recipients.filter((one) => one.channel === channel))
    return perSecond[channel] ? count / perSecond[channel] : 0
  })
  return Math.ceil(Math.max(...seconds)) * 1_000
}
