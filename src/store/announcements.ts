/** Announcements as they are stored, and the changes of their status. */
import type { Announcement, AnnouncementPicture, AnnouncementStatus } from '../domain/announcement.ts'
import type { Localized } from '../domain/phrase.ts'
import type { Audience } from '../domain/recipients.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** What is written down of a new or changed announcement. */
export type Written = Pick<
  Announcement,
  | 'id'
  | 'texts'
  | 'link'
  | 'picture'
  | 'audience'
  | 'hash'
  | 'sendAt'
  | 'notAfter'
  | 'isLateIncluded'
  | 'ifUnknown'
  | 'writtenBy'
>

/** Keeps a draft: a new one, or another text of one that has not begun, whose approval is then void. */
export async function keepDraft(db: Db, written: Written, at: Date): Promise<Announcement> {
  const { id, texts, link, picture, audience, ...rest } = written
  const data = {
    ...rest,
    status: 'draft',
    texts: json(texts),
    link: link ? json(link) : Prisma.DbNull,
    picture: picture ? new Uint8Array(picture.content) : null,
    pictureInfo: picture
      ? json({ name: picture.name, mediaType: picture.mediaType, alt: picture.alt })
      : Prisma.DbNull,
    audience: json(audience),
    approvedBy: null,
    approvedAt: null,
  }
  return announcementOf(
    await db.announcement.upsert({ where: { id }, create: { id, ...data, createdAt: at }, update: data }),
  )
}

export async function findAnnouncement(db: Db, id: string): Promise<Announcement | undefined> {
  const row = await db.announcement.findUnique({ where: { id } })
  return row ? announcementOf(row) : undefined
}

/** The announcement, held against everybody else until the transaction ends. */
export async function lockAnnouncement(tx: Db, id: string): Promise<Announcement | undefined> {
  await tx.$queryRaw`select 1 from announcement where id = ${id} for update`
  return findAnnouncement(tx, id)
}

/** Every announcement, the newest first; without pictures, which would be megabytes. */
export async function allAnnouncements(db: Db): Promise<readonly Announcement[]> {
  const rows = await db.announcement.findMany({ omit: { picture: true }, orderBy: { number: 'desc' } })
  return rows.map((row) => announcementOf({ ...row, picture: null }))
}

/** Announcements whose deliveries may be sent right now, the oldest first. Cheap enough to be asked every moment. */
export async function activeAnnouncements(db: Db): Promise<readonly Announcement[]> {
  const where = { status: 'sending' }
  const rows = await db.announcement.findMany({ where, omit: { picture: true }, orderBy: { number: 'asc' } })
  const active: Announcement[] = []
  for (const row of rows) active.push(announcementOf({ ...row, picture: await pictureOf(db, row) }))
  const hashes = new Set(rows.map(({ hash }) => hash))
  for (const hash of pictures.keys()) if (!hashes.has(hash)) pictures.delete(hash)
  return active
}

/** Pictures of what is being sent, by content hash: megabytes that are read once. */
const pictures = new Map<string, Uint8Array<ArrayBuffer>>()

async function pictureOf(
  db: Db,
  { number, hash, pictureInfo }: Pick<Row, 'number' | 'hash' | 'pictureInfo'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!pictureInfo) return null
  const known = pictures.get(hash)
  if (known) return known
  const { picture } = await db.announcement.findUniqueOrThrow({
    where: { number },
    select: { picture: true },
  })
  if (picture) pictures.set(hash, picture)
  return picture
}

/** The announcement of a number, held against everybody else until the transaction ends. */
export async function lockNumber(tx: Db, number: number): Promise<Announcement | undefined> {
  await tx.$queryRaw`select 1 from announcement where number = ${number} for update`
  const row = await tx.announcement.findUnique({ where: { number }, omit: { picture: true } })
  return row ? announcementOf({ ...row, picture: null }) : undefined
}

/** How far an announcement has been expanded; undefined unless it is being sent. */
export async function findExpansion(
  db: Db,
  number: number,
): Promise<(Announcement & { readonly checkpoint: string | null }) | undefined> {
  const row = await db.announcement.findUnique({
    where: { number, status: 'sending' },
    omit: { picture: true },
  })
  return row ? { ...announcementOf({ ...row, picture: null }), checkpoint: row.checkpoint } : undefined
}

/** Numbers of announcements that should begin, or have begun and lack deliveries: cheap enough to be asked every few seconds. */
export async function announcementsDue(db: Db, now: Date): Promise<readonly number[]> {
  const due = {
    OR: [
      { status: 'approved' },
      { status: 'scheduled', sendAt: { lte: now } },
      { status: 'sending', expandedAt: null },
    ],
  }
  return numbersOf(await db.announcement.findMany({ where: due, select: { number: true } }))
}

/** Numbers of announcements to look after from time to time: late subscribers, expiry, the end, and what a cancelling left to settle. */
export async function announcementsOpen(db: Db): Promise<readonly number[]> {
  const open = {
    OR: [
      { status: { in: ['sending', 'paused'] } },
      { status: 'cancelled', startedAt: { not: null }, tally: { equals: Prisma.DbNull } },
    ],
  }
  return numbersOf(await db.announcement.findMany({ where: open, select: { number: true } }))
}

/** Numbers of announcements that may have deliveries. */
export async function announcementsBegun(db: Db): Promise<readonly { number: number; id: string }[]> {
  return db.announcement.findMany({
    where: { startedAt: { not: null } },
    select: { number: true, id: true },
    orderBy: { number: 'asc' },
  })
}

/** Keeps the counts of an announcement; null where nobody knows them yet. */
export async function keepTally(db: Db, number: number, tally: object): Promise<void> {
  await db.announcement.update({ where: { number }, data: { tally: json(tally) } })
}

/** The counts that were kept. */
export async function keptTally(db: Db, number: number): Promise<Record<string, number> | undefined> {
  const row = await db.announcement.findUnique({ where: { number }, select: { tally: true } })
  return (row?.tally as Record<string, number> | null | undefined) ?? undefined
}

/** Lets what failed wait again, due now; what may or may not have arrived too, where `withUnknown`. Returns how many. */
export async function retryDeliveries(
  db: Db,
  number: number,
  { withUnknown, now }: { withUnknown: boolean; now: Date },
): Promise<number> {
  const statuses = withUnknown ? ['failed', 'unknown'] : ['failed']
  return db.$executeRaw`
    update delivery set status = 'held', due_at = ${now}, attempts = 0, reason = null, settled_at = null
    where batch = ${number} and status = any(${statuses}::text[])`
}

function numbersOf(rows: readonly { readonly number: number }[]): number[] {
  return rows.map(({ number }) => number).toSorted((one, other) => one - other)
}

/** A change of status and what goes with it. */
export interface Move {
  readonly from: readonly AnnouncementStatus[]
  readonly to: AnnouncementStatus
  readonly set?: Prisma.AnnouncementUncheckedUpdateManyInput
}

/** Changes the status. False when it is none of `from` any more: somebody else was faster. */
export async function moveAnnouncement(
  db: Db,
  number: number,
  { from, to, set = {} }: Move,
): Promise<boolean> {
  const { count } = await db.announcement.updateMany({
    where: { number, status: { in: [...from] } },
    data: { ...set, status: to },
  })
  return count === 1
}

/** Stops an announcement of which too much fails, until a person looks at it. False when it was not being sent. */
export function pauseForFailures(db: Db, number: number, _at: Date): Promise<boolean> {
  return moveAnnouncement(db, number, { from: ['sending'], to: 'paused', set: { pausedBy: 'failures' } })
}

/**
 * Ends an announcement of which nothing is on its way any more, and to which nobody can be added. True when this call ended it.
 * The look at its rows stops at the first that is not settled.
 */
export async function endIfDone(db: Db, number: number, at: Date): Promise<boolean> {
  const rows = await db.$executeRaw`
    update announcement set status = 'sent', ended_at = ${at}
    where number = ${number} and status = 'sending' and expanded_at is not null
      and (not is_late_included or not_after <= ${at})
      and not exists (select from delivery where batch = ${number} and status in ('waiting', 'held', 'sending'))`
  return rows === 1
}

type Row = Prisma.AnnouncementGetPayload<object>

function announcementOf(row: Row): Announcement {
  const { link, picture: content, pictureInfo, checkpoint: _, tally: __, ...rest } = row
  const info = pictureInfo as unknown as Omit<AnnouncementPicture, 'content'> | null
  return {
    ...rest,
    status: row.status as AnnouncementStatus,
    texts: row.texts as Localized,
    audience: row.audience as unknown as Audience,
    ifUnknown: row.ifUnknown === 'show' ? 'show' : 'again',
    pausedBy: row.pausedBy as Announcement['pausedBy'],
    ...(link ? { link: link as unknown as NonNullable<Announcement['link']> } : {}),
    ...(info ? { picture: { ...info, content: content ?? new Uint8Array() } } : {}),
  }
}

function json(value: object): Prisma.InputJsonValue {
  return value
}
