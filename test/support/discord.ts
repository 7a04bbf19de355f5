/**
 * A loopback stand-in for Discord: REST and gateway, one server with one channel, direct messages; it checks every
 * request against schemas nobody here wrote, refuses what Discord refuses, and lets a test act as people.
 */
import type { AddressInfo } from 'node:net'
import type { APIApplicationCommand } from 'discord-api-types/v10'
import { requestFault, responseFault } from './discord-schema.ts'
import { startGateway, type Gateway } from './discord/gateway.ts'
import { acceptToken, restServer, type Fault, type Front } from './discord/http.ts'
import { Refusal } from './discord/limits.ts'
import { newMember, type Member, type World } from './discord/people.ts'
import { isSigned } from './discord/attachment.ts'
import { newState, serverChannelId, type Ack, type BotMessage } from './discord/state.ts'
import { shown } from './discord/markdown.ts'

export type { Fault } from './discord/http.ts'
export type { Member } from './discord/people.ts'

export interface DiscordServerOptions {
  readonly token?: string
  readonly port?: number
  /** Off for benchmarks: what the schemas and their checks cost is then saved. */
  readonly isChecking?: boolean
  /** How long every request takes on its way there and back. */
  readonly roundTripMs?: number
  /** Requests per window, for each route and its first id. */
  readonly rateLimit?: { readonly limit: number; readonly windowMs: number }
  readonly heartbeatMs?: number
}

export interface DiscordServer {
  /** What to hand to the bot as its API root. */
  readonly root: string
  readonly token: string
  /** Everything the bot did that Discord's schemas or limits do not allow. */
  readonly violations: readonly string[]
  /** Interactions that were not acknowledged within three seconds. */
  readonly failures: readonly string[]
  /** How every interaction was acknowledged, and after how long. */
  readonly acks: readonly Ack[]
  readonly gateway: Pick<
    Gateway,
    | 'intents'
    | 'resumes'
    | 'heartbeats'
    | 'askToReconnect'
    | 'invalidate'
    | 'cut'
    | 'closeWith'
    | 'isConnected'
  >
  /** The server's channel; its id is also what a place's address ends in. */
  readonly channel: {
    readonly id: string
    messages(): readonly { readonly text: string; readonly files: BotMessage['files'] }[]
  }
  commands(): readonly APIApplicationCommand[]
  member(init?: { readonly locale?: string; readonly name?: string; readonly id?: string }): Member
  /** Lets the next requests of a route fail; see `routes.ts` for their names. */
  fail(route: string, fault: Fault & { readonly times?: number }): void
  /** How many bytes of people's attachments have left. */
  handedOut(): number
  /** How many requests a route has had. */
  requests(route: string): number
  /** The bodies a route has been sent. */
  bodies(route: string): readonly unknown[]
  /** Moves Discord's own clock forward. */
  advance(ms: number): void
  /** Resolves once no request is open, no "thinking…" waits, and none has come for a moment. */
  idle(quietMs?: number): Promise<void>
  close(): Promise<void>
}

export async function startDiscord(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const token = options.token ?? 'OTAwMDAwMDAwMDAwMDAwMDAx.loopback.loopbackloopbackloopbackloop'
  const isChecking = options.isChecking ?? true
  const violations: string[] = []
  const violate = (what: string | undefined) => void (what !== undefined && violations.push(what))
  const state = newState()
  const traffic = newTraffic(isChecking)
  let port = 0
  const gatewayUrl = () => `ws://127.0.0.1:${port}/gateway`

  const front: Front = {
    token,
    roundTripMs: options.roundTripMs ?? 0,
    rateLimit: options.rateLimit ?? { limit: 50, windowMs: 1_000 },
    arrive: (route) => traffic.arrive(route),
    leave: () => traffic.leave(),
    attachment: (address, fault, response) =>
      state.shelf.serve(isSigned(address, state.now()) ? address.pathname : '', response, fault),
    act(request) {
      const { name, act } = request.route
      traffic.keep(name, request.body)
      acceptToken(request)
      if (isChecking) violate(requestFault(name, request.body))
      try {
        const result = act(state, request, gatewayUrl())
        if (isChecking) violate(responseFault(name, result))
        return result
      } catch (error) {
        if (error instanceof Refusal && error.status === 400) violate(`${name}: ${error.message}`)
        throw error
      }
    },
  }
  const server = restServer(front)
  const gateway = startGateway(server, {
    token,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    url: gatewayUrl,
    violate,
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  const cdn = () => `http://127.0.0.1:${port}`
  const world: World = { state, gateway, cdn, failures: [] }
  const messages = () => [...state.messages.values()]

  return {
    root: `http://127.0.0.1:${port}/api`,
    token,
    violations,
    failures: world.failures,
    acks: state.acks,
    gateway,
    channel: {
      id: serverChannelId,
      messages: () =>
        messages()
          .filter(({ channelId, viewer }) => channelId === serverChannelId && viewer === undefined)
          .map(({ content, files }) => ({ text: shown(content), files })),
    },
    commands: () => state.commands,
    member: (init = {}) => newMember(world, init),
    fail: (route, { times = 1, ...fault }) => traffic.fail(route, fault, times),
    handedOut: () => state.shelf.handedOut(),
    requests: (route) => traffic.count(route),
    bodies: (route) => traffic.bodies(route),
    advance: (ms) => state.advance(ms),
    idle: (quietMs = 60) => traffic.quiet(quietMs, () => !messages().some(({ isThinking }) => isThinking)),
    async close() {
      gateway.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Counts requests, keeps their bodies, remembers when the last one came, and hands out the faults that wait for them. */
function newTraffic(isKeeping: boolean) {
  const counts = new Map<string, number>()
  const bodies = new Map<string, unknown[]>()
  const faults = new Map<string, Fault[]>()
  let open = 0
  let lastAt = Date.now()
  return {
    arrive(route: string): Fault | undefined {
      counts.set(route, (counts.get(route) ?? 0) + 1)
      open += 1
      lastAt = Date.now()
      return faults.get(route)?.shift()
    },
    leave(): void {
      open -= 1
      lastAt = Date.now()
    },
    keep(route: string, body: unknown): void {
      if (!isKeeping) return
      const kept = bodies.get(route) ?? []
      kept.push(body)
      bodies.set(route, kept)
    },
    fail(route: string, fault: Fault, times: number): void {
      faults.set(route, [...(faults.get(route) ?? []), ...Array.from({ length: times }, () => fault)])
    },
    count: (route: string): number => counts.get(route) ?? 0,
    bodies: (route: string): readonly unknown[] => bodies.get(route) ?? [],
    async quiet(quietMs: number, isDone: () => boolean): Promise<void> {
      while (open > 0 || !isDone() || Date.now() - lastAt < quietMs)
        await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
}
