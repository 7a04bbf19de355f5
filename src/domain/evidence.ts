/** Evidence: what shows that something was done, as words, as a link or as a file. */
import type { Incoming } from './message.ts'
import { say, type Phrase } from './phrase.ts'

/** 10 MB: what Discord lets people send for nothing, half of what Telegram hands to bots, and a long report with pictures. */
export const largestFileBytes = 10 * 1024 * 1024
/** What an address bar shows without trouble. */
export const mostLinkChars = 500
/** A page of words; whoever has more has a file. */
export const mostTextChars = 2_000

/** What was handed over; of a file it is known only later whether it can be kept. */
export type Given =
  | { readonly kind: 'file' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly link: string }

/** The evidence in a message, or why it is none; undefined when nothing was handed over. */
export function givenIn({ file, text = '' }: Incoming): Given | { readonly refusal: Phrase } | undefined {
  const words = text.trim()
  if (file) return { kind: 'file' }
  if (words === '') return undefined
  if (/^[a-z][a-z0-9+.-]*:\/\/\S*$|^www\.\S+$/i.test(words)) return linkIn(words)
  if (words.length <= mostTextChars) return { kind: 'text', text: words }
  return { refusal: say('evidence-text-long', { count: words.length, max: mostTextChars }) }
}

/** Only what a browser opens from anywhere: an address of a program or of this machine is none. */
function linkIn(words: string): Given | { readonly refusal: Phrase } {
  const link = /^www\./i.test(words) ? `https://${words}` : words
  if (link.length > mostLinkChars) return { refusal: say('evidence-link-long', { max: mostLinkChars }) }
  return /^https?:\/\/[^\s/@]+\.[^\s/@]+(\/\S*)?$/i.test(link)
    ? { kind: 'link', link }
    : { refusal: say('evidence-link-kind') }
}
