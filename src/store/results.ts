/** What results are made from and what was published of them. */
import type { Definition, Status } from '../domain/consultation.ts'
import type { Results } from '../domain/results.ts'
import { keepSetting, settingOf } from './consultations.ts'
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
  const row = await db.consultation.findUnique({
    where: { id },
    include: { versions: { orderBy: { number: 'asc' } } },
  })
  if (!row) return undefined
  const versions = row.versions.map(({ number, definition }) => ({
    number,
    definition: definition as unknown as Definition,
  }))
  return { status: row.status as Status, closedAt: row.closedAt, versions, isSample: await isSample(db, id) }
}

/** The setting that names the consultations whose answers are made up. */
const sampleSetting = 'sample'

/** Marks consultations as made up, so that everything that shows them can say so. */
export async function markSample(db: Db, consultations: readonly string[], at: Date): Promise<void> {
  await keepSetting(db, sampleSetting, { consultations }, at)
}

/** Whether the answers of a consultation are made up. */
export async function isSample(db: Db, id: string): Promise<boolean> {
  const sample = await settingOf<{ consultations: readonly string[] }>(db, sampleSetting)
  return sample?.consultations.includes(id) ?? false
}

/** Raised when the shape of published results changes: older ones are then counted again. */
const shape = 1
const nameOf = (id: string) => `results/${id}`

/** The results as they were published after this closing; undefined when nobody asked for them yet. */
export async function publishedResults(
  db: Db,
  id: string,
  closedAt: Date | null,
): Promise<Results | undefined> {
  const kept = await settingOf<{ shape: number; closedAt: string | null; results: string }>(db, nameOf(id))
  return kept?.shape === shape && kept.closedAt === (closedAt?.toISOString() ?? null)
    ? (JSON.parse(kept.results) as Results)
    : undefined
}

/** Keeps what was published, to the letter: `jsonb` would put it into another order. */
export async function keepResults(db: Db, results: Results, closedAt: Date | null, at: Date): Promise<void> {
  await keepSetting(
    db,
    nameOf(results.consultation),
    { shape, closedAt, results: JSON.stringify(results) },
    at,
  )
}

/** What moderators have released, by question. */
export async function releasedQuotations(
  db: Db,
  id: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.answer.findMany({
    where: {
      response: { consultationId: id },
      review: { in: ['released', 'redacted'] },
      released: { not: null },
    },
    select: { question: true, released: true },
  })
  const byQuestion = new Map<string, string[]>()
  for (const { question, released } of rows)
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), released!])
  return byQuestion
}
