/** The Discord channel: what people do comes in, is acknowledged at once, and is answered where they did it. */
import { InteractionResponseType, RequestMethod, Routes } from 'discord.js'
import type { APIInteraction, GatewayMessageCreateDispatchData } from 'discord.js'
import type { Incoming, Outgoing } from '../../domain/message.ts'
import { systemClock, type Clock } from '../../runtime/clock.ts'
import type { Log } from '../../runtime/log.ts'
import { oneAtATime } from '../../runtime/turns.ts'
import { underWay } from '../../runtime/under-way.ts'
import type { Channel, Receive } from '../channel.ts'
import { pacer as newPacer, type PacerOptions } from '../pace.ts'
import { actOf, incomingsOf, type Act } from './act.ts'
import { createAnswering } from './answer.ts'
import { createApi, restOptions } from './api.ts'
import { withFile } from './attachment.ts'
import { commandBodies, type SlashCommand } from './commands.ts'
import { createDirectMessages } from './direct.ts'
import { ApiError, codes } from './errors.ts'
import { createGateway } from './gateway.ts'
import { createInvalidRequests } from './invalid.ts'
import { createPost, patiently } from './post.ts'
import { createSending } from './send.ts'
import type { WordsOf } from './words.ts'

export interface DiscordOptions {
  readonly token: string
  /** The REST root; the gateway is whatever it names. */
  readonly apiRoot?: string
  readonly log: Log
  readonly clock?: Clock
  readonly commands: readonly SlashCommand[]
  readonly words: WordsOf
  /** How long one request may take. */
  readonly timeoutMs?: number
  /** The time that the pace is kept in. */
  readonly time?: Pick<PacerOptions, 'now' | 'after'>
}

/** Requests a second with the bot's token; answers to interactions do not count (docs.discord.com, Rate Limits). */
const perSecond = 50
const publicRoot = 'https://discord.com/api'
const requestTimeoutMs = 10_000
/** Discord waits three seconds for an acknowledgement; later it is of no use. */
const acknowledgeTimeoutMs = 2_500
const acknowledgeBudgetMs = 1_500

/** A channel that reads slash commands, buttons, menus, forms and direct messages, with no privileged intent. */
export function discord(options: DiscordOptions): Channel {
  const {
    token,
    apiRoot = publicRoot,
    log,
    clock = systemClock,
    commands,
    words,
    timeoutMs = requestTimeoutMs,
    time: { now = () => performance.now(), after } = {},
  } = options
  const pacer = newPacer({ perSecond, now, after })
  const invalid = createInvalidRequests(now)
  const rest = restOptions(apiRoot, timeoutMs, invalid)
  const bot = createApi(rest, { token, pacer, invalid })
  const answers = createApi(rest)
  const direct = createDirectMessages(now)
  const post = createPost(bot, answers, direct)
  const send = createSending(post, words, clock)
  const answering = createAnswering(post, words, log)
  const inTurn = oneAtATime()
  const acts = underWay()
  const gateway = createGateway({ token, rest, log, onInteraction, onMessage })
  const closing = new AbortController()
  let receive: Receive | undefined

  async function listen(handOver: Receive): Promise<void> {
    receive = handOver
    const application = await gateway.connect()
    if (application === undefined) return
    await register(application)
    log.info({ commands: commands.length }, 'Discord is connected')
  }

  /** The commands of an earlier start go on working when this fails. */
  async function register(application: string): Promise<void> {
    const request = {
      method: RequestMethod.Put,
      route: Routes.applicationCommands(application),
      body: commandBodies(commands),
    } as const
    await patiently(() => bot.call(request), { isRepeatable: true }).catch((error: unknown) => {
      log.error(
        { code: error instanceof ApiError ? error.code : undefined },
        'Discord did not take the slash commands',
      )
    })
  }

  function onInteraction(interaction: APIInteraction): void {
    const act = understood(() => actOf(interaction, words))
    if (!act) return
    const acknowledged = acts.follow(acknowledge(act))
    if (act.incoming)
      converse(act.incoming, acknowledged, (replies, incoming) =>
        answering.toInteraction(replies, incoming, act.via, act.hasPlaceholder),
      )
  }

  function onMessage(message: GatewayMessageCreateDispatchData): void {
    for (const incoming of understood(() => incomingsOf(message)) ?? []) {
      direct.remember(incoming.from.value, message.channel_id)
      converse(incoming, Promise.resolve(true), (replies) =>
        answering.toDm(replies, incoming, message.channel_id),
      )
    }
  }

  /** Resolves to false when somebody else (another process of ours) has acknowledged it already. */
  async function acknowledge({ id, token: spoken, callback }: Act): Promise<boolean> {
    let tries = 0
    const request = {
      method: RequestMethod.Post,
      route: Routes.interactionCallback(id, spoken),
      body: callback,
      timeoutMs: acknowledgeTimeoutMs,
    } as const
    const attempt = () => {
      tries += 1
      return answers.call(request)
    }
    try {
      await patiently(attempt, { isRepeatable: false, budgetMs: acknowledgeBudgetMs })
      return true
    } catch (error) {
      const { verdict, code } = error instanceof ApiError ? error : { verdict: 'unknown', code: undefined }
      log.warn(
        { verdict, code, kind: InteractionResponseType[callback.type] },
        'Discord did not take an acknowledgement',
      )
      return code !== codes.alreadyAcknowledged || tries > 1
    }
  }

  type Answer = (replies: readonly Outgoing[], incoming: Incoming) => Promise<void>
  function converse(incoming: Incoming, isOurs: Promise<boolean>, answer: Answer): void {
    const act = async () => {
      if (!receive || !(await isOurs)) return
      await answer(await repliesTo(incoming, receive), incoming).catch((error: unknown) =>
        log.error({ err: error }, 'An answer failed'),
      )
    }
    void acts.follow(inTurn(incoming.from.value, act))
  }

  async function repliesTo(incoming: Incoming, handOver: Receive): Promise<readonly Outgoing[]> {
    try {
      return await handOver(withFile(incoming, { apiRoot, closing: closing.signal }))
    } catch (error) {
      log.error({ err: error }, 'A message from Discord was not handled')
      return []
    }
  }

  function understood<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      log.error({ err: error }, 'An event from Discord was not understood')
      return undefined
    }
  }

  async function close(): Promise<void> {
    closing.abort()
    pacer.close()
    await gateway.close()
    await acts.ended()
    bot.close()
    answers.close()
  }

  const state = () => (bot.isRefused() ? 'refused' : gateway.state())
  return {
    name: 'discord',
    listen,
    send: (to, message, how) => acts.follow(send(to, message, how)),
    pace: () => pacer.pace(),
    state,
    close,
  }
}
