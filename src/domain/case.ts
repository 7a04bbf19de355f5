/** A restricted case: what is kept of a disclosure, apart from everything else, and who hears of it until somebody takes it on. */
import type { Priority } from './safeguarding.ts'

/** Somebody is about to write how they can be reached; `consultation` is what they were answering. */
export interface ContactState {
  readonly at: 'contact'
  readonly v: 1
  readonly case: string
  readonly consultation?: string
}

export type CaseFact =
  | {
      readonly is: 'disclosed'
      readonly case: string
      readonly category: string
      readonly priority: Priority
      readonly text: string
      /** The question it was written under; null anywhere else. */
      readonly under: Under | null
    }
  /** In their own words, how somebody wants to be reached. */
  | { readonly is: 'contactLeft'; readonly case: string; readonly text: string }
  | { readonly is: 'caseTaken'; readonly case: string }

export interface Under {
  readonly consultation: string
  readonly question: string
}

/** What is sealed in a case: nothing about who wrote it. */
export interface CaseContent {
  readonly text: string
  readonly category: string
  readonly under: Under | null
}

/** The most that somebody writes about how to reach them. */
export const mostContactChars = 300

const offerOf = 'contact:'
const takeOf = 'case:take:'

/** The button of a young person who wants to be reached. */
export function contactButton(id: string): string {
  return `${offerOf}${id}`
}

/** The case of that button. */
export function contactIn(choice: string): string | undefined {
  return choice.startsWith(offerOf) ? choice.slice(offerOf.length) : undefined
}

/** The button of whoever takes a case on. */
export function takeButton(id: string): string {
  return `${takeOf}${id}`
}

/** The case of that button. */
export function takenIn(choice: string): string | undefined {
  return choice.startsWith(takeOf) ? choice.slice(takeOf.length) : undefined
}

/**
 * Who of a line of people has had to hear of a case by now: the first at once, the next one whenever nobody has taken it on for
 * `answerMinutes` more.
 */
export function toldBy<T>(
  line: readonly T[],
  openedAt: Date,
  now: Date,
  answerMinutes: number,
): readonly T[] {
  const minutes = (now.getTime() - openedAt.getTime()) / 60_000
  return line.slice(0, 1 + Math.max(0, Math.floor(minutes / answerMinutes)))
}
