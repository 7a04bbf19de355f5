/** The styles, scripts, pictures and letters of the pages: an allow-list, read once, named by their content. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'
import type { Env } from './parts.ts'

const require = createRequire(import.meta.url)
const own = (name: string) => new URL(`assets/${name}`, import.meta.url)
const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

const files = {
  'look.css': own('look.css'),
  'chat.css': own('chat.css'),
  'results.css': own('results.css'),
  'map.css': own('map.css'),
  'outcome.css': own('outcome.css'),
  'try.css': own('try.css'),
  'chat.js': own('chat.js'),
  'try.js': own('try.js'),
  'join.js': own('join.js'),
  'mark.svg': own('mark.svg'),
  'latin.woff2': require.resolve('@fontsource-variable/onest/files/onest-latin-wght-normal.woff2'),
  'latin-ext.woff2': require.resolve('@fontsource-variable/onest/files/onest-latin-ext-wght-normal.woff2'),
  'cyrillic.woff2': require.resolve('@fontsource-variable/onest/files/onest-cyrillic-wght-normal.woff2'),
} as const
export type AssetName = keyof typeof files

const assets = new Map(Object.entries(files).map(([name, file]) => [name, read(name, file)]))

/** The path of an asset; it changes with its content, so that a browser may keep it for good. */
export function asset(name: AssetName): string {
  return `/assets/${name}?v=${assets.get(name)?.version}`
}

/** Serves `/assets/…`; whatever is not on the list falls through. */
export function assetRoutes(): Hono<Env> {
  return new Hono<Env>().get('/assets/:name', async (c, next) => {
    const found = assets.get(c.req.param('name'))
    if (!found) return await next()
    const isNamedByContent = c.req.query('v') === found.version
    const keep = isNamedByContent
      ? 'public, max-age=31536000, immutable'
      : found.type === 'font/woff2'
        ? 'public, max-age=2592000'
        : 'no-cache'
    return c.body(found.body, 200, { 'Content-Type': found.type, 'Cache-Control': keep })
  })
}

function read(name: string, file: string | URL) {
  const body = new Uint8Array(readFileSync(file))
  const version = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return { body, version, type: mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }
}
