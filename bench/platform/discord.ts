/** A stand-in for Discord: buckets of each channel by header, the limit of the whole bot, nonces that make the same message one. */
import { startGateway } from '../../test/support/discord/gateway.ts'
import { countArrivals, type Arrivals } from './arrivals.ts'
import { openSite, type Answer, type Asked } from './http.ts'
import { fixedWindow } from './limits.ts'
import { until } from './waiting.ts'

export interface Discord {
  readonly apiRoot: string
  readonly token: string
  /** Messages that stand in a channel: the same nonce twice is one of them. What is refused counts as an invalid request. */
  readonly arrivals: Arrivals
  /** Where the last message came from: the first part of its address, behind which a benchmark puts each process. */
  readonly sender: () => string
  /** Resolves once a bot is connected to the gateway. */
  connected(): Promise<void>
  close(): Promise<void>
}

/** What Discord allows a bot in a second, whatever it asks for. */
export const discordPerSecond = 50
/** What a channel takes: five messages in five seconds. */
const perChannel = { limit: 5, windowMs: 5_000 }

/** Starts it on a free port. */
export async function startDiscord(): Promise<Discord> {
  const token = 'OTAwMDAwMDAwMDAwMDAwMDAx.loopback.loopbackloopbackloopbackloop'
  const arrivals = countArrivals()
  const hasRoom = fixedWindow(discordPerSecond)
  const takeFrom = channelBuckets()
  const known = new Set<string>()
  let last = 1_000_000_000_000_000_000n

  let sender = ''
  const post = (channel: string, body: string): Answer => {
    const bucket = takeFrom(channel)
    if (bucket.isEmpty) {
      arrivals.refuse()
      return refused(bucket.headers, bucket.resetAfter, false)
    }
    const { nonce, enforce_nonce: isOnce } = JSON.parse(body) as { nonce?: string; enforce_nonce?: boolean }
    const key = `${channel} ${nonce}`
    if (!(isOnce && nonce !== undefined && known.has(key))) arrivals.take(channel)
    known.add(key)
    last += 1n
    return {
      status: 200,
      headers: bucket.headers,
      body: { id: String(last), channel_id: channel, content: '.' },
    }
  }
  const act = ({ path, body, method }: Asked): Answer => {
    if (!hasRoom(performance.now())) {
      arrivals.refuse()
      return refused({ 'x-ratelimit-global': 'true' }, 1, true)
    }
    if (path.endsWith('/gateway/bot')) return { status: 200, body: gateway }
    if (method === 'PUT') return { status: 200, body: [] }
    const [, channel = ''] = /\/channels\/(\d+)\/messages$/.exec(path) ?? []
    if (!channel) return { status: 404, body: { message: '404: Not Found', code: 0 } }
    sender = path.split('/')[1] ?? ''
    return post(channel, body)
  }
  const site = await openSite(act)
  const url = () => `${site.url.replace('http', 'ws')}/gateway`
  const gateway = {
    url: url(),
    shards: 1,
    session_start_limit: { total: 1_000, remaining: 999, reset_after: 0, max_concurrency: 1 },
  }
  const sockets = startGateway(site.server, { token, heartbeatMs: 41_250, url, violate: () => {} })
  return {
    apiRoot: site.url,
    token,
    arrivals,
    sender: () => sender,
    connected: async () => void (await until(() => sockets.isConnected(), Infinity)),
    close: async () => {
      sockets.close()
      await site.close()
    },
  }
}

/** A window for each channel that begins with its first message, told in the headers of every answer. */
function channelBuckets() {
  const windows = new Map<string, { endsAt: number; taken: number }>()
  return (channel: string) => {
    const now = Date.now()
    const seen = windows.get(channel)
    const window = seen && seen.endsAt > now ? seen : { endsAt: now + perChannel.windowMs, taken: 0 }
    windows.set(channel, window)
    const isEmpty = window.taken >= perChannel.limit
    if (!isEmpty) window.taken += 1
    const resetAfter = (window.endsAt - now) / 1_000
    const headers = {
      'x-ratelimit-limit': perChannel.limit,
      'x-ratelimit-remaining': perChannel.limit - window.taken,
      'x-ratelimit-reset': (window.endsAt / 1_000).toFixed(3),
      'x-ratelimit-reset-after': resetAfter.toFixed(3),
      'x-ratelimit-bucket': 'messages',
    }
    return { isEmpty, resetAfter, headers }
  }
}

function refused(
  headers: Readonly<Record<string, string | number>>,
  seconds: number,
  isGlobal: boolean,
): Answer {
  return {
    status: 429,
    headers: { ...headers, 'retry-after': seconds },
    body: { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal },
  }
}
