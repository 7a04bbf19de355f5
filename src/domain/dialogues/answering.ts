/** An answer to a reminder that needs another word: where it stands, and the buttons around it. */
import type { Reminded, ReminderAnswer } from '../deadline.ts'
import type { Fact, Offer, State } from '../dialogue.ts'
import { say } from '../phrase.ts'

/** The state in which an answer needs another word. */
export type Answering = Extract<State, { at: 'due' }>

const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }
const toList: Offer = { id: 'partner:deadlines', label: say('partner-deadlines-button'), row: 'step' }
/** Where to go from an answer. */
export const onwards: readonly Offer[] = [toList, toStart]

/** Goes back to the deadline without having asked for anything. */
export const drop: Offer = { id: 'dd:drop', label: say('due-drop'), row: 'step' }

/** Where an answer stands that needs another word. */
export function asking({ deadlineId, dueOn, step }: Reminded, asks: Answering['asks']): Answering {
  return { at: 'due', v: 1, deadline: String(deadlineId), dueOn, step, asks }
}

/** The reminder that an answer belongs to. */
export function contextOf({ deadline, dueOn, step }: Answering): Reminded {
  return { deadlineId: BigInt(deadline), dueOn, step }
}

/** That somebody has answered, which stops the ladder. */
export function answered(
  { deadlineId, dueOn, step }: Reminded,
  answer: ReminderAnswer,
  details?: Readonly<Record<string, string>>,
): Fact {
  return { is: 'reminderAnswered', deadlineId, dueOn, step, answer, ...(details ? { details } : {}) }
}
