/** Which values of an indicator are expected, and by when: a period that has ended wants to be reported. */
import { dayAfter } from './moment.ts'
import { say, sourceLocale, type Day, type Localized, type Phrase } from './phrase.ts'

export const frequencies = ['monthly', 'quarterly', 'yearly', 'every_2_years'] as const
export type Frequency = (typeof frequencies)[number]

export interface ExpectedReading {
  /** `2026-09`, `2026-Q3` or `2026`. */
  readonly period: string
  readonly dueOn: Day
}

/** Days a report may take after its period where no rule says otherwise. */
const usualDays = { monthly: 15, quarterly: 15, yearly: 31, every_2_years: 31 } as const satisfies Record<
  Frequency,
  number
>
const monthsPer = { monthly: 1, quarterly: 3, yearly: 12, every_2_years: 24 } as const satisfies Record<
  Frequency,
  number
>

/**
 * The readings that are due within a span. Periods are counted from the year of `startsOn`, before which nothing is expected;
 * `dueAfter(endsOn, latest)` is the day a rule asks for them, if there is a rule, and undefined when that is later than `latest`.
 */
export function expectedReadings(
  frequency: Frequency,
  { from, to, startsOn }: { from: Day; to: Day; startsOn: Day },
  dueAfter?: (endsOn: Day, latest: Day) => Day | undefined,
): readonly ExpectedReading[] {
  const months = monthsPer[frequency]
  const readings: ExpectedReading[] = []
  for (let month = Number(startsOn.slice(0, 4)) * 12 + months; ; month += months) {
    const endsOn = dayAfter(dayOfMonth(month), -1)
    if (endsOn > to) return readings
    const dueOn = dueAfter ? dueAfter(endsOn, to) : dayAfter(endsOn, usualDays[frequency])
    const isMeant = dueOn !== undefined && dueOn >= from && dueOn <= to && endsOn > startsOn
    if (isMeant) readings.push({ period: periodEnding(month, frequency), dueOn })
  }
}

/** The parts of `2026`, `2026-Q3` or `2026-09`, as they are written; no `year` where it is none of these. */
export function partsOfPeriod(period: string): { year?: string; quarter?: string; month?: string } {
  return /^(?<year>\d{4})(?:-Q(?<quarter>\d)|-(?<month>\d{2}))?$/.exec(period)?.groups ?? {}
}

/** The first day of a month, counted from the year 0. */
function dayOfMonth(month: number): Day {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** The period that ends before a month. */
function periodEnding(month: number, frequency: Frequency): string {
  const last = month - 1
  const year = String(Math.floor(last / 12))
  if (frequency === 'monthly') return `${year}-${String((last % 12) + 1).padStart(2, '0')}`
  return frequency === 'quarterly' ? `${year}-Q${Math.floor((last % 12) / 3) + 1}` : year
}

/** A value with what it counts: `68 %`, and `1 (streets)`, for words would have to be declined. */
export function measured(value: number, unit: Localized): Phrase {
  const isWord = /\p{L}{3}/u.test(unit[sourceLocale] ?? '')
  return say(isWord ? 'measured-in' : 'measured', { value, unit })
}
