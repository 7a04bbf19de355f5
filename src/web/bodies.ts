/** How much a post may bring: a few words anywhere, and a file where the conversation waits for one. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { largestFileBytes } from '../domain/evidence.ts'
import { createGate } from '../runtime/gate.ts'
import type { Env, WebParts } from './parts.ts'
import type { Visitors } from './visitor.ts'

/** What a person can write at once; the longest message is far shorter. */
const wordsBytes = 64 * 1024
/** So many files are in memory at once; whoever comes then waits a moment, and nothing of theirs is read yet. */
const filesAtOnce = 8

/** The limits, as middleware that answers 413 in kind words. A file nobody asked for is not read at all. */
export function bodyLimits(web: Pick<WebParts, 'look'>, visitors: Visitors): MiddlewareHandler<Env> {
  const words = bodyLimit({ maxSize: wordsBytes, onError: refuse })
  const file = bodyLimit({ maxSize: largestFileBytes + wordsBytes, onError: refuse })
  const gate = createGate(filesAtOnce)
  return createMiddleware<Env>(async (c, next) =>
    isLong(c) && (await isExpected(c)) ? gate.pass(async () => file(c, next)) : words(c, next),
  )

  async function isExpected(c: Context<Env>): Promise<boolean> {
    const from = c.req.path === '/chat' ? visitors.addressOf(c) : undefined
    const standing = from ? await web.look(from, c.var.view.locale) : []
    return standing.some(({ expects }) => expects === 'file')
  }
}

function isLong(c: Context): boolean {
  const length = Number(c.req.header('content-length') ?? Infinity)
  return c.req.method === 'POST' && isMultipart(c) && length > wordsBytes
}

function isMultipart(c: Context): boolean {
  return c.req.header('content-type')?.startsWith('multipart/') ?? false
}

function refuse(c: Context<Env>): Promise<Response> {
  return Promise.resolve(c.var.refuse(isMultipart(c) ? '413-file' : 413))
}
