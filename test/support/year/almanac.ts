/** A calendar on the wall for 2026 and the winter after it: written out, and sharing nothing with the program. */

/** Days off in Poland that fall on Monday to Friday. */
const holidays = [
  '2026-01-01',
  '2026-01-06',
  '2026-04-06',
  '2026-05-01',
  '2026-06-04',
  '2026-11-11',
  '2026-12-24',
  '2026-12-25',
  '2027-01-01',
  '2027-01-06',
]
/** Clocks are two hours ahead of UTC between these moments, otherwise one. */
const summer = { from: Date.UTC(2026, 2, 29, 1), to: Date.UTC(2026, 9, 25, 1) }
const hourMs = 3_600_000

export interface Hour {
  readonly at: Date
  readonly day: string
  /** What the clock shows, 0 to 23. */
  readonly hour: number
}

/** Every hour of 2026 as it is lived in Kraków: 8,760 of them. */
export function hoursOfTheYear(): readonly Hour[] {
  const first = Date.UTC(2025, 11, 31, 23)
  return Array.from({ length: 8_760 }, (_, n) => hourOf(new Date(first + n * hourMs)))
}

/** What the clock on the wall shows at an instant, in whole hours. */
export function hourOf(at: Date): Hour {
  const isSummer = at.getTime() >= summer.from && at.getTime() < summer.to
  const shown = new Date(at.getTime() + (isSummer ? 2 : 1) * hourMs).toISOString()
  return { at, day: shown.slice(0, 10), hour: Number(shown.slice(11, 13)) }
}

export function isWorkday(day: string): boolean {
  return new Date(day).getUTCDay() % 6 !== 0 && !holidays.includes(day)
}

/** So many calendar days later, or earlier. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 24 * hourMs).toISOString().slice(0, 10)
}

/** The day itself, or the nearest workday on that side. */
export function workdayFrom(day: string, side: 1 | -1): string {
  return isWorkday(day) ? day : workdayFrom(later(day, side), side)
}

/** The workday that is so many workdays later. */
export function workdaysLater(day: string, count: number): string {
  if (count === 0) return day
  const next = later(day, 1)
  return workdaysLater(next, isWorkday(next) ? count - 1 : count)
}
