/** What every answer carries so that a browser refuses to be tricked, and which posts are believed. */
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from './parts.ts'

/**
 * A strict content policy, no caching unless a route says so, and HSTS when people come by https.
 * The referrer stays within our origin rather than being dropped: with `no-referrer` browsers send
 * `Origin: null` with our own forms, and the check below could not tell them from a stranger's.
 */
export function secureHeaders(publicUrl: string | undefined): MiddlewareHandler<Env> {
  const isSecure = publicUrl?.startsWith('https:') ?? false
  const always = Object.entries({
    'Content-Security-Policy': contentPolicy,
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    ...(isSecure
      ? { 'Strict-Transport-Security': 'max-age=31536000', 'Cross-Origin-Opener-Policy': 'same-origin' }
      : {}),
  })
  return async (c, next) => {
    await next()
    for (const [name, value] of always) c.res.headers.set(name, value)
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  }
}

/** Refuses a post that another site's page made: `SameSite` alone does not know subdomains. */
export function onlyOwnPosts(publicUrl: string | undefined): MiddlewareHandler<Env> {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  return createMiddleware<Env>(async (c, next) => {
    const site = c.req.header('sec-fetch-site') ?? 'none'
    const isOurs =
      isOwn(c.req.header('origin'), c.req.header('host'), own) && (site === 'none' || site === 'same-origin')
    return c.req.method === 'POST' && !isOurs ? await c.var.refuse(403) : await next()
  })
}

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** A missing origin is a program, not a page of another site. */
function isOwn(origin: string | undefined, host: string | undefined, own: string | undefined): boolean {
  if (origin === undefined || origin === own) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
