/** Where a message can go in Discord: in place of another, beside it, into a channel, to a person. */
import { setTimeout as sleep } from 'node:timers/promises'
import { MessageFlags, RequestMethod, Routes } from 'discord.js'
import { fingerprint } from '../../runtime/crypto.ts'
import type { Api, Leave } from './api.ts'
import type { DirectMessages } from './direct.ts'
import { ApiError } from './errors.ts'
import type { Page } from './pages.ts'
import type { InteractionVia } from './via.ts'

export interface Post {
  /** Fills the "thinking…", or takes the place of the message whose button was tapped. */
  edit(via: InteractionVia, page: Page): Promise<string>
  /** Takes the "thinking…" away. */
  remove(via: InteractionVia): Promise<void>
  /** A further message, seen by the person only. */
  followUp(via: InteractionVia, page: Page): Promise<string>
  /** Into a channel. Within a few minutes Discord takes the same `key` there for the same message. */
  toChannel(channel: string, page: Page, key: string, leave?: Leave): Promise<string>
  /** Says where the direct messages with a person are, and opens them if that is not known: only then a request leaves. */
  openDm(person: string, leave?: () => Leave): Promise<string>
  /** Nothing arrives there any more. */
  forgetDm(person: string): void
}

/** `bot` speaks with the bot's token, `answers` with those of interactions. All methods throw ApiError. */
export function createPost(bot: Api, answers: Api, direct: DirectMessages): Post {
  return {
    edit: (via, { body, files }) =>
      idOf(answers.call({ method: RequestMethod.Patch, route: original(via), body, files })),
    remove: async (via) => void (await answers.call({ method: RequestMethod.Delete, route: original(via) })),
    followUp: (via, { body, files }) => {
      const flags = via.isEphemeral ? { flags: MessageFlags.Ephemeral } : {}
      return idOf(
        answers.call({
          method: RequestMethod.Post,
          route: Routes.webhook(via.app, via.token),
          body: { ...body, ...flags },
          files,
        }),
      )
    },
    toChannel: (channel, { body, files }, key, leave) => {
      const once = { nonce: fingerprint(key, 25), enforce_nonce: true }
      const route = Routes.channelMessages(channel)
      return idOf(bot.call({ method: RequestMethod.Post, route, body: { ...body, ...once }, files }, leave))
    },
    openDm: (person, leave) =>
      direct.channelOf(person, () => {
        const body = { recipient_id: person }
        return idOf(bot.call({ method: RequestMethod.Post, route: Routes.userChannels(), body }, leave?.()))
      }),
    forgetDm: (person) => direct.forget(person),
  }
}

function original(via: InteractionVia) {
  return Routes.webhookMessage(via.app, via.token)
}

async function idOf(answer: Promise<unknown>): Promise<string> {
  const body = await answer
  return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : ''
}

const maxTries = 4
const pauseMs = 300

interface Patience {
  /** Doing it twice does no harm, so it is also repeated when nobody knows whether it was done. */
  readonly isRepeatable: boolean
  /** How long it may wait altogether. */
  readonly budgetMs?: number
}

/**
 * Tries again, soon, what did not arrive. A wait that Discord asks for is kept and does not count as a try.
 * @throws {ApiError} the last one.
 */
export async function patiently<T>(
  task: () => Promise<T>,
  { isRepeatable, budgetMs = 30_000 }: Patience,
): Promise<T> {
  let leftMs = budgetMs
  for (let tries = 1; ;) {
    try {
      return await task()
    } catch (error) {
      const waitMs = error instanceof ApiError ? waitOf(error, isRepeatable, tries) : Infinity
      leftMs -= waitMs
      if (leftMs < 0) throw error
      if (!(error instanceof ApiError && error.retryAfterMs !== undefined)) tries += 1
      await sleep(waitMs)
    }
  }
}

function waitOf({ verdict, retryAfterMs }: ApiError, isRepeatable: boolean, tries: number): number {
  const isWorthIt = verdict === 'retry' || (verdict === 'unknown' && isRepeatable)
  if (!isWorthIt || tries >= maxTries) return Infinity
  return retryAfterMs ?? pauseMs * tries
}
