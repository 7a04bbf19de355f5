/** The web chat as a channel: an address is a random token in a cookie, and what is sent goes to the pages that are open. */
import { createHash } from 'node:crypto'
import type { Address, Outgoing } from '../domain/message.ts'
import { underWay } from '../runtime/under-way.ts'
import { isWanted, SendError, type Channel, type Receipt, type Receive } from './channel.ts'
import type { Received } from './file.ts'

/** Shows one message on one open page; rejects when the page is gone. */
export type PageListener = (message: Outgoing) => Promise<void>

export interface WebChannel extends Channel {
  /** Hands over what was done on a page. Safe to repeat with the same `incoming.id`. */
  ask(incoming: Received): Promise<readonly Outgoing[]>
  /** Shows what is sent to the address `value` on a page, until the returned function is called. */
  subscribe(value: string, listener: PageListener): () => void
  /** Whose pages are open here. */
  addresses(): readonly string[]
}

/** The web channel, before anybody listens. */
export function web(): WebChannel {
  const pages = new Map<string, Set<PageListener>>()
  const acts = underWay()
  let receive: Receive | undefined
  let isClosed = false
  return {
    name: 'web',
    listen: async (receiver) => void (receive = receiver),
    state: () => (isClosed ? 'refused' : receive ? 'ok' : 'connecting'),
    send: async (to, message, { begin } = {}) => {
      const open = openPages(pages.get(to.value))
      if (!(await isWanted(begin))) return { isUnsent: true }
      return show(open, message)
    },
    pace: () => ({ perSecond: 1_000, pausedMs: 0 }),
    addresses: () => [...pages.keys()],
    subscribe: (value, listener) => join(pages, value, listener),
    ask: (incoming) => {
      if (!receive || isClosed) return Promise.reject(new Error('The web channel is not listening.'))
      return acts.follow(receive(incoming))
    },
    close: async () => {
      isClosed = true
      await acts.ended()
      pages.clear()
    },
  }
}

/** `Incoming.id` of an act: nobody can hit somebody else's by choosing the same `actId`. */
export function incomingId(from: Address, actId: string): string {
  return createHash('sha256').update(`${from.value}\n${actId}`).digest('base64url')
}

/** @throws {SendError} retry, when no page of the person is open */
function openPages(listeners: ReadonlySet<PageListener> | undefined): ReadonlySet<PageListener> {
  if (!listeners?.size) throw new SendError('retry', 'No page of this person is open.')
  return listeners
}

async function show(listeners: ReadonlySet<PageListener>, message: Outgoing): Promise<Receipt> {
  const shown = await Promise.allSettled([...listeners].map((listener) => listener(message)))
  if (shown.every(({ status }) => status === 'rejected'))
    throw new SendError('retry', 'The page was closed meanwhile.')
  return {}
}

function join(pages: Map<string, Set<PageListener>>, value: string, listener: PageListener): () => void {
  const listeners = pages.get(value) ?? new Set()
  pages.set(value, listeners.add(listener))
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && pages.get(value) === listeners) pages.delete(value)
  }
}
