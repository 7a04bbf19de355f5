/** How one deadline is shown: what is due and when, what it waits for, and what can be answered with one tap. */
import { reminderAnswers, reminderButton, type ReminderAct, type Reminded } from '../deadline.ts'
import { stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { dated, say, type Day, type Phrase } from '../phrase.ts'
import type { RemindedDeadline } from '../reminded.ts'
import { onwards } from './answering.ts'

/** One deadline by itself, with what can be answered as it stands now. */
export function dueCard(
  reminded: RemindedDeadline,
  about: Reminded,
  { today }: Pick<World, 'today'>,
  lead?: Phrase,
): Reply {
  const { title, dueOn, measure, entity, waiting, status } = reminded
  if (status !== 'open') return overReply(reminded, about, today)
  const isLate = dueOn < today
  return {
    parts: [
      ...(lead ? [lead] : []),
      say('due-one', { what: title, day: dated(dueOn, today) }),
      ...(measure ? [measure] : []),
      say('due-entity', { entity: entity.name }),
      ...(waiting ? [say(`due-waiting-${waiting.kind}`, { to: waiting.toName })] : []),
    ],
    offers: [...offersFor(reminded, about, isLate), ...onwards],
    pick: 'one',
  }
}

/** A button of an earlier message: what has become of it since, and what can still be answered. */
export function behind(reminded: RemindedDeadline, about: Reminded, { today }: World): Reply {
  const { status, title, dueOn, entity, mayAnswer } = reminded
  if (status === 'open' && !mayAnswer)
    return { parts: [say('due-elsewhere', { what: title, entity: entity.name })], offers: onwards }
  const moved = say('due-moved', { what: title, day: dated(dueOn, today) })
  return dueCard(reminded, about, { today }, moved)
}

/** The five answers of whoever acts for an entity; what is late cannot be on time any more. */
export function answerOffers(about: Reminded, isLate: boolean): readonly Offer[] {
  return reminderAnswers.map((answer) => offer(about, answer, answerKey(answer, isLate)))
}

/** What an answer is called. */
export function answerKey(answer: string, isLate: boolean): string {
  return answer === 'on_track' && isLate ? 'answer-under-way' : `answer-${answer}`
}

/** Done or dropped since, or for a date that has moved. */
export function isOver({ dueOn }: Reminded, reminded: RemindedDeadline): boolean {
  return reminded.status !== 'open' || reminded.dueOn !== dueOn
}

/** In the middle of something else: the words, and the way back to it. */
export function aside(state: State, reply: Reply): Turn {
  if (state.at === 'home') return stay(state, reply)
  const resume: Offer = { id: 'resume', label: say('due-resume'), row: 'step' }
  return stay(state, { ...reply, offers: [resume, ...(reply.offers ?? [])] })
}

/** What is done can be shown to be so, or be taken back. */
function overReply(
  { status, title, doneOn, mayAnswer, ...reminded }: RemindedDeadline,
  about: Reminded,
  today: Day,
): Reply {
  if (status === 'dropped') return { parts: [say('due-dropped', { what: title })], offers: onwards }
  const now = aboutNow(reminded, about)
  return {
    parts: [
      doneOn
        ? say('due-done-on', { what: title, day: dated(doneOn, today) })
        : say('due-done-before', { what: title }),
    ],
    offers: [
      ...(mayAnswer ? [offer(now, 'evidence', 'due-evidence-add'), offer(now, 'reopen', 'due-undo')] : []),
      ...onwards,
    ],
  }
}

/** Those who do not act for the entity take note of it, move it or hand it over. */
function offersFor(reminded: RemindedDeadline, about: Reminded, isLate: boolean): readonly Offer[] {
  const now = aboutNow(reminded, about)
  if (!reminded.mayAnswer) return []
  if (reminded.isOurs) return answerOffers(now, isLate)
  return [
    offer(now, 'on_track', 'answer-noted'),
    offer(now, 'done', 'answer-done'),
    offer(now, 'more_time', 'answer-move'),
    offer(now, 'not_ours', 'answer-hand-over'),
  ]
}

/** The step of a reminder only while the date is the one it spoke of. */
function aboutNow({ id, dueOn }: Pick<RemindedDeadline, 'id' | 'dueOn'>, about: Reminded): Reminded {
  return { deadlineId: id, dueOn, step: about.dueOn === dueOn ? about.step : '' }
}

function offer(about: Reminded, act: ReminderAct, label: string): Offer {
  return { id: reminderButton(about, act), label: say(label), row: 'answer' }
}
