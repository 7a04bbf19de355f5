/** What a sender takes up next: single messages first, then the announcements under way, each its share. */
import type { Context } from '../../src/app/context.ts'
import { type DeliveryKey } from '../../src/store/deliveries.ts'
import {
  beforeAll,
  heldInBatch,
  nextForPages,
  nextInBatch,
  nextSingles,
  type Queued,
  type Wanted,
} from '../../src/store/queued.ts'

/** The look-up keys of the addresses whose pages are open in this process. */
export type OpenPages = () => readonly Uint8Array<ArrayBuffer>[]

export interface Next {
  /** At most `limit` deliveries that are not under way, in the order in which they should leave; while announcements wait, a tenth is theirs. */
  take(batches: readonly number[], limit: number, underWay: UnderWay): Promise<readonly Queued[]>
  /** This one of an announcement did not leave and waits again: the next look begins there. */
  returned(batch: number, recipientId: string): void
  /** Looks at an announcement from its beginning again. */
  anew(batch: number): void
}

/** What was taken up and has not ended. */
export interface UnderWay {
  has(delivery: DeliveryKey): boolean
  /** How many of them are single messages. */
  readonly singles: number
}

/** One in so many is for announcements, as the pacer has it: reminders for an hour do not stop them. */
const bulkShare = 10

/** A sender's view of the rows of one channel. */
export function nextOf({ store, clock }: Context, channel: string, pages: OpenPages | undefined): Next {
  /** How far each announcement was read: a hint that saves reading settled rows; losing it costs one long look. */
  const cursors = new Map<string | number, string>()
  const { db, keyring } = store

  const ofBatch = async (batch: number, wanted: Wanted) => {
    const held = await heldInBatch(db, keyring, batch, wanted)
    const after = cursors.get(batch) ?? beforeAll
    const limit = wanted.limit - held.length
    if (limit <= 0) return held
    const fresh = await nextInBatch(db, keyring, batch, after, { ...wanted, limit })
    const last = fresh.at(-1)
    if (last) cursors.set(batch, last.recipientId)
    return [...held, ...fresh]
  }

  return {
    async take(batches, limit, underWay) {
      const isFresh = (delivery: Queued) => !underWay.has(delivery)
      if (pages) {
        const lookups = pages()
        return lookups.length > 0
          ? (await nextForPages(db, keyring, { lookups, batches: [0, ...batches], limit })).filter(isFresh)
          : []
      }
      const now = clock.now()
      // those that are under way stand in front of the others until they have begun
      const wanted = { channel, now, limit: limit + underWay.singles }
      const singles = (await nextSingles(db, keyring, wanted)).filter(isFresh)
      const room = Math.max(Math.ceil(limit / bulkShare), limit - singles.length)
      const share = Math.ceil(room / Math.max(1, batches.length))
      const lists: (readonly Queued[])[] = []
      for (const batch of batches)
        lists.push((await ofBatch(batch, { channel, now, limit: share })).filter(isFresh))
      const bulk = inTurn(lists)
      return [...singles.slice(0, Math.max(0, limit - bulk.length)), ...bulk]
    },
    returned(batch, recipientId) {
      const before = precedingId(recipientId)
      if (before < (cursors.get(batch) ?? beforeAll)) cursors.set(batch, before)
    },
    anew: (batch) => void cursors.delete(batch),
  }
}

/** One of each, then the next of each: a large announcement does not starve a small one. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat()
}

/** The greatest id below this one, as PostgreSQL orders them. */
function precedingId(id: string): string {
  const number = BigInt(`0x${id.replaceAll('-', '')}`)
  const hex = (number === 0n ? 0n : number - 1n).toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
