/** The door through which Telegram hands over updates. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { StatusCode } from 'hono/utils/http-status'
import type { Env, WebParts } from './parts.ts'

/** An update with its message, the one it answers, and all their formatting stays far below this. */
const maxBytes = 1024 * 1024

/** `POST /telegram/webhook`; the handler checks the secret. */
export function webhookRoutes({ handleUpdate }: NonNullable<WebParts['telegram']>): Hono<Env> {
  return new Hono<Env>().post('/telegram/webhook', bodyLimit({ maxSize: maxBytes }), async (c) => {
    const body = await c.req.json<unknown>().catch(() => undefined)
    if (body === undefined) return c.body(null, 400)
    const { status } = await handleUpdate({ secret: c.req.header('x-telegram-bot-api-secret-token'), body })
    c.status(status as StatusCode)
    return c.body(null)
  })
}
