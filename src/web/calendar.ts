/** Calendars for programs that fetch them again and again, behind a secret address. */
import { Hono } from 'hono'
import { fingerprint } from '../runtime/crypto.ts'
import type { Env, WebParts } from './parts.ts'
import { hasAlready } from './tags.ts'

/** `GET /calendar/<token>.ics`: the calendar, 304 when it is the one the program has, 404 for a token that opens none. */
export function calendarRoutes({ calendar }: Pick<WebParts, 'calendar'>): Hono<Env> {
  return new Hono<Env>().get('/calendar/:file{[\\w-]{43}\\.ics}', async (c) => {
    const text = await calendar?.(c.req.param('file').slice(0, -'.ics'.length))
    if (text === undefined) return await c.var.refuse(404)
    const tag = `"${fingerprint(text, 32)}"`
    const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' }
    if (hasAlready(c, tag)) return c.body(null, 304, headers)
    return c.body(text, 200, { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' })
  })
}
