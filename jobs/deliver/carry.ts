/** One delivery from its row to its fate. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../src/app/context.ts'
import { SendError, type Channel } from '../../src/channels/channel.ts'
import { fateAfter, fateBefore, usualQuietHours, type Fate } from '../../src/domain/delivery.ts'
import type { Outgoing } from '../../src/domain/message.ts'
import { beginDeliveries, settleDeliveries, type DeliveryKey } from '../../src/store/deliveries.ts'
import { type Queued } from '../../src/store/queued.ts'
import { movePlace } from '../../src/store/places.ts'

export interface Carrier {
  readonly context: Context
  readonly channel: Channel
  readonly fence: number
  /** Undefined when it is not to be sent any more. @throws when it cannot be read. */
  readonly compose: (delivery: Queued) => Outgoing | undefined
  readonly ifUnknown: (batch: number) => 'again' | 'show'
  /** Nothing new may leave. */
  readonly isOver: () => boolean
  /** What has left and is not settled yet, by id. */
  readonly departed: Set<string>
}

/** What became of it; undefined when it did not leave and waits as before. */
export async function carry(carrier: Carrier, delivery: Queued): Promise<Fate | undefined> {
  const { context, channel, fence } = carrier
  const before = untried(context, channel, delivery)
  if (before) return settle(carrier, delivery, before, undefined)
  let isBegun = false
  let isInDoubt = false
  const begin = async () => {
    if (carrier.isOver()) return false
    carrier.departed.add(idOf(delivery))
    try {
      isBegun = await context.store.batched(beginDeliveries, { ...keyOf(delivery), fence })
    } catch {
      isInDoubt = true
    }
    return isBegun
  }
  try {
    const message = composed(carrier, delivery)
    if (message === 'unreadable')
      return await settle(carrier, delivery, { status: 'failed', reason: message }, undefined)
    if (!message) return undefined
    const to = { channel: channel.name, value: delivery.address! }
    const receipt = await channel.send(to, message, { lane: delivery.lane, id: idOf(delivery), begin })
    if (!receipt.isUnsent) {
      if (receipt.movedTo) await remember(carrier, delivery, receipt.movedTo)
      return await settle(carrier, delivery, { status: 'accepted' }, fence)
    }
    // a database that went away in the middle may have kept the mark of what never left
    return isInDoubt ? await settle(carrier, delivery, { status: 'waiting' }, fence) : undefined
  } catch (error) {
    return await failed(carrier, delivery, isBegun, error)
  } finally {
    carrier.departed.delete(idOf(delivery))
  }
}

/** Nothing reaches a page that is asleep, and whoever has it open is awake. */
function untried({ clock, config }: Context, channel: Channel, delivery: Queued): Fate | undefined {
  return fateBefore(
    {
      isStopped: delivery.isStopped,
      isBulk: delivery.lane === 2,
      isUrgent: delivery.isUrgent || channel.name === 'web',
      hasAddress: delivery.address !== null,
      notAfter: delivery.notAfter,
      quiet: {
        from: delivery.quietFrom ?? usualQuietHours.from,
        to: delivery.quietTo ?? usualQuietHours.to,
        timeZone: delivery.timeZone ?? config.TIME_ZONE,
      },
    },
    clock.now(),
  )
}

function composed({ compose, context }: Carrier, delivery: Queued): Outgoing | 'unreadable' | undefined {
  try {
    return compose(delivery)
  } catch (error) {
    context.log.error({ err: error, batch: delivery.batch }, 'a message could not be put together')
    return 'unreadable'
  }
}

/** The message has arrived; a new address that cannot be kept now is told again by the next one. */
async function remember({ context, channel }: Carrier, delivery: Queued, value: string): Promise<void> {
  const { db, keyring } = context.store
  await movePlace(db, keyring, delivery.recipientId, { channel: channel.name, value }).catch(() => undefined)
}

/** A failure before the row was marked leaves the row as it is, unless it says something about this very message. */
async function failed(
  carrier: Carrier,
  delivery: Queued,
  isBegun: boolean,
  error: unknown,
): Promise<Fate | undefined> {
  const { context, channel, fence } = carrier
  const isTheirs = error instanceof SendError
  if (!isTheirs) context.log.error({ err: error, channel: channel.name }, 'a delivery met a bug')
  if (!isBegun && (!isTheirs || error.isChannelWide)) return undefined
  const failure = isTheirs ? error : { verdict: 'unknown' as const }
  const fate = fateAfter(failure, {
    attempts: delivery.attempts + (isBegun ? 1 : 0),
    now: context.clock.now(),
    ifUnknown: carrier.ifUnknown(delivery.batch),
  })
  return settle(carrier, delivery, fate, isBegun ? fence : undefined)
}

/** How long a database that is away is waited for; what is not settled by then is found by whoever sends next. */
const settleTries = 120

async function settle(
  { context, channel }: Carrier,
  delivery: Queued,
  fate: Fate,
  fence: number | undefined,
): Promise<Fate> {
  const settled = {
    ...keyOf(delivery),
    status: fate.status,
    reason: fate.reason,
    dueAt: fate.dueAt,
    at: context.clock.now(),
    goneFrom: fate.isAddressGone ? channel.name : undefined,
    fence,
  }
  for (let left = settleTries; ; left -= 1) {
    try {
      await context.store.batched(settleDeliveries, settled)
      return fate
    } catch (error) {
      if (left === 0) throw error
      await sleep(500)
    }
  }
}

function keyOf({ batch, recipientId, about }: Queued) {
  return { batch, recipientId, about }
}

/** The same for the same delivery, however often and by whomever it is sent. */
export function idOf({ batch, recipientId, about }: DeliveryKey): string {
  return `${batch}/${recipientId}/${about}`
}

/** Whether an id is that of a message of its own, and of no announcement. */
export function isSingle(id: string): boolean {
  return id.startsWith('0/')
}
