/** Days that come again and again, as RRULE of iCalendar (RFC 5545) writes them. */
import { RRuleTemporal } from 'rrule-temporal'
import type { Day } from '../domain/phrase.ts'

/**
 * The days of a rule from `from` to `to`, both included; the series begins on `startsOn`.
 * @throws {Error} when it is no rule
 */
export function occurrences(
  rule: string,
  { startsOn, from, to }: { startsOn: Day; from: Day; to: Day },
): readonly Day[] {
  const series = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${startsOn.replaceAll('-', '')}T000000\nRRULE:${rule.replace(/^RRULE:/, '')}`,
  })
  return series
    .between(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`), true)
    .map((at) => at.toPlainDate().toString())
}

/** The parts of a rule that we understand, and what their values look like; the library lets numbers pass that no calendar has. */
const partForms: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYMONTH: listOf('0?[1-9]|1[0-2]'),
  BYMONTHDAY: listOf('[+-]?(?:0?[1-9]|[12]\\d|3[01])'),
  BYDAY: listOf('(?:[+-]?\\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)'),
  BYSETPOS: listOf('[+-]?[1-9]\\d{0,2}'),
  BYWEEKNO: listOf('[+-]?[1-9]\\d?'),
  BYYEARDAY: listOf('[+-]?[1-9]\\d{0,2}'),
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
}

function listOf(one: string): RegExp {
  return new RegExp(`^(?:${one})(?:,(?:${one}))*$`)
}

/** Whether a text is a rule whose days can be worked out: of whole days, at most one each. */
export function isRecurrence(rule: string): boolean {
  const parts = rule
    .replace(/^RRULE:/, '')
    .split(';')
    .map((part) => part.split('='))
  const isKnown = parts.every(
    ([name = '', value = '', ...more]) => partForms[name]?.test(value) && more.length === 0,
  )
  if (!isKnown || parts[0]?.[0] !== 'FREQ') return false
  try {
    occurrences(rule, { startsOn: '2026-01-01', from: '2026-01-01', to: '2026-01-31' })
    return true
  } catch {
    return false
  }
}
