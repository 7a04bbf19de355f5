/** The only place that reads the time, and the calendar of the programme's time zone. */
import type { Day } from '../domain/phrase.ts'

export interface Clock {
  now(): Date
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that can be moved forward; it goes on ticking from where it was put. */
export class VirtualClock implements Clock {
  #offsetMs: number
  readonly #base: Clock
  constructor(offsetMs = 0, base: Clock = systemClock) {
    this.#offsetMs = offsetMs
    this.#base = base
  }
  now(): Date {
    return new Date(this.#base.now().getTime() + this.#offsetMs)
  }
  /** Moves forward; a clock never goes back. */
  advance(ms: number): void {
    this.#offsetMs += Math.max(0, ms)
  }
  advanceTo(instant: Date): void {
    this.advance(instant.getTime() - this.now().getTime())
  }
  /** How far ahead of the base clock it is. */
  get offsetMs(): number {
    return this.#offsetMs
  }
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export function dayOf(instant: Date, timeZone: string): Day {
  return formatter(timeZone).format(instant)
}

/** A day as the database keeps it: midnight UTC. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`)
}

/** The day of a date from the database. */
export function dayOfDate(date: Date): Day {
  return date.toISOString().slice(0, 10)
}

/** `day` moved by whole calendar days. */
export function addDays(day: Day, days: number): Day {
  return new Date(dateOf(day).getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/** The instant at which `day` begins in a time zone, whatever its clocks do that night. */
export function startOfDay(day: Day, timeZone: string): Date {
  const midnight = dateOf(day).getTime()
  for (let at = midnight - 15 * 3_600_000; ; at += 900_000)
    if (dayOf(new Date(at), timeZone) === day) return new Date(at)
}

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formatters.set(timeZone, known)
  return known
}
