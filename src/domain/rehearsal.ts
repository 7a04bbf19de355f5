/** A stretch of time played through on paper: the same rules that decide and gather for real, on a copy of what is known, and nothing is sent. */
import type { Calendar, Deadline, Policy } from './deadline.ts'
import type { Day } from './phrase.ts'
import { decideFor, digestOf, gather, tomorrowsOpening, type PeopleOf, type Waiting } from './reminding.ts'

/** A deadline as it stands at the beginning. */
export interface Rehearsed extends Deadline {
  readonly id: bigint
  readonly policy: Policy
  readonly nextAt: Date | null
  /** Who can be asked about it. */
  readonly of: PeopleOf
}

/** One thing that would be said, or the reason why it would not. */
export interface RehearsedStep {
  readonly at: Date
  readonly deadlineId: bigint
  readonly step: string
  /** Null where nobody can be reached. */
  readonly personId: string | null
  readonly role: Waiting['role']
  /** The message it goes into; null when it goes into none. */
  readonly about: string | null
  /** Why it goes into none, or not at once. */
  readonly why: 'nobody' | 'over' | 'newer' | 'quiet-hours' | null
  /** When quiet hours let it through. */
  readonly heldUntil: Date | null
}

export interface RehearsalOptions {
  readonly until: Date
  readonly calendar: Calendar
  hasDigest(personId: string): boolean
  /** The end of the quiet hours that an instant falls into for that person. */
  quietUntil(personId: string, at: Date): Date | undefined
}

/** Everything that would go out until then if nobody answered, in the order of time. */
export function rehearse(
  deadlines: readonly Rehearsed[],
  options: RehearsalOptions,
): readonly RehearsedStep[] {
  const { until, calendar } = options
  const states = new Map(deadlines.map((one) => [one.id, one]))
  const digests = new Set<string>()
  const unreached = new Set<string>()
  const steps: RehearsedStep[] = []
  let waiting: readonly Waiting[] = []
  let retryAt = Infinity
  for (;;) {
    const nextAt = earliest(states, retryAt)
    if (nextAt > until.getTime()) return steps
    const now = new Date(nextAt)
    const decided = decideAt(states, now, options)
    steps.push(...decided.nobody.filter((one) => isFirst(one, unreached)))
    const told = tell([...waiting, ...decided.waiting], digests, now, options)
    steps.push(...told.steps)
    waiting = told.waiting
    retryAt = Math.min(
      ...waiting.map(({ policy }) => tomorrowsOpening(policy, now, calendar).getTime()),
      Infinity,
    )
  }
}

/** What reaches nobody is tried every day, and said once. */
function isFirst({ deadlineId, step }: RehearsedStep, known: Set<string>): boolean {
  const key = `${deadlineId} ${step}`
  const isNew = !known.has(key)
  known.add(key)
  return isNew
}

function earliest(states: ReadonlyMap<bigint, Rehearsed>, retryAt: number): number {
  let first = retryAt
  for (const { nextAt } of states.values()) if (nextAt && nextAt.getTime() < first) first = nextAt.getTime()
  return first
}

function decideAt(states: Map<bigint, Rehearsed>, now: Date, { calendar, hasDigest }: RehearsalOptions) {
  const waiting: Waiting[] = []
  const nobody: RehearsedStep[] = []
  for (const one of [...states.values()].filter(({ nextAt }) => nextAt && nextAt <= now)) {
    const { told, unreached, ...looked } = decideFor(one, one.policy, one.of, { now, calendar })
    states.set(one.id, { ...one, ...looked })
    const { id: deadlineId, dueOn, status, policy } = one
    const left = { at: now, deadlineId, personId: null, about: null, why: 'nobody', heldUntil: null } as const
    nobody.push(...unreached.map(({ name: step, to: role }) => ({ ...left, step, role })))
    const known = { deadlineId, dueOn, status, policy, isCurrent: true }
    waiting.push(...told.map((said) => ({ ...known, ...said, hasDigest: hasDigest(said.personId) })))
  }
  return { waiting, nobody }
}

function tell(
  waiting: readonly Waiting[],
  digests: Set<string>,
  now: Date,
  { calendar, quietUntil }: RehearsalOptions,
) {
  const today: Day = calendar.wall(now).day
  const steps: RehearsedStep[] = []
  const left: Waiting[] = []
  for (const personId of new Set(waiting.map((one) => one.personId))) {
    const digest = `${personId} ${digestOf(today)}`
    const own = waiting.filter((one) => one.personId === personId)
    const { messages, heldBack } = gather(own, { now, calendar, hasHadDigest: digests.has(digest) })
    const heldUntil = quietUntil(personId, now) ?? null
    for (const { about, items } of messages) {
      if (about === digestOf(today)) digests.add(digest)
      steps.push(
        ...items.map(({ deadlineId, step, role }) => ({
          at: now,
          deadlineId,
          step,
          personId,
          role,
          about,
          heldUntil,
          why: heldUntil ? ('quiet-hours' as const) : null,
        })),
      )
    }
    for (const { item, why } of heldBack) {
      const { deadlineId, step, role } = item
      if (why === 'another-day') left.push(item)
      else steps.push({ at: now, deadlineId, step, personId, role, about: null, why, heldUntil: null })
    }
  }
  return { steps, waiting: left }
}
