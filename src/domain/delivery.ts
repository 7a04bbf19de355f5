/** One message on its way to one recipient: its fates, and the rules that lead to them. */

/**
 * waiting: as soon as possible; held: on purpose not before its `dueAt` (quiet hours, another attempt); sending: with the platform right now;
 * accepted: the platform took it (whether it was read is unknowable); failed: the platform refuses this message; blocked: the recipient
 * blocked us; unreachable: no way leads there any more; expired: too late to be of use; unknown: it may or may not have arrived;
 * cancelled: nobody wants it any more.
 */
export const deliveryStatuses = [
  'waiting',
  'held',
  'sending',
  'accepted',
  'failed',
  'blocked',
  'unreachable',
  'expired',
  'unknown',
  'cancelled',
] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** Statuses in which nothing more happens by itself. */
export const settledStatuses = deliveryStatuses.slice(3) as readonly DeliveryStatus[]

/** What a platform said, or did not say, to one attempt. */
export interface Failure {
  readonly verdict: 'retry' | 'unreachable' | 'rejected' | 'unknown'
  readonly retryAfterMs?: number | undefined
  /** It concerns every message of this bot, so it is no attempt of this one. */
  readonly isChannelWide?: boolean | undefined
  /** The recipient told the platform to keep us away. */
  readonly isBlocked?: boolean | undefined
}

/** What becomes of a delivery. */
export interface Fate {
  readonly status: DeliveryStatus
  /** A stable word of ours; what a platform said stays in the log of its channel. */
  readonly reason?: string | undefined
  /** Only for `held`. */
  readonly dueAt?: Date | undefined
  /** Nothing arrives at this address until its owner writes again; another one of theirs may be tried. */
  readonly isAddressGone?: boolean | undefined
}

/** What is known of a delivery before it is tried. */
export interface Untried {
  readonly isStopped: boolean
  readonly isBulk: boolean
  readonly isUrgent: boolean
  readonly hasAddress: boolean
  readonly notAfter: Date | null
  readonly quiet: QuietHours
}

/** The fate of a delivery that is not to be tried now; undefined for one that is. */
export function fateBefore(delivery: Untried, now: Date): Fate | undefined {
  const { isStopped, isBulk, isUrgent, hasAddress, notAfter, quiet } = delivery
  if (notAfter && notAfter <= now) return { status: 'expired', reason: 'not-after' }
  if (isStopped && isBulk) return { status: 'cancelled', reason: 'stopped' }
  if (!hasAddress) return { status: 'unreachable', reason: 'no-address', isAddressGone: true }
  const dueAt = isUrgent ? undefined : quietUntil(now, quiet)
  if (!dueAt) return undefined
  return notAfter && notAfter <= dueAt
    ? { status: 'expired', reason: 'quiet-hours' }
    : { status: 'held', reason: 'quiet-hours', dueAt }
}

/** Waits double from half a minute to an hour, so that eight attempts span about an hour. */
const firstWaitMs = 30_000
const longestWaitMs = 3_600_000
export const mostAttempts = 8
/** A message of unknown fate is sent again at most so often: each time may be a double. */
const mostBlindAttempts = 3
/** Soon: a platform that recognises a message sent twice does so for half a minute only. */
const blindWaitMs = 2_000

/**
 * The fate after a failed attempt. `attempts` counts this one; `ifUnknown` says what a message of unknown fate is worth: sent `again`
 * (a double is the lesser evil), or left as unknown for a person to `show`.
 */
export function fateAfter(
  { verdict, retryAfterMs, isChannelWide, isBlocked }: Failure,
  { attempts, now, ifUnknown }: { attempts: number; now: Date; ifUnknown: 'again' | 'show' },
): Fate {
  const again = (reason: string): Fate => ({
    status: 'held',
    reason,
    dueAt: new Date(now.getTime() + (retryAfterMs ?? waitMsAfter(attempts))),
  })
  switch (verdict) {
    case 'rejected':
      return { status: 'failed', reason: 'refused' }
    case 'unreachable':
      return { status: isBlocked ? 'blocked' : 'unreachable', reason: 'address-gone', isAddressGone: true }
    case 'unknown':
      return ifUnknown === 'again' && attempts < mostBlindAttempts
        ? { status: 'held', reason: 'no-answer', dueAt: new Date(now.getTime() + blindWaitMs) }
        : { status: 'unknown', reason: 'no-answer' }
    case 'retry':
      if (isChannelWide) return { status: 'waiting', reason: 'channel-paused' }
      return attempts < mostAttempts ? again('try-again') : { status: 'failed', reason: 'tried-too-often' }
  }
}

function waitMsAfter(attempts: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(0, attempts - 1))
}

/** Hours in which nobody is written to unasked, `HH:MM` in the recipient's time zone; `from` may be later than `to`. */
export interface QuietHours {
  readonly from: string
  readonly to: string
  readonly timeZone: string
}

export const usualQuietHours = { from: '20:00', to: '08:00' } as const

/** When the quiet hours that `now` falls into end; undefined outside of them. */
export function quietUntil(now: Date, { from, to, timeZone }: QuietHours): Date | undefined {
  const [start, end, at] = [minutesOf(from), minutesOf(to), localMinutes(now, timeZone)]
  const isQuiet = start <= end ? at >= start && at < end : at >= start || at < end
  if (!isQuiet) return undefined
  const left = (end - at + 1_440) % 1_440
  const guess = new Date(Math.floor(now.getTime() / 60_000) * 60_000 + left * 60_000)
  // the clocks may change in between: what they say at the guess tells by how much
  const off = ((end - localMinutes(guess, timeZone) + 2_160) % 1_440) - 720
  return new Date(guess.getTime() + off * 60_000)
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const clocks = new Map<string, Intl.DateTimeFormat>()
function localMinutes(instant: Date, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  return minutesOf(clock.format(instant))
}
