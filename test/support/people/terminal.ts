/** People at terminals, each at their own: they type, and read what is printed. */
import { randomUUID } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { converse } from '../../../src/app/converse.ts'
import type { Channel } from '../../../src/channels/channel.ts'
import { terminal } from '../../../src/channels/terminal.ts'
import { openHouse, until } from '../house.ts'
import { spelled, type Person, type Way } from './person.ts'

const prompt = '\n\n› '

/** The system at terminals. */
export async function onTerminal(): Promise<Way> {
  const house = await openHouse()
  const { context } = house
  const open = new Map<string, Channel & { ended: Promise<void> }>()

  const person: Way['person'] = async (locale = 'en') => {
    const value = randomUUID()
    const [input, output] = [new PassThrough(), new PassThrough()]
    let printed = ''
    output.setEncoding('utf8').on('data', (words: string) => (printed += words))
    const channel = terminal({ value, now: () => context.clock.now(), input, output, locale })
    open.set(value, channel)
    await channel.listen((incoming) => converse(context, incoming))
    const types = async (text: string) => {
      printed = ''
      input.write(`${text}\n`)
      await until(() => printed.endsWith(prompt))
    }
    const self: Person = {
      address: { channel: 'terminal', value },
      opens: (consultation) => self.types(`/start c-${consultation}`),
      commands: (name, argument) => types(spelled(name, argument)),
      types,
      taps: types,
      async selects(labels) {
        const numbers = labels.map((label) => self.labels().indexOf(label) + 1)
        await types(numbers.join(', '))
      },
      asksHelp: () => types('I need help'),
      heard: () => printed,
      labels: () => [
        ...[...printed.matchAll(/^ {2}\d+\. (.+?)(?: ✓)?$/gm)].map(([, label = '']) => label),
        ...[...printed.matchAll(/\[([^\]]+)\]/g)].map(([, label = '']) => label),
      ],
    }
    return self
  }

  const close = async () => {
    for (const channel of open.values()) await channel.close()
    await house.close()
  }
  const channel = (): Channel => ({
    ...[...open.values()][0]!,
    send: (to, message, how) => open.get(to.value)!.send(to, message, how),
  })
  return {
    channel: 'terminal',
    house: { ...house, channel, close },
    person,
    isGone: async () => (await Promise.all([...open.values()].map(({ ended }) => ended))).length > 0,
  }
}
