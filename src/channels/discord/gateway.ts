/** The connection over which Discord tells us what people do; it mends itself until it is closed. */
import { setTimeout as sleep } from 'node:timers/promises'
import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  SimpleShardingStrategy,
} from 'discord.js'
import type {
  APIInteraction,
  GatewayMessageCreateDispatchData,
  GatewayReadyDispatchData,
  RESTOptions,
  WebSocketShardDestroyOptions,
} from 'discord.js'
import type { Log } from '../../runtime/log.ts'
import type { Channel } from '../channel.ts'

export interface GatewayOptions {
  readonly token: string
  readonly rest: Partial<RESTOptions>
  readonly log: Log
  readonly onInteraction: (interaction: APIInteraction) => void
  readonly onMessage: (message: GatewayMessageCreateDispatchData) => void
}

export interface Gateway {
  /** Resolves with the application's id once connected; keeps trying while Discord is away. @throws when the token is refused. */
  connect(): Promise<string | undefined>
  state(): ReturnType<Channel['state']>
  close(): Promise<void>
}

type State = ReturnType<Channel['state']>
const firstPauseMs = 1_000
const longestPauseMs = 60_000

export function createGateway(options: GatewayOptions): Gateway {
  const closing = new AbortController()
  let state: State = 'connecting'
  let client: Client | undefined

  async function connect(): Promise<string | undefined> {
    for (
      let pauseMs = firstPauseMs;
      !closing.signal.aborted;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    ) {
      try {
        return await login()
      } catch (error) {
        if (closing.signal.aborted) break
        if (state === 'refused' || isTokenInvalid(error)) throw refused()
        options.log.warn({ pauseMs }, 'Discord cannot be reached, trying again')
        await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => {})
      }
    }
    return undefined
  }

  async function login(): Promise<string> {
    client = createClient(options, (next) => (state = next))
    const { ws } = client
    const ready = new Promise<GatewayReadyDispatchData>((resolve) =>
      ws.once(GatewayDispatchEvents.Ready, resolve),
    )
    const isClosed = new Promise<never>((_, reject) =>
      closing.signal.addEventListener('abort', reject, { once: true }),
    )
    await Promise.race([client.login(options.token), isClosed])
    return (await ready).application.id
  }

  function refused(): Error {
    state = 'refused'
    return new Error(
      'Discord refuses DISCORD_BOT_TOKEN: copy the token again from the bot page of the developer portal',
    )
  }

  async function close(): Promise<void> {
    closing.abort()
    client?.ws.removeAllListeners()
    await client?.destroy()
  }

  return { connect, state: () => state, close }
}

function isTokenInvalid(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'TokenInvalid'
}

function createClient(
  { rest, log, onInteraction, onMessage }: GatewayOptions,
  become: (state: State) => void,
): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    makeCache: Options.cacheWithLimits(nothingCached),
    ws: { buildStrategy: (manager) => new ClosableStrategy(manager) },
    rest,
  })
  // The raw events: they ask for no cache of people, channels and messages, which would grow with every conversation.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction)
  client.ws.on(GatewayDispatchEvents.MessageCreate, onMessage)
  client.ws.on(GatewayDispatchEvents.Ready, () => become('ok'))
  client.ws.on(GatewayDispatchEvents.Resumed, () => become('ok'))
  client.on(Events.ShardReconnecting, () => become('connecting'))
  client.on(Events.ShardDisconnect, ({ code }) => {
    become('refused')
    log.error({ code }, 'Discord closed the connection for good')
  })
  client.on(Events.ShardError, (error) => log.warn({ name: error.name }, 'The connection to Discord failed'))
  client.on(Events.Error, (error) => log.error({ name: error.name }, 'discord.js failed'))
  return client
}

const nothingCached = {
  DMMessageManager: 0,
  GuildEmojiManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ThreadManager: 0,
  UserManager: 0,
}

/** What a shard keeps to itself. */
interface Shard {
  internalConnect(): Promise<void>
  readonly connection: { on(event: 'error', listener: () => void): void } | null
}

/** A shard waiting to reconnect would come back after `destroy`, and one that is just connecting would throw into the process. */
class ClosableStrategy extends SimpleShardingStrategy {
  override async destroy(options?: Omit<WebSocketShardDestroyOptions, 'recover'>): Promise<void> {
    for (const shard of (this as unknown as { shards: Map<number, Shard> }).shards.values()) {
      shard.internalConnect = async () => {}
      shard.connection?.on('error', () => {})
    }
    await super.destroy(options)
  }
}
