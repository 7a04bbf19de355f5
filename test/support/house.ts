/** The whole system as it runs in production (all but the workers), in a city of its own and in front of stand-ins of the platforms. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../src/app/context.ts'
import type { Channel } from '../../src/channels/channel.ts'
import type { ChannelName } from '../../src/domain/message.ts'
import type { Config } from '../../src/runtime/config.ts'
import type { Log } from '../../src/runtime/log.ts'
import { startRoles } from '../../src/roles.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { exportPerson } from '../../src/store/respondents.ts'
import type { Address } from '../../src/domain/message.ts'
import { afterwards } from './afterwards.ts'
import { buildCity, type City } from './city.ts'
import { startDiscord, type DiscordServer } from './discord.ts'
import { startTelegram, type TelegramServer } from './telegram.ts'

export interface House {
  readonly city: City
  readonly context: Context
  /** Where the pages are. */
  readonly url: string
  readonly telegram: TelegramServer
  readonly discord: DiscordServer
  channel(name: ChannelName): Channel
  /** What was logged as a warning or an error. */
  readonly complaints: readonly string[]
  /** Everything the bots did that a platform does not allow. */
  violations(): readonly string[]
  /** Everything that is kept of somebody, answers in the clear; undefined when they are nobody. */
  keptOf(address: Address): Promise<Kept | undefined>
  /** Stops the system; the stand-ins and the database stay until the test is over. */
  close(): Promise<void>
}

export type Kept = Awaited<ReturnType<typeof exportPerson>>

export interface HouseOptions {
  readonly telegram?: 'polling' | 'webhook'
  readonly isOnDiscord?: boolean
  readonly config?: Partial<Config>
  readonly databaseUrl?: string
}

/** What the webhook's secret is. */
export const hookSecret = 'a-secret-of-the-conformance-suite'

/** Opens the house and waits until every channel is connected. */
export async function openHouse({
  telegram: mode,
  isOnDiscord = false,
  config = {},
  databaseUrl,
}: HouseOptions = {}): Promise<House> {
  const [telegram, discord, port] = await Promise.all([startTelegram(), startDiscord(), freePort()])
  afterwards(() => telegram.close())
  afterwards(() => discord.close())
  const onTelegram = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_MESSAGES_PER_SECOND: 1_000,
  }
  const hook = {
    TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/webhook`,
    TELEGRAM_WEBHOOK_SECRET: hookSecret,
  }
  const onDiscord = { DISCORD_BOT_TOKEN: discord.token, DISCORD_API_ROOT: discord.root }
  const city = await buildCity({
    ...(databaseUrl ? { databaseUrl } : {}),
    config: {
      WEB_PORT: port,
      ...(mode ? onTelegram : {}),
      ...(mode === 'webhook' ? hook : {}),
      ...(isOnDiscord ? onDiscord : {}),
      ...config,
    },
  })
  const complaints: string[] = []
  const context = { ...city.context, log: complaining(complaints) }
  const running = await startRoles({ context, roles: ['bot', 'web'], queueUrl: city.databaseUrl })
  afterwards(() => running.close())
  const isReady = () =>
    running.channels.every((channel) => channel.state() === 'ok') &&
    (!isOnDiscord || discord.commands().length > 0) &&
    (!mode || telegram.requests('setMyCommands') > 0)
  await until(isReady)
  const { db, keyring } = context.store
  return {
    city,
    context,
    url: running.url!,
    telegram,
    discord,
    channel: (name) => running.channels.find((channel) => channel.name === name)!,
    complaints,
    violations: () => [...telegram.violations, ...discord.violations, ...discord.failures],
    keptOf: async (address) => {
      const row = await db.address.findUnique({ where: { lookup: lookupOf(keyring, address) } })
      return row ? exportPerson(db, keyring, row.personId) : undefined
    },
    close: () => running.close(),
  }
}

/** Waits until something is so; the test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(2)
}

/** Whether anybody takes requests there. */
export function isAnswering(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

function complaining(complaints: string[]): Log {
  const complain = (facts: object, message: string) => {
    const { err } = facts as { err?: unknown }
    complaints.push(`${message} ${JSON.stringify(facts)} ${err instanceof Error ? err.stack : ''}`)
  }
  return { debug() {}, info() {}, warn: complain, error: complain }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
