/** Moments as people write and read them: a day and a time on the programme's clocks. */
import { say, type Day, type Phrase } from './phrase.ts'

/** What the clocks of a time zone show. */
export interface Wall {
  readonly day: Day
  /** `HH:MM`. */
  readonly time: string
}

/** What the clocks of `timeZone` show at an instant. */
export function wallOf(instant: Date, timeZone: string): Wall {
  const [day = '', time = ''] = clockOf(timeZone).format(instant).split(' ')
  return { day, time }
}

/** The instant at which the clocks show it; in the hour that is skipped in spring, an hour later. */
export function instantOf({ day, time }: Wall, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const shownAt = (at: number) => {
    const shown = wallOf(new Date(at), timeZone)
    return Date.parse(`${shown.day}T${shown.time}:00Z`)
  }
  const guess = wanted - (shownAt(wanted) - wanted)
  return new Date(guess + (wanted - shownAt(guess)))
}

/** `day` moved by whole calendar days. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A moment in words. */
export function inWords(instant: Date, timeZone: string): Phrase {
  const { day, time } = wallOf(instant, timeZone)
  return say('moment', { day: { day }, time })
}

const todays = ['dzis', 'dziś', 'dzisiaj', 'today', 'сьогодні']
const tomorrows = ['jutro', 'tomorrow', 'завтра']
const yesterdays = ['wczoraj', 'yesterday', 'вчора', 'учора']

/**
 * Reads `16:00`, `jutro 9:00`, `15.12 16:00`, `15.12.2026 16:00` or `2026-12-15 16:00`; undefined when it is none of these or no such day.
 * A day without a year is the next one that has not gone by.
 */
export function momentIn(text: string, now: Date, timeZone: string): Date | undefined {
  const [, words = '', hours, minutes] =
    /^(.*?)(?:[\s,]+(?:godz\.?|at|o|о))?[\s,]*(\d{1,2}):(\d{2})$/iu.exec(text.trim()) ?? []
  if (!hours || !minutes || Number(hours) > 23 || Number(minutes) > 59) return undefined
  const time = `${hours.padStart(2, '0')}:${minutes}`
  const day = dayIn(words.trim().toLowerCase(), wallOf(now, timeZone).day)
  return day ? instantOf({ day, time }, timeZone) : undefined
}

/** Reads a day by itself, in the same forms; `past` takes one without a year for the last one that has come. */
export function dayTyped(text: string, today: Day, when: 'next' | 'past' = 'next'): Day | undefined {
  const words = text.trim().toLowerCase()
  return words === '' ? undefined : dayIn(words, today, when)
}

function dayIn(words: string, today: Day, when: 'next' | 'past' = 'next'): Day | undefined {
  if (words === '' || todays.includes(words)) return today
  if (tomorrows.includes(words)) return dayAfter(today, 1)
  if (yesterdays.includes(words)) return dayAfter(today, -1)
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words) ?? []
  if (year) return existing(`${year}-${month}-${date}`)
  const [, d, m, y] = /^(\d{1,2})[./](\d{1,2})\.?(?:[./]?(\d{4}))?$/.exec(words) ?? []
  if (!d || !m) return undefined
  const inYear = (one: string) => existing(`${one}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
  const thisYear = today.slice(0, 4)
  if (y) return inYear(y)
  const one = inYear(thisYear)
  const isOther = one !== undefined && (when === 'past' ? one > today : one < today)
  return isOther ? inYear(String(Number(thisYear) + (when === 'past' ? -1 : 1))) : one
}

function existing(day: Day): Day | undefined {
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day ? day : undefined
}

const clocks = new Map<string, Intl.DateTimeFormat>()
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  clocks.set(timeZone, clock)
  return clock
}
