/** What every conversation needs and hardly ever changes: the city's districts, its helplines and safe words. */
import type { Option } from '../domain/consultation.ts'
import type { Safeguarding } from '../domain/safeguarding.ts'
import { usualSafeguarding } from '../domain/usual.ts'
import { allDistricts } from '../store/districts.ts'
import { settingOf } from '../store/consultations.ts'
import type { Store } from '../store/store.ts'
import type { Context } from './context.ts'

export interface Programme {
  readonly districts: readonly Option[]
  readonly safeguarding: Safeguarding
}

/** A change is seen everywhere after so long at the latest. */
const freshMs = 10_000
const loaded = new WeakMap<Store['keyring'], { at: number; programme: Promise<Programme> }>()

/** The programme's settings, at most ten seconds old. */
export function programmeOf({ store, clock }: Context): Promise<Programme> {
  const known = loaded.get(store.keyring)
  const at = clock.now().getTime()
  if (known && at - known.at < freshMs && at >= known.at) return known.programme
  const programme = load(store)
  loaded.set(store.keyring, { at, programme })
  programme.then(
    (read) => lastRead.set(store.keyring, read),
    () => loaded.delete(store.keyring),
  )
  return programme
}

/** The settings as they were last read, however long ago, without asking the database; at first those that come with the program. */
export function lastProgramme({ store }: Pick<Context, 'store'>): Programme {
  return lastRead.get(store.keyring) ?? { districts: [], safeguarding: usualSafeguarding }
}

const lastRead = new WeakMap<Store['keyring'], Programme>()

async function load({ db }: Store): Promise<Programme> {
  const [districts, safeguarding] = await Promise.all([
    allDistricts(db),
    settingOf<Safeguarding>(db, 'safeguarding'),
  ])
  return { districts, safeguarding: safeguarding ?? usualSafeguarding }
}
