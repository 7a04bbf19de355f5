/** Sends what is due on one channel, for as long as this process holds the channel's lease: the rows are the truth, and no queue is asked. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../src/app/context.ts'
import type { Channel } from '../src/channels/channel.ts'
import { fateAfter } from '../src/domain/delivery.ts'
import { orphans, settleDeliveries } from '../src/store/deliveries.ts'
import { type Queued } from '../src/store/queued.ts'
import { carry, idOf, isSingle } from './deliver/carry.ts'
import { announcementsUnderWay, type AnnouncementsUnderWay } from './deliver/announcements.ts'
import { untilLeased, type Lease } from './deliver/lease.ts'
import { nextOf, type Next, type OpenPages } from './deliver/next.ts'

export interface Delivering {
  readonly channel: Channel
  /** Ends the sending; what has begun is finished. */
  readonly signal: AbortSignal
  /** For a channel that reaches only who is there; several processes then send side by side, each to its own pages. */
  readonly pages?: OpenPages | undefined
}

/** How much is taken up at a time: enough for two seconds at full speed, so that what is urgent overtakes soon. */
const horizonSeconds = 2
/** How often the rows are looked at when there is nothing to do. */
const idleMs = 250
const briefMs = 10
/** How long a channel that refuses everything is left alone. */
const refusedMs = 1_000

/** Runs until `signal` aborts. Whoever else sends for the channel is waited for, and taken over from when it dies. */
export async function deliver(context: Context, { channel, signal, pages }: Delivering): Promise<void> {
  while (!signal.aborted) {
    const lease = await untilLeased(context, { name: channel.name, isExclusive: !pages, signal })
    if (!lease) return
    const sending = openSending(context, { channel, lease, signal, pages })
    try {
      await sending.run()
    } finally {
      await sending.finish()
      await lease.drop()
    }
  }
}

interface Parts extends Delivering {
  readonly lease: Lease
}

function openSending(context: Context, { channel, lease, signal, pages }: Parts) {
  const underWay = new Map<string, Promise<void>>()
  const next = nextOf(context, channel.name, pages)
  const known = announcementsUnderWay(context)
  const carrier = {
    context,
    channel,
    fence: lease.fence,
    compose: known.compose,
    ifUnknown: known.ifUnknown,
    isOver: () => signal.aborted || !lease.isHeld(),
    departed: new Set<string>(),
  }
  const { isOver, departed } = carrier
  const searched = new Set<number>()
  const finish = finishing(known, next)
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined)

  const start = (delivery: Queued) => {
    const id = idOf(delivery)
    const done = carryOne(carrier, delivery, { next, known })
      .catch((error: unknown) =>
        context.log.error({ err: error, channel: channel.name }, 'a delivery was not settled'),
      )
      .finally(() => underWay.delete(id))
    underWay.set(id, done)
  }

  /** What an earlier holder left in the middle may or may not have arrived, and is treated so; a new lease finds all of it at once. */
  const adoptOrphans = async (batches: readonly number[]) => {
    for (const batch of batches.filter((one) => !searched.has(one))) {
      const now = context.clock.now()
      for (const { attempts, fence, ...key } of await orphans(context.store.db, channel.name, batch)) {
        const fate = fateAfter({ verdict: 'unknown' }, { attempts, now, ifUnknown: known.ifUnknown(batch) })
        const dueAt = fate.status === 'held' ? now : undefined
        await context.store.batched(settleDeliveries, { ...key, ...fate, dueAt, at: now, fence })
      }
      searched.add(batch)
    }
  }

  /** Takes up what there is room for; how many were new. */
  const fill = async (): Promise<number> => {
    const { perSecond, pausedMs } = channel.pace()
    const room = Math.max(20, Math.ceil(perSecond * horizonSeconds)) - underWay.size
    if (pausedMs > 0 || room <= 0 || channel.state() === 'refused') return 0
    const batches = await known.batches()
    if (!pages) await adoptOrphans([0, ...batches])
    const found = await next.take(batches, room, {
      has: (delivery) => underWay.has(idOf(delivery)),
      singles: [...underWay.keys()].filter(isSingle).length,
    })
    for (const delivery of found) start(delivery)
    if (found.length === 0 && underWay.size === 0) await finish(batches)
    return found.length
  }

  return {
    async run() {
      while (!isOver()) {
        try {
          const started = await fill()
          await pause(started > 0 ? briefly(channel) : idleMs)
        } catch (error) {
          if (isOver()) return
          context.log.warn({ err: error, channel: channel.name }, 'sending waits for the database')
          await pause(refusedMs)
        }
      }
    },
    /** What waits for its permit has not left and need not be waited for. */
    finish: async () => {
      while (departed.size > 0) await sleep(briefMs)
    },
  }
}

/** A tenth of what was taken up has left by then. */
function briefly(channel: Channel): number {
  return channel.pace().pausedMs > 0 ? idleMs : (horizonSeconds * 1_000) / 10
}

async function carryOne(
  carrier: Parameters<typeof carry>[0],
  delivery: Queued,
  { next, known }: { next: Next; known: AnnouncementsUnderWay },
): Promise<void> {
  const fate = await carry(carrier, delivery)
  if (!fate || fate.status === 'waiting') {
    next.returned(delivery.batch, delivery.recipientId)
    return
  }
  if (delivery.batch > 0) await known.note(delivery.batch, fate.status)
}

/** A look through all rows of an announcement is dear, so one that stays unfinished (people who have not opened their page) is looked at ever less often. */
const firstLookMs = 1_000
const longestLookMs = 300_000

/** Ends announcements of which nothing is left; the others are read from their beginning again, in case rows came back unnoticed. */
function finishing(known: AnnouncementsUnderWay, next: Next): (batches: readonly number[]) => Promise<void> {
  const waits = new Map<number, { ms: number; until: number }>()
  return async (batches) => {
    const now = performance.now()
    for (const batch of waits.keys()) if (!batches.includes(batch)) waits.delete(batch)
    for (const batch of batches) {
      const { ms, until } = waits.get(batch) ?? { ms: firstLookMs, until: now + firstLookMs }
      const isTime = now >= until
      waits.set(batch, isTime ? { ms: Math.min(longestLookMs, ms * 2), until: now + ms } : { ms, until })
      if (isTime && !(await known.endIfDone(batch))) next.anew(batch)
    }
  }
}
