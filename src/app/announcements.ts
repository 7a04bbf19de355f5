/** What staff can do with announcements: write, look at beforehand, try out, approve, stop, go on, and see what became of them. */
import type { Announcement, AnnouncementContent } from '../domain/announcement.ts'
import type { DeliveryStatus } from '../domain/delivery.ts'
import type { ChannelName, Outgoing } from '../domain/message.ts'
import type { Locale, Localized, Phrase } from '../domain/phrase.ts'
import type { Audience, LeftOutReason } from '../domain/recipients.ts'
import type { Context } from './context.ts'

/** An announcement as somebody writes it. */
export interface Draft extends AnnouncementContent {
  /** Names it for good; made up when absent. */
  readonly id?: string
  readonly texts: Localized
  readonly audience: Audience
  /** At once when absent. */
  readonly sendAt?: Date
  readonly notAfter?: Date
  readonly isLateIncluded?: boolean
  readonly ifUnknown?: 'again' | 'show'
}

/** How many deliveries stand where. */
export type Tally = Readonly<Record<DeliveryStatus, number>> & { readonly total: number }

/** What would happen if an announcement were sent now. */
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
  readonly lengths: readonly {
    readonly locale: Locale
    readonly characters: number
    readonly tooLongFor: readonly ChannelName[]
  }[]
  /** From the first to the last message, at the pace the platforms allow. */
  readonly durationMs: number
  readonly samples: readonly { readonly channel: ChannelName; readonly message: Outgoing }[]
}

/**
 * Keeps a new announcement, or a new text of one that has not begun, as a draft. The same once more changes nothing.
 * @throws {Problem} `announcement-begun`, `announcement-without-polish`, `announcement-times`
 */
export function writeAnnouncement(_context: Context, _draft: Draft, _actor: string): Promise<Announcement> {
  throw new Error('to be written')
}

/** Counts who would get it, with the very conditions it is sent by. @throws {Problem} `announcement-unknown` */
export function previewAnnouncement(_context: Context, _id: string): Promise<Preview> {
  throw new Error('to be written')
}

/** Sends it to one person, as a message of its own. @throws {Problem} `announcement-unknown` */
export function testAnnouncement(_context: Context, _id: string, _personId: string): Promise<void> {
  throw new Error('to be written')
}

/**
 * Lets it go out: at once (`approved`, it begins within seconds) or at its time (`scheduled`).
 * @throws {Problem} `announcement-unknown`, `announcement-not-draft`, `announcement-needs-second`, `announcement-too-few`,
 * `announcement-nobody`, `announcement-too-late`
 */
export function approveAnnouncement(_context: Context, _id: string, _actor: string): Promise<Announcement> {
  throw new Error('to be written')
}

/** Stops it after the message that is leaving. @throws {Problem} `announcement-unknown`, `announcement-not-sending` */
export function pauseAnnouncement(_context: Context, _id: string, _actor: string): Promise<Tally> {
  throw new Error('to be written')
}

/** Goes on after a pause. @throws {Problem} `announcement-unknown`, `announcement-not-paused`, `announcement-too-late` */
export function resumeAnnouncement(_context: Context, _id: string, _actor: string): Promise<Tally> {
  throw new Error('to be written')
}

/** Ends it for good: whatever has not left never will. @throws {Problem} `announcement-unknown`, `announcement-over` */
export function cancelAnnouncement(_context: Context, _id: string, _actor: string): Promise<Tally> {
  throw new Error('to be written')
}

/**
 * Tries again what failed, and what may or may not have arrived where a person was to decide about that.
 * @throws {Problem} `announcement-unknown`, `announcement-nothing-failed`, `announcement-too-late`
 */
export function retryAnnouncement(_context: Context, _id: string, _actor: string): Promise<Tally> {
  throw new Error('to be written')
}

/** Every announcement, the newest first, without their pictures. */
export function listAnnouncements(_context: Context): Promise<readonly Announcement[]> {
  throw new Error('to be written')
}

/** One announcement and how far it is. @throws {Problem} `announcement-unknown` */
export function showAnnouncement(
  _context: Context,
  _id: string,
): Promise<{ readonly announcement: Announcement; readonly tally: Tally }> {
  throw new Error('to be written')
}
