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
