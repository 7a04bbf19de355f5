/** Telegram as a channel: connects, takes updates in by polling or webhook, sends, and closes in order. */
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock, type Clock } from '../../runtime/clock.ts'
import type { Log } from '../../runtime/log.ts'
import type { Channel, Inbox, Receive } from '../channel.ts'
import { pacer as newPacer, type PacerOptions } from '../pace.ts'
import { underWay } from '../../runtime/under-way.ts'
import { publishCommands, type CommandMenu } from './commands.ts'
import { allowedUpdates, connect, type Connection } from './connection.ts'
import { sendErrorOf } from './errors.ts'
import { intake, type IntakeTools } from './intake.ts'
import { poll, waitMsAfter } from './polling.ts'
import { sender } from './sending.ts'
import { readUpdate, secretCheck, type WebhookAnswer, type WebhookRequest } from './webhook.ts'

export interface TelegramOptions {
  readonly token: string
  /** Where the Bot API answers, without the `/bot<token>` part. */
  readonly apiRoot: string
  readonly inbox: Inbox
  /** What is answered at once where an act cannot be kept. */
  readonly unkept?: IntakeTools['unkept']
  readonly log: Log
  readonly clock?: Clock | undefined
  /** Lets Telegram push updates to this URL instead of being polled; pass what arrives there to `handleUpdate`. */
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined
  /** The menu of commands per language; the first is shown to everybody else too. */
  readonly commands: readonly CommandMenu[]
  /** How many messages a second Telegram takes from this bot; 30 unless it pays for more. */
  readonly messagesPerSecond?: number | undefined
  /** The time that the pace is kept in. */
  readonly time?: Pick<PacerOptions, 'now' | 'after'> | undefined
  /** How long a call may take before its fate counts as unknown. */
  readonly callTimeoutMs?: number | undefined
  /** How to wait between attempts; rejects when the signal aborts. */
  readonly pause?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined
}

export interface TelegramChannel extends Channel {
  /**
   * Resolves after one attempt to connect; when that fails, the channel goes on trying by itself and `state()` says so,
   * so that a Telegram out of reach does not hold up everything else.
   */
  listen(receive: Receive): Promise<void>
  /** Takes what was posted to the webhook's URL; the update is kept by the time this resolves with 200. Never rejects. */
  handleUpdate(request: WebhookRequest): Promise<WebhookAnswer>
}

/** What Telegram takes from a bot for nothing (core.telegram.org/bots/faq). */
const freePerSecond = 30

/** The Telegram channel, before anybody listens. */
export function telegram(options: TelegramOptions): TelegramChannel {
  const { inbox, log, webhook, clock = systemClock, pause: waitFor = wait } = options
  const { messagesPerSecond: perSecond = freePerSecond } = options
  const closing = new AbortController()
  const pause = (ms: number) => waitFor(ms, closing.signal)
  const connection = connect({ ...options, closing: closing.signal })
  const pacer = newPacer({ perSecond, ...options.time })
  const messages = sender({ connection, pacer, isPaid: perSecond > freePerSecond })
  const sends = underWay()
  const acts = intake({
    sender: messages,
    file: connection.file,
    inbox,
    unkept: options.unkept,
    log,
    clock,
    pause,
    isClosing: () => closing.signal.aborted,
  })
  const isRightSecret = secretCheck(webhook?.secret)
  let running: Promise<void> = Promise.resolve()

  const start = async (receive: Receive) => {
    await acts.open(receive, await connection.username())
    if (webhook) await setWebhook(connection, webhook)
    else await connection.api.deleteWebhook()
    log.info({ mode: webhook ? 'webhook' : 'polling' }, 'Telegram is connected')
  }
  const waitMsToStart = async (receive: Receive, failures: number) => {
    try {
      await start(receive)
      return undefined
    } catch (error) {
      const waitMs = waitMsAfter(error, failures)
      log.warn({ reason: sendErrorOf(error).message, failures, waitMs }, 'Telegram is not connected yet')
      return waitMs
    }
  }
  const run = async (receive: Receive, whenTried: () => void) => {
    for (let failures = 1; !closing.signal.aborted; failures += 1) {
      const waitMs = await waitMsToStart(receive, failures)
      whenTried()
      if (waitMs === undefined) break
      await pause(waitMs).catch(() => {})
    }
    if (closing.signal.aborted) return
    const polling =
      !webhook &&
      poll({
        connection,
        log,
        takeIn: (updates) => acts.take(updates),
        room: () => acts.room(),
        pause,
        closing: closing.signal,
      })
    await Promise.all([polling, publishCommands(connection, options.commands, log)])
  }

  return {
    name: 'telegram',
    state: () => connection.state(),
    send: (to, message, how) => sends.follow(messages.send(to, message, how)),
    pace: () => pacer.pace(),
    listen: (receive) =>
      new Promise((resolve) => {
        running = run(receive, resolve)
      }),
    async handleUpdate({ secret, body }) {
      if (!isRightSecret(secret)) return { status: 401 }
      const update = readUpdate(body)
      if (!update) return { status: 400 }
      if (!acts.isOpen() || closing.signal.aborted) return { status: 503 }
      return acts.take([update]).then(
        () => ({ status: 200 }),
        () => ({ status: 500 }),
      )
    },
    async close() {
      closing.abort()
      pacer.close()
      await Promise.all([running, acts.close(), sends.ended()])
      connection.close()
    },
  }
}

function setWebhook({ api }: Connection, { url, secret }: { url: string; secret: string }): Promise<true> {
  return api.setWebhook(url, { secret_token: secret, allowed_updates: allowedUpdates, max_connections: 100 })
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal })
}
