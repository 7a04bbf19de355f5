/** Evidence: what shows that something was done. */
import type { Day, Localized } from '../domain/phrase.ts'
import { dateOf } from '../runtime/clock.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** A piece of evidence to be kept. */
export interface NewEvidence {
  readonly kind: 'file' | 'text' | 'link'
  /** `Deadline.source` */
  readonly deadline: string
  readonly measureId: string | null
  readonly title: Localized
  readonly link?: string
  readonly mediaType?: string
  readonly content?: Uint8Array<ArrayBuffer>
  readonly givenOn: Day
  /** The person's id. */
  readonly givenBy: string | null
}

/** A piece of evidence as it is listed. */
export interface KeptEvidence {
  readonly id: string
  /** `file`, `text`, `link`, or whatever an imported plan calls it. */
  readonly kind: string
  readonly measureCode: string | null
  readonly deadline: string | null
  readonly title: Localized
  readonly link: string | null
  readonly mediaType: string | null
  /** Size of what is kept; null when nothing is. */
  readonly bytes: number | null
  readonly givenOn: Day
}

/** Keeps it and gives its id. */
export async function addEvidence(db: Db, { givenOn, ...evidence }: NewEvidence): Promise<string> {
  const { id } = await db.evidence.create({
    data: { ...evidence, givenOn: dateOf(givenOn) },
    select: { id: true },
  })
  return id
}

/** The newest first; of one measure, named by its id or its code, or of all. */
export function evidenceOf(db: Db, measure?: string): Promise<KeptEvidence[]> {
  const here =
    measure === undefined ? Prisma.sql`true` : Prisma.sql`(m.id = ${measure} or m.code = ${measure})`
  return db.$queryRaw<KeptEvidence[]>`
    select e.id, e.kind, m.code as "measureCode", e.deadline, e.title, e.link, e.media_type as "mediaType",
      octet_length(e.content) as bytes, e.given_on::text as "givenOn"
    from evidence e left join measure m on m.id = e.measure_id
    where ${here} order by e.given_on desc, e.id`
}

/** What is kept of one; undefined when there is no such id. */
export async function evidenceContent(
  db: Db,
  id: string,
): Promise<{ content: Uint8Array | null; link: string | null } | undefined> {
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)
  const row = isId
    ? await db.evidence.findUnique({ where: { id }, select: { content: true, link: true } })
    : null
  return row ?? undefined
}

/** What somebody has handed over, for themselves. */
export async function evidenceBy(db: Db, personId: string) {
  const rows = await db.evidence.findMany({
    where: { givenBy: personId },
    select: { kind: true, deadline: true, title: true, link: true, mediaType: true, givenOn: true },
    orderBy: [{ givenOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ givenOn, ...row }) => ({ ...row, givenOn: givenOn.toISOString().slice(0, 10) }))
}

/** Evidence belongs to the programme and stays; who gave it is forgotten. */
export async function forgetGiver(db: Db, personId: string): Promise<void> {
  await db.evidence.updateMany({ where: { givenBy: personId }, data: { givenBy: null } })
}
