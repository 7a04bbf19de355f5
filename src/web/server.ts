/** Everything served over HTTP, put together: headers, limits, refusals in kind words, the pages, a graceful end. */
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'
import { assetRoutes } from './assets.ts'
import { calendarRoutes } from './calendar.ts'
import { bodyLimits } from './bodies.ts'
import { createCarried } from './carried.ts'
import { chatRoutes } from './chat.ts'
import { frontRoutes } from './front.ts'
import { healthRoutes } from './health.ts'
import { joinRoutes } from './join-page.ts'
import { createLimits } from './limit.ts'
import { createLivePages } from './live.ts'
import { refusalPage } from './page.ts'
import { createPictures } from './pictures.ts'
import { resultsRoutes } from './results/routes.ts'
import type { Env, Refusal, WebParts } from './parts.ts'
import { onlyOwnPosts, secureHeaders } from './security.ts'
import { tryRoutes } from './try.ts'
import { createVisitors } from './visitor.ts'
import { withWebhook } from './webhook.ts'

/** Longer than a proxy keeps an idle connection, so that it is never us who hang up first. */
const keepAliveMs = 75_000
/** How long answers under way may take once the server is closing. */
const graceMs = 5_000
const restMs = 20

/** A running server. */
export interface Served {
  /** Where it listens, for example `http://127.0.0.1:3000`. */
  readonly url: string
  /** Takes nothing new, ends the streams, finishes what is under way. */
  close(): Promise<void>
}

/** Listens; port 0 takes any free one. Rejects when the port is taken. */
export async function serve({
  host,
  port,
  ...parts
}: WebParts & { host: string; port: number }): Promise<Served> {
  const { app, endStreams } = createApp(parts)
  const listener = getRequestListener(app.fetch, { hostname: host })
  const server = createServer(
    withWebhook(parts.telegram, (request, response) => void listener(request, response)),
  )
  server.keepAliveTimeout = keepAliveMs
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      endStreams()
      return hangUp(server, closed)
    },
  }
}

/** Lets answers under way finish; a connection that is kept alive for the next request is closed as soon as it rests. */
async function hangUp(server: Server, closed: Promise<void>): Promise<void> {
  const rest = setInterval(() => server.closeIdleConnections(), restMs)
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(rest)
  clearTimeout(cut)
}

function createApp(web: WebParts): { app: Hono<Env>; endStreams: () => void } {
  const visitors = createVisitors(web)
  const live = createLivePages(web.channel)
  const pictures = createPictures()
  const parts = { web, visitors, live, pictures, carried: createCarried(web.clock) }
  const limits = createLimits(web.clock, visitors)
  const app = new Hono<Env>()
  app.use(secureHeaders(web.publicUrl), compress(), visitors.see, async (c, next) => {
    c.set('refuse', (status, headers) => refuse(c, status, headers))
    await next()
  })
  app.onError((error, c) => {
    web.log.error({ err: error, path: pathOf(c) }, 'A request failed')
    return refuse(c, 500)
  })
  app.notFound((c) => refuse(c, 404))
  app.route('/', assetRoutes()).route('/', pictures.routes()).route('/', healthRoutes(web.health))
  app
    .use(onlyOwnPosts(web.publicUrl))
    .use('/chat/*', limits.chat)
    .use('/class', limits.codes)
    .use('/join', limits.codes)
  app.use(bodyLimits(web, visitors))
  app.use('/calendar/*', limits.calendars)
  if (web.trial) app.route('/', tryRoutes(web, web.trial))
  app
    .route('/', calendarRoutes(web))
    .route('/', chatRoutes(parts))
    .route('/', joinRoutes(parts))
    .route('/', resultsRoutes(web))
    .route('/', frontRoutes(parts))
  return { app, endStreams: live.close }
}

/** The path as it may be logged: that of a calendar opens it. */
function pathOf(c: Context<Env>): string {
  return c.req.path.replace(/^(\/calendar\/).*/, '$1…')
}

/** A refusal in the person's language: a page, or the words alone for the script. */
async function refuse(
  c: Context<Env>,
  why: Refusal,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { view } = c.var
  const status = why === '413-file' ? 413 : why
  if (c.req.header('accept') !== 'application/json') return c.html(refusalPage(view, why), status, headers)
  const words = `${view.say(`web-refusal-${why}`)}. ${view.say(`web-refusal-${why}-cure`)}`
  return c.json({ words, lang: view.locale }, status, headers)
}
