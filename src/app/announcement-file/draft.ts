/** From a checked announcement file to the draft that is kept. */
import type { AnnouncementPicture } from '../../domain/announcement.ts'
import type { Localized } from '../../domain/phrase.ts'
import type { Selection } from '../../domain/recipients.ts'
import { instantAt } from './wall-time.ts'
import type { Draft } from '../announcements.ts'
import type { AnnouncementValue, SelectionValue } from './schema.ts'

/** The draft; `picture` is what lies beside the file. */
export function draftOf(
  value: AnnouncementValue,
  { timeZone, picture }: { timeZone: string; picture: Omit<AnnouncementPicture, 'alt'> | undefined },
): Draft & { readonly id: string } {
  const { id, text, link, audience, except } = value
  const sendAt = value.send_at ? instantAt(value.send_at, timeZone) : undefined
  const notAfter = value.not_after ? instantAt(value.not_after, timeZone) : undefined
  return {
    id,
    texts: trimmed(text),
    ...(link ? { link: { url: link.url, label: trimmed(link.label) } } : {}),
    ...(picture && value.picture ? { picture: { ...picture, alt: trimmed(value.picture.alt) } } : {}),
    audience: { ...selectionOf(audience), ...(except ? { except: except.map(selectionOf) } : {}) },
    ...(sendAt ? { sendAt } : {}),
    ...(notAfter ? { notAfter } : {}),
    isLateIncluded: value.include_late,
    ifUnknown: value.if_unknown,
  }
}

function selectionOf({ who, age_bands: ageBands, ...value }: SelectionValue): Selection {
  const { places, languages, channels, entities, districts, consultation, consent } = value
  return {
    who,
    ...(places ? { places } : {}),
    ...(languages ? { languages } : {}),
    ...(channels ? { channels } : {}),
    ...(entities ? { entities } : {}),
    ...(districts ? { districts } : {}),
    ...(ageBands ? { ageBands } : {}),
    ...(consultation ? { consultation } : {}),
    ...(consent ? { consent } : {}),
  }
}

function trimmed(text: Readonly<Record<string, string | undefined>>): Localized {
  return Object.fromEntries(
    Object.entries(text).flatMap(([locale, one]) => (one === undefined ? [] : [[locale, one.trim()]])),
  )
}
