/** Values of indicators: which are asked for, and what was reported. */
import type { Localized } from '../domain/phrase.ts'
import type { Db } from './store.ts'

/** The indicators these entities report, with the periods that are asked for and the values known so far, the newest first. */
export async function indicatorsFor(db: Db, entityIds: readonly string[]) {
  const rows = await db.indicator.findMany({
    where: { ownerId: { in: [...entityIds] }, isComputed: false, goal: { plan: { isCurrent: true } } },
    include: {
      deadlines: { where: { status: 'open' }, orderBy: { dueOn: 'asc' }, select: { code: true } },
      readings: { where: { value: { not: null } }, orderBy: { period: 'desc' } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, names, unit, direction, isCumulative, deadlines, readings }) => ({
    id,
    names: names as Localized,
    unit: unit as Localized,
    direction: direction as 'up' | 'down',
    asked: deadlines.map(({ code }) => code),
    isCumulative,
    known: readings.map(({ period, value }) => ({ period, value: Number(value) })),
  }))
}

/** Keeps a value; null is "not measured". Returns the one there was. */
export async function keepReading(
  tx: Db,
  {
    indicatorId,
    period,
    value,
    by,
    at,
  }: { indicatorId: string; period: string; value: string | null; by: string; at: Date },
): Promise<string | null> {
  const key = { indicatorId_period: { indicatorId, period } }
  const before = await tx.reading.findUnique({ where: key })
  const row = { value, reportedAt: at, reportedBy: by }
  await tx.reading.upsert({ where: key, create: { indicatorId, period, ...row }, update: row })
  return before?.value?.toString() ?? null
}
