/** Places that carry announcements, as staff choose them by writing there. */
import type { Fact } from '../domain/dialogue.ts'
import { record } from '../store/audit.ts'
import { choosePlace, leavePlace } from '../store/places.ts'
import type { Context } from './context.ts'
import type { Speaker } from './facts.ts'

/** What a place is called whose staff gave it no name. */
const platforms = { telegram: 'Telegram', discord: 'Discord', web: 'Web', terminal: 'Terminal' } as const

/** Writes down that the place a message was written in carries announcements, or no longer does, and who said so. */
export async function settlePlace(
  { store, clock }: Context,
  fact: Extract<Fact, { is: 'placeChosen' | 'placeLeft' }>,
  { personId, incoming: { place } }: Speaker,
): Promise<void> {
  if (!place || !personId) return
  const { db, keyring } = store
  const at = clock.now()
  const chosen =
    fact.is === 'placeChosen'
      ? { place, label: fact.label ?? platforms[place.channel], locale: fact.locale, by: personId, at }
      : undefined
  const id = chosen ? await choosePlace(db, keyring, chosen) : await leavePlace(db, keyring, place)
  if (!id) return
  const details = {
    channel: place.channel,
    ...(chosen ? { label: chosen.label, locale: chosen.locale } : {}),
  }
  await record(db, {
    at,
    actor: personId,
    act: chosen ? 'place.choose' : 'place.leave',
    subject: `place/${id}`,
    details,
  })
}
