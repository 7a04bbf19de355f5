/** The updates waiting for the bot, fetched by long polling or pushed to its webhook, with Telegram's own conflicts. */
import type { Update } from '@effect-ak/tg-bot-api'
import { Refusal } from './limits.ts'
import { deliverTo, type WebhookDelivery, type WebhookTarget } from './webhook.ts'

export type UpdateContent = Omit<Update, 'update_id'>

export interface Updates {
  /** Hands a new update to the bot; its id, or undefined when the bot did not ask for this kind. */
  push(content: UpdateContent, chatId: number): number | undefined
  /** Delivers an update once more, as Telegram does when an acknowledgement was lost. */
  redeliver(updateId: number): void
  /** @throws {Refusal} 409 when a webhook is set or another poller comes */
  get(
    request: { offset?: number; limit?: number; timeout?: number; allowed_updates?: readonly string[] },
    gone: AbortSignal,
  ): Promise<Update[]>
  setWebhook(target: WebhookTarget & { readonly allowed: readonly string[] | undefined }): void
  deleteWebhook(drop: boolean): void
  webhook():
    | { url: string; pending: number; lastError: string | undefined; maxConnections: number }
    | undefined
  /** How many updates were not taken yet: fetched ones count until the next offset confirms them. */
  undelivered(): number
  /** A long poll is waiting for news. */
  isPolled(): boolean
  close(): void
}

interface Held {
  answer(updates: Update[]): void
  refuse(refusal: Refusal): void
  readonly limit: number
}

const rememberedUpdates = 2_000

export function newUpdates(options: { check(update: Update): void }): Updates {
  let lastId = 100_000_000
  let waiting: Update[] = []
  let repeated: Update[] = []
  let repeatedOut = 0
  let allowed: readonly string[] | undefined
  let held: Held | undefined
  let hook: { target: WebhookTarget; delivery: WebhookDelivery } | undefined
  const remembered = new Map<number, { update: Update; chatId: number }>()

  const take = (limit: number) => {
    const taken = [...repeated, ...waiting.slice(0, limit)]
    repeatedOut = repeated.length
    repeated = []
    return taken
  }
  const enqueue = (update: Update, chatId: number, queue: Update[]) => {
    if (hook) hook.delivery.push(update, chatId)
    else {
      queue.push(update)
      held?.answer(take(held.limit))
    }
  }
  const hold = (limit: number, timeoutSeconds: number, gone: AbortSignal) =>
    new Promise<Update[]>((resolve, reject) => {
      const letGo = () => {
        clearTimeout(timer)
        gone.removeEventListener('abort', leave)
        if (held === mine) held = undefined
      }
      const mine: Held = {
        limit,
        answer: (updates) => (letGo(), resolve(updates)),
        refuse: (refusal) => (letGo(), reject(refusal)),
      }
      const leave = () => mine.answer([])
      const timer = setTimeout(leave, timeoutSeconds * 1000)
      gone.addEventListener('abort', leave)
      held = mine
    })

  return {
    push(content, chatId) {
      const kind = Object.keys(content)[0] ?? ''
      if (allowed !== undefined && allowed.length > 0 && !allowed.includes(kind)) return undefined
      const update = { update_id: (lastId += 1), ...content }
      options.check(update)
      remembered.set(update.update_id, { update, chatId })
      if (remembered.size > rememberedUpdates) remembered.delete(remembered.keys().next().value ?? 0)
      enqueue(update, chatId, waiting)
      return update.update_id
    },
    redeliver(updateId) {
      const found = remembered.get(updateId)
      if (!found) throw new Error(`update ${updateId} is not remembered`)
      enqueue(found.update, found.chatId, repeated)
    },
    async get({ offset, limit = 100, timeout = 0, allowed_updates }, gone) {
      if (hook)
        throw new Refusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      held?.refuse(
        new Refusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      )
      repeatedOut = 0
      allowed = allowed_updates ?? allowed
      if (offset !== undefined) waiting = waiting.filter((update) => update.update_id >= offset)
      const taken = take(limit)
      return taken.length > 0 || timeout === 0 ? taken : hold(limit, timeout, gone)
    },
    setWebhook(target) {
      hook?.delivery.stop()
      allowed = target.allowed ?? allowed
      hook = { target, delivery: deliverTo(target) }
      const backlog = [...repeated, ...waiting]
      waiting = []
      repeated = []
      for (const update of backlog) hook.delivery.push(update, remembered.get(update.update_id)?.chatId ?? 0)
    },
    deleteWebhook(drop) {
      const left = hook?.delivery.stop() ?? []
      hook = undefined
      waiting = drop ? [] : [...left, ...waiting]
    },
    webhook: () =>
      hook && {
        url: hook.target.url,
        pending: hook.delivery.size(),
        lastError: hook.delivery.lastError(),
        maxConnections: hook.target.maxConnections,
      },
    undelivered: () => waiting.length + repeated.length + repeatedOut + (hook?.delivery.size() ?? 0),
    isPolled: () => held !== undefined,
    close() {
      held?.answer([])
      hook?.delivery.stop()
    },
  }
}
