/**
 * A loopback stand-in for Telegram's Bot API: keeps chats, checks every request against schemas nobody here wrote,
 * refuses what Telegram refuses, and lets a test act as people.
 */
import type { AddressInfo } from 'node:net'
import type { Update } from '@effect-ak/tg-bot-api'
import { botApiSchema } from './telegram-schema.ts'
import { botApiServer, type Fault, type Front } from './telegram/http.ts'
import { Refusal } from './telegram/limits.ts'
import { methods, type World } from './telegram/methods.ts'
import { newGroup, newPerson, type Group, type Person, type PersonInit } from './telegram/people.ts'
import { newState, type BotMessage, type State } from './telegram/state.ts'
import { newUpdates, type UpdateContent } from './telegram/updates.ts'

export interface TelegramOptions {
  readonly token?: string
  readonly username?: string
  readonly port?: number
  /** Off for benchmarks: what the schemas and their checks cost is then saved. */
  readonly validate?: boolean
  /** How long every request takes on its way there and back. */
  readonly roundTripMs?: number
  /** How long the stand-in waits before it delivers a refused webhook update again. */
  readonly webhookRetryMs?: number
  /** How many of the bot's messages each chat remembers. */
  readonly history?: number
}

export interface TelegramServer {
  /** What to hand to the bot as its API root. */
  readonly root: string
  readonly token: string
  readonly username: string
  /** Everything the bot did that Telegram's schemas do not allow. */
  readonly violations: readonly string[]
  readonly commands: State['commands']
  user(init?: PersonInit): Person
  group(init?: { id?: number; title?: string; type?: 'group' | 'supergroup' }): Group
  /** Sends any update, also one that no person here can make; resolves with its id. */
  pushes(content: UpdateContent, chatId?: number): number | undefined
  redeliver(updateId: number): void
  /** Lets the next requests of a method fail; `file` is the fetching of one. */
  fail(method: string, fault: Fault & { times?: number }): void
  /** How many requests a method has had. */
  requests(method: string): number
  /** How many pictures were uploaded, rather than named by the id they have. */
  uploads(): number
  /** The ids of pictures mean nothing any more. */
  forgetsPictures(): void
  /** How many bytes of people's files have left. */
  handedOut(): number
  /** Taps whose buttons are still spinning. */
  unansweredTaps(): number
  messages(chatId: number): readonly BotMessage[]
  /** Updates the bot has not taken or not confirmed. */
  undelivered(): number
  /** The bot is waiting for updates by long polling. */
  isPolled(): boolean
  /** Resolves once no request is open, none has come for a moment, and every update was taken. */
  idle(quietMs?: number): Promise<void>
  close(): Promise<void>
}

export async function startTelegram(options: TelegramOptions = {}): Promise<TelegramServer> {
  const token = options.token ?? '7000000001:AAHloopbackloopbackloopbackloopback'
  const username = options.username ?? 'hejnal_bot'
  const violations: string[] = []
  const schema = (options.validate ?? true) ? await botApiSchema() : undefined
  const check = (what: string | undefined) => void (what !== undefined && violations.push(what))
  const state = newState({ username, history: options.history ?? 1_000 })
  const updates = newUpdates({ check: (update: Update) => check(schema?.update(update)) })
  const world: World = { state, updates, webhookRetryMs: options.webhookRetryMs ?? 50, violate: check }
  const traffic = newTraffic()

  const front: Front = {
    roundTripMs: options.roundTripMs ?? 0,
    arrive: (method) => traffic.arrive(method),
    leave: (method) => traffic.leave(method),
    act(request) {
      if (request.token !== token) throw new Refusal(401, 'Unauthorized')
      const method = methods[request.method]
      check(schema?.request(request.method, request.payload))
      if (!method) throw new Refusal(404, 'Not Found: method not found')
      return method(world, request)
    },
    async file(asked, path, fault, response) {
      await state.shelf.serve(asked === token ? path : '', response, fault)
    },
  }
  const server = botApiServer(front)
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))

  let lastId = 1_000_000
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    username,
    violations,
    commands: state.commands,
    user: (init = {}) => newPerson(world, { ...init, id: init.id ?? (lastId += 1) }),
    group: (init = {}) =>
      newGroup(world, {
        id: init.id ?? -(lastId += 1),
        title: init.title ?? 'Klasa 7b',
        type: init.type ?? 'group',
      }),
    pushes: (content, chatId = 0) => updates.push(content, chatId),
    redeliver: (updateId) => updates.redeliver(updateId),
    fail: (method, { times = 1, ...fault }) => traffic.fail(method, fault, times),
    requests: (method) => traffic.count(method),
    uploads: () => state.uploads,
    forgetsPictures: () => state.photos.clear(),
    handedOut: () => state.shelf.handedOut(),
    unansweredTaps: () => state.taps.size,
    messages: (chatId) => [...(state.chats.get(chatId)?.messages.values() ?? [])],
    undelivered: () => updates.undelivered(),
    isPolled: () => updates.isPolled(),
    idle: (quietMs = 100) => traffic.quiet(quietMs, () => updates.undelivered() === 0),
    async close() {
      updates.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Counts requests, remembers when the last one came, and hands out the faults that wait for them. */
function newTraffic() {
  const counts = new Map<string, number>()
  const faults = new Map<string, Fault[]>()
  let open = 0
  let lastAt = Date.now()
  const isPoll = (method: string) => method === 'getUpdates'
  return {
    arrive(method: string): Fault | undefined {
      counts.set(method, (counts.get(method) ?? 0) + 1)
      if (!isPoll(method)) open += 1
      lastAt = Date.now()
      return faults.get(method)?.shift()
    },
    leave(method: string): void {
      if (!isPoll(method)) open -= 1
      lastAt = Date.now()
    },
    fail(method: string, fault: Fault, times: number): void {
      faults.set(method, [...(faults.get(method) ?? []), ...Array.from({ length: times }, () => fault)])
    },
    count: (method: string): number => counts.get(method) ?? 0,
    async quiet(quietMs: number, isDone: () => boolean): Promise<void> {
      while (open > 0 || !isDone() || Date.now() - lastAt < quietMs)
        await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
}
