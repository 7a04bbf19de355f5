/** How somebody wants to be written to, and quiet hours as people type them. */
import { usualQuietHours } from './delivery.ts'
import type { ChannelName } from './message.ts'

/** `HH:MM` on the recipient's clocks; `from` may be later than `to`. */
export interface Hours {
  readonly from: string
  readonly to: string
}

export interface Preferences {
  /** Nothing comes unasked in these. */
  readonly quiet: Hours
  /** One message a day with everything that is due. */
  readonly hasDigest: boolean
  /** Where somebody can be reached, in a fixed order. */
  readonly channels: readonly ChannelName[]
  /** Where they are reached first; null when nowhere. */
  readonly channel: ChannelName | null
  /** There is more than one address. */
  readonly isLinked: boolean
}

/** Reminders leave on working hours: whoever is never awake then would hear of nothing in time. */
const leastAwakeMinutes = 4 * 60

/** Reads `21:00-7:30`, `21-7` or `21.00 do 7`; `unclear` when it is none of these, `too-long` when hardly any of the day is left. */
export function hoursIn(text: string): Hours | 'unclear' | 'too-long' {
  const [, h1, m1 = '00', h2, m2 = '00'] =
    /^\D*(\d{1,2})(?:[:.](\d{2}))?\s*(?:[-–—]|do|to|до)\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/iu.exec(
      text.trim(),
    ) ?? []
  const [from, to] = [minutesOf(h1, m1), minutesOf(h2, m2)]
  if (from === undefined || to === undefined || from === to) return 'unclear'
  const awake = (from - to + 1_440) % 1_440
  return awake < leastAwakeMinutes ? 'too-long' : { from: timeOf(from), to: timeOf(to) }
}

/** What is kept of quiet hours; null where nobody chose any. */
export interface KeptHours {
  readonly quietFrom: string | null
  readonly quietTo: string | null
}

/** The longer quiet of two people who turn out to be one; the usual hours count where nobody chose. */
export function stricterHours(one: KeptHours, other: KeptHours): KeptHours {
  const { quietFrom, quietTo } = quietMinutes(other) > quietMinutes(one) ? other : one
  return { quietFrom, quietTo }
}

function quietMinutes({ quietFrom, quietTo }: KeptHours): number {
  const [from, to] = [quietFrom ?? usualQuietHours.from, quietTo ?? usualQuietHours.to].map((time) => {
    const [hours = '0', minutes = '0'] = time.split(':')
    return Number(hours) * 60 + Number(minutes)
  })
  return (to! - from! + 1_440) % 1_440
}

function minutesOf(hours: string | undefined, minutes: string): number | undefined {
  const isTime = hours !== undefined && Number(hours) <= 23 && Number(minutes) <= 59
  return isTime ? Number(hours) * 60 + Number(minutes) : undefined
}

function timeOf(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
