/** Free texts that wait for a moderator: what can be done with one, and when one has waited too long. */
import type { Calendar } from './deadline.ts'
import type { Day, Phrase } from './phrase.ts'

export const reviews = ['released', 'redacted', 'removed'] as const
/** Shown as it is, shown in other words, never shown. */
export type Review = (typeof reviews)[number]

/** A text as a moderator reads it: the question, and nothing about who answered. */
export interface TextToRead {
  /** Another one as soon as the text is another. */
  readonly id: string
  readonly consultation: Phrase
  readonly question: Phrase
  readonly text: string
}

/** What a moderator has before them. */
export interface Moderation {
  /** The text that the turn is about; null when somebody else was faster, or it was changed meanwhile. */
  readonly current: TextToRead | null
  /** The one that has waited longest, of the others. */
  readonly next: TextToRead | null
  /** How many wait, with the current one. */
  readonly left: number
}

/** A text is on the moderator's screen; `isRedacting` while they write it anew. */
export interface ModerationState {
  readonly at: 'moderate'
  readonly v: 1
  readonly text: string
  readonly isRedacting: boolean
}

export type ModerationFact = {
  readonly is: 'textModerated'
  readonly text: string
  readonly as: Review
  /** With `redacted`: how it may be shown. */
  readonly words?: string
}

/** The most that a text may be redacted to. */
export const mostRedactedChars = 500

/** The button that brings the text that has waited longest. */
export const nextButton = 'mod:next'

/** The button of one thing that can be done with a text. */
export function moderationButton(act: Review, text: string): string {
  return `mod:${act}:${text}`
}

/** What a button means; undefined when it is none of these. */
export function moderationIn(
  choice: string,
): { readonly act: Review | 'next'; readonly text: string } | undefined {
  if (choice === nextButton) return { act: 'next', text: '' }
  const [, word, text] = /^mod:([a-z]+):(\w+)$/.exec(choice) ?? []
  const act = reviews.find((one) => one === word)
  return act && text ? { act, text } : undefined
}

/** Whether a text of `since` has waited for a working day by the morning of `today`: moderators are told on working days only. */
export function isOverdue(since: Day, today: Day, { isWorkingDay }: Pick<Calendar, 'isWorkingDay'>): boolean {
  return since < today && isWorkingDay(today)
}
