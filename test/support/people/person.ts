/** One person in front of one channel, seen the same way whichever channel it is. */
import type { Address, ChannelName } from '../../../src/domain/message.ts'
import type { Locale } from '../../../src/domain/phrase.ts'
import type { House } from '../house.ts'
import type { HandedFile } from '../shelf.ts'

/** Every act resolves once it was answered. */
export interface Person {
  readonly address: Address
  /** Comes to a consultation the way people of this channel do. */
  opens(consultation: SampleId): Promise<void>
  /** Gives a command by its English name, perhaps with a word after it. */
  commands(name: string, argument?: string): Promise<void>
  /** Writes; where the channel has no line to write in, through its form. */
  types(text: string): Promise<void>
  /** Sends a photo or another file. */
  hands?(file: HandedFile): Promise<void>
  taps(label: string): Promise<void>
  /** Chooses these of several answers, and says that this is all. */
  selects(labels: readonly string[]): Promise<void>
  asksHelp(): Promise<void>
  /** The platform delivers the last act once more. */
  repeats?(): Promise<void>
  /** Sends the id of a button that is not on the screen, as a changed client can. */
  forges?(id: string): Promise<void>
  /** Every word the last act was answered with, passing ones too; afterwards also what was sent without being asked. */
  heard(): string
  /** What can be tapped or chosen now, without ticks and numbers. */
  labels(): readonly string[]
}

/** Somebody who can also do what no button and no line to write in is for. */
export interface Anybody extends Person {
  does(act: () => unknown): Promise<void>
}

/** A way people write to us, with the whole system behind it. */
export interface Way {
  readonly channel: ChannelName
  readonly house: House
  /** Somebody who comes for the first time. */
  person(locale?: Locale): Promise<Person>
  /** What the stand-in and the log may note without it being a fault. */
  readonly tolerated?: RegExp
  /** Resolves once the system is gone as seen from outside: nobody polls, listens or answers any more. */
  isGone(): Promise<boolean>
}

export type SampleId = 'safe-way-to-school' | 'free-time-and-sport' | 'support-when-it-is-hard'

/** The word for "done", whichever language stands. */
export const doneLabels = ['Done', 'Gotowe', 'Готово']

/** Remembers what stood before an act, so that only what came with it is heard; the same words again are new words. */
export function hearing(shown: () => readonly (readonly [key: string, words: () => string])[]): {
  listen(): void
  heard(): string
} {
  let known: readonly string[] = []
  return {
    listen: () => void (known = shown().map(([key]) => key)),
    heard: () => {
      const left = new Map<string, number>()
      for (const key of known) left.set(key, (left.get(key) ?? 0) + 1)
      const isNew = (key: string) => {
        const count = left.get(key) ?? 0
        left.set(key, count - 1)
        return count <= 0
      }
      return shown()
        .flatMap(([key, words]) => (isNew(key) ? [words()] : []))
        .join('\n')
    },
  }
}

/** A command as it is typed. */
export function spelled(name: string, argument?: string): string {
  return argument === undefined ? `/${name}` : `/${name} ${argument}`
}
