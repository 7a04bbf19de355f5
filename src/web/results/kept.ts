/** Answers that are the same for everybody: made once, kept packed for a minute, so that many may read at once. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import type { Clock } from '../../runtime/clock.ts'
import { fingerprint } from '../../runtime/crypto.ts'
import type { Env } from '../parts.ts'
import { hasAlready } from '../tags.ts'

const pack = promisify(gzip)
const keepMs = 60_000
/** Pages, files and languages of a few dozen consultations; the oldest is let go. */
const keepAtMost = 500
/** Smaller answers are not worth it. */
const packFromBytes = 1_000

export interface Made {
  readonly body: string | Uint8Array
  readonly type: string
}

interface Kept {
  readonly body: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer> | undefined
  readonly type: string
  readonly tag: string
  readonly untilMs: number
}

/** Answers a request with what is kept under `key`, or with what `make` makes; 404 when that is nothing, 304 when it is known. */
export type Shelf = (
  c: Context<Env>,
  wanted: {
    readonly key: string
    readonly headers: Readonly<Record<string, string>>
    make(): Promise<Made | undefined>
  },
) => Promise<Response>

/** Nothing is kept yet. Whoever asks while an answer is being made waits for that one. */
export function createShelf(clock: Clock): Shelf {
  const shelf = new Map<string, Promise<Kept | undefined>>()
  const nowMs = () => clock.now().getTime()
  const put = (key: string, make: () => Promise<Made | undefined>) => {
    const making = make().then((made) => made && keep(made, nowMs() + keepMs))
    shelf.delete(key)
    shelf.set(key, making)
    for (const oldest of shelf.keys()) if (shelf.size > keepAtMost) shelf.delete(oldest)
    // what is not there, or failed, is looked for again the next time
    const forget = () => shelf.get(key) === making && shelf.delete(key)
    making.then((kept) => kept ?? forget(), forget)
    return making
  }
  return async (c, { key, headers, make }) => {
    const standing = shelf.get(key)
    const known = await standing
    const newer = shelf.get(key)
    const isFresh = known !== undefined && known.untilMs > nowMs()
    const kept = isFresh ? known : await (newer && newer !== standing ? newer : put(key, make))
    return kept ? answer(c, kept, headers) : await c.var.refuse(404)
  }
}

async function keep({ body, type }: Made, untilMs: number): Promise<Kept> {
  const bytes = new Uint8Array(typeof body === 'string' ? Buffer.from(body) : body)
  const isText = !/officedocument|^image\/png/.test(type)
  const packed = isText && bytes.length > packFromBytes ? new Uint8Array(await pack(bytes)) : undefined
  const tag = `W/"${fingerprint(Buffer.from(bytes).toString('base64'), 32)}"`
  return { body: bytes, packed, type, tag, untilMs }
}

function answer(c: Context<Env>, { body, packed, type, tag }: Kept, own: Readonly<Record<string, string>>) {
  const headers = { ...own, ETag: tag, Vary: [own.Vary, 'Accept-Encoding'].filter(Boolean).join(', ') }
  if (hasAlready(c, tag)) return c.body(null, 304, headers)
  const isPacked = packed && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  return isPacked
    ? c.body(packed, 200, { ...headers, 'Content-Type': type, 'Content-Encoding': 'gzip' })
    : c.body(body, 200, { ...headers, 'Content-Type': type })
}
