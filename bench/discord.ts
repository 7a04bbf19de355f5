/** An announcement into the channels of many Discord servers: how close to the limit of the whole bot, and how many invalid requests. */
import { announce, everyPlace } from './platform/announcing.ts'
import { startDiscordBot } from './platform/bots.ts'
import { startPeer } from './platform/children.ts'
import { discordPerSecond, startDiscord, type Discord } from './platform/discord.ts'
import { openGrounds } from './platform/grounds.ts'
import { addPlaces, firstChat } from './platform/recipients.ts'
import { until } from './platform/waiting.ts'
import { atLeast, atMost, machine, round, type Benchmark } from './report.ts'

const longestMs = 120_000

export const discord: Benchmark = async ({ isQuick, onProgress }) => {
  const channels = isQuick ? 400 : 1_000
  const grounds = await openGrounds()
  const [ours, theirs] = [await startDiscord(), await startDiscord()]
  try {
    const ground = await grounds.add()
    await addPlaces(ground.context, channels)
    await announce(ground.context, 'discord', everyPlace)
    onProgress(`${channels} channels at ${discordPerSecond}/s, side by side with discord.js' own queue`)
    const bot = startDiscordBot(ground, ours)
    const queue = [`${theirs.apiRoot}/peer/api`, theirs.token, String(channels), String(firstChat)]
    const peer = startPeer('discord-queue', queue)
    const isDone = ({ arrivals }: Discord) => arrivals.reached === channels
    await until(() => isDone(ours) && isDone(theirs), longestMs)
    const report = reportOn(ours, theirs, channels)
    await Promise.all([bot.stop(), peer.kill()])
    return report
  } finally {
    await Promise.all([ours.close(), theirs.close()])
    await grounds.close()
  }
}

function reportOn(ours: Discord, theirs: Discord, channels: number) {
  const [our, their] = [ours, theirs].map(({ arrivals }) =>
    arrivals.figures(arrivals.reached < channels ? performance.now() : undefined),
  )
  const share = our!.sustained / discordPerSecond
  return {
    name: 'discord',
    runs: 1,
    ours: round(share),
    peers: { "discord.js' own REST queue": round(their!.sustained / discordPerSecond) },
    ratio: round(our!.sustained / their!.sustained),
    checks: [
      atLeast(`share of ${discordPerSecond}/s after the first second`, share, 0.98),
      atMost('invalid requests', our!.refused, 0),
      atMost('channels not reached or written to twice', channels - our!.reached + our!.doubles, 0),
    ],
    details: {
      unit: 'share of the limit',
      'N ÷ (Δt + 1 s)': round(our!.perSecond / discordPerSecond),
      'invalid requests of the peer': their!.refused,
    },
    machine: machine(),
  }
}
