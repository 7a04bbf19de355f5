/** People in Discord, in front of the stand-in: in a server's channel, where only they see the answers, or in direct messages. */
import { setTimeout as sleep } from 'node:timers/promises'
import { locales } from '../../../src/domain/phrase.ts'
import type { Member } from '../discord.ts'
import type { HandedFile } from '../shelf.ts'
import { openHouse, until, type House } from '../house.ts'
import { hearing, type Anybody, type Way } from './person.ts'

type Where = 'server' | 'dm'

/** Replies of one turn follow each other at once; rounds of this process are counted, not time, so that a busy machine does no harm. */
const quietRounds = 20
/** Nobody waits longer; what was heard until then is empty, which no case takes. */
const longestMs = 10_000
const answering = ['edit', 'remove', 'followUp', 'post']

/** The system on Discord. */
export async function onDiscord(where: Where): Promise<Way> {
  const house = await openHouse({ isOnDiscord: true })
  return {
    channel: 'discord',
    house,
    person: async (locale = 'en') =>
      inDiscord(house, house.discord.member({ locale: locale === 'en' ? 'en-GB' : locale }), where),
    // of two processes that get the same act, the second finds out by this refusal
    tolerated: /Interaction has already been acknowledged|did not take an acknowledgement .*40060/,
    isGone: async () => !house.discord.gateway.isConnected(),
  }
}

/** Somebody who talks to the bot there. */
export function inDiscord({ discord: server, context }: House, member: Member, where: Where): Anybody {
  const writeLabels = locales.flatMap((locale) =>
    ['discord-write', 'discord-hand'].map((key) => context.text.say(locale, key)),
  )
  const answers = () => answering.reduce((sum, route) => sum + server.requests(route), 0)
  const quiet = async () => {
    for (let rounds = 0, before = -1; rounds < quietRounds; rounds += 1) {
      await server.idle(0)
      await sleep(1)
      if (answers() !== before) rounds = 0
      before = answers()
    }
  }
  const ears = hearing(() => member.shown().map(({ change, text }) => [String(change), text]))
  const act = async (does: () => unknown) => {
    ears.listen()
    const lastChange = () => member.shown().at(-1)?.change ?? 0
    const [before, removed, wasOpen] = [lastChange(), server.requests('remove'), member.form() !== undefined]
    const isAnswered = () =>
      lastChange() > before ||
      server.requests('remove') > removed ||
      (!wasOpen && member.form() !== undefined)
    const endsAt = performance.now() + longestMs
    await does()
    await until(() => isAnswered() || performance.now() > endsAt)
    await quiet()
  }
  const standing = () =>
    member.screens().findLast(({ buttons, options }) => buttons.length + options.length > 0)
  const write = async (text: string, file?: HandedFile) => {
    const button = standing()?.buttons.find((label) => writeLabels.includes(label))
    if (button === undefined) throw new Error('there is no line to write in')
    await member.taps(button)
    await act(() => member.submits(text, file))
  }
  const self: Anybody = {
    address: { channel: 'discord', value: member.id },
    async opens(consultation) {
      await self.commands('start')
      await self.taps(`c:start:${consultation}`)
    },
    commands: (name, argument) => act(() => member.runs(`/${name}`, optionFor(name, argument), where)),
    types: (text) => (where === 'dm' ? act(() => member.says(text)) : write(text)),
    hands: (file) => (where === 'dm' ? act(() => member.hands(file)) : write(file.caption ?? '', file)),
    taps: (label) => act(() => member.taps(label)),
    selects: (labels) => act(() => member.selects(labels)),
    asksHelp: () => self.taps('I need help'),
    async repeats() {
      ears.listen()
      member.repeats()
      await quiet()
    },
    does: act,
    forges: (id) => act(() => member.forges(`c:${id}`)),
    heard: ears.heard,
    labels: () => {
      const { buttons = [], options = [] } = standing() ?? {}
      return [...options, ...buttons].map((label) => label.replace(/^✓ /, ''))
    },
  }
  return self
}

function optionFor(command: string, argument: string | undefined): Record<string, string> {
  const names: Readonly<Record<string, string>> = { code: 'code', announce: 'place' }
  return argument === undefined ? {} : { [names[command] ?? 'consultation']: argument }
}
