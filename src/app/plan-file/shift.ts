/** Moves every date of a plan, so that a sample looks as if it were of today. */
import { partsOfPeriod } from '../../domain/reading.ts'
import { addDays } from '../../runtime/clock.ts'
import type { PlanValue } from './schema.ts'

/** The file with all its days moved; years, quarters and months move by whole ones, so that two that differ still differ. */
export function shifted(file: PlanValue, days: number): PlanValue {
  return days === 0 ? file : (moved(file, days) as PlanValue)
}

function moved(value: unknown, days: number, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => moved(one, days, name))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one, days, key)]))
  if (name === 'year' && typeof value === 'number') return movedYear(value, days)
  if (name === 'period' && typeof value === 'string') return movedPeriod(value, days)
  return dayFields.has(name) && isDay(value) ? addDays(value, days) : value
}

const dayFields = new Set(['anchor_date', 'adopted_on', 'from', 'to', 'due', 'done_on', 'date'])

/** A window of hours has a `from` and a `to` as well. */
function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}

const daysPerYear = 365.2425

function movedYear(year: number, days: number): number {
  return year + Math.round(days / daysPerYear)
}

/** `2026`, `2026-Q3` or `2026-09`. */
function movedPeriod(period: string, days: number): string {
  const { year, quarter, month } = partsOfPeriod(period)
  const parts = (perYear: number, part: number) => {
    const at = Number(year) * perYear + part - 1 + Math.round((days * perYear) / daysPerYear)
    return [Math.floor(at / perYear), (at % perYear) + 1] as const
  }
  if (quarter) return parts(4, Number(quarter)).join('-Q')
  if (!month) return String(movedYear(Number(year), days))
  const [inYear, inMonth] = parts(12, Number(month))
  return `${inYear}-${String(inMonth).padStart(2, '0')}`
}
