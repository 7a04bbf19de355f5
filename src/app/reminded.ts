/** What the dialogues about deadlines may know, loaded before their turn. */
import type { World } from '../domain/dialogue.ts'
import { kindOf, titleOf } from '../domain/deadline-words.ts'
import { may } from '../domain/staff.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { say } from '../domain/phrase.ts'
import type {
  AskedChange,
  ChangeToDecide,
  DueItem,
  Named,
  OverdueItem,
  RemindedDeadline,
  ReportedIndicator,
} from '../domain/reminded.ts'
import type { Calendar } from '../domain/deadline.ts'
import { dayAfter } from '../domain/moment.ts'
import { dayOfDate } from '../runtime/clock.ts'
import {
  allEntities,
  blockerOf,
  dueFor,
  findChange,
  findDeadline,
  indicatorsFor,
  openChanges,
  overdueEverywhere,
  speaksForCoordinator,
  type DueRow,
  type FoundChange,
  type FoundDeadline,
} from '../store/reminded.ts'
import type { Db } from '../store/store.ts'

/** Who asks, and for whom they speak. */
export interface Viewer {
  readonly staffRole: Parameters<typeof may>[0] | null
  readonly entityIds: readonly string[]
}

export interface About {
  /** The deadline and the request a tap is about. */
  readonly deadlineId: bigint | undefined
  readonly changeId: bigint | undefined
  readonly today: Day
  readonly calendar: Calendar
}

type Deadlines = Pick<
  World,
  'due' | 'reminded' | 'change' | 'isCoordinator' | 'overdue' | 'changes' | 'indicators'
>

/** So many overdue things of a whole city are looked through in a chat; beyond that `plan status` is the better list. */
const mostOverdue = 100

/** What somebody has to do with deadlines who speaks for entities or looks after the plan. */
export async function deadlinesFor(db: Db, viewer: Viewer, about: About): Promise<Deadlines> {
  const { staffRole, entityIds } = viewer
  const isCoordinator =
    (staffRole !== null && may(staffRole, 'date-change.decide')) ||
    (await speaksForCoordinator(db, entityIds))
  const { deadlineId, changeId, today, calendar } = about
  const found = deadlineId === undefined ? null : await findDeadline(db, deadlineId)
  const mayAnswer = found !== null && (isCoordinator || entityIds.includes(found.entityId))
  const change = changeId === undefined ? null : await findChange(db, changeId)
  const entities = found || change || isCoordinator ? await allEntities(db) : []
  const naming = { entities, isCoordinator }
  return {
    isCoordinator,
    due: entityIds.length > 0 ? (await dueFor(db, entityIds, today)).map((row) => dueItemOf(row, today)) : [],
    indicators: entityIds.length > 0 ? await reportedBy(db, entityIds, today) : [],
    reminded: found && {
      ...remindedOf(found, naming),
      mayAnswer,
      laterDays: laterDays(found, today, calendar),
      ...(await blockedBy(db, found, entityIds)),
    },
    change: change && changeOf(change, naming),
    overdue: isCoordinator
      ? (await overdueEverywhere(db, today, mostOverdue)).map((row) => overdueOf(row, today, calendar))
      : [],
    changes: isCoordinator ? (await openChanges(db)).map((one) => changeOf(one, naming)) : [],
  }
}

interface Naming {
  readonly entities: readonly { readonly id: string; readonly names: Localized }[]
  readonly isCoordinator: boolean
}

/** A request as it is told to those who decide. */
export function changeOf(found: FoundChange, naming: Naming): ChangeToDecide {
  return { ...askedOf(found, naming), deadline: remindedOf(found.deadline, naming) }
}

/** A deadline as it is told; what depends on the reader is left out. */
export function remindedOf(
  found: FoundDeadline,
  naming: Naming,
): Omit<RemindedDeadline, 'mayAnswer' | 'laterDays' | 'blockedBy' | 'mayUnblock'> {
  const { source, code, measure, entity, requests } = found
  const kind = kindOf(source)
  const supporting = new Set(measure?.supporters.map(({ entityId }) => entityId))
  const others = naming.entities.filter(({ id }) => id !== entity.id)
  return {
    id: found.id,
    source,
    kind,
    code,
    title: titleOf({ kind, names: found.names as Localized, code }),
    measureId: measure?.id ?? null,
    measure: measure && say('reminder-measure', { code: measure.code, name: measure.names as Localized }),
    indicatorId: found.indicatorId,
    entity: named({ id: entity.id, names: entity.names as Localized }),
    dueOn: dayOfDate(found.dueOn),
    status: found.status as RemindedDeadline['status'],
    doneOn: found.doneOn && dayOfDate(found.doneOn),
    others: [
      ...others.filter(({ id }) => supporting.has(id)),
      ...others.filter(({ id }) => !supporting.has(id)),
    ].map(named),
    waiting: requests[0] ? askedOf(requests[0], naming) : null,
  }
}

function askedOf(
  { id, kind, from, to, reason, isApproved }: FoundDeadline['requests'][number],
  { entities, isCoordinator }: Naming,
): AskedChange {
  const entity = entities.find((one) => one.id === to)
  return {
    id,
    kind: kind as AskedChange['kind'],
    from,
    to,
    toName:
      kind === 'date'
        ? say('due-date-label', { day: { day: to } })
        : entity
          ? { text: entity.names }
          : say('due-somebody'),
    reason,
    isApproved,
    mayDecide: isCoordinator,
  }
}

async function blockedBy(
  db: Db,
  { id }: FoundDeadline,
  entityIds: readonly string[],
): Promise<Pick<RemindedDeadline, 'blockedBy' | 'mayUnblock'>> {
  const blocker = await blockerOf(db, id)
  return { blockedBy: blocker, mayUnblock: blocker !== null && entityIds.includes(blocker) }
}

/** A week, two weeks, a month and three months from the later of today and the due day, each on the next working day. */
function laterDays({ dueOn }: FoundDeadline, today: Day, calendar: Calendar): readonly Day[] {
  const due = dayOfDate(dueOn)
  const from = due > today ? due : today
  return [7, 14, 30, 91].map((days) => {
    let day = dayAfter(from, days)
    while (!calendar.isWorkingDay(day)) day = dayAfter(day, 1)
    return day
  })
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
  return rows.map(({ id, names, unit, direction, asked, previous }) => ({
    id,
    name: { text: names },
    unit: { text: unit },
    direction,
    missing: asked.filter((period) => lastDayOf(period) < today),
    previous,
  }))
}

/** The last day of `2026`, `2026-Q3` or `2026-09`. */
function lastDayOf(period: string): Day {
  const [, year = '', quarter, month] = /^(\d{4})(?:-Q(\d)|-(\d{2}))?$/.exec(period) ?? []
  const last = quarter ? Number(quarter) * 3 : Number(month ?? 12)
  return new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10)
}

function named({ id, names }: { readonly id: string; readonly names: Localized }): Named {
  return { id, name: { text: names } }
}
