/** What a deadline says and to whom, as its policy has it: a pure rule of dates, so that moving a date changes everything that follows. */
import { dayAfter } from './moment.ts'
import type { Day } from './phrase.ts'

export const deadlineKinds = ['milestone', 'recurrence', 'reading', 'report', 'outcome'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** Whom a reminder is for: the contact of the entity at first, and the rungs of the ladder while nobody answers. */
export const rungs = ['second', 'superior', 'coordinator', 'plenipotentiary'] as const
export type Rung = (typeof rungs)[number]
export type Addressee = 'contact' | Rung

/** What can be answered to a reminder with one tap. */
export const reminderAnswers = ['on_track', 'done', 'more_time', 'blocked', 'not_ours'] as const
export type ReminderAnswer = (typeof reminderAnswers)[number]

/** Reminders are data: a plan brings its policies. */
export interface Policy {
  /** Calendar days before the due day, as negative numbers; 0 is the day itself. */
  readonly offsetsDays: readonly number[]
  /** Calendar days after it, for as long as it is open. */
  readonly overdueDays: readonly number[]
  /** Whom to tell when nobody has answered for so many working days. */
  readonly escalate: readonly { readonly afterDays: number; readonly to: Rung }[]
  /** `HH:MM` on the programme's clocks; what is late waits for the next window. */
  readonly sendWindow: { readonly from: string; readonly to: string }
  readonly isWorkingDaysOnly: boolean
  /** What is not urgent goes into the one message of the day. */
  readonly hasDigest: boolean
}

/** The days and clocks of the programme. */
export interface Calendar {
  isWorkingDay(day: Day): boolean
  /** The instant at which the clocks show `HH:MM` on that day. */
  at(day: Day, time: string): Date
  /** What the clocks show then. */
  wall(instant: Date): { readonly day: Day; readonly time: string }
}

/** What the rule has to know of a deadline. */
export interface Deadline {
  readonly dueOn: Day
  readonly status: 'open' | 'done' | 'dropped'
  /** Steps up to this moment have been decided about. */
  readonly remindedAt: Date | null
  /** The day somebody was first asked on the due day or later: grace periods count from it. */
  readonly askedOn: Day | null
  /** The newest answer. */
  readonly acknowledgedAt: Date | null
}

/** One step of a policy: `-14`, `0`, `+7` for the contact, `>coordinator` up the ladder. */
export interface Step {
  readonly name: string
  readonly to: Addressee
  readonly at: Date
}

/** Nobody wants to hear of the day before a holiday on the holiday: what comes before the due day moves to the working day before, what comes after it to the one after. */
export function stepsOf(deadline: Deadline, policy: Policy, calendar: Calendar): readonly Step[] {
  const asked = [...policy.offsetsDays, ...policy.overdueDays].map((offset): Step => {
    const day = workingDay(dayAfter(deadline.dueOn, offset), offset > 0 ? 1 : -1, policy, calendar)
    return {
      name: offset > 0 ? `+${offset}` : String(offset),
      to: 'contact',
      at: calendar.at(day, policy.sendWindow.from),
    }
  })
  return [...asked, ...ladder(deadline, policy, calendar)].toSorted(
    (one, other) => one.at.getTime() - other.at.getTime(),
  )
}

/** The steps that have come by `now`, the oldest first; none of a deadline that is done or dropped. */
export function dueReminders(
  deadline: Deadline,
  policy: Policy,
  now: Date,
  calendar: Calendar,
): readonly Step[] {
  return deadline.status === 'open' ? stepsOf(deadline, policy, calendar).filter(({ at }) => at <= now) : []
}

/** What is decided about a deadline at a moment. */
export interface Decision {
  /** At most one for the contact and one up the ladder: after an outage only the newest of each. */
  readonly steps: readonly Step[]
  /** When there is something to decide next; null when there is nothing more. */
  readonly nextAt: Date | null
  readonly remindedAt: Date | null
  readonly askedOn: Day | null
}

/** Decides what goes out now and when to look again; asked twice at the same moment, the second time nothing goes out. */
export function decide(deadline: Deadline, policy: Policy, now: Date, calendar: Calendar): Decision {
  const { remindedAt, askedOn } = deadline
  const undecided = dueReminders(deadline, policy, now, calendar).filter(
    ({ at }) => remindedAt === null || at > remindedAt,
  )
  if (undecided.length === 0)
    return { steps: [], remindedAt, askedOn, nextAt: nextStepAt(deadline, policy, now, calendar) }
  const opensAt = nextOpening(policy, now, calendar)
  if (opensAt > now) return { steps: [], remindedAt, askedOn, nextAt: opensAt }
  const steps = [
    undecided.findLast(({ to }) => to === 'contact'),
    undecided.findLast(({ to }) => to !== 'contact'),
  ].filter((step) => step !== undefined)
  const isAsked = steps.some(({ name, to }) => to === 'contact' && isAsking(name, policy))
  const decided = {
    ...deadline,
    remindedAt: now,
    askedOn: askedOn ?? (isAsked ? calendar.wall(now).day : null),
  }
  return {
    steps,
    remindedAt: now,
    askedOn: decided.askedOn,
    nextAt: nextStepAt(decided, policy, now, calendar),
  }
}

/** Whether a step is one after which an answer is waited for: the last before or on the due day, and all after it. */
function isAsking(name: string, { offsetsDays }: Policy): boolean {
  return Number(name) > 0 || Number(name) === Math.max(...offsetsDays)
}

function nextStepAt(deadline: Deadline, policy: Policy, now: Date, calendar: Calendar): Date | null {
  if (deadline.status !== 'open') return null
  return stepsOf(deadline, policy, calendar).find(({ at }) => at > now)?.at ?? null
}

/** The ladder begins when somebody has been asked; whoever answers from then on stops it. */
function ladder(
  { dueOn, askedOn, acknowledgedAt }: Deadline,
  policy: Policy,
  calendar: Calendar,
): readonly Step[] {
  if (!askedOn || (acknowledgedAt && calendar.wall(acknowledgedAt).day >= askedOn)) return []
  const from = askedOn > dueOn ? askedOn : dueOn
  return policy.escalate.map(({ afterDays, to }) => ({
    name: `>${to}`,
    to,
    at: calendar.at(workingDaysAfter(from, afterDays, calendar), policy.sendWindow.from),
  }))
}

/** When messages of this policy may leave next: `now` itself, or the beginning of the next window. */
export function nextOpening({ sendWindow, isWorkingDaysOnly }: Policy, now: Date, calendar: Calendar): Date {
  const { day, time } = calendar.wall(now)
  const isToday = !isWorkingDaysOnly || calendar.isWorkingDay(day)
  if (isToday && time >= sendWindow.from && time < sendWindow.to) return now
  const first = isToday && time < sendWindow.from ? day : dayAfter(day, 1)
  return calendar.at(workingDay(first, 1, { isWorkingDaysOnly }, calendar), sendWindow.from)
}

/** `day` itself, or the nearest working day in that direction. */
function workingDay(
  day: Day,
  direction: 1 | -1,
  { isWorkingDaysOnly }: Pick<Policy, 'isWorkingDaysOnly'>,
  calendar: Calendar,
): Day {
  let one = day
  while (isWorkingDaysOnly && !calendar.isWorkingDay(one)) one = dayAfter(one, direction)
  return one
}

/** The working day that is so many working days later. */
export function workingDaysAfter(day: Day, days: number, calendar: Calendar): Day {
  let one = day
  for (let left = days; left > 0;) {
    one = dayAfter(one, 1)
    if (calendar.isWorkingDay(one)) left -= 1
  }
  return one
}

/** A policy as a plan's file writes it. */
export interface WrittenPolicy {
  readonly offsets_days?: readonly number[]
  readonly overdue_days?: readonly number[]
  readonly escalate?: readonly { readonly after_days: number; readonly to: Rung }[]
  readonly send_window?: { readonly from: string; readonly to: string }
  readonly working_days_only?: boolean
  readonly digest?: boolean
}

/**
 * A policy with everything that its file leaves open. Where it names only those above the entity, whoever speaks for the entity beside the
 * contact is asked before: the second contact after a third of the grace period, their superior after two thirds, if that leaves a day.
 */
export function policyOf(written: WrittenPolicy): Policy {
  const escalate = (written.escalate ?? []).map(({ after_days, to }) => ({
    afterDays: Math.max(1, after_days),
    to,
  }))
  return {
    offsetsDays: (written.offsets_days ?? []).toSorted((one, other) => one - other),
    overdueDays: (written.overdue_days ?? []).toSorted((one, other) => one - other),
    escalate: [...ownRungs(escalate), ...escalate].toSorted((one, other) => one.afterDays - other.afterDays),
    sendWindow: written.send_window ?? { from: '08:00', to: '16:00' },
    isWorkingDaysOnly: written.working_days_only ?? true,
    hasDigest: written.digest ?? true,
  }
}

function ownRungs(escalate: Policy['escalate']): Policy['escalate'] {
  const own = ['second', 'superior'] as const
  if (escalate.length === 0 || escalate.some(({ to }) => own.some((rung) => rung === to))) return []
  const grace = Math.min(...escalate.map(({ afterDays }) => afterDays))
  return own
    .map((to, n) => ({ to, afterDays: Math.max(n + 1, Math.floor((grace * (n + 1)) / 3)) }))
    .filter(({ afterDays }) => afterDays < grace)
}

/** A reminder as its buttons name it: of which deadline, for which date, at which step. */
export interface Reminded {
  readonly deadlineId: bigint
  readonly dueOn: Day
  readonly step: string
}

/** What else a button about a deadline does: shows it by itself, takes evidence, takes back that it is done. */
export type ReminderAct = ReminderAnswer | 'open' | 'evidence' | 'reopen'

/** The id of a button about a deadline; its step is empty where no reminder was sent. */
export function reminderButton({ deadlineId, dueOn, step }: Reminded, act: ReminderAct): string {
  return `due:${deadlineId.toString(36)}:${dueOn.replaceAll('-', '')}:${step}:${act}`
}

/** What `reminderButton` has written; undefined when it is another button. */
export function remindedIn(choice: string): (Reminded & { readonly answer: string }) | undefined {
  const [, id, year, month, date, step, answer] =
    /^due:([\da-z]{1,12}):(\d{4})(\d{2})(\d{2}):([^:]*):([a-z_]+)$/.exec(choice) ?? []
  if (!id || step === undefined || !answer) return undefined
  const deadlineId = [...id].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
  return { deadlineId, dueOn: `${year}-${month}-${date}`, step, answer }
}
