/** From decided steps to messages: who is told, what goes together into one, and what nobody needs to hear any more. */
import {
  decide,
  nextOpening,
  type Addressee,
  type Calendar,
  type Deadline,
  type Decision,
  type Policy,
  type Step,
} from './deadline.ts'
import { dayAfter } from './moment.ts'
import type { Day } from './phrase.ts'

/** Who can be asked, by role; empty where nobody can be reached. */
export type PeopleOf = (to: Addressee) => readonly string[]

/** What is decided about a deadline, with those whom it is to be said to. */
export interface Addressed extends Omit<Decision, 'steps'> {
  readonly told: readonly { readonly step: string; readonly role: Addressee; readonly personId: string }[]
  /** Steps that reach nobody. Where that is all there is, they are tried again on the next working day. */
  readonly unreached: readonly Step[]
}

/** Decides about one deadline and says whom it goes to. */
export function decideFor(
  deadline: Deadline,
  policy: Policy,
  of: PeopleOf,
  { now, calendar }: { now: Date; calendar: Calendar },
): Addressed {
  const { steps, ...looked } = decide(deadline, policy, now, calendar)
  const told = steps.flatMap(({ name: step, to }) => {
    const { role, people } = peopleFor(to, of)
    return people.map((personId) => ({ step, role, personId }))
  })
  const unreached = steps.filter(({ name }) => !told.some(({ step }) => step === name))
  if (steps.length === 0 || told.length > 0) return { ...looked, told, unreached }
  const { remindedAt, askedOn } = deadline
  return { told, unreached, remindedAt, askedOn, nextAt: tomorrowsOpening(policy, now, calendar) }
}

/** Whom a step goes to. Where nobody speaks for an entity, the next one up is told instead: no deadline is missed for want of a contact. */
function peopleFor(
  to: Addressee,
  of: PeopleOf,
): { readonly role: Addressee; readonly people: readonly string[] } {
  const line = to === 'contact' ? ladderFromContact : to === 'coordinator' ? fromCoordinator : [to]
  const role = line.find((one) => of(one).length > 0)
  return role ? { role, people: of(role) } : { role: to, people: [] }
}

const ladderFromContact = ['contact', 'second', 'superior', 'coordinator', 'plenipotentiary'] as const
const fromCoordinator = ['coordinator', 'plenipotentiary'] as const

/** When messages of a policy may leave after today. */
export function tomorrowsOpening(policy: Policy, now: Date, calendar: Calendar): Date {
  return nextOpening(policy, calendar.at(dayAfter(calendar.wall(now).day, 1), '00:00'), calendar)
}

/** A step that was decided for one person and waits for its message. */
export interface Waiting {
  readonly deadlineId: bigint
  readonly dueOn: Day
  readonly step: string
  readonly personId: string
  readonly role: Addressee
  readonly status: Deadline['status']
  /** The deadline still has the date the step was for. */
  readonly isCurrent: boolean
  readonly policy: Policy
  /** The person wants one message a day. */
  readonly hasDigest: boolean
}

/** One message to one person about one or several steps. */
export interface ReminderMessage<W extends Waiting> {
  readonly personId: string
  /** What makes it one: nothing is said twice under the same name. */
  readonly about: string
  readonly items: readonly W[]
}

/** Why somebody was not told: it was over before, something newer is said instead, or the day has had its message. */
export type HeldBack = 'over' | 'newer' | 'another-day'

export interface Gathering<W extends Waiting> {
  readonly messages: readonly ReminderMessage<W>[]
  /** `another-day` waits on; the others are never said. */
  readonly heldBack: readonly { readonly item: W; readonly why: HeldBack }[]
}

/**
 * Gathers what waits for one person at a moment. What is due within two days goes alone, and so does what its policy or the person wants alone;
 * the rest goes into the one message of the day, or waits for tomorrow's when today has had one.
 */
export function gather<W extends Waiting>(
  waiting: readonly W[],
  { now, calendar, hasHadDigest }: { now: Date; calendar: Calendar; hasHadDigest: boolean },
): Gathering<W> {
  const today = calendar.wall(now).day
  const judged = waiting.map((item) => ({ item, why: whyNot(item, waiting, now, calendar) }))
  const sayable = judged.filter(({ why }) => why === undefined).map(({ item }) => item)
  const alone = sayable.filter((item) => goesAlone(item, today))
  const together = sayable.filter((item) => !goesAlone(item, today))
  const digest = { about: digestOf(today), items: together }
  const messages = [
    ...alone.map((item) => ({ about: aloneAbout(item), items: [item] })),
    ...(together.length > 0 && !hasHadDigest ? [digest] : []),
  ].map((message) => ({ personId: message.items[0]!.personId, ...message }))
  const postponed = hasHadDigest ? together.map((item) => ({ item, why: 'another-day' as const })) : []
  return {
    messages,
    heldBack: [...judged.flatMap(({ item, why }) => (why ? [{ item, why }] : [])), ...postponed],
  }
}

/** The name of the one message of a day. */
export function digestOf(day: Day): string {
  return `digest/${day}`
}

function aloneAbout({ deadlineId, dueOn, step }: Waiting): string {
  return `reminder/${deadlineId}/${dueOn}/${step}`
}

function whyNot(item: Waiting, all: readonly Waiting[], now: Date, calendar: Calendar): HeldBack | undefined {
  if (isOver(item)) return 'over'
  if (all.findLast((one) => isAlike(one, item) && !isOver(one)) !== item) return 'newer'
  return nextOpening(item.policy, now, calendar) > now ? 'another-day' : undefined
}

function isOver({ status, isCurrent }: Waiting): boolean {
  return status !== 'open' || !isCurrent
}

/** Two steps about the same thing on the same side of the ladder: the later says it all. */
function isAlike(one: Waiting, other: Waiting): boolean {
  return one.deadlineId === other.deadlineId && isRung(one) === isRung(other)
}

function isRung({ step }: Waiting): boolean {
  return step.startsWith('>')
}

/** Two days: what is due by then may be too late tomorrow. */
function goesAlone({ dueOn, policy, hasDigest }: Waiting, today: Day): boolean {
  const isNear = dueOn >= today && dueOn <= dayAfter(today, 2)
  return isNear || !policy.hasDigest || !hasDigest
}

/** A message is too late when all it says has a newer step by now; null as long as one has none. */
export function lastsUntil(nexts: readonly (Date | null)[]): Date | null {
  const times = nexts.map((next) => next?.getTime() ?? Infinity)
  const latest = Math.max(...times)
  return Number.isFinite(latest) ? new Date(latest) : null
}
