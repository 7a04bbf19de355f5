/** Pictures that came with messages: kept for a while, served from our own address, named by what is in them. */
import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { Picture } from '../domain/message.ts'
import type { Env } from './parts.ts'

/** Whatever falls out is shown by its description: nobody's page breaks without it. */
const keptBytes = 32 * 1024 * 1024

export interface Pictures {
  /** Keeps a picture; the path under which it is served. */
  pathOf(picture: Picture): string
  /** Serves `/pictures/…`; whatever is not kept falls through. */
  routes(): Hono<Env>
}

export function createPictures(): Pictures {
  const kept = new Map<string, Picture>()
  const hashes = new WeakMap<Uint8Array, string>()
  let bytes = 0

  const forget = (name: string) => {
    bytes -= kept.get(name)?.content.length ?? 0
    kept.delete(name)
  }
  const keep = (name: string, picture: Picture) => {
    forget(name)
    kept.set(name, picture)
    bytes += picture.content.length
    for (const oldest of kept.keys()) {
      if (bytes <= keptBytes || oldest === name) break
      forget(oldest)
    }
  }

  return {
    pathOf(picture) {
      const { content, mediaType } = picture
      const hash = hashes.get(content) ?? createHash('sha256').update(content).digest('base64url')
      hashes.set(content, hash)
      const name = `${hash}.${mediaType === 'image/png' ? 'png' : 'jpg'}`
      keep(name, picture)
      return `/pictures/${name}`
    },
    routes: () =>
      new Hono<Env>().get('/pictures/:name', async (c, next) => {
        const found = kept.get(c.req.param('name'))
        if (!found) return await next()
        // a message of one person may be all that names it, so it stays with those who were shown it
        const headers = {
          'Content-Type': found.mediaType,
          'Cache-Control': 'private, max-age=86400, immutable',
        }
        return c.body(Uint8Array.from(found.content), 200, headers)
      }),
  }
}
