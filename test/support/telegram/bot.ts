/** A Telegram channel with a scripted system behind it, in front of a stand-in of its own. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Inbox, Receive, SendError } from '../../../src/channels/channel.ts'
import { telegram, type TelegramChannel, type TelegramOptions } from '../../../src/channels/telegram.ts'
import type { Incoming, Outgoing } from '../../../src/domain/message.ts'
import { afterwards } from '../afterwards.ts'
import { startTelegram, type TelegramServer } from '../telegram.ts'

/** An inbox that outlives the channel, as the database does. */
export class MemoryInbox implements Inbox {
  /** What is kept and not settled, by id. */
  readonly bodies = new Map<string, string>()
  settled = 0
  /** How many times keeping fails from now on. */
  keepFailures = 0
  /** How many times settling fails from now on. */
  doneFailures = 0
  async keep(updates: readonly { id: string; body: string }[]) {
    if (this.keepFailures > 0) {
      this.keepFailures -= 1
      throw new Error('the database is away')
    }
    for (const { id, body } of updates) if (!this.bodies.has(id)) this.bodies.set(id, body)
  }
  async pending() {
    return [...this.bodies].map(([id, body]) => ({ id, body }))
  }
  async done(id: string) {
    if (this.doneFailures > 0) {
      this.doneFailures -= 1
      throw new Error('the database is away')
    }
    this.bodies.delete(id)
    this.settled += 1
  }
}

export interface Bot {
  readonly server: TelegramServer
  readonly channel: TelegramChannel
  readonly inbox: MemoryInbox
  /** What was handed over to the system. */
  readonly heard: Incoming[]
  readonly logged: string[]
  /** How long the channel has waited between attempts, in ms; the test itself does not wait. */
  readonly waits: number[]
  /** Resolves once every update was taken, answered and settled. */
  settle(): Promise<void>
}

export interface BotOptions extends Partial<Omit<TelegramOptions, 'inbox'>> {
  server?: TelegramServer
  inbox?: MemoryInbox
}

/** A message in Polish. */
export function say(text: string, more: Partial<Outgoing> = {}): Outgoing {
  return { text, lang: 'pl', ...more }
}

/** Answers with what was written or tapped. */
export const echo: Receive = async (incoming) => [say(`» ${incoming.text ?? incoming.choice}`)]

/** A stand-in that goes away with the test. */
export async function startServer(): Promise<TelegramServer> {
  const server = await startTelegram()
  afterwards(() => server.close())
  return server
}

/** A channel that listens, and goes away with the test. */
export async function startBot(receive: Receive = echo, options: BotOptions = {}): Promise<Bot> {
  const server = options.server ?? (await startServer())
  const { inbox = new MemoryInbox(), ...rest } = options
  const heard: Incoming[] = []
  const logged: string[] = []
  const waits: number[] = []
  let skippedMs = 0
  const write = (facts: object, message: string) => logged.push(JSON.stringify({ ...facts, message }))
  const channel = telegram({
    token: server.token,
    apiRoot: server.root,
    inbox,
    commands: [],
    log: { debug: write, info: write, warn: write, error: write },
    pause: (ms, signal) => {
      waits.push(Math.round(ms))
      skippedMs += ms
      return sleep(1, undefined, { signal })
    },
    time: { now: () => performance.now() + skippedMs },
    ...rest,
  })
  afterwards(() => channel.close())
  await channel.listen((incoming) => (heard.push(incoming), receive(incoming)))
  const settle = () => until(() => server.undelivered() + inbox.bodies.size + server.unansweredTaps() === 0)
  return { server, channel, inbox, heard, logged, waits, settle }
}

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(2)
}

/** A promise that is fulfilled from outside. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}

/** What a call that has to fail fails with. */
export async function failureOf(call: Promise<unknown>): Promise<SendError> {
  return call.then(
    () => expect.unreachable('it was sent'),
    (error: SendError) => error,
  )
}
