/**
 * What a kill costs: recipients lost and messages doubled, by the stand-in's count, when the process that sends is ended at random instants.
 * Telegram has no way to recognise a double, so rate × round trip of them for each kill is the least that is possible without losing anybody.
 */
import pg from 'pg'
import { announce, everybody, everyPlace } from './platform/announcing.ts'
import { startDiscordBot, startTelegramBot } from './platform/bots.ts'
import { startPeer } from './platform/children.ts'
import { discordPerSecond, startDiscord } from './platform/discord.ts'
import { openGrounds, type Grounds } from './platform/grounds.ts'
import { roundTripMs } from './platform/http.ts'
import { killSenders, type Killed } from './platform/kills.ts'
import { addPeople, addPlaces, firstChat } from './platform/recipients.ts'
import { startTelegram } from './platform/telegram.ts'
import { atMost, machine, median, ratioOf, round, type Benchmark } from './report.ts'

/** Far above what Telegram allows by itself: with more on its way at every kill, the figure is firm after ten of them. */
const perSecond = 300
const names = ['first', 'second']
const ways = {
  "a cursor moved at fetch (listmonk's way)": 'cursor',
  'acknowledged at the end of a batch': 'batch-end',
}

interface Size {
  readonly people: number
  readonly kills: number
}

export const kill: Benchmark = async ({ isQuick, onProgress }) => {
  const size = isQuick ? { people: 1_800, kills: 3 } : { people: 6_000, kills: 10 }
  const grounds = await openGrounds()
  try {
    const telegram = await onTelegram(grounds, size)
    onProgress(`Telegram: ${said(telegram)}`)
    const discord = await onDiscord(grounds, { ...size, people: isQuick ? 300 : 1_000 })
    onProgress(`Discord: ${said(discord)}`)
    // side by side: most of their time is waiting for those who will never be reached
    const peers = await Promise.all(
      Object.entries(ways).map(async ([name, way]) => {
        const killed = await ofPeer(grounds, way, size)
        onProgress(`${name}: ${said(killed)}`)
        return [name, killed] as const
      }),
    )
    return report(telegram, discord, Object.fromEntries(peers))
  } finally {
    await grounds.close()
  }
}

async function onTelegram(grounds: Grounds, { people, kills }: Size): Promise<Killed> {
  const telegram = await startTelegram()
  const ground = await grounds.add()
  await addPeople(ground.context, people)
  await announce(ground.context, 'kill', everybody)
  const settings = { TELEGRAM_MESSAGES_PER_SECOND: String(perSecond) }
  const killed = await killSenders({
    ...telegram,
    people,
    perSecond,
    kills,
    names,
    start: (name) => startTelegramBot(ground, telegram, { name, settings }),
  })
  await telegram.close()
  return killed
}

async function onDiscord(grounds: Grounds, { people, kills }: Size): Promise<Killed> {
  const discord = await startDiscord()
  const ground = await grounds.add()
  await addPlaces(ground.context, people)
  await announce(ground.context, 'kill', everyPlace)
  const killed = await killSenders({
    ...discord,
    people,
    perSecond: discordPerSecond,
    kills,
    names,
    start: (name) => startDiscordBot(ground, discord, { name }),
  })
  await discord.close()
  return killed
}

async function ofPeer(grounds: Grounds, way: string, { people, kills }: Size): Promise<Killed> {
  const telegram = await startTelegram()
  const databaseUrl = await grounds.bare()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    'create table recipient (chat bigint primary key, is_done boolean not null default false)',
  )
  await client.query('create table campaign as select 0::bigint as last')
  await client.query('insert into recipient select generate_series($1::bigint, $2)', [
    firstChat,
    firstChat + people - 1,
  ])
  await client.end()
  const killed = await killSenders({
    ...telegram,
    people,
    perSecond,
    kills,
    names: ['peer'],
    start: () => startPeer('campaign', [way, databaseUrl, `${telegram.apiRoot}/peer`, String(perSecond)]),
  })
  await telegram.close()
  return killed
}

function report(telegram: Killed, discord: Killed, peers: Readonly<Record<string, Killed>>) {
  const perKill = ({ doubles, kills }: Killed) => doubles / kills
  const floor = (perSecond * roundTripMs) / 1_000
  const harm = ({ lost, doubles, kills }: Killed) => (lost + doubles) / kills
  return {
    name: 'kill',
    runs: telegram.kills,
    ours: round(harm(telegram)),
    peers: Object.fromEntries(Object.entries(peers).map(([name, killed]) => [name, round(harm(killed))])),
    ratio: ratioOf(harm(telegram), harm(Object.values(peers)[0]!)),
    checks: [
      atMost('recipients lost on Telegram', telegram.lost, 0),
      atMost('messages doubled per kill on Telegram ÷ (rate × round trip)', perKill(telegram) / floor, 1.2),
      atMost('channels lost on Discord', discord.lost, 0),
      atMost('messages doubled on Discord', discord.doubles, 0),
    ],
    details: {
      unit: `recipients lost + messages doubled per kill, at ${perSecond}/s and ${roundTripMs} ms`,
      'ours on Telegram': figuresOf(telegram),
      'ours on Discord': figuresOf(discord),
      ...Object.fromEntries(Object.entries(peers).map(([name, killed]) => [name, figuresOf(killed)])),
    },
    machine: machine(),
  }
}

function figuresOf({ kills, lost, doubles, silences }: Killed) {
  return { kills, lost, doubles, 'silence after a kill, ms (median)': Math.round(median(silences)) }
}

function said({ kills, lost, doubles }: Killed): string {
  return `${kills} kills, ${lost} lost, ${doubles} doubled`
}
