/** What results are made from and what was published of them. */
import type { Definition, Status } from '../domain/consultation.ts'
import type { Results } from '../domain/results.ts'
import type { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'
import type { Version } from './tallies.ts'

/** A consultation as its results need it, with every version that may have been answered, oldest first. */
export interface Survey {
  readonly status: Status
  readonly closedAt: Date | null
  readonly versions: readonly Version[]
  readonly isSample: boolean
}

export async function findSurvey(db: Db, id: string): Promise<Survey | undefined> {
  const row = await db.consultation.findUnique({ where: { id }, include: { versions: { orderBy: { number: 'asc' } } } })
  if (!row) return undefined
  const versions = row.versions.map(({ number, definition }) => ({ number, definition: definition as unknown as Definition }))
  const sample = await db.setting.findUnique({ where: { name: sampleSetting } })
  const isSample = (sample?.value as { consultations?: string[] } | undefined)?.consultations?.includes(id) ?? false
  return { status: row.status as Status, closedAt: row.closedAt, versions, isSample }
}

/** The setting that names the consultations whose answers are made up. */
const sampleSetting = 'sample'

/** Marks consultations as made up, so that everything that shows them can say so. */
export async function markSample(db: Db, consultations: readonly string[], at: Date): Promise<void> {
  const row = { value: { consultations: [...consultations] }, updatedAt: at }
  await db.setting.upsert({ where: { name: sampleSetting }, create: { name: sampleSetting, ...row }, update: row })
}

/** Raised when the shape of published results changes: older ones are then counted again. */
const shape = 1
const nameOf = (id: string) => `results/${id}`

/** The results as they were published after this closing; undefined when nobody asked for them yet. */
export async function publishedResults(db: Db, id: string, closedAt: Date | null): Promise<Results | undefined> {
  const row = await db.setting.findUnique({ where: { name: nameOf(id) } })
  const kept = row?.value as unknown as { shape: number; closedAt: string | null; results: Results } | undefined
  return kept?.shape === shape && kept.closedAt === (closedAt?.toISOString() ?? null) ? kept.results : undefined
}

/** Keeps what was published. */
export async function keepResults(db: Db, results: Results, closedAt: Date | null, at: Date): Promise<void> {
  const name = nameOf(results.consultation)
  const row = { value: { shape, closedAt: closedAt?.toISOString() ?? null, results } as unknown as Prisma.InputJsonObject, updatedAt: at }
  await db.setting.upsert({ where: { name }, create: { name, ...row }, update: row })
}

/** What moderators have released, by question. */
export async function releasedQuotations(db: Db, id: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.answer.findMany({
    where: { response: { consultationId: id }, review: { in: ['released', 'redacted'] }, released: { not: null } },
    select: { question: true, released: true },
  })
  const byQuestion = new Map<string, string[]>()
  for (const { question, released } of rows) byQuestion.set(question, [...(byQuestion.get(question) ?? []), released!])
  return byQuestion
}
