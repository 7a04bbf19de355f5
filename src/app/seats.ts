/** The partner's and the administrator's seat of the embedded run: people who were invited before they sit down. */
import type { Address } from '../domain/message.ts'
import type { Locale } from '../domain/phrase.ts'
import { dayOf } from '../runtime/clock.ts'
import { addPerson } from '../store/respondents.ts'
import { findSessions } from '../store/sessions.ts'
import { addContact, addStaff } from '../store/staff.ts'
import { Superseded } from '../store/store.ts'
import type { Context } from './context.ts'

/** Whom the partner's seat speaks for. */
export const partnerEntity = 'zdt'

/** Whose seat it is, by what stands before the colon of its address. */
const seats = {
  admin: { role: 'administrator', label: 'Krakogród' },
  partner: { role: 'contact', entityId: partnerEntity },
} as const

/** Gives the seat at an address its role, once; every other address is left alone. */
export async function takeSeat(
  { store, clock, config }: Context,
  from: Address,
  locale: Locale,
): Promise<void> {
  const seat = /^(admin|partner):/.exec(from.value)?.[1] as keyof typeof seats | undefined
  if (!seat || from.channel !== 'web') return
  const { personId } = await store.batched(findSessions, { id: '', from })
  if (personId) return
  const now = clock.now()
  const sit = store.transaction(async (tx) => {
    const id = await addPerson(tx, store.keyring, {
      from,
      locale,
      today: dayOf(now, config.TIME_ZONE),
    })
    if (seat === 'admin') await addStaff(tx, id, seats.admin, now)
    else await addContact(tx, id, seats.partner, now)
  })
  await sit.catch(unlessTaken)
}

function unlessTaken(error: unknown): void {
  if (!(error instanceof Superseded)) throw error
}
