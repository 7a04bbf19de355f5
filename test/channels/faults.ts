/** Everything that can happen to a message on its way, and what each channel has to say of it: one table for all. */
import type { Verdict } from '../../src/channels/channel.ts'
import type { Fault as DiscordFault } from '../support/discord.ts'
import type { TelegramServer } from '../support/telegram.ts'

type TelegramFault = Parameters<TelegramServer['fail']>[1]

/** What a sending that met a fault has to say. */
export interface Said {
  readonly verdict: Verdict
  readonly isChannelWide?: true
  readonly retryAfterMs?: number
  /** That is known without asking whether the message is still wanted. */
  readonly isNobodyThere?: true
  /** The message stands on the screen all the same. */
  readonly isShown?: true
}

/** How a fault is brought about: an answer of the platform, or nobody who answers. */
type Cause<Fault> = Fault | 'nobody listens'

interface Case {
  readonly fault: string
  /** Which request meets it; the one with the message unless told. */
  readonly telegram?: readonly [Cause<TelegramFault>, Said]
  readonly discord?: readonly [Cause<DiscordFault> | { readonly openDm: DiscordFault }, Said]
  readonly web?: readonly ['nobody listens' | 'the page goes', Said]
}

const retry = { verdict: 'retry' } as const
const retryAll = { verdict: 'retry', isChannelWide: true } as const
const unknown = { verdict: 'unknown' } as const
const rejected = { verdict: 'rejected' } as const
const unreachable = { verdict: 'unreachable' } as const

const telegramWait = (seconds: number): NonNullable<Case['telegram']> => [
  {
    status: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  },
  { ...retryAll, retryAfterMs: seconds * 1_000 },
]
const discordWait = (seconds: number): NonNullable<Case['discord']> => [
  { status: 429, retryAfter: seconds },
  { ...retry, retryAfterMs: seconds * 1_000 },
]

export const faults: readonly Case[] = [
  {
    fault: '400',
    telegram: [{ status: 400, description: 'Bad Request: message text is empty' }, rejected],
    discord: [{ status: 400, code: 50_035 }, rejected],
  },
  {
    fault: '400, chat not found',
    telegram: [{ status: 400, description: 'Bad Request: chat not found' }, unreachable],
  },
  {
    fault: '401',
    telegram: [{ status: 401, description: 'Unauthorized' }, retryAll],
    discord: [
      { status: 401, code: 0 },
      { ...retryAll, retryAfterMs: 60_000 },
    ],
  },
  {
    fault: '403',
    telegram: [{ status: 403, description: 'Forbidden: bot was blocked by the user' }, unreachable],
    discord: [{ status: 403, code: 50_001 }, unreachable],
  },
  {
    fault: '404',
    telegram: [{ status: 404, description: 'Not Found' }, retryAll],
    discord: [
      { status: 404, code: 0 },
      { ...retryAll, retryAfterMs: 60_000 },
    ],
  },
  {
    fault: '409',
    telegram: [{ status: 409, description: 'Conflict: terminated by other getUpdates request' }, retryAll],
  },
  { fault: '429, a moment', telegram: telegramWait(1), discord: discordWait(0.3) },
  { fault: '429, 34 seconds', telegram: telegramWait(34), discord: discordWait(34) },
  { fault: '429, 10,000 seconds', telegram: telegramWait(10_000), discord: discordWait(10_000) },
  {
    fault: '429 of the whole bot',
    discord: [
      { status: 429, retryAfter: 34, isGlobal: true },
      { ...retryAll, retryAfterMs: 34_000 },
    ],
  },
  {
    fault: '500',
    telegram: [{ status: 500, description: 'Internal Server Error' }, retry],
    discord: [{ status: 500 }, retry],
  },
  {
    fault: '502',
    telegram: [{ status: 502, description: 'Bad Gateway' }, retryAll],
    discord: [{ status: 502 }, retryAll],
  },
  {
    fault: '502 of a proxy in between',
    telegram: [{ status: 502, raw: '<html>Bad Gateway</html>' }, retryAll],
  },
  {
    fault: 'an answer that is none',
    telegram: [{ status: 200, raw: '<html>Welcome</html>' }, unknown],
  },
  {
    fault: 'connection refused',
    telegram: ['nobody listens', retryAll],
    discord: ['nobody listens', retryAll],
    web: ['nobody listens', { ...retry, isNobodyThere: true }],
  },
  {
    fault: 'a connection cut before the request was read',
    telegram: [{ reset: 'before-body' }, unknown],
    discord: [{ reset: 'before-body' }, unknown],
    web: ['the page goes', retry],
  },
  {
    fault: 'a connection cut after the request was read',
    telegram: [{ reset: 'after-body' }, { ...unknown, isShown: true }],
    discord: [{ reset: 'after-body' }, { ...unknown, isShown: true }],
  },
  {
    fault: 'no answer in time',
    telegram: [{ hang: true }, unknown],
    discord: [{ hang: true }, unknown],
  },
  {
    fault: '40003, too many direct messages opened',
    discord: [{ openDm: { status: 403, code: 40_003 } }, { ...retry, retryAfterMs: 3_600_000 }],
  },
  { fault: '50007, closed direct messages', discord: [{ status: 403, code: 50_007 }, unreachable] },
  { fault: '50278, no server in common', discord: [{ status: 403, code: 50_278 }, unreachable] },
]

/** The channels that meet faults at all; a terminal is there or not. */
export const channels = ['telegram', 'discord', 'web'] as const

/** A case for every verdict there is, so that a new one cannot be forgotten here. */
export const verdicts: Readonly<Record<Verdict, readonly (typeof channels)[number][]>> = {
  retry: ['telegram', 'discord', 'web'],
  unreachable: ['telegram', 'discord'],
  rejected: ['telegram', 'discord'],
  unknown: ['telegram', 'discord'],
}

export const casesOf = <Name extends (typeof channels)[number]>(name: Name) =>
  faults.flatMap((each) => {
    const found = each[name]
    return found ? [[each.fault, ...found] as [string, NonNullable<Case[Name]>[0], Said]] : []
  })
