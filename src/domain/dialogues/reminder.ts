/** What is answered to a reminder, from whatever stands: one tap, and a question or two where the answer needs one. */
import {
  remindedIn,
  reminderAnswers,
  reminderButton,
  type Reminded,
  type ReminderAnswer,
} from '../deadline.ts'
import { atHome, move, stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { givenIn } from '../evidence.ts'
import type { Incoming } from '../message.ts'
import { say, type Phrase } from '../phrase.ts'
import { blockerIn, type RemindedDeadline } from '../reminded.ts'
import { answered, asking, contextOf, onwards, type Answering } from './answering.ts'
import { askDate, dateOn, reasonOn } from './more-time.ts'
import { askWho, noteOn, whoOn } from './hand-over.ts'
import { beginReading } from './report.ts'

/** Which deadline a turn is about, so that it can be loaded. */
export function remindedOf(state: State, { choice = '' }: Pick<Incoming, 'choice'>): bigint | undefined {
  const tapped = remindedIn(choice)?.deadlineId ?? blockerIn(choice)?.deadlineId
  return tapped ?? (state.at === 'due' ? BigInt(state.deadline) : undefined)
}

/** What those say who are in the way; undefined when it is no such button. */
export function answerBlocker(state: State, choice: string, { reminded }: World): Turn | undefined {
  const tapped = blockerIn(choice)
  if (!tapped) return undefined
  if (!reminded?.mayUnblock) return stay(state, { parts: [say('due-not-yours')] })
  const { isComing } = tapped
  const words = say(isComing ? 'blocker-coming' : 'blocker-not-us', { who: reminded.entity.name })
  return move(
    atHome,
    [{ parts: [words], offers: onwards, replaces: true }],
    [{ is: 'blockerAnswered', deadlineId: reminded.id, isComing }],
  )
}

/** A button under a reminder; undefined when it is none. */
export function answerReminder(state: State, choice: string, world: World): Turn | undefined {
  const tapped = remindedIn(choice)
  if (!tapped) return undefined
  const { reminded } = world
  if (!reminded?.mayAnswer) return stay(state, { parts: [say('due-not-yours')] })
  if (tapped.answer === 'open') return move(atHome, [oneReply(reminded, tapped.step)])
  const answer = reminderAnswers.find((one) => one === tapped.answer)
  if (!answer || isOver(tapped, reminded)) return move(atHome, [overReply(reminded)])
  return answers[answer](tapped, reminded, world)
}

/** One message while an answer needs another word. */
export function answerOn(state: Answering, incoming: Incoming, world: World): Turn {
  const { reminded } = world
  const isSettled = state.asks !== 'evidence' && reminded && isOver(contextOf(state), reminded)
  if (!reminded?.mayAnswer || isSettled)
    return move(atHome, [reminded?.mayAnswer ? overReply(reminded) : { parts: [say('due-not-yours')] }])
  if (incoming.choice === 'dd:drop')
    return move(atHome, [{ ...oneReply(reminded, state.step), replaces: true }])
  return words[state.asks](state, incoming, reminded, world)
}

/** The question that stands, said again. */
export function answerPrompt(state: Answering, world: World): Reply {
  const { reminded } = world
  if (!reminded) return { parts: [say('due-not-yours')], offers: onwards }
  if (state.asks === 'evidence') return evidenceReply([say('due-evidence-more')])
  if (state.asks === 'date' || state.asks === 'reason') return askDate(state, reminded)
  return askWho(state, reminded)
}

type Answer = (tapped: Reminded, reminded: RemindedDeadline, world: World) => Turn

const answers: Readonly<Record<ReminderAnswer, Answer>> = {
  on_track: (tapped, { title, dueOn }) =>
    move(
      atHome,
      [
        {
          parts: [say('due-on-track', { what: title, day: { day: dueOn } })],
          offers: onwards,
          replaces: true,
        },
      ],
      [answered(tapped, 'on_track')],
    ),
  done: (tapped, reminded, world) =>
    reminded.kind === 'reading'
      ? beginReading(reminded.indicatorId!, reminded.code, world)
      : move(
          asking(tapped, 'evidence'),
          [
            {
              ...evidenceReply([say('due-done', { what: reminded.title }), say('due-evidence-ask')], true),
              replaces: true,
            },
          ],
          [answered(tapped, 'done')],
        ),
  more_time: (tapped, reminded) => {
    const state = asking(tapped, 'date')
    return move(state, [{ ...askDate(state, reminded), replaces: true }])
  },
  blocked: (tapped, reminded) => {
    const state = asking(tapped, 'blocker')
    return move(state, [{ ...askWho(state, reminded), replaces: true }])
  },
  not_ours: (tapped, reminded) => {
    const state = asking(tapped, 'owner')
    return move(state, [{ ...askWho(state, reminded), replaces: true }])
  },
}

type Words = (state: Answering, incoming: Incoming, reminded: RemindedDeadline, world: World) => Turn

const words: Readonly<Record<Answering['asks'], Words>> = {
  evidence: evidenceOn,
  date: dateOn,
  reason: reasonOn,
  blocker: whoOn,
  owner: whoOn,
  note: noteOn,
}

function evidenceOn(state: Answering, incoming: Incoming, reminded: RemindedDeadline): Turn {
  const { title, source, measureId } = reminded
  if (incoming.choice === 'dd:enough')
    return move(atHome, [{ parts: [say('due-evidence-thanks')], offers: onwards, replaces: true }])
  if (incoming.choice === 'dd:undo')
    return move(
      atHome,
      [{ ...oneReply({ ...reminded, status: 'open' }, state.step, say('due-undone')), replaces: true }],
      [{ is: 'deadlineReopened', deadlineId: reminded.id }],
    )
  const given = givenIn(incoming)
  if (!given) return stay(state, evidenceReply([say('due-evidence-how', { what: title })]))
  if ('refusal' in given) return stay(state, evidenceReply([given.refusal]))
  return move(
    state,
    [evidenceReply([say('due-evidence-kept'), say('due-evidence-more')])],
    [{ is: 'evidenceGiven', deadline: source, measure: measureId, given }],
  )
}

function evidenceReply(parts: readonly Phrase[], isFresh = false): Reply {
  return {
    parts,
    expects: 'file',
    offers: [
      { id: 'dd:enough', label: say(isFresh ? 'due-evidence-skip' : 'due-evidence-enough'), row: 'step' },
      ...(isFresh ? [{ id: 'dd:undo', label: say('due-undo'), row: 'step' as const }] : []),
    ],
  }
}

/** A button of an earlier message: done or dropped since, or for a date that has moved. */
function isOver({ dueOn }: Reminded, reminded: RemindedDeadline): boolean {
  return reminded.status !== 'open' || reminded.dueOn !== dueOn
}

/** What has become of it since, and what can still be answered. */
function overReply(reminded: RemindedDeadline): Reply {
  const { status, title, doneOn, dueOn } = reminded
  if (status === 'open') return oneReply(reminded, '', say('due-moved', { what: title, day: { day: dueOn } }))
  const lead =
    status === 'done'
      ? say(doneOn ? 'due-done-on' : 'due-done-before', {
          what: title,
          ...(doneOn ? { day: { day: doneOn } } : {}),
        })
      : say('due-dropped', { what: title })
  return { parts: [lead], offers: onwards }
}

/** One deadline by itself, with its five answers. */
function oneReply(reminded: RemindedDeadline, step: string, lead?: Phrase): Reply {
  const { id: deadlineId, dueOn, title, measure, entity, waiting, status } = reminded
  if (status !== 'open') return overReply(reminded)
  const offers = reminderAnswers.map((answer): Offer => ({
    id: reminderButton({ deadlineId, dueOn, step }, answer),
    label: say(`answer-${answer}`),
    row: 'answer',
  }))
  return {
    parts: [
      ...(lead ? [lead] : []),
      say('due-one', { what: title, day: { day: dueOn } }),
      ...(measure ? [measure] : []),
      say('due-entity', { entity: entity.name }),
      ...(waiting ? [say(`due-waiting-${waiting.kind}`, { to: waiting.toName })] : []),
    ],
    offers: [...offers, ...onwards],
    pick: 'one',
  }
}
