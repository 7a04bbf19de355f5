/** Numbers, cells and texts of results in the words of the one who reads. */
import { html } from 'hono/html'
import { wordingIn, type Localized } from '../../domain/phrase.ts'
import { isShown, type Cell } from '../../domain/suppression.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'

/** A text in the reader's language, or marked as being in another one. */
export function worded(text: Localized, { locale }: View): Html | string {
  const words = wordingIn(text, locale)
  if (text[locale] !== undefined) return words
  return html`<span lang="${text.pl === undefined ? (Object.keys(text)[0] ?? '') : 'pl'}">${words}</span>`
}

/** A count, or that it is hidden: never a zero in its place. */
export function countIn(cell: Cell, view: View): string {
  return isShown(cell) ? numberIn(cell.count, view) : view.say('results-hidden')
}

/** "1 234,5", with at most two decimals. */
export function numberIn(value: number, view: View): string {
  return new Intl.NumberFormat(tagOf(view), { maximumFractionDigits: 2 }).format(value)
}

/** "45%", or with so many decimals at most. */
export function shareIn(share: number, view: View, decimals = 0): string {
  return new Intl.NumberFormat(tagOf(view), { style: 'percent', maximumFractionDigits: decimals }).format(
    share,
  )
}

/** "A, B and C". */
export function listIn(words: readonly string[], view: View): string {
  return new Intl.ListFormat(tagOf(view)).format(words)
}

/** "15 grudnia 2028". */
export function dateIn(day: string, view: View): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const words = new Intl.DateTimeFormat(tagOf(view), format).format(new Date(`${day}T00:00:00Z`))
  return words.replace(/ р\.$/, ' року')
}

function tagOf({ locale }: View): string {
  return locale === 'en' ? 'en-GB' : locale
}
