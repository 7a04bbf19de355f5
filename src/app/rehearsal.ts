/** Every reminder and escalation that a stretch of time would bring if nobody answered: who, when, what and why. Nothing is sent or written. */
import { policyOf } from '../domain/deadline.ts'
import { quietUntil, usualQuietHours } from '../domain/delivery.ts'
import { Problem } from '../domain/problem.ts'
import { rehearse, type Rehearsed, type RehearsedStep } from '../domain/rehearsal.ts'
import { dayAfter } from '../domain/moment.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { calendarOf } from '../runtime/calendar.ts'
import { startOfDay } from '../runtime/clock.ts'
import { addresseesOf, type Addressees } from '../store/addressees.ts'
import { everythingThatRecurs } from '../store/occurrences.ts'
import {
  entityNames,
  knownSources,
  openDeadlines,
  policySteps,
  remindable,
  type OpenDeadline,
  type Remindable,
} from '../store/rehearsal.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'
import { occurrencesFor } from './occurrences.ts'

/** One line of a rehearsal. */
export interface RehearsalLine extends RehearsedStep {
  readonly deadline: OpenDeadline
  readonly entity: Localized
  /** Null where nobody can be reached. */
  readonly person: Remindable | null
}

/**
 * Plays the days from `from` to `to`, both included. What is overdue at the beginning is said at the first opening, as after an outage.
 * Deadlines that do not exist yet because they recur are played too.
 * @throws {Problem} `rehearse-no-plan` or `rehearse-backwards`
 */
export async function rehearsePlan(
  { store, clock, config }: Context,
  { from, to }: { from: Day; to: Day },
): Promise<readonly RehearsalLine[]> {
  if (to < from) throw new Problem('rehearse-backwards', { from, to })
  const deadlines = await deadlinesWithin(store.db, { from, to })
  const entities = await entityNames(store.db)
  const people = new Map((await remindable(store.db)).map((one) => [one.personId, one]))
  const addressees = await addresseesOf(store.db, [...entities.keys()])
  const policies = await policySteps(store.db)
  const begin = startOfDay(from, config.TIME_ZONE)
  const isPast = begin < clock.now()
  const rehearsed = deadlines.map((one): Rehearsed => ({
    ...(isPast ? { ...one, remindedAt: null, askedOn: null, acknowledgedAt: null } : one),
    policy: policyOf(policies.get(one.policyId) ?? {}),
    nextAt: new Date(Math.max(begin.getTime(), isPast ? 0 : (one.nextAt?.getTime() ?? 0))),
    of: peopleOf(addressees, one),
  }))
  const steps = rehearse(rehearsed, {
    until: startOfDay(dayAfter(to, 1), config.TIME_ZONE),
    calendar: calendarOf(config.HOLIDAYS, config.TIME_ZONE),
    hasDigest: (personId) => people.get(personId)?.hasDigest ?? true,
    quietUntil: (personId, at) => quietFor(people.get(personId), at, config.TIME_ZONE),
  })
  const byId = new Map(deadlines.map((one) => [one.id, one]))
  return steps.map((step) => {
    const deadline = byId.get(step.deadlineId)!
    const person = (step.personId && people.get(step.personId)) || null
    return { ...step, deadline, person, entity: entities.get(deadline.entityId) ?? {} }
  })
}

async function deadlinesWithin(db: Db, span: { from: Day; to: Day }): Promise<readonly OpenDeadline[]> {
  const recurring = await everythingThatRecurs(db)
  if (!recurring) throw new Problem('rehearse-no-plan')
  const open = await openDeadlines(db)
  const known = await knownSources(db)
  const toCome = occurrencesFor(recurring, span)
    .made.filter(({ source }) => !known.has(source))
    .map((one, n): OpenDeadline => ({ ...untouched, ...one, id: BigInt(-1 - n), code: one.code ?? '' }))
  return [...open, ...toCome]
}

const untouched = {
  status: 'open',
  nextAt: null,
  remindedAt: null,
  askedOn: null,
  acknowledgedAt: null,
} as const

function peopleOf(addressees: Addressees, { entityId }: OpenDeadline): Rehearsed['of'] {
  return (to) => addressees.of(entityId, to)
}

function quietFor(person: Remindable | undefined, at: Date, timeZone: string): Date | undefined {
  const from = person?.quietFrom ?? usualQuietHours.from
  const to = person?.quietTo ?? usualQuietHours.to
  return quietUntil(at, { from, to, timeZone: person?.timeZone ?? timeZone })
}
