/** Outcomes: themes with what was decided about them, and who may see which. */
import type { Decision, LinkedMeasure, Theme } from '../domain/outcome.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** An outcome as it is kept. */
export interface KeptOutcome {
  readonly id: string
  readonly title: Localized
  readonly dueOn: Day
  readonly publishedAt: Date | null
  readonly themes: readonly Theme[]
}

/** The themes of a consultation, in their order, published or not. */
export async function themesOf(db: Db, consultationId: string): Promise<readonly Theme[]> {
  return (await themesByConsultation(db, [consultationId])).get(consultationId) ?? []
}

/** The consultations that somebody took part in, the newest first; those without an answer have no themes yet. */
export function outcomesOf(db: Db, personId: string): Promise<readonly KeptOutcome[]> {
  return select(
    db,
    Prisma.sql`c.id in (select consultation_id from participation where person_id = ${personId}::uuid and state <> 'invited')`,
    mostListed,
  )
}

/** Those published last, the newest first, and the one of that id if it is published. */
export function newestOutcomes(db: Db, id: string | undefined): Promise<readonly KeptOutcome[]> {
  return select(
    db,
    Prisma.sql`c.published_at is not null and (c.id = ${id ?? ''} or c.id in (
      select id from consultation where published_at is not null order by published_at desc, id limit ${mostNewest}))`,
    mostNewest + 1,
  )
}

/** Nobody reads more in a chat. */
const mostListed = 12
const mostNewest = 3

async function select(db: Db, where: Prisma.Sql, most: number): Promise<readonly KeptOutcome[]> {
  const rows = await db.$queryRaw<Omit<KeptOutcome, 'themes'>[]>`
    select c.id, v.definition -> 'title' as title, c.outcome_due_on::text as "dueOn", c.published_at as "publishedAt"
    from consultation c join consultation_version v on v.consultation_id = c.id and v.number = c.version
    where ${where} order by coalesce(c.published_at, c.closed_at, c.opened_at) desc nulls last, c.id limit ${most}`
  const published = rows.filter(({ publishedAt }) => publishedAt).map(({ id }) => id)
  const themes = await themesByConsultation(db, published)
  return rows.map((row) => ({ ...row, themes: themes.get(row.id) ?? [] }))
}

async function themesByConsultation(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Theme[]>> {
  const rows = await db.theme.findMany({
    where: { consultationId: { in: [...ids] } },
    orderBy: [{ consultationId: 'asc' }, { position: 'asc' }],
  })
  const measures = await linkedMeasures(
    db,
    rows.flatMap(({ measureId }) => measureId ?? []),
  )
  const byConsultation = new Map<string, Theme[]>()
  for (const { consultationId, said, decision, reason, measureId } of rows) {
    const theme = {
      said: said as Localized,
      decision: decision as Decision | null,
      reason: reason as Localized | null,
      measure: (measureId && measures.get(measureId)) || null,
    }
    byConsultation.set(consultationId, [...(byConsultation.get(consultationId) ?? []), theme])
  }
  return byConsultation
}

/** How measures stand, by the ids that themes know them under; whatever carries one on stands for it. */
export async function linkedMeasures(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LinkedMeasure>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<LinkedMeasure[]>`
    with recursive chain as (
      select id as root, id, 0 as depth from measure where id = any(${[...new Set(ids)]}::text[])
      union all select c.root, m.id, c.depth + 1 from chain c join measure m on m.carried_from = c.id where c.depth < ${mostPlans})
    select distinct on (c.root) c.root as id, m.code, m.names, m.status, s.done as "stepsDone", s.open as "openSince"
    from chain c join measure m on m.id = c.id cross join lateral (
      select count(*) filter (where d.status = 'done')::int as done, min(d.due_on) filter (where d.status = 'open')::text as open
      from deadline d where d.measure_id = m.id and d.source like 'milestone/%') s
    order by c.root, c.depth desc, m.id`
  return new Map(rows.map((row) => [row.id, row]))
}

/** A plan every four years; a file that carries measures on in a ring ends here. */
const mostPlans = 20

/** A theme as it is written; the measure by its id. */
export interface NewTheme extends Omit<Theme, 'measure'> {
  readonly measureId: string | null
}

/** Puts these in the place of all that are there; only before they are published. */
export async function writeThemes(
  tx: Db,
  consultationId: string,
  themes: readonly NewTheme[],
  at: Date,
): Promise<void> {
  await tx.theme.deleteMany({ where: { consultationId } })
  await tx.theme.createMany({
    data: themes.map(({ said, decision, reason, measureId }, position) => ({
      consultationId,
      position,
      said,
      ...(reason ? { reason } : {}),
      ...(decision ? { decision, decidedAt: at } : {}),
      measureId,
    })),
  })
}

/** Links published themes to these measures, in their order; nothing else of them changes any more. */
export async function linkThemes(
  tx: Db,
  consultationId: string,
  measureIds: readonly (string | null)[],
): Promise<void> {
  for (const [position, measureId] of measureIds.entries())
    await tx.theme.updateMany({ where: { consultationId, position }, data: { measureId } })
}

/** From now on everybody may see the outcome. */
export async function markPublished(tx: Db, consultationId: string, at: Date): Promise<void> {
  await tx.theme.updateMany({ where: { consultationId }, data: { publishedAt: at } })
  await tx.consultation.update({ where: { id: consultationId }, data: { publishedAt: at } })
}

/** The measures of the plan in force, by what a file may call them. */
export async function currentMeasures(
  db: Db,
): Promise<readonly { readonly id: string; readonly code: string }[]> {
  return db.$queryRaw`
    select m.id, m.code from measure m join objective o on o.id = m.objective_id join goal g on g.id = o.goal_id
    where g.plan_id = (select id from plan where is_current order by starts_on desc limit 1)
    order by g.position, o.position, m.position`
}

/** Every theme of a closed consultation, for the public counter. */
export async function themesToCount(
  db: Db,
): Promise<
  readonly { readonly closedAt: Date; readonly publishedAt: Date | null; readonly isDone: boolean }[]
> {
  const rows = await db.$queryRaw<{ closedAt: Date; publishedAt: Date | null; measureId: string | null }[]>`
    select c.closed_at as "closedAt", t.published_at as "publishedAt", t.measure_id as "measureId"
    from theme t join consultation c on c.id = t.consultation_id where c.closed_at is not null`
  const measures = await linkedMeasures(
    db,
    rows.flatMap(({ measureId }) => measureId ?? []),
  )
  return rows.map(({ measureId, ...row }) => ({
    ...row,
    isDone: (measureId && measures.get(measureId)?.status === 'done') || false,
  }))
}
