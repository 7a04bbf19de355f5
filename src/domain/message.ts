/** What people write to us and what we write back, without a word about how it travels. */

export const channelNames = ['telegram', 'discord', 'web', 'terminal'] as const
export type ChannelName = (typeof channelNames)[number]

/** Where someone is reached: a channel and the value that channel knows them by. Personal data: never logged. */
export interface Address {
  readonly channel: ChannelName
  readonly value: string
}

/** A file somebody handed over, as it is called where it comes from. What is in it is fetched only when it is wanted. */
export interface GivenFile {
  readonly name: string
  readonly mediaType: string
  /** Its size, where that is told. */
  readonly bytes?: number
}

/** One thing a person did in a channel: wrote, tapped, handed over a file, or some of these. */
export interface Incoming {
  /** Unique within the channel; the same id seen twice is the same act delivered twice. */
  readonly id: string
  readonly from: Address
  readonly at: Date
  /** What was typed, as typed. A command arrives as `/help`, a deep link as `/start c-safe-way-to-school`. */
  readonly text?: string
  /** The id of the button that was tapped (`Choice.id`). */
  readonly choice?: string
  /** The whole selection, from channels that collect several choices before sending (selects, checkboxes). */
  readonly choices?: readonly string[]
  /** What was handed over with it; `text` is then what was written beside it. */
  readonly file?: GivenFile
  /** The language the platform says the person uses, as a BCP 47 tag. */
  readonly locale?: string
  /** Set when it was written in a group or a server's channel, where others read along. */
  readonly place?: Address
  /** The channel's own handle for answering in place (message, callback, interaction). Opaque to everybody else. */
  readonly via?: string
}

/** Whether everybody there reads the answer too: what is answered in a server of Discord only one person sees. */
export function isReadByAll({ place, from }: Pick<Incoming, 'place' | 'from'>): boolean {
  return place !== undefined && from.channel === 'telegram'
}

/** One offered reply: its id comes back as `Incoming.choice`. Ids are at most 60 bytes of ASCII. */
export interface Choice {
  readonly id: string
  readonly label: string
  /** Ticked at the moment (several answers, the current answer, the chosen language). */
  readonly isPicked?: boolean
  /** Which row of buttons: the answers, the steps (skip, back, done), or the help button that stands apart. */
  readonly row?: 'answer' | 'step' | 'help'
  /** Ends a selection of several taps; channels that send the whole selection at once leave this button out. */
  readonly isDone?: boolean
  /** Opens a private conversation at this deep link instead of coming back as a choice (posts in public places). */
  readonly start?: string
}

/** What is expected of the keyboard, or of the attachments. */
export type Expected = 'text' | 'number' | 'file'

/** The lane a message waits in for its turn: 0 replies, 1 reminders and other personal messages, 2 bulk. */
export type Lane = 0 | 1 | 2

/** A run of a text that is bold, italic or a link (to `url`), from the unit `from` up to the unit `to`, in UTF-16 units. */
export interface Mark {
  readonly from: number
  readonly to: number
  readonly is: 'bold' | 'italic' | 'link'
  readonly url?: string
}

/** A picture, described in `alt` for those who do not see it. */
export interface Picture {
  readonly name: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly content: Uint8Array
  readonly alt: string
}

/** One message to one person, in their language, ready to be shown. Plain text; each channel escapes it. */
export interface Outgoing {
  readonly text: string
  /** Runs of `text` that stand out; they do not overlap, or are properly nested. */
  readonly marks?: readonly Mark[]
  /** A picture above the text. */
  readonly picture?: Picture
  readonly choices?: readonly Choice[]
  /** How many of the `answer` choices may be chosen before sending; `several` comes with `max`. */
  readonly pick?: 'one' | 'several'
  readonly max?: number
  /** What is expected beside the choices: nothing special, free text of at most `maxChars`, a number, or a file, in whose place words do as well. */
  readonly expects?: Expected
  readonly maxChars?: number
  /** A passing word (a toast), not a message that stays. */
  readonly isNotice?: boolean
  /** Takes the place of the message whose button was tapped. */
  readonly replaces?: boolean
  /** How far along the person is, for channels that draw a bar beside the words in `text`. */
  readonly progress?: { readonly step: number; readonly of: number }
  /** A file to hand over (an export of one's own data). */
  readonly file?: { readonly name: string; readonly mediaType: string; readonly content: string }
  /** Goes to the public place it was asked for in, not to the person. */
  readonly isPublic?: boolean
  /** BCP 47 language of `text`, for screen readers. */
  readonly lang: string
}
