/** One process of the system: the roles it plays, wired together and shut down in reverse. */
import { deliver } from '../jobs/deliver.ts'
import { startSchedule } from '../jobs/schedule.ts'
import { startWorker } from '../jobs/worker.ts'
import { readCalendar } from './app/calendars.ts'
import { opensClass } from './app/class-codes.ts'
import type { Context } from './app/context.ts'
import { chosenLanguage, converse, look } from './app/converse.ts'
import { districtMapOf } from './app/district-map.ts'
import { helpFor, orHelp } from './app/help-anyway.ts'
import { discordMenu, discordWords, telegramMenu } from './app/menu.ts'
import { orOurFault } from './app/our-fault.ts'
import { helplinesOf, openFor, privacyText } from './app/overview.ts'
import { outcomeCount } from './app/outcomes.ts'
import { publicationOf, publications } from './app/publications.ts'
import { programmeOf } from './app/programme.ts'
import type { Channel, Receive } from './channels/channel.ts'
import { telegram, type TelegramChannel } from './channels/telegram.ts'
import { web, type WebChannel } from './channels/web.ts'
import { languageOf } from './domain/language.ts'
import type { Locale } from './domain/phrase.ts'
import { Problem } from './domain/problem.ts'
import type { Config } from './runtime/config.ts'
import { isRedis, openQueue, type Bell } from './runtime/queue.ts'
import { within } from './runtime/within.ts'
import { openInbox } from './store/inbox.ts'
import { lookupOf } from './store/sessions.ts'
import type { Health, Trial } from './web/parts.ts'

export const roles = ['bot', 'worker', 'web'] as const
export type Role = (typeof roles)[number]

export interface Running {
  /** Where the pages are, when this process serves any. */
  readonly url: string | undefined
  readonly channels: readonly Channel[]
  /** Does now what the next tick would do. */
  tick(): Promise<void>
  close(): Promise<void>
}

export interface RolesOptions {
  readonly context: Context
  readonly roles: readonly Role[]
  readonly queueUrl: string
  readonly trial?: Trial | undefined
  /** Stands before every message and look of the embedded run, to give the seats their roles. */
  readonly beforeMessage?:
    | ((from: { channel: Channel['name']; value: string }, locale: Locale) => Promise<void>)
    | undefined
}

/** Starts the roles; whatever was started is closed again when one of them cannot be. */
export async function startRoles(options: RolesOptions): Promise<Running> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of closers.toReversed())
      await end().catch((error: unknown) =>
        options.context.log.error({ err: error }, 'a part did not close in order'),
      )
  }
  try {
    return { ...(await start(options, (end) => closers.push(end))), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function start(
  { context, roles: played, queueUrl, trial, beforeMessage }: RolesOptions,
  later: (end: () => Promise<unknown>) => void,
): Promise<Omit<Running, 'close'>> {
  const { log } = context
  const bell = openQueue(queueUrl, (error) =>
    log.warn({ err: error }, 'the queue is out of reach; it is tried again'),
  )
  later(() => bell.close())
  // Redis is waited for; tables that cannot be reached at first never can
  if (!isRedis(queueUrl)) await reach(bell)
  const isPlayed = (role: Role) => played.includes(role)
  const schedule = isPlayed('worker') ? startSchedule(context, bell) : undefined
  if (schedule) later(() => schedule.close())
  if (isPlayed('worker')) {
    const worker = startWorker(context, queueUrl)
    later(() => worker.close())
    // tables that go away while it looks at them for the first time would take the process along
    if (!isRedis(queueUrl)) await worker.ready()
  }
  // the city's own helplines are known before anybody needs them
  await programmeOf(context).catch(() => undefined)
  const receive = orHelp(context, async (incoming) => {
    await beforeMessage?.(incoming.from, languageOf(incoming))
    return converse(context, incoming)
  })
  const page = web()
  const bots = isPlayed('bot') ? await platforms(context) : []
  const hook = context.config.TELEGRAM_WEBHOOK_URL
    ? bots.find((bot): bot is TelegramChannel => 'handleUpdate' in bot)
    : undefined
  const isServing = isPlayed('web') || hook !== undefined
  const channels: Channel[] = [...(isServing ? [page] : []), ...bots]
  if (isServing) await page.listen(receive)
  const served = isServing
    ? await servePages({ context, page, channels, bell, hook, trial, beforeMessage })
    : undefined
  for (const channel of channels) later(() => channel.close())
  for (const channel of channels) later(startSending(context, channel, channel === page ? page : undefined))
  // first of all: what is being answered on a page still needs its channel
  if (served) later(() => served.close())
  const closing = new AbortController()
  later(async () => closing.abort())
  // a page tries again by itself and keeps what was written, so only chats are told
  const answered = orOurFault(context, receive, { closing: closing.signal })
  for (const bot of bots) connect(bot, answered, context)
  void schedule?.tick()
  return {
    url: served?.url,
    channels,
    tick: async () => {
      await schedule?.tick()
      await schedule?.look()
    },
  }
}

/** Sends what is due on a channel until it is told to stop; what waits for its permit then ends with the channel. */
function startSending(context: Context, channel: Channel, page: WebChannel | undefined): () => Promise<void> {
  const ending = new AbortController()
  const pages =
    page &&
    (() => page.addresses().map((value) => lookupOf(context.store.keyring, { channel: 'web', value })))
  const sending = deliver(context, { channel, signal: ending.signal, pages }).catch((error: unknown) =>
    context.log.error({ err: error, channel: channel.name }, 'sending has ended; restart this process'),
  )
  return async () => {
    ending.abort()
    await sending
  }
}

/** A ping gives up after two seconds, and making the queue's tables may take longer. @throws {Problem} `queue-unreachable` */
async function reach(bell: Bell, left = 5): Promise<void> {
  try {
    await bell.ping()
  } catch (cause) {
    if (left > 1) return reach(bell, left - 1)
    throw Object.assign(new Problem('queue-unreachable'), { cause })
  }
}

/** A platform out of reach must not hold up the rest; `/health` tells how it stands. */
function connect(bot: Channel, receive: Receive, { log }: Context): void {
  bot
    .listen(receive)
    .catch((error: unknown) =>
      log.error({ err: error, channel: bot.name }, 'a channel could not start; check its token'),
    )
}

async function platforms(context: Context): Promise<Channel[]> {
  const { config, store, text, log, clock } = context
  const {
    TELEGRAM_BOT_TOKEN: telegramToken,
    DISCORD_BOT_TOKEN: discordToken,
    TELEGRAM_WEBHOOK_URL: hookUrl,
    TELEGRAM_WEBHOOK_SECRET: secret,
  } = config
  const webhook = hookUrl && secret ? { url: webhookUrl(hookUrl), secret } : undefined
  const inbox = openInbox(store, 'telegram', clock)
  return [
    ...(telegramToken
      ? [
          telegram({
            token: telegramToken,
            apiRoot: config.TELEGRAM_API_ROOT,
            inbox,
            log,
            clock,
            webhook,
            unkept: (incoming) => helpFor(context, incoming),
            commands: telegramMenu(text),
            messagesPerSecond: config.TELEGRAM_MESSAGES_PER_SECOND,
          }),
        ]
      : []),
    // its library takes a second to load, which only those wait for who use it
    ...(discordToken
      ? [
          (await import('./channels/discord.ts')).discord({
            token: discordToken,
            apiRoot: config.DISCORD_API_ROOT,
            log,
            clock,
            commands: discordMenu(text),
            words: discordWords(text),
          }),
        ]
      : []),
  ]
}

/** Where Telegram is told to knock: the address as configured, or our usual path when it names only a host. */
function webhookUrl(configured: string): string {
  const url = new URL(configured)
  return url.pathname === '/' ? new URL('/telegram/webhook', url).href : configured
}

interface Pages {
  readonly context: Context
  readonly page: WebChannel
  readonly channels: readonly Channel[]
  readonly bell: Bell
  readonly hook: TelegramChannel | undefined
  readonly trial: Trial | undefined
  readonly beforeMessage: RolesOptions['beforeMessage']
}

async function servePages({ context, page, channels, bell, hook, trial, beforeMessage }: Pages) {
  const { config, text, clock, log } = context
  const { serve } = await import('./web/server.ts')
  return serve({
    host: config.WEB_HOST,
    port: config.WEB_PORT,
    text,
    clock,
    log,
    channel: page,
    timeZone: config.TIME_ZONE,
    publicUrl: config.PUBLIC_URL,
    exitUrl: config.EXIT_URL,
    look: async (from, locale) => {
      await beforeMessage?.(from, locale)
      return look(context, from, locale)
    },
    // a page in another language is better than none
    languageOf: (from) =>
      within(2_000, chosenLanguage(context, from), 'The database did not answer in time.').catch(
        () => undefined,
      ),
    calendar: (token) => readCalendar(context, token),
    isClassCode: (code) => opensClass(context, code),
    results: { all: () => publications(context), find: (id) => publicationOf(context, id) },
    outcomeCount: () => outcomeCount(context),
    districtMap: () => districtMapOf(context),
    openConsultations: (locale) => openFor(context, 'web', locale),
    helplines: (locale) => helplinesOf(context, locale),
    privacy: (locale) => privacyText(context, locale),
    health: () => health(context, bell, channels),
    telegram: hook && {
      path: new URL(webhookUrl(config.TELEGRAM_WEBHOOK_URL ?? '')).pathname,
      handleUpdate: (update) => hook.handleUpdate(update),
    },
    trial,
  }).catch((error: unknown) => {
    throw unlistenable(error, config)
  })
}

/** A port that cannot be had is a matter of the settings. */
function unlistenable(error: unknown, { WEB_HOST: host, WEB_PORT: port }: Config): unknown {
  const { syscall, code = '' } = error as NodeJS.ErrnoException
  const place = { host, port: String(port) }
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return error
  return code === 'EADDRINUSE'
    ? new Problem('port-taken', { ...place, next: String(port + 1) })
    : new Problem('port-refused', { ...place, reason: code })
}

/** What `/health` answers: every part this process needs, each with its state in a word. */
async function health({ store }: Context, bell: Bell, channels: readonly Channel[]): Promise<Health> {
  const answers = async (part: Promise<void>) =>
    part.then(
      () => 'ok',
      () => 'out of reach',
    )
  const [database, queue] = await Promise.all([answers(store.ping()), answers(bell.ping())])
  const states = Object.fromEntries(channels.map((channel) => [channel.name, channel.state()]))
  const isWell = [database, queue, ...Object.values(states)].every((state) => state === 'ok')
  return { status: isWell ? 'ok' : 'failing', database, queue, channels: states }
}
