/** One message to many: its life, its marks, and what a recipient gets to see. */
import type { Mark, Outgoing } from './message.ts'
import { sourceLocale, wordingIn, type Locale, type Localized } from './phrase.ts'
import type { Audience } from './recipients.ts'

/**
 * draft: may be changed; approved: begins at once; scheduled: begins at `sendAt`; sending: its deliveries are made and sent;
 * paused: stopped until somebody goes on; sent: nothing is on its way any more; cancelled: what had not left never will.
 */
export const announcementStatuses = [
  'draft',
  'approved',
  'scheduled',
  'sending',
  'paused',
  'sent',
  'cancelled',
] as const
export type AnnouncementStatus = (typeof announcementStatuses)[number]

/** Statuses in which the text may still be changed; a change makes it a draft again. */
export const openStatuses: readonly AnnouncementStatus[] = ['draft', 'approved', 'scheduled']

/** A page that is named at the end of the message. */
export interface AnnouncementLink {
  readonly url: string
  readonly label: Localized
}

export interface AnnouncementPicture {
  readonly name: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly content: Uint8Array
  /** What the picture shows, for those who do not see it. */
  readonly alt: Localized
}

/** What an announcement says. */
export interface AnnouncementContent {
  /** Per language, with `**bold**`, `*italic*` and `[links](https://…)`; Polish is always there. */
  readonly texts: Localized
  readonly link?: AnnouncementLink
  readonly picture?: AnnouncementPicture
}

export interface Announcement extends AnnouncementContent {
  readonly id: string
  /** The batch of its deliveries. */
  readonly number: number
  readonly status: AnnouncementStatus
  readonly audience: Audience
  /** Content hash: what an approval was for. */
  readonly hash: string
  readonly sendAt: Date | null
  /** Whatever has not left by then expires. */
  readonly notAfter: Date | null
  /** Whoever joins the audience before `notAfter` gets it as well. */
  readonly isLateIncluded: boolean
  /** What becomes of a message that may or may not have arrived: sent `again`, or left for a person to `show`. */
  readonly ifUnknown: 'again' | 'show'
  readonly writtenBy: string
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  /** When the last recipient had a delivery. */
  readonly expandedAt: Date | null
  readonly endedAt: Date | null
  /** Why it paused; null unless it is paused. */
  readonly pausedBy: 'asked' | 'failures' | null
}

/** What a recipient who reads `locale` gets; a language it was not written in falls back to Polish. */
export function outgoingOf({ texts, link, picture }: AnnouncementContent, locale: Locale): Outgoing {
  const lang = texts[locale] === undefined ? sourceLocale : locale
  const body = marked(wordingIn(texts, lang).trim())
  const { text, marks } = link ? withLink(body, link.url, wordingIn(link.label, lang).trim()) : body
  return {
    text,
    ...(marks.length > 0 ? { marks } : {}),
    ...(picture ? { picture: { ...picture, alt: wordingIn(picture.alt, lang) } } : {}),
    lang,
  }
}

function withLink({ text, marks }: Marked, url: string, label: string): Marked {
  const from = text.length + 2
  return {
    text: `${text}\n\n${label}`,
    marks: [...marks, { from, to: from + label.length, is: 'link' as const, url }],
  }
}

/** A text and its marks, the outer before the inner. */
export interface Marked {
  readonly text: string
  readonly marks: readonly Mark[]
}

const backslash = /\\([\\*[\]()])/y
/** In this order: two stars are tried before one. A mark ends on its own line and hugs its words. */
const markups = [
  { is: 'bold', pattern: /\*\*(?=[^\s*])((?:\\.|[^\\\n])+?)(?<=\S)\*\*(?!\*)/y },
  { is: 'italic', pattern: /\*(?=\S)((?:\\.|[^\\\n])+?)(?<![\s*])\*(?!\*)/y },
  {
    is: 'link',
    pattern: /\[((?:\\.|[^\]\\\n])+)\]\((https:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)/y,
  },
] as const

/** Reads `**bold**`, `*italic*` and `[label](https://…)`; a backslash takes a sign's meaning away, and anything else stays as typed. */
export function marked(source: string): Marked {
  let text = ''
  const marks: Mark[] = []
  for (let at = 0; at < source.length;) {
    const escaped = matchAt(backslash, source, at)
    const found = escaped ? undefined : markupAt(source, at)
    if (found) {
      const inner = marked(found.inside)
      const from = text.length
      marks.push({
        from,
        to: from + inner.text.length,
        is: found.is,
        ...(found.url ? { url: found.url } : {}),
      })
      marks.push(...inner.marks.map((one) => ({ ...one, from: one.from + from, to: one.to + from })))
      text += inner.text
    } else text += escaped?.[1] ?? source[at]
    at += found?.length ?? escaped?.[0].length ?? 1
  }
  return { text, marks }
}

function markupAt(source: string, at: number) {
  for (const { is, pattern } of markups) {
    const [whole, inside, url] = matchAt(pattern, source, at) ?? []
    if (whole && inside) return { is, inside, url, length: whole.length }
  }
  return undefined
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}
