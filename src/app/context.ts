/** What every use-case is handed: the memory, the time, the words, and the settings. Never a singleton. */
import type { Day } from '../domain/phrase.ts'
import { dayOf, type Clock } from '../runtime/clock.ts'
import type { Config } from '../runtime/config.ts'
import type { Log } from '../runtime/log.ts'
import type { Text } from '../runtime/text.ts'
import type { Store } from '../store/store.ts'

export interface Context {
  readonly store: Store
  readonly clock: Clock
  readonly text: Text
  readonly log: Log
  readonly config: Config
}

/** The day it is in the programme's time zone. */
export function todayIn({ clock, config }: Pick<Context, 'clock' | 'config'>): Day {
  return dayOf(clock.now(), config.TIME_ZONE)
}
