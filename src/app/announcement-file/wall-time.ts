/** Times of an announcement file: what the clocks of the programme's time zone show. */
import { instantOf, wallOf } from '../../domain/moment.ts'

/** The instant of `YYYY-MM-DD HH:MM`; undefined for a day or an hour that the calendar or the clocks leave out. */
export function instantAt(written: string, timeZone: string): Date | undefined {
  const [day = '', time = ''] = written.split(' ')
  if (Number.isNaN(Date.parse(`${day}T${time}:00Z`))) return undefined
  const instant = instantOf({ day, time }, timeZone)
  const shown = wallOf(instant, timeZone)
  return shown.day === day && shown.time === time ? instant : undefined
}
