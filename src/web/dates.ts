/** Dates in words with the weekday, as people say them. */
import type { Day, Locale } from '../domain/phrase.ts'

const dayFormat = { weekday: 'long', day: 'numeric', month: 'long' } as const

/** "piątek, 15 grudnia". */
export function dayInWords(day: Day, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { ...dayFormat, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** "piątek, 15 grudnia 2028" and "14:05" in a time zone. */
export function instantInWords(
  instant: Date,
  locale: Locale,
  timeZone: string,
): { readonly day: string; readonly time: string } {
  return {
    day: new Intl.DateTimeFormat(tagOf(locale), { ...dayFormat, year: 'numeric', timeZone }).format(instant),
    time: new Intl.DateTimeFormat(tagOf(locale), { hour: '2-digit', minute: '2-digit', timeZone }).format(
      instant,
    ),
  }
}

/** The same wall time some calendar days later, whatever the change-overs in between. */
export function daysLater(instant: Date, days: number, timeZone: string): Date {
  const later = new Date(instant.getTime() + days * 86_400_000)
  return new Date(later.getTime() + offsetMs(instant, timeZone) - offsetMs(later, timeZone))
}

/** English dates are written the European way. */
function tagOf(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale
}

function offsetMs(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant)
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(instant.getTime() / 1000) * 1000
}
