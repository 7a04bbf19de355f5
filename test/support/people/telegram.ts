/** People in Telegram, in front of the stand-in, which the system polls or which pushes to its webhook. */
import { isAnswering, openHouse, until } from '../house.ts'
import { doneLabels, hearing, type Person, type Way } from './person.ts'

/** The system on Telegram. */
export async function onTelegram(mode: 'polling' | 'webhook'): Promise<Way> {
  const house = await openHouse({ telegram: mode })
  const { telegram: server, context } = house
  const isSettled = async () => server.undelivered() + server.unansweredTaps() === 0 && (await context.store.db.inbox.count()) === 0

  const person: Way['person'] = async (locale = 'en') => {
    const user = server.user({ languageCode: locale })
    const shown = () => new Map<string, string>([
      ...user.messages().map(({ id, text, edits, keyboard }) => [`${id}/${edits}/${JSON.stringify(keyboard)}`, text] as const),
      ...user.toasts().map((toast, index) => [`toast ${index}`, toast] as const),
    ])
    const ears = hearing(shown)
    let last = 0
    const act = async (does: Promise<number | readonly number[]>) => {
      last = [await does].flat().at(-1) ?? last
      await until(isSettled)
    }
    const listening = (does: () => Promise<number | readonly number[]>) => (ears.listen(), act(does()))
    const labels = () => {
      const standing = user.messages().findLast(({ keyboard }) => keyboard)
      return (standing?.keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text.replace(/^✓ /, ''))
    }
    const self: Person = {
      address: { channel: 'telegram', value: String(user.id) },
      opens: (consultation) => self.types(`/start c-${consultation}`),
      commands: (name) => self.types(`/${name}`),
      types: (text) => listening(() => user.says(text)),
      taps: (label) => listening(() => user.taps(label)),
      async selects(chosen) {
        ears.listen()
        for (const label of chosen) await act(user.taps(label))
        await act(user.taps(doneLabels.find((done) => labels().includes(done)) ?? 'Done'))
      },
      asksHelp: () => self.taps('I need help'),
      repeats: async () => {
        ears.listen()
        server.redeliver(last)
        await until(isSettled)
      },
      forges: (id) => listening(() => user.forges(id)),
      heard: ears.heard,
      labels,
    }
    return self
  }

  return {
    name: `Telegram, by ${mode}`,
    channel: 'telegram',
    house,
    person,
    canAlwaysType: true,
    isGone: async () => !server.isPolled() && !(await isAnswering(house.url)),
    close: () => house.close(),
  }
}
