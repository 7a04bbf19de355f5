/** What is asked when something is done: what shows it, and on which day it was. */
import { reminderButton } from '../deadline.ts'
import { atHome, move, stay, type Offer, type Reply, type Turn, type World } from '../dialogue.ts'
import { givenIn, mostTextChars } from '../evidence.ts'
import type { Incoming } from '../message.ts'
import { dayTyped } from '../moment.ts'
import { dated, say, type Phrase } from '../phrase.ts'
import type { RemindedDeadline } from '../reminded.ts'
import { asking, contextOf, onwards, type Answering } from './answering.ts'

/** A few words, a link or a file, one after the other until that is all; or the day on which it was done. */
export function askEvidence(state: Answering, isFresh = false, lead?: Phrase): Reply {
  const before = lead ? [lead] : []
  if (state.asks === 'doneOn')
    return {
      parts: [...before, say('due-done-when')],
      offers: [{ id: 'dd:yesterday', label: say('due-yesterday'), row: 'answer' }, dropDay],
      pick: 'one',
      expects: 'text',
      maxChars: mostDayChars,
    }
  return {
    parts: [...before, say(isFresh ? 'due-evidence-ask' : 'due-evidence-more')],
    expects: 'file',
    maxChars: mostTextChars,
    offers: [
      { id: 'dd:enough', label: say(isFresh ? 'due-evidence-skip' : 'due-evidence-enough'), row: 'step' },
      ...(isFresh ? corrections(state) : []),
    ],
  }
}

/** One piece of evidence, or that this is all. */
export function evidenceOn(state: Answering, incoming: Incoming, reminded: RemindedDeadline): Turn {
  const { title, source, measureId } = reminded
  if (incoming.choice === 'dd:enough')
    return move(atHome, [{ parts: [say('due-evidence-thanks')], offers: onwards, replaces: true }])
  if (incoming.choice === 'dd:other-day') {
    const next = asking(contextOf(state), 'doneOn')
    return move(next, [{ ...askEvidence(next), replaces: true }])
  }
  const given = givenIn(incoming)
  if (!given) return stay(state, askEvidence(state, false, say('due-evidence-how', { what: title })))
  if ('refusal' in given) return stay(state, askEvidence(state, false, given.refusal))
  return move(
    state,
    [askEvidence(state, false, say('due-evidence-kept'))],
    [{ is: 'evidenceGiven', deadline: source, measure: measureId, given }],
  )
}

/** For those who report later than they finish. */
export function doneOnOn(
  state: Answering,
  { choice, text }: Incoming,
  { id: deadlineId }: RemindedDeadline,
  { today }: World,
): Turn {
  const next = asking(contextOf(state), 'evidence')
  if (choice === 'dd:today') return move(next, [{ ...askEvidence(next, true), replaces: true }])
  const doneOn = dayTyped(choice === 'dd:yesterday' ? 'yesterday' : (text ?? ''), today, 'past')
  if (!doneOn || doneOn > today)
    return stay(state, askEvidence(state, false, say(doneOn ? 'due-done-later' : 'due-date-unread')))
  const kept = say('due-done-kept', { day: dated(doneOn, today) })
  return move(
    next,
    [{ ...askEvidence(next, true, kept), ...(choice ? { replaces: true } : {}) }],
    [{ is: 'doneOnCorrected', deadlineId, doneOn }],
  )
}

const mostDayChars = 40
const dropDay: Offer = { id: 'dd:today', label: say('due-drop'), row: 'step' }

function corrections(state: Answering): readonly Offer[] {
  return [
    { id: 'dd:other-day', label: say('due-other-day'), row: 'step' },
    { id: reminderButton(contextOf(state), 'reopen'), label: say('due-undo'), row: 'step' },
  ]
}
