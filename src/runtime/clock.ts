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

/**
 * The instant of a wall time `YYYY-MM-DD HH:MM` in a time zone: the first of the two when the clocks go back, undefined for an hour
 * they leave out or for what is no time at all.
 */
export function instantOf(wall: string, timeZone: string): Date | undefined {
  const guess = Date.parse(`${wall.replace(' ', 'T')}:00Z`)
  if (Number.isNaN(guess)) return undefined
  const dayMs = 86_400_000
  const offsets = [guess - dayMs, guess + dayMs].map(
    (at) => Date.parse(`${wallOf(new Date(at), timeZone).replace(' ', 'T')}:00Z`) - at,
  )
  const candidates = offsets
    .map((offset) => new Date(guess - offset))
    .toSorted((one, other) => one.getTime() - other.getTime())
  return candidates.find((instant) => wallOf(instant, timeZone) === wall)
}

/** What the clocks of a time zone say at an instant, `YYYY-MM-DD HH:MM`. */
export function wallOf(instant: Date, timeZone: string): string {
  const known =
    walls.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  walls.set(timeZone, known)
  return known.format(instant)
}

const walls = new Map<string, Intl.DateTimeFormat>()
const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formatters.set(timeZone, known)
  return known
}
