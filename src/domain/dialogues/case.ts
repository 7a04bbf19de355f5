/** What the safeguarding officer does by chat: says with one tap that a case is theirs. What is in it is never shown there. */
import { takeButton, takenIn } from '../case.ts'
import { move, stay, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { say } from '../phrase.ts'
import { may } from '../staff.ts'

/** That there is a case, without a word of it; without the button for those who may not read it. */
export function caseAlert(
  id: string,
  { isUrgent, isReader }: { isUrgent: boolean; isReader: boolean },
): Reply {
  return {
    parts: [
      say(isUrgent ? 'case-alert-urgent' : 'case-alert'),
      say(isReader ? 'case-how' : 'case-nobody', { id }),
    ],
    ...(isReader
      ? {
          offers: [{ id: takeButton(id), label: say('case-take'), row: 'answer' as const }],
          pick: 'one' as const,
        }
      : {}),
  }
}

/** The button under an alert; undefined when it is none. */
export function takeCase(state: State, choice: string, { person }: World): Turn | undefined {
  const id = takenIn(choice)
  if (id === undefined) return undefined
  if (!person?.staff || !may(person.staff.role, 'case.read'))
    return stay(state, { parts: [say('staff-only')] })
  const taken: Reply = { parts: [say('case-taken'), say('case-how', { id })], replaces: true }
  return move(state, [taken], [{ is: 'caseTaken', case: id }])
}

/** That somebody wants to be reached; how stands in the case. */
export function contactAlert(id: string): Reply {
  return { parts: [say('case-contact-alert'), say('case-how', { id })] }
}
