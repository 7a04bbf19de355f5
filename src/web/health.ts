/** How the service is, for whoever watches over it. */
import { Hono } from 'hono'
import type { Env, Health } from './parts.ts'

/** `GET /health`: 200 when everything is well, 503 with what is wrong otherwise. */
export function healthRoutes(health: () => Promise<Health>): Hono<Env> {
  return new Hono<Env>().get('/health', async (c) => {
    const report = await health()
    return c.json(report, report.status === 'ok' ? 200 : 503)
  })
}
