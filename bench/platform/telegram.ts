/** A stand-in for Telegram that is fast enough to stay out of the way: it limits by a named model, counts, and knows no bot. */
import { countArrivals, type Arrivals } from './arrivals.ts'
import { openSite, type Answer, type Asked } from './http.ts'
import { unlimited, type Limit } from './limits.ts'
import { until } from './waiting.ts'
import { queueUpdates, type Updates } from './updates.ts'

export interface Telegram {
  readonly apiRoot: string
  readonly arrivals: Arrivals
  /** Where the last message came from: the first part of its address, behind which a benchmark puts each process. */
  readonly sender: () => string
  /** What people wrote and a polling bot has not confirmed yet. */
  readonly updates: Updates
  /** Resolves once a bot has said how it wants its updates, or asks for them. */
  connected(): Promise<void>
  close(): Promise<void>
}

export interface TelegramOptions {
  /** Counts messages that are sent or changed; everything is let through unless told. */
  readonly limit?: Limit
  /** Called when the answer to a message leaves: from then on its recipient sees it. */
  readonly onShown?: (chat: string) => void
  /** Who is counted as a recipient: the chat unless told; undefined counts nobody. */
  readonly recipientOf?: (chat: string, text: string) => string | undefined
}

const counted = new Set(['sendMessage', 'editMessageText', 'sendPhoto', 'sendDocument'])

/** Starts it on a free port. */
export async function startTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const { limit = unlimited, onShown = () => {}, recipientOf = (chat) => chat } = options
  const arrivals = countArrivals()
  const updates = queueUpdates()
  let messages = 0
  let sender = ''
  let isConnected = false

  const take = ({ path, body, gone }: Asked): Answer => {
    sender = path.split('/')[1] ?? ''
    const { chat_id: id, text = '' } = JSON.parse(body) as { chat_id: number; text?: string }
    const chat = String(id)
    const wait = limit(performance.now())
    if (wait !== undefined) {
      arrivals.refuse()
      return tooFast(wait)
    }
    const recipient = recipientOf(chat, text)
    if (recipient !== undefined) arrivals.take(recipient)
    gone.addEventListener('abort', () => onShown(chat), { once: true })
    return ok(messageTo(chat, (messages += 1)))
  }
  const site = await openSite((asked) => {
    const method = asked.path.split('/').at(-1) ?? ''
    if (counted.has(method)) return take(asked)
    if (method.endsWith('Webhook') || method === 'getUpdates') isConnected = true
    if (method === 'getUpdates') return updates.poll(asked)
    return ok(method === 'getMe' ? me : true)
  })
  return {
    apiRoot: site.url,
    arrivals,
    sender: () => sender,
    updates,
    connected: async () => void (await until(() => isConnected, Infinity)),
    close: async () => {
      updates.close()
      await site.close()
    },
  }
}

/** Telegram's envelope around a result. */
export function ok(result: unknown): Answer {
  return { status: 200, body: { ok: true, result } }
}

function tooFast(seconds: number): Answer {
  return {
    status: 429,
    body: {
      ok: false,
      error_code: 429,
      description: `Too Many Requests: retry after ${seconds}`,
      parameters: { retry_after: seconds },
    },
  }
}

function messageTo(chat: string, id: number) {
  return {
    message_id: id,
    date: 1_790_000_000,
    chat: { id: Number(chat), type: 'private', first_name: 'A' },
    text: '.',
  }
}

const me = {
  id: 1,
  is_bot: true,
  first_name: 'Hejnal',
  username: 'hejnal_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
}
