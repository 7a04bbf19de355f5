/** Lists of what is due, blocked and to be reported, as the dialogues know them. */
import type { Calendar } from '../domain/deadline.ts'
import type { World } from '../domain/dialogue.ts'
import { kindOf, titleOf } from '../domain/deadline-words.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { partsOfPeriod } from '../domain/reading.ts'
import type { BlockedItem, DueItem, OverdueItem, ReportedIndicator } from '../domain/reminded.ts'
import { indicatorsFor } from '../store/readings.ts'
import { blockedEverywhere, dueFor, overdueEverywhere, type DueRow } from '../store/reminded.ts'
import type { Db } from '../store/store.ts'

/** Whose lists they are, and every entity by its names. */
export interface Lister {
  readonly entityIds: readonly string[]
  readonly isCoordinator: boolean
  readonly entities: readonly { readonly id: string; readonly names: Localized }[]
}

/** So many overdue things of a whole city are looked through in a chat; beyond that `plan status` is the better list. */
const mostOverdue = 100

/** What entities have to do and to report; for those who look after the plan, what is overdue or blocked anywhere. */
export async function listsFor(
  db: Db,
  lister: Lister,
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): Promise<Pick<World, 'due' | 'indicators' | 'overdue' | 'blocked'>> {
  const { entityIds, isCoordinator } = lister
  const speaks = entityIds.length > 0
  const overdue = isCoordinator ? await overdueEverywhere(db, today, mostOverdue) : []
  return {
    due: speaks ? (await dueFor(db, entityIds, today)).map((row) => dueItemOf(row, today)) : [],
    indicators: speaks ? await reportedBy(db, entityIds, today) : [],
    overdue: overdue.map((row) => overdueOf(row, today, calendar)),
    blocked: isCoordinator ? await blockedOf(db, lister, today) : [],
  }
}

async function blockedOf(db: Db, { entities }: Lister, today: Day): Promise<readonly BlockedItem[]> {
  const rows = await blockedEverywhere(db, mostOverdue)
  return rows.map(({ by, note, ...row }) => ({
    ...dueItemOf(row, today),
    entity: { text: row.entityNames },
    by: by === null ? null : { text: entities.find(({ id }) => id === by)?.names ?? {} },
    note,
  }))
}

function dueItemOf(row: DueRow, today: Day): DueItem {
  return {
    id: row.id,
    title: titleOf({ ...row, kind: kindOf(row.source) }),
    measureCode: row.measureCode,
    dueOn: row.dueOn,
    isOverdue: row.dueOn < today,
  }
}

function overdueOf(
  row: Awaited<ReturnType<typeof overdueEverywhere>>[number],
  today: Day,
  { wall }: Calendar,
): OverdueItem {
  return {
    ...dueItemOf(row, today),
    entity: { text: row.entityNames },
    asked: row.asked.map(({ role, at }) => ({ role, on: wall(at).day })),
    answer: row.answer,
  }
}

/** Periods that have ended and are asked for. */
async function reportedBy(
  db: Db,
  entityIds: readonly string[],
  today: Day,
): Promise<readonly ReportedIndicator[]> {
  const rows = await indicatorsFor(db, entityIds)
  return rows.map(({ id, names, unit, direction, isCumulative, asked, known }) => ({
    id,
    name: { text: names },
    unit,
    direction,
    isCumulative,
    missing: asked.filter((period) => lastDayOf(period) < today),
    known,
  }))
}

/** The last day of `2026`, `2026-Q3` or `2026-09`. */
function lastDayOf(period: string): Day {
  const { year = '', quarter, month } = partsOfPeriod(period)
  const last = quarter ? Number(quarter) * 3 : Number(month ?? 12)
  return new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10)
}
