/** What the dialogues about deadlines may know, loaded before their turn. */
import type { World } from '../domain/dialogue.ts'
import { kindOf, titleOf } from '../domain/deadline-words.ts'
import { may } from '../domain/staff.ts'
import { dated, say, type Day, type Localized, type Phrase } from '../domain/phrase.ts'
import type {
  AskedChange,
  ChangeDecision,
  ChangeToDecide,
  NamedEntity,
  RemindedDeadline,
} from '../domain/reminded.ts'
import type { Calendar } from '../domain/deadline.ts'
import { laterDays } from '../domain/later-days.ts'
import { dayOf, dayOfDate } from '../runtime/clock.ts'
import {
  deciders,
  findChange,
  openChanges,
  speaksForCoordinator,
  type FoundChange,
} from '../store/changes.ts'
import { allEntities, blockerOf, findDeadline, heardOf, type FoundDeadline } from '../store/reminded.ts'
import { allStaff, type StaffMember } from '../store/staff.ts'
import type { Db } from '../store/store.ts'
import { listsFor } from './due-lists.ts'

/** Who asks, and for whom they speak. */
export interface Viewer {
  readonly personId: string
  readonly staffRole: Parameters<typeof may>[0] | null
  readonly entityIds: readonly string[]
}

export interface About {
  /** The deadline and the request a tap is about. */
  readonly deadlineId: bigint | undefined
  readonly changeId: bigint | undefined
  readonly today: Day
  readonly timeZone: string
  readonly calendar: Calendar
}

type Deadlines = Pick<
  World,
  'due' | 'reminded' | 'change' | 'isCoordinator' | 'overdue' | 'blocked' | 'changes' | 'indicators'
>

/** What somebody has to do with deadlines who speaks for entities or looks after the plan. */
export async function deadlinesFor(db: Db, viewer: Viewer, about: About): Promise<Deadlines> {
  const { entityIds } = viewer
  const isCoordinator = await mayDecide(db, viewer)
  const { deadlineId, changeId, today, timeZone, calendar } = about
  const found = deadlineId === undefined ? null : await findDeadline(db, deadlineId)
  const change = changeId === undefined ? null : await findChange(db, changeId)
  const entities = found || change || isCoordinator ? await allEntities(db) : []
  const desks = change ? await allStaff(db) : []
  const naming: Naming = { entities, isCoordinator, desks, personId: viewer.personId, today, timeZone }
  return {
    isCoordinator,
    ...(await listsFor(db, { entityIds, isCoordinator, entities }, { today, calendar })),
    reminded: found && {
      ...remindedOf(found, naming),
      ...(await standingTo(db, found, viewer, isCoordinator)),
      laterDays: laterDays(dayOfDate(found.dueOn), today, calendar),
    },
    change: change && changeOf(change, naming),
    changes: isCoordinator ? (await openChanges(db)).map((one) => changeOf(one, naming)) : [],
  }
}

/** Whether somebody decides about what entities ask for. */
export async function mayDecide(
  db: Db,
  { staffRole, entityIds }: Omit<Viewer, 'personId'>,
): Promise<boolean> {
  const isStaff = staffRole !== null && may(staffRole, 'date-change.decide')
  return isStaff || speaksForCoordinator(db, entityIds)
}

/**
 * Whether what somebody changes needs no other's word: they decide, and it is not what their own entity asks for;
 * that is for somebody else as long as there is anybody.
 */
export async function decidesAlone(
  db: Db,
  { entityId }: Pick<FoundDeadline, 'entityId'>,
  viewer: Viewer,
): Promise<boolean> {
  if (!(await mayDecide(db, viewer))) return false
  if (!viewer.entityIds.includes(entityId)) return true
  return (await deciders(db)).every((one) => one === viewer.personId)
}

/** Who reads, and the names of everybody else. */
export interface Naming {
  readonly entities: readonly { readonly id: string; readonly names: Localized; readonly short: string }[]
  readonly isCoordinator: boolean
  /** For the name of whoever has decided. */
  readonly desks: readonly StaffMember[]
  readonly personId: string
  readonly today: Day
  readonly timeZone: string
}

/** A request as it is told to those who decide. */
export function changeOf(found: FoundChange, naming: Naming): ChangeToDecide {
  return { ...askedOf(found, naming), deadline: remindedOf(found.deadline, naming) }
}

/** A deadline as it is told; what depends on the reader is left out. */
export function remindedOf(
  found: FoundDeadline,
  naming: Naming,
): Omit<RemindedDeadline, keyof Standing | 'laterDays'> {
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
    entity: { id: entity.id, name: { text: entity.names as Localized } },
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
  { id, kind, from, to, reason, ...row }: FoundDeadline['requests'][number],
  naming: Naming,
): AskedChange {
  const { entities, isCoordinator, personId, today } = naming
  const entity = entities.find((one) => one.id === to)
  return {
    id,
    kind: kind as AskedChange['kind'],
    from,
    to,
    toName:
      kind === 'date'
        ? say('due-date-label', { day: dated(to, today) })
        : entity
          ? { text: entity.names }
          : say('due-somebody'),
    reason,
    decision: decisionOf(row, naming),
    mayDecide: isCoordinator,
    isMine: row.askedBy === personId,
  }
}

function decisionOf(
  {
    decidedAt,
    decidedBy,
    isApproved,
  }: Pick<FoundDeadline['requests'][number], 'decidedAt' | 'decidedBy' | 'isApproved'>,
  { desks, timeZone }: Naming,
): ChangeDecision | null {
  const label = desks.find(({ personId }) => personId === decidedBy)?.label
  const who: Phrase = label ? { text: { pl: label } } : say('addressee-coordinator')
  return decidedAt && { isApproved, who, on: dayOf(decidedAt, timeZone) }
}

type Standing = Pick<
  RemindedDeadline,
  'mayAnswer' | 'isOurs' | 'isDecided' | 'wasReminded' | 'answered' | 'blockedBy' | 'mayUnblock'
>

/** What somebody is to a deadline, and what they have heard and said of it. */
async function standingTo(
  db: Db,
  found: FoundDeadline,
  viewer: Viewer,
  isCoordinator: boolean,
): Promise<Standing> {
  const isOurs = viewer.entityIds.includes(found.entityId)
  const blocker = (await blockerOf(db, found.id))?.by ?? null
  return {
    isOurs,
    mayAnswer: isOurs || isCoordinator,
    isDecided: isCoordinator && (await decidesAlone(db, found, viewer)),
    ...(await heardOf(db, found, viewer.personId)),
    blockedBy: blocker,
    mayUnblock: blocker !== null && viewer.entityIds.includes(blocker),
  }
}

function named(entity: Naming['entities'][number]): NamedEntity {
  return { ...entity, name: { text: entity.names } }
}
