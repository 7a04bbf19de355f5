/** The few words that only Discord needs, beside the messages themselves. */

export interface DiscordWords {
  /** The button that opens the form for a typed answer, and the form's title. */
  readonly write: string
  /** The same where a file is wanted, or words in its place. */
  readonly hand: string
  /** Above the place for a file. */
  readonly file: string
  /** Above the line of the form. */
  readonly yourAnswer: string
  /** The button that hands over a choice made in several menus; `choose` stands in where it is missing. */
  readonly send?: string
  /** In the second and later menus of one long list. */
  readonly more: string
  /** In a menu where nothing is chosen yet. */
  readonly choose: string
}

/** The words in a language, given as a BCP 47 tag. */
export type WordsOf = (lang: string) => DiscordWords

/** `text` in at most `max` characters, with an ellipsis where it was cut. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
