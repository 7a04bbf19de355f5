/** How somebody wants to be written to, as it is kept. */
import { usualQuietHours } from '../domain/delivery.ts'
import { channelNames, type ChannelName } from '../domain/message.ts'
import type { Hours, Preferences } from '../domain/preferences.ts'
import { preferAddress } from './addresses.ts'
import type { Db } from './store.ts'

/** What a person chose, or the usual. */
export async function preferencesOf(db: Db, personId: string): Promise<Preferences> {
  const { quietFrom, quietTo, hasDigest, addresses } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    include: {
      addresses: { orderBy: [{ isPreferred: 'desc' }, { channel: 'asc' }] },
    },
  })
  const found = addresses.filter(({ suppressedAt }) => suppressedAt === null).map(({ channel }) => channel)
  const channels = channelNames.filter((name) => found.includes(name))
  return {
    quiet: { from: quietFrom ?? usualQuietHours.from, to: quietTo ?? usualQuietHours.to },
    hasDigest,
    channels,
    channel: channels.find((name) => name === found[0]) ?? null,
    isLinked: addresses.length > 1,
  }
}

/** Keeps the hours in which nothing comes unasked. */
export async function keepQuietHours(tx: Db, personId: string, { from, to }: Hours): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { quietFrom: from, quietTo: to } })
}

/** One message a day, or each thing on its own. */
export async function keepDigest(tx: Db, personId: string, hasDigest: boolean): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { hasDigest } })
}

/** Only this channel is written to, as long as it can be reached. */
export async function keepChannel(tx: Db, personId: string, channel: ChannelName): Promise<void> {
  const found = await tx.address.findFirst({
    where: { personId, channel, suppressedAt: null },
    orderBy: [{ isPreferred: 'desc' }, { id: 'asc' }],
  })
  if (found) await preferAddress(tx, personId, found.id)
}
