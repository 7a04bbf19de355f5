/** The updates of a bot that polls, as Telegram keeps them: handed out again and again until a later offset confirms them. */
import type { Answer, Asked } from './http.ts'

export interface Updates {
  push(person: number, text: string): void
  /** Answers `getUpdates`; a newer poll ends an older one, as Telegram does. */
  poll(asked: Asked): Promise<Answer>
  /** How many were handed out or wait, and are not confirmed. */
  readonly unconfirmed: number
  close(): void
}

const mostAtOnce = 100

/** An empty queue. */
export function queueUpdates(): Updates {
  let waiting: { readonly update_id: number }[] = []
  let last = 0
  let wake: () => void = () => {}

  const somethingOr = (seconds: number, gone: AbortSignal) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1_000)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      gone.addEventListener('abort', wake, { once: true })
    })

  return {
    push(person, text) {
      waiting.push(updateOf((last += 1), person, text))
      wake()
    },
    async poll({ body, gone }) {
      wake()
      const { offset = 0, limit = mostAtOnce, timeout = 0 } = JSON.parse(body || '{}') as Partial<Poll>
      waiting = waiting.filter(({ update_id: id }) => id >= offset)
      if (waiting.length === 0 && timeout > 0) await somethingOr(timeout, gone)
      return { status: 200, body: { ok: true, result: waiting.slice(0, limit) } }
    },
    get unconfirmed() {
      return waiting.length
    },
    close: () => wake(),
  }
}

interface Poll {
  readonly offset: number
  readonly limit: number
  readonly timeout: number
}

/** A private message as Telegram hands it over. */
export function updateOf(id: number, person: number, text: string) {
  const entities = text.startsWith('/')
    ? [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]!.length }]
    : []
  return {
    update_id: id,
    message: {
      message_id: id,
      date: 1_790_000_000,
      chat: { id: person, type: 'private', first_name: 'A' },
      from: { id: person, is_bot: false, first_name: 'A', language_code: 'en' },
      text,
      entities,
    },
  }
}
