/** The announcements that are being sent: what they say in each language, and when one has to stop by itself. */
import { endIfSettled, pauseAndTell } from '../../src/app/announcement-notes.ts'
import type { Context } from '../../src/app/context.ts'
import { render } from '../../src/app/render.ts'
import { outgoingOf, type Announcement } from '../../src/domain/announcement.ts'
import type { DeliveryStatus } from '../../src/domain/delivery.ts'
import type { Reply } from '../../src/domain/dialogue.ts'
import { helpOffer } from '../../src/domain/dialogues/help.ts'
import type { Outgoing } from '../../src/domain/message.ts'
import { activeAnnouncements } from '../../src/store/announcements.ts'
import type { Queued } from '../../src/store/queued.ts'

export interface AnnouncementsUnderWay {
  /** The numbers of those that are being sent, at most a second old. */
  batches(): Promise<readonly number[]>
  /** A delivery as it is shown, single messages included; undefined when it is not to be sent any more. @throws when it cannot be read. */
  compose(delivery: Queued): Outgoing | undefined
  ifUnknown(batch: number): 'again' | 'show'
  /** Takes note of a fate; one that fails too often is paused, and staff are told. */
  note(batch: number, status: DeliveryStatus): Promise<void>
  /** Whether nothing of it is left to be done. */
  endIfDone(batch: number): Promise<boolean>
}

const freshMs = 1_000
/** A fifth of the last hundred refused is no bad luck any more: something is wrong with the text or the bot. */
const lookedAt = 100
const mostFailures = 20

export function announcementsUnderWay(context: Context): AnnouncementsUnderWay {
  const { store, text } = context
  const known = new Map<number, Announcement>()
  const recent = new Map<number, boolean[]>()
  const said = new Map<string, Outgoing>()
  let readAt = 0

  const announced = (announcement: Announcement, { batch, locale, isPlace }: Queued): Outgoing => {
    const key = `${batch} ${locale} ${isPlace}`
    const found = said.get(key) ?? outgoingOf(announcement, locale)
    if (said.has(key)) return found
    const help = { ...helpOffer, label: text.phrase(locale, helpOffer.label) }
    const outgoing = isPlace ? found : { ...found, choices: [help] }
    said.set(key, outgoing)
    return outgoing
  }

  return {
    async batches() {
      if (readAt === 0 || performance.now() - readAt >= freshMs) {
        const sending = await activeAnnouncements(store.db)
        known.clear()
        said.clear()
        for (const announcement of sending) known.set(announcement.number, announcement)
        for (const number of recent.keys()) if (!known.has(number)) recent.delete(number)
        readAt = performance.now()
      }
      return [...known.keys()]
    },
    compose(delivery) {
      const { batch, message, about, locale } = delivery
      if (batch > 0) {
        const announcement = known.get(batch)
        return announcement && announced(announcement, delivery)
      }
      const reply = JSON.parse(store.keyring.open(message!, `delivery:${about}`)) as Reply
      return render(text, locale, reply)
    },
    ifUnknown: (batch) => known.get(batch)?.ifUnknown ?? 'again',
    async note(batch, status) {
      const lately = [...(recent.get(batch) ?? []), status === 'failed' || status === 'unknown'].slice(
        -lookedAt,
      )
      recent.set(batch, lately)
      if (lately.filter(Boolean).length < mostFailures) return
      recent.delete(batch)
      const announcement = known.get(batch)
      if (announcement) await pauseAndTell(context, announcement)
    },
    async endIfDone(batch) {
      const announcement = known.get(batch)
      return announcement === undefined || (await endIfSettled(context, announcement))
    },
  }
}
