/** The webhook: believes only who knows the secret, and says "taken" only once an update is kept. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'

/** A POST to the webhook's URL: the `X-Telegram-Bot-Api-Secret-Token` header and the raw body. */
export interface WebhookRequest {
  readonly secret?: string | undefined
  readonly body: string
}

/** What to answer; the body stays empty, for Telegram would execute it and keep the result to itself. */
export interface WebhookAnswer {
  readonly status: 200 | 400 | 401 | 500 | 503
}

/** Checks the secret in constant time; without one, nobody is believed. */
export function secretCheck(expected: string | undefined): (given: string | undefined) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const wanted = digest(expected ?? '')
  return (given) => timingSafeEqual(digest(given ?? ''), wanted) && Boolean(expected)
}

/** The update in a webhook's body, or `undefined` when there is none. */
export function readUpdate(body: string): Update | undefined {
  try {
    const read = JSON.parse(body) as Update | null
    return Number.isSafeInteger(read?.update_id) ? (read as Update) : undefined
  } catch {
    return undefined
  }
}
