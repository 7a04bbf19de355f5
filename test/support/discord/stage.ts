/** A test's stage: the stand-in, a channel that listens to it, and what came in. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach } from 'vitest'
import type { Channel, Receive } from '../../../src/channels/channel.ts'
import { discord, type DiscordOptions } from '../../../src/channels/discord.ts'
import type { Choice, Incoming, Outgoing } from '../../../src/domain/message.ts'
import { silent, type Log } from '../../../src/runtime/log.ts'
import { startDiscord, type DiscordServer, type DiscordServerOptions } from '../discord.ts'

const commands: DiscordOptions['commands'] = [
  {
    name: 'start',
    names: { pl: 'start', uk: 'початок' },
    descriptions: { en: 'Begin a consultation', pl: 'Zacznij konsultację', uk: 'Почни консультацію' },
    option: {
      name: 'consultation',
      descriptions: { en: 'Its id', pl: 'Jej kod', uk: 'Її код' },
      isRequired: false,
    },
  },
  {
    name: 'help',
    names: { pl: 'pomoc', uk: 'допомога' },
    descriptions: { en: 'Help', pl: 'Pomoc', uk: 'Допомога' },
  },
]

/** The words of a channel under test. */
export const words = () => ({
  write: 'Napisz',
  hand: 'Napisz albo dodaj plik',
  file: 'Plik, najwyżej 10 MB',
  yourAnswer: 'Twoja odpowiedź',
  send: 'Gotowe',
  more: 'Więcej',
  choose: 'Wybierz',
})

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close()
})

export interface Stage {
  readonly server: DiscordServer
  readonly channel: Channel
  readonly incoming: Incoming[]
  readonly logged: string[]
}

/** A stand-in that is closed after the test. */
export async function serve(options?: DiscordServerOptions): Promise<DiscordServer> {
  const server = await startDiscord(options)
  open.push(server)
  return server
}

/** A channel that is not connected yet, closed after the test. */
export function channelFor(server: DiscordServer, options: Partial<DiscordOptions> = {}): Channel {
  const channel = discord({
    token: server.token,
    apiRoot: server.root,
    log: silent,
    commands,
    words,
    ...options,
  })
  open.push(channel)
  return channel
}

/** A stand-in, and a channel that listens to it and answers with `receive`. */
export async function stage(
  receive: Receive = async () => [],
  options: Partial<DiscordOptions> & { server?: DiscordServerOptions } = {},
): Promise<Stage> {
  const server = await serve(options.server)
  const incoming: Incoming[] = []
  const logged: string[] = []
  const write = (facts: object, message: string) => void logged.push(JSON.stringify({ ...facts, message }))
  const log: Log = { debug: write, info: write, warn: write, error: write }
  const channel = channelFor(server, { log, ...options })
  await channel.listen((each) => {
    incoming.push(each)
    return receive(each)
  })
  return { server, channel, incoming, logged }
}

export const say = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({ text, lang: 'pl', ...more })

export const choices = (count: number): Choice[] =>
  Array.from({ length: count }, (_, index) => ({ id: `a${index + 1}`, label: `Odpowiedź ${index + 1}` }))

export const steps: Choice[] = [
  { id: 'back', label: 'Wróć', row: 'step' },
  { id: 'skip', label: 'Pomiń', row: 'step' },
]

export const help: Choice = { id: 'help', label: 'Pomoc', row: 'help' }

/** Resolves when something is so; the test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(5)
}
