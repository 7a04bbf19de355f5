/** People as announcements look for them, written straight into the database: many at once, each as it is described. */
import { randomUUID } from 'node:crypto'
import type { ChannelName } from '../../src/domain/message.ts'
import type { Locale } from '../../src/domain/phrase.ts'
import type { ContactRole, StaffRole } from '../../src/domain/staff.ts'
import type { Context } from '../../src/app/context.ts'
import { lookupOf } from '../../src/store/sessions.ts'

export interface Somebody {
  readonly locale?: Locale
  /** The first is the preferred one. */
  readonly channels?: readonly ChannelName[]
  /** Channels whose address says that nothing arrives any more. */
  readonly blocked?: readonly ChannelName[]
  /** Purposes agreed to; `announcements` unless told. */
  readonly consents?: readonly string[]
  readonly isStopped?: boolean
  readonly district?: string
  readonly ageBand?: string
  readonly participation?: { readonly id: string; readonly state: string }
  readonly staff?: StaffRole
  readonly contact?: { readonly entityId: string; readonly role: ContactRole }
}

/** Writes them down and returns their ids, in their order. */
export async function populate({ store, clock }: Context, people: readonly Somebody[]): Promise<string[]> {
  const { db, keyring } = store
  const now = clock.now()
  const known = people.map((one) => ({ id: randomUUID() as string, ...one }))
  await db.person.createMany({
    data: known.map(({ id, locale = 'pl', isStopped, district, ageBand }) => ({
      id,
      locale,
      createdOn: now,
      stoppedAt: isStopped ? now : null,
      district: district ?? null,
      ageBand: ageBand ?? null,
    })),
  })
  await db.address.createMany({
    data: known.flatMap(({ id, channels = ['telegram'], blocked = [] }) =>
      channels.map((channel, index) => ({
        personId: id,
        channel,
        lookup: lookupOf(keyring, { channel, value: id }),
        sealed: keyring.seal(id, `address:${channel}`),
        isPreferred: index === 0,
        suppressedAt: blocked.includes(channel) ? now : null,
      })),
    ),
  })
  await db.consent.createMany({
    data: known.flatMap(({ id, consents = ['announcements'] }) =>
      consents.map((purpose) => ({ personId: id, purpose, wording: '', locale: 'pl', givenAt: now })),
    ),
  })
  await db.participation.createMany({
    data: known.flatMap(({ id, participation }) =>
      participation
        ? [{ personId: id, consultationId: participation.id, state: participation.state, changedOn: now }]
        : [],
    ),
  })
  await db.staff.createMany({
    data: known.flatMap(({ id, staff }) =>
      staff ? [{ personId: id, role: staff, label: staff, since: now }] : [],
    ),
  })
  await db.contact.createMany({
    data: known.flatMap(({ id, contact }) => (contact ? [{ personId: id, ...contact, since: now }] : [])),
  })
  return known.map(({ id }) => id)
}

/** The same description so many times. */
export function times(count: number, one: Somebody = {}): Somebody[] {
  return Array.from({ length: count }, () => one)
}
