/** One response of two, when two people turn out to be one. */
import { isComplete, pathOf, type Answer, type Answers, type Question } from './consultation.ts'

/** One pass through a consultation, as far as it went. */
export interface Pass {
  readonly answers: Answers
  readonly isFinished: boolean
}

/**
 * Puts two passes of one person together: where both answered a question, what was answered `here` counts, where the code was typed.
 * Nothing else can decide, for no moment is kept of an answer. A pass that was finished stays so as long as its way is whole; what lies
 * off that way goes, as it does when somebody changes their mind. Otherwise every answer is kept, and there is something left to ask.
 */
export function mergedPass(questions: readonly Question[], here: Pass, there: Pass): Pass {
  const answers = new Map<string, Answer>([...there.answers, ...here.answers])
  const isFinished = (here.isFinished || there.isFinished) && isComplete(questions, answers)
  if (!isFinished) return { answers, isFinished }
  const path = pathOf(questions, answers).map(({ id }) => id)
  return { answers: new Map(path.map((id) => [id, answers.get(id) ?? null])), isFinished }
}
