/** Days to choose from for whoever needs more time. */
import type { Calendar } from './deadline.ts'
import { dayAfter } from './moment.ts'
import type { Day } from './phrase.ts'

export interface LaterDay {
  readonly name: 'week' | 'two-weeks' | 'month' | 'quarter'
  readonly day: Day
}

/** Working days later than the date and than today, the soonest first, each once. */
export function laterDays(
  dueOn: Day,
  today: Day,
  calendar: Pick<Calendar, 'isWorkingDay'>,
): readonly LaterDay[] {
  const from = dueOn > today ? dueOn : today
  const wanted: readonly LaterDay[] = [
    { name: 'week', day: workingDay(dayAfter(from, 7), 1, calendar) },
    { name: 'two-weeks', day: workingDay(dayAfter(from, 14), 1, calendar) },
    { name: 'month', day: workingDay(monthAfter(from), 1, calendar) },
    { name: 'quarter', day: workingDay(endOfQuarter(from), -1, calendar) },
  ]
  return wanted
    .filter(({ day }, n) => day > from && wanted.findIndex((one) => one.day === day) === n)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

function workingDay(day: Day, direction: 1 | -1, calendar: Pick<Calendar, 'isWorkingDay'>): Day {
  return calendar.isWorkingDay(day) ? day : workingDay(dayAfter(day, direction), direction, calendar)
}

/** The same date of the next month, or its last day where it has no such date. */
function monthAfter(day: Day): Day {
  const lastOfNext = dayAfter(firstOfMonth(day, 2), -1)
  const sameDate = `${lastOfNext.slice(0, 8)}${day.slice(8)}`
  return sameDate < lastOfNext ? sameDate : lastOfNext
}

function endOfQuarter(day: Day): Day {
  const month = Number(day.slice(5, 7)) - 1
  return dayAfter(firstOfMonth(day, 3 - (month % 3)), -1)
}

/** The first day of the month so many months later. */
function firstOfMonth(day: Day, later: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + later
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}
