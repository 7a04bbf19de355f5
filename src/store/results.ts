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

/** Raised when the shape of published results changes: they are then counted again, with the older ones as earlier. */
const shape = 1
const nameOf = (id: string) => `results/${id}`

interface Kept {
  readonly shape: number
  readonly closedAt: string | null
  readonly results: string
  /** What was published after earlier closings, oldest first; absent until there is one. */
  readonly earlier?: readonly string[]
}

/** Everything published of a consultation. */
export interface Published {
  /** After this closing; undefined when nobody asked for it yet. */
  readonly results: Results | undefined
  /** After earlier ones, oldest first: what was once told cannot be taken back, and must not be subtracted. */
  readonly earlier: readonly Results[]
}

export async function publishedResults(db: Db, id: string, closedAt: Date | null): Promise<Published> {
  const kept = await settingOf<Kept>(db, nameOf(id))
  if (!kept) return { results: undefined, earlier: [] }
  const earlier = (kept.earlier ?? []).map((one) => JSON.parse(one) as Results)
  const last = JSON.parse(kept.results) as Results
  return kept.shape === shape && kept.closedAt === (closedAt?.toISOString() ?? null)
    ? { results: last, earlier }
    : { results: undefined, earlier: [...earlier, last] }
}

/** Keeps what was published, to the letter: `jsonb` would put it into another order. */
export async function keepResults(
  db: Db,
  { results, earlier }: { results: Results; earlier: readonly Results[] },
  closedAt: Date | null,
  at: Date,
): Promise<void> {
  const kept: Kept = {
    shape,
    closedAt: closedAt?.toISOString() ?? null,
    results: JSON.stringify(results),
    earlier: earlier.map((one) => JSON.stringify(one)),
  }
  await keepSetting(db, nameOf(results.consultation), kept, at)
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
  const loose = await db.looseText.findMany({
    where: { consultationId: id, review: { in: ['released', 'redacted'] }, released: { not: null } },
    select: { question: true, released: true },
  })
  const byQuestion = new Map<string, string[]>()
  for (const { question, released } of [...rows, ...loose])
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), released!])
  return byQuestion
}
