/** The working days and clocks of the programme: weekends and public holidays of its country. */
import Holidays from 'date-holidays'
import type { Calendar } from '../domain/deadline.ts'
import { instantOf, wallOf } from '../domain/moment.ts'
import type { Day } from '../domain/phrase.ts'

/** A country and, where it matters, its state and region, as ISO 3166 has them: `PL`, `DE-BY`. */
export function isHolidayPlace(place: string): boolean {
  const [country = '', ...parts] = place.split('-')
  const within = parts.length === 0 || countriesOf(country)?.[parts[0]!] !== undefined
  return place in new Holidays().getCountries() || (country in new Holidays().getCountries() && within)
}

function countriesOf(country: string): Readonly<Record<string, string>> | undefined {
  return new Holidays().getStates(country)
}

/** The calendar of a place and a time zone. What it has worked out it remembers: holidays of a year take milliseconds. */
export function calendarOf(place: string, timeZone: string): Calendar {
  const known = calendars.get(`${place} ${timeZone}`) ?? newCalendar(place, timeZone)
  calendars.set(`${place} ${timeZone}`, known)
  return known
}

const calendars = new Map<string, Calendar>()

function newCalendar(place: string, timeZone: string): Calendar {
  const [country = '', state, region] = place.split('-')
  const holidays = new Holidays(country, state ?? '', region ?? '')
  const free = new Map<string, ReadonlySet<Day>>()
  const instants = new Map<string, Date>()
  const freeIn = (year: string) => {
    const days = free.get(year) ?? publicHolidays(holidays, Number(year))
    free.set(year, days)
    return days
  }
  return {
    isWorkingDay(day) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
      return weekday !== 0 && weekday !== 6 && !freeIn(day.slice(0, 4)).has(day)
    },
    at(day, time) {
      const key = `${day} ${time}`
      const known = instants.get(key) ?? instantOf({ day, time }, timeZone)
      if (instants.size > mostInstants) instants.clear()
      instants.set(key, known)
      return known
    },
    wall: (instant) => wallOf(instant, timeZone),
  }
}

/** Years of days at a few hours. */
const mostInstants = 10_000

function publicHolidays(holidays: Holidays, year: number): ReadonlySet<Day> {
  return new Set(
    holidays
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(({ date, start, end }) => daysBetween(date.slice(0, 10), start, end)),
  )
}

/** Some holidays last longer than a day. */
function daysBetween(first: Day, start: Date, end: Date): readonly Day[] {
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
  return Array.from({ length: days }, (_, n) =>
    new Date(Date.parse(`${first}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10),
  )
}
