/** How often somebody may knock: token buckets in memory, wide enough for a school behind one address. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Clock } from '../runtime/clock.ts'
import type { Env } from './parts.ts'
import type { Visitors } from './visitor.ts'

/** A burst of `capacity`, refilled at `perSecond`. */
export interface Bucket {
  readonly capacity: number
  readonly perSecond: number
}

/** Nobody taps faster than this for long; twenty quick taps pass. */
const perPerson: Bucket = { capacity: 40, perSecond: 1 }
/** Ten classes of thirty tapping at once, from one school's address. */
const perPlace: Bucket = { capacity: 2000, perSecond: 60 }
/** Four classes typing their code in the same minute; guessing eight letters would take for ever. */
const perPlaceCodes: Bucket = { capacity: 150, perSecond: 0.5 }

/** Services that fetch the calendars of a whole city's offices from one address, each every few hours. */
const perPlaceCalendars: Bucket = { capacity: 300, perSecond: 2 }

/** Buckets beyond this number are cleared of the full ones. */
const sweepAt = 10_000

/** The limits of the chat, of the forms for codes and of calendars, as middleware that answers 429 in kind words. */
export function createLimits(
  clock: Clock,
  visitors: Visitors,
): Readonly<Record<'chat' | 'codes' | 'calendars', MiddlewareHandler<Env>>> {
  const people = createLimiter(perPerson, clock)
  const places = createLimiter(perPlace, clock)
  const codes = createLimiter(perPlaceCodes, clock)
  const calendars = createLimiter(perPlaceCalendars, clock)
  return {
    chat: limit((c) =>
      Math.max(places(placeOf(c)), isAct(c) ? people(visitors.addressOf(c)?.value ?? placeOf(c)) : 0),
    ),
    codes: limit((c) => (isAct(c) ? codes(placeOf(c)) : 0)),
    calendars: limit((c) => calendars(placeOf(c))),
  }
}

/** Takes one from the bucket of `key` and tells how many milliseconds to wait: 0 means go on. */
export function createLimiter({ capacity, perSecond }: Bucket, clock: Clock): (key: string) => number {
  const buckets = new Map<string, { left: number; atMs: number }>()
  const leftIn = (bucket: { left: number; atMs: number }, nowMs: number) =>
    Math.min(capacity, bucket.left + (Math.max(0, nowMs - bucket.atMs) / 1000) * perSecond)
  return (key) => {
    const nowMs = clock.now().getTime()
    if (buckets.size > sweepAt)
      for (const [one, bucket] of buckets) if (leftIn(bucket, nowMs) >= capacity) buckets.delete(one)
    const left = leftIn(buckets.get(key) ?? { left: capacity, atMs: nowMs }, nowMs)
    buckets.set(key, { left: left < 1 ? left : left - 1, atMs: nowMs })
    return left < 1 ? Math.ceil(((1 - left) / perSecond) * 1000) : 0
  }
}

function limit(waitMsOf: (c: Context<Env>) => number): MiddlewareHandler<Env> {
  return createMiddleware<Env>(async (c, next) => {
    const waitMs = waitMsOf(c)
    if (waitMs > 0) return await c.var.refuse(429, { 'Retry-After': String(Math.ceil(waitMs / 1000)) })
    return await next()
  })
}

function isAct(c: Context<Env>): boolean {
  return c.req.method === 'POST' || c.req.query('start') !== undefined
}

/** The visitor's network address; behind a proxy on a private address, the one that proxy names. */
function placeOf(c: Context<Env>): string {
  const peer = getConnInfo(c).remote.address ?? ''
  const isPrivate = /^(::1|::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i.test(
    peer,
  )
  return (isPrivate && c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()) || peer
}
