/** The pages that are open and listening, so that they can be ended when the server closes. */
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { WebChannel } from '../channels/web.ts'
import type { Address, Outgoing } from '../domain/message.ts'
import type { Env } from './parts.ts'

/** Proxies close what is silent for a minute; a comment keeps it open. */
const beatMs = 25_000
const reconnectMs = 3_000
/** One person's pages beyond this number: the oldest is ended. */
const pagesPerPerson = 6

export interface LivePages {
  /** Streams what is sent to `address`, rendered by `render`, until the page or the server goes. */
  stream(c: Context<Env>, address: Address, render: (message: Outgoing) => Promise<string>): Response
  /** Ends every stream. */
  close(): void
}

/** No page is open yet. */
export function createLivePages(channel: Pick<WebChannel, 'subscribe'>): LivePages {
  const open = new Map<string, Set<() => void>>()
  return {
    close: () => open.forEach((pages) => pages.forEach((end) => end())),
    stream: (c, address, render) => {
      c.header('X-Accel-Buffering', 'no')
      return streamSSE(c, async (stream) => {
        let leave = () => {}
        const ended = new Promise<void>((end) => {
          stream.onAbort(end)
          leave = enter(open, address.value, end)
        })
        const unsubscribe = channel.subscribe(address.value, async (message) => {
          if (stream.aborted || stream.closed) throw new Error('The page is gone.')
          await stream.writeSSE({ data: await render(message) })
        })
        const beat = setInterval(() => void stream.write(':\n\n'), beatMs)
        await stream.writeSSE({ event: 'open', data: '', retry: reconnectMs })
        await ended
        clearInterval(beat)
        unsubscribe()
        leave()
      })
    },
  }
}

function enter(open: Map<string, Set<() => void>>, value: string, end: () => void): () => void {
  const pages = open.get(value) ?? new Set()
  open.set(value, pages.add(end))
  const [oldest] = pages
  if (pages.size > pagesPerPerson) oldest?.()
  return () => {
    pages.delete(end)
    if (pages.size === 0) open.delete(value)
  }
}
