/** People in Telegram, in front of the stand-in, which the system polls or which pushes to its webhook. */
import { gather } from '../../../src/runtime/gather.ts'
import type { Person as User } from '../telegram/people.ts'
import { isAnswering, openHouse, until, type House } from '../house.ts'
import { doneLabels, hearing, spelled, type Anybody, type Way } from './person.ts'

/** The system on Telegram. */
export async function onTelegram(mode: 'polling' | 'webhook'): Promise<Way> {
  const house = await openHouse({ telegram: mode })
  return {
    channel: 'telegram',
    house,
    person: async (locale = 'en') => inTelegram(house, house.telegram.user({ languageCode: locale })),
    isGone: async () => !house.telegram.isPolled() && !(await isAnswering(house.url)),
  }
}

/** Whether the inbox of a house is empty; whoever asks while others are being answered is answered together with the next. */
const emptiness = new WeakMap<House, (asked: null) => Promise<boolean>>()

/** Resolves once every update was taken, answered and settled. */
export function settled(house: House): Promise<void> {
  const { telegram, context } = house
  const { inbox } = context.store.db
  const isEmpty =
    emptiness.get(house) ??
    gather(async (asked) => inbox.count().then((count) => asked.map(() => count === 0)))
  emptiness.set(house, isEmpty)
  return until(async () => telegram.undelivered() + telegram.unansweredTaps() === 0 && (await isEmpty(null)))
}

/** Somebody in their private chat with the bot. */
export function inTelegram(house: House, user: User): Anybody {
  const ears = hearing(() => [
    ...user
      .messages()
      .map(
        ({ id, text, edits, keyboard }) =>
          [`${id}/${edits}/${JSON.stringify(keyboard)}`, () => text] as const,
      ),
    ...user.toasts().map((toast, index) => [`toast ${index}`, () => toast] as const),
  ])
  let last = 0
  const act = async (does: Promise<number | readonly number[]>) => {
    last = [await does].flat().at(-1) ?? last
    await settled(house)
  }
  const listening = (does: () => Promise<number | readonly number[]>) => (ears.listen(), act(does()))
  const labels = () => {
    const standing = user.messages().findLast(({ keyboard }) => keyboard)
    return (standing?.keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text.replace(/^✓ /, ''))
  }
  const self: Anybody = {
    address: { channel: 'telegram', value: String(user.id) },
    opens: (consultation) => self.types(`/start c-${consultation}`),
    commands: (name, argument) => self.types(spelled(name, argument)),
    types: (text) => listening(() => user.says(text)),
    hands: (file) => listening(() => user.hands(file)),
    taps: (label) => listening(() => user.taps(label)),
    async selects(chosen) {
      ears.listen()
      for (const label of chosen) await act(user.taps(label))
      await act(user.taps(doneLabels.find((done) => labels().includes(done)) ?? 'Done'))
    },
    asksHelp: () => self.taps('I need help'),
    async repeats() {
      ears.listen()
      house.telegram.redeliver(last)
      await settled(house)
    },
    does: (does) => listening(async () => (await does()) as number),
    forges: (id) => listening(() => user.forges(id)),
    heard: ears.heard,
    labels,
  }
  return self
}
