/** Brings an announcement file into the database as a draft, and says what it would do: everything or nothing. */
import type { Announcement } from '../domain/announcement.ts'
import { findAnnouncement } from '../store/announcements.ts'
import { allConsultations } from '../store/consultations.ts'
import { allDistricts } from '../store/districts.ts'
import { entityIds } from '../store/staff.ts'
import { remarksOn, type Known } from './announcement-file/checks.ts'
import { draftOf } from './announcement-file/draft.ts'
import { pictureBeside, type ReadBeside } from './announcement-file/picture.ts'
import { form } from './announcement-file/schema.ts'
import { previewOf, type Preview } from './announcement-preview.ts'
import { hashOf, writeAnnouncement, type Draft } from './announcements.ts'
import type { Context } from './context.ts'
import { inOrder, isError, type Finding, type Remark } from './file/finding.ts'
import { readSource } from './file/source.ts'
import { readStructure } from './file/structure.ts'

export interface AnnouncementOrder {
  /** The file's bytes, or its text. */
  readonly source: string | Uint8Array
  readonly readBeside: ReadBeside
  /** Who brings it in. */
  readonly actor: string
  /** Says what would happen and writes nothing. */
  readonly isDryRun?: boolean
}

export type AnnouncementResult =
  | { readonly isKept: false; readonly findings: readonly Finding[] }
  | { readonly isKept: true; readonly findings: readonly Finding[]; readonly preview: Preview }

/** Whatever is wrong with the file comes back as findings, all at once, and then nothing was written. @throws {Problem} `announcement-begun` */
export async function importAnnouncement(
  context: Context,
  order: AnnouncementOrder,
): Promise<AnnouncementResult> {
  const { findings, draft } = await readAnnouncementFile(order, await knownIn(context))
  if (!draft) return { isKept: false, findings }
  const announcement = order.isDryRun
    ? await unkept(context, draft)
    : await writeAnnouncement(context, draft, order.actor)
  return { isKept: true, findings, preview: await previewOf(context, announcement) }
}

/** What came of reading a file; `draft` is undefined while there is an error. Never throws because of what is in the file. */
export async function readAnnouncementFile(
  { source, readBeside }: Pick<AnnouncementOrder, 'source' | 'readBeside'>,
  known: Known,
): Promise<{ findings: readonly Finding[]; draft: (Draft & { readonly id: string }) | undefined }> {
  const { value, findings: found, locate } = readSource(source)
  if (value === undefined) return { findings: found, draft: undefined }
  const { remarks, salvaged, file } = readStructure(value, form)
  const name = salvaged.picture?.file
  const beside = name ? await pictureBeside(name, readBeside) : undefined
  const picture = beside && 'picture' in beside ? beside.picture : undefined
  const all: Remark[] = [
    ...remarks,
    ...remarksOn(salvaged, known),
    ...(beside && 'remark' in beside ? [beside.remark] : []),
  ]
  const findings = inOrder([...found, ...all.map(locate)])
  const isWhole = file !== undefined && !findings.some(isError)
  return { findings, draft: isWhole ? draftOf(file, { timeZone: known.timeZone, picture }) : undefined }
}

async function knownIn({ store, clock, config }: Context): Promise<Known> {
  const [entities, districts, consultations] = await Promise.all([
    entityIds(store.db),
    allDistricts(store.db),
    allConsultations(store.db),
  ])
  return {
    entityIds: entities,
    districtIds: districts.map(({ id }) => id),
    consultationIds: consultations.map(({ id }) => id),
    now: clock.now(),
    timeZone: config.TIME_ZONE,
  }
}

/** The draft as it would be kept, to be looked at. */
async function unkept(
  { store, clock }: Context,
  draft: Draft & { readonly id: string },
): Promise<Announcement> {
  const before = await findAnnouncement(store.db, draft.id)
  return {
    ...draft,
    number: before?.number ?? 0,
    status: 'draft',
    hash: hashOf(draft),
    sendAt: draft.sendAt ?? null,
    notAfter: draft.notAfter ?? null,
    isLateIncluded: draft.isLateIncluded ?? false,
    ifUnknown: draft.ifUnknown ?? 'again',
    writtenBy: '',
    approvedBy: null,
    approvedAt: null,
    createdAt: clock.now(),
    startedAt: null,
    expandedAt: null,
    endedAt: null,
    pausedBy: null,
  }
}
