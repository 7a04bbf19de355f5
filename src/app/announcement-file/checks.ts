/** What must hold between the parts of an announcement file, beyond its structure. */
import { rangeOf } from '../../domain/audience.ts'
import { locales, say } from '../../domain/phrase.ts'
import { announcingChannels } from '../../domain/recipients.ts'
import { contactRoles } from '../../domain/staff.ts'
import { instantAt } from './wall-time.ts'
import { lengthsOf, longestFor } from '../announcement-preview.ts'
import { doubt, mistake, type Path, type Remark } from '../file/finding.ts'
import type { Salvaged } from '../file/structure.ts'
import type { AnnouncementValue, SelectionValue } from './schema.ts'

type Loose = Salvaged<AnnouncementValue>
type LooseSelection = Salvaged<SelectionValue>

/** What the city knows, and what time it is there. */
export interface Known {
  readonly entityIds: readonly string[]
  readonly districtIds: readonly string[]
  readonly consultationIds: readonly string[]
  readonly now: Date
  readonly timeZone: string
}

/** Every remark on the well-formed parts of the file. */
export function remarksOn(file: Loose, known: Known): Remark[] {
  const { audience, except = [] } = file
  return [
    ...textRemarks(file),
    ...lengthRemarks(file),
    ...(audience ? selectionRemarks(audience, ['audience'], known) : []),
    ...except.flatMap((one, index) => (one ? selectionRemarks(one, ['except', index], known) : [])),
    ...timeRemarks(file, known),
  ]
}

function textRemarks({ text, audience }: Loose): Remark[] {
  if (!text) return []
  const read = audience?.languages?.flatMap((one) => one ?? []) ?? locales
  const missing = read.filter((locale) => text[locale] === undefined && text.pl !== undefined)
  return [
    ...missing.map((locale) => doubt(['text'], 'polish-instead', { language: say(`language-${locale}`) })),
    ...Object.entries(text).flatMap(([locale, wording]) =>
      /\]\(http:/.test(wording ?? '') ? [doubt(['text', locale], 'link-http')] : [],
    ),
  ]
}

function lengthRemarks({ text, link, picture, audience }: Loose): Remark[] {
  const label = link?.label
  const content = {
    texts: present(text),
    ...(link?.url && label ? { link: { url: link.url, label: present(label) } } : {}),
  }
  const hasPicture = picture !== undefined
  const channels = audience?.channels?.flatMap((one) => one ?? []) ?? announcingChannels
  return lengthsOf(content, { channels, hasPicture }).flatMap(({ locale, characters, tooLongFor }) =>
    tooLongFor.map((channel) =>
      doubt(['text', locale], 'long-message', {
        count: characters,
        most: longestFor(channel, hasPicture),
        channel: say(`channel-${channel}`),
      }),
    ),
  )
}

function present(text: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(text).flatMap(([key, one]) => (one ? [[key, one]] : [])))
}

function selectionRemarks(selection: LooseSelection, path: Path, known: Known): Remark[] {
  const who = selection.who ?? []
  const isNobody = 'who' in selection && who.length === 0 && selection.places !== true
  return [
    ...(isNobody ? [mistake([...path, 'who'], 'audience-nobody')] : []),
    ...idleRemarks(selection, path),
    ...unknown(selection.entities, known.entityIds, [...path, 'entities'], 'entity-unknown'),
    ...unknown(selection.districts, known.districtIds, [...path, 'districts'], 'district-unknown'),
    ...unknown(
      selection.consultation?.id ? [selection.consultation.id] : [],
      known.consultationIds,
      [...path, 'consultation'],
      'consultation-unknown',
    ),
    ...(selection.age_bands ?? []).flatMap((id, index) =>
      id && !rangeOf(id) ? [mistake([...path, 'age_bands', index], 'form-band', { id })] : [],
    ),
    ...(selection.consent === 'participation' && !('consultation' in selection)
      ? [mistake([...path, 'consent'], 'consent-without-consultation')]
      : []),
  ]
}

/** A narrowing of people who were not asked for: probably something else was meant. */
function idleRemarks(selection: LooseSelection, path: Path): Remark[] {
  const who = selection.who ?? []
  const idle = (name: keyof LooseSelection, whom: string) =>
    selection[name] === undefined
      ? []
      : [doubt([...path, name], 'audience-idle', { name, whom: say(`file-audience-${whom}`) })]
  const ofYouth = ['districts', 'age_bands', 'consultation', 'consent'] as const
  return [
    ...(who.includes('youth') ? [] : ofYouth.flatMap((name) => idle(name, 'youth'))),
    ...(contactRoles.some((role) => who.includes(role)) ? [] : idle('entities', 'contacts')),
  ]
}

/** A city that has brought in nothing of the kind yet knows no names, and then the file may not use any. */
function unknown(
  ids: readonly (string | undefined)[] = [],
  known: readonly string[],
  path: Path,
  key: string,
): Remark[] {
  return ids.flatMap((id, index) =>
    id && !known.includes(id)
      ? [mistake(ids.length > 1 ? [...path, index] : path, key, { id, known: known.join(', ') || '–' })]
      : [],
  )
}

function timeRemarks(file: Loose, { now, timeZone }: Known): Remark[] {
  const at = (wall: string | undefined) => (wall ? instantAt(wall, timeZone) : undefined)
  const [begins, ends] = [at(file.send_at), at(file.not_after)]
  return [
    ...(file.send_at && !begins ? [mistake(['send_at'], 'moment-never')] : []),
    ...(file.not_after && !ends ? [mistake(['not_after'], 'moment-never')] : []),
    ...(begins && begins <= now ? [doubt(['send_at'], 'begins-already')] : []),
    ...(ends && ends <= now ? [mistake(['not_after'], 'over-already')] : []),
    ...(begins && ends && ends <= begins ? [mistake(['not_after'], 'ends-before')] : []),
    ...(file.include_late === true && !('not_after' in file)
      ? [mistake(['include_late'], 'late-without-end')]
      : []),
  ]
}
