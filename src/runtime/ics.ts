/** Writes calendars as programs for calendars read them (iCalendar, RFC 5545). */
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Day } from '../domain/phrase.ts'
import { dateOf } from './clock.ts'

/** A whole day in a calendar. */
export interface DayEvent {
  /** The same as long as it is the same thing, whatever becomes of its day. */
  readonly uid: string
  readonly on: Day
  readonly summary: string
  readonly description: string
  readonly isCancelled: boolean
  /** Counts its changes. */
  readonly sequence: number
  /** When it was changed last; null as long as it is what it was at first. */
  readonly changedAt: Date | null
}

/** A calendar that is fetched again and again. */
export interface DayCalendar {
  readonly name: string
  readonly events: readonly DayEvent[]
  /** The moment that stands in events which nobody has changed: the same at every fetch, so that the text is the same too. */
  readonly madeAt: Date
}

/** How often a program for calendars is asked to look again, in seconds: dates move by the day, not by the minute. */
const refreshSeconds = 4 * 3_600

/** The calendar as text. It has no alarms: reminding is what the chat is for, and a second alarm at another hour only nags. */
export function writeCalendar({ name, events, madeAt }: DayCalendar): string {
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Hejnał', product: 'Hejnał' },
    ttl: refreshSeconds,
  })
  for (const { uid, on, summary, description, sequence, isCancelled, changedAt } of events)
    calendar.createEvent({
      id: uid,
      allDay: true,
      start: dateOf(on),
      summary,
      description,
      sequence,
      stamp: changedAt ?? madeAt,
      lastModified: changedAt ?? madeAt,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // a deadline takes no time away from the day
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return calendar.toString()
}

/** The library escapes what stands in events, but not the calendar's own name. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`)
}
