/** A deadline as those see it who answer for it, and what they ask to be changed. */
import type { Addressee, DeadlineKind, ReminderAnswer } from './deadline.ts'
import type { LaterDay } from './later-days.ts'
import type { Day, Localized, Phrase } from './phrase.ts'

export interface Named {
  readonly id: string
  readonly name: Phrase
}

/** An entity that can be chosen, or typed by its name or its abbreviation. */
export interface NamedEntity extends Named {
  readonly names: Localized
  readonly short: string
}

/** The deadline that a tap or a conversation is about. */
export interface RemindedDeadline {
  readonly id: bigint
  readonly source: string
  readonly kind: DeadlineKind
  /** A reading's period. */
  readonly code: string
  readonly title: Phrase
  readonly measureId: string | null
  /** The measure's code and name. */
  readonly measure: Phrase | null
  readonly indicatorId: string | null
  readonly entity: Named
  readonly dueOn: Day
  readonly status: 'open' | 'done' | 'dropped'
  readonly doneOn: Day | null
  /** The person acts for the entity, or looks after the whole plan. */
  readonly mayAnswer: boolean
  /** The person acts for the entity. */
  readonly isOurs: boolean
  /** The person was reminded of it once, and may hear what became of it. */
  readonly wasReminded: boolean
  /** What the person answered last about this date. */
  readonly answered: { readonly step: string; readonly answer: ReminderAnswer } | null
  /** Entities that could be in the way or have it instead: those that support the measure first. */
  readonly others: readonly NamedEntity[]
  /** Working days that could be asked for, the soonest first. */
  readonly laterDays: readonly LaterDay[]
  /** The entity that is in the way, as was last said. */
  readonly blockedBy: string | null
  /** The person speaks for the entity that is in the way. */
  readonly mayUnblock: boolean
  /** The person does not have to ask: what they change is decided by that. */
  readonly isDecided: boolean
  /** What was asked for and is not decided. */
  readonly waiting: AskedChange | null
}

/** A change that was asked for: another date, or another entity. */
export interface AskedChange {
  readonly id: bigint
  readonly kind: 'date' | 'entity'
  /** A day, or an entity's id. */
  readonly from: string
  readonly to: string
  readonly toName: Phrase
  /** As typed, or one of `usualReasons` behind an `@`. */
  readonly reason: string
  readonly decision: ChangeDecision | null
  readonly mayDecide: boolean
  readonly isMine: boolean
}

/** What became of a request: `isApproved` is null when something newer took its place. */
export interface ChangeDecision {
  readonly isApproved: boolean | null
  readonly who: Phrase
  readonly on: Day
}

/** A change together with what it is about, for whoever decides. */
export interface ChangeToDecide extends AskedChange {
  readonly deadline: Pick<RemindedDeadline, 'id' | 'title' | 'measure' | 'entity' | 'dueOn' | 'status'>
}

/** Why things take longer, most of the time. */
export const usualReasons = ['waiting', 'people', 'money', 'purchase'] as const

/** Something that waits for somebody (`by` is null for somebody outside), with what is missing. */
export interface BlockedItem extends DueItem {
  readonly entity: Phrase
  readonly by: Phrase | null
  readonly note: string | null
}

/** Why a value is missing, most of the time. */
export const usualGaps = ['later', 'data'] as const

/** Something due, in a list. */
export interface DueItem {
  readonly id: bigint
  readonly title: Phrase
  readonly measureCode: string | null
  readonly dueOn: Day
  readonly isOverdue: boolean
}

/** Something overdue anywhere in the plan, with how far the ladder has got. */
export interface OverdueItem extends DueItem {
  readonly entity: Phrase
  readonly asked: readonly { readonly role: Addressee; readonly on: Day }[]
  readonly answer: string | null
}

export interface KnownValue {
  readonly period: string
  readonly value: number
}

/** An indicator somebody reports, with the periods that are missing. */
export interface ReportedIndicator {
  readonly id: string
  readonly name: Phrase
  readonly unit: Localized
  readonly direction: 'up' | 'down'
  /** The oldest first. */
  readonly missing: readonly string[]
  /** Counts from the beginning of its year. */
  readonly isCumulative: boolean
  /** Values there are, the newest first. */
  readonly known: readonly KnownValue[]
}

/** The id of a button by which those who are in the way answer. */
export function blockerButton(deadlineId: bigint, answer: 'yes' | 'no'): string {
  return `blk:${deadlineId}:${answer}`
}

/** What `blockerButton` has written. */
export function blockerIn(
  choice: string,
): { readonly deadlineId: bigint; readonly isComing: boolean } | undefined {
  const [, id, answer] = /^blk:(\d{1,18}):(yes|no)$/.exec(choice) ?? []
  return id ? { deadlineId: BigInt(id), isComing: answer === 'yes' } : undefined
}

/** The id of a button that decides about a change. */
export function changeButton(id: bigint, decision: 'yes' | 'no'): string {
  return `chg:${id}:${decision}`
}

/** What `changeButton` has written. */
export function changeIn(choice: string): { readonly id: bigint; readonly isApproved: boolean } | undefined {
  const [, id, decision] = /^chg:(\d{1,18}):(yes|no)$/.exec(choice) ?? []
  return id ? { id: BigInt(id), isApproved: decision === 'yes' } : undefined
}

/** Where a conversation about deadlines stands. */
export type DeadlineState =
  | {
      /** An answer to a reminder that needs another word. */
      readonly at: 'due'
      readonly v: 1
      readonly deadline: string
      readonly dueOn: Day
      readonly step: string
      readonly asks: 'evidence' | 'doneOn' | 'date' | 'reason' | 'blocker' | 'owner' | 'note'
      readonly to?: Day
      readonly by?: string
      readonly page?: number
    }
  | {
      readonly at: 'report'
      readonly v: 1
      readonly indicator: string
      readonly period: string
      /** Typed, and to be confirmed; null where it is asked why there is none. */
      readonly value?: string | null
    }

/** What becomes true in a conversation about deadlines. */
export type DeadlineFact =
  | {
      readonly is: 'reminderAnswered'
      readonly deadlineId: bigint
      readonly dueOn: Day
      readonly step: string
      readonly answer: ReminderAnswer
      readonly details?: Readonly<Record<string, string>>
    }
  | { readonly is: 'doneOnCorrected'; readonly deadlineId: bigint; readonly doneOn: Day }
  | { readonly is: 'deadlineReopened'; readonly deadlineId: bigint }
  | {
      readonly is: 'changeAsked'
      readonly deadlineId: bigint
      readonly kind: 'date' | 'entity'
      readonly from: string
      /** Empty where it is not known whose it is. */
      readonly to: string
      readonly reason: string
    }
  | { readonly is: 'changeDecided'; readonly change: bigint; readonly isApproved: boolean }
  /** Another entity is in the way and is told. */
  | {
      readonly is: 'blockerNamed'
      readonly deadlineId: bigint
      readonly entity: string
      readonly note: string
    }
  | { readonly is: 'blockerAnswered'; readonly deadlineId: bigint; readonly isComing: boolean }
  /** `value` as digits; null is "not measured", never zero. */
  | {
      readonly is: 'readingReported'
      readonly indicator: string
      readonly period: string
      readonly value: string | null
      /** Why it was not measured: as typed, or one of `usualGaps` behind an `@`. */
      readonly why?: string
    }
