/** What is answered to a reminder, from whatever stands: one tap, and a question or two where the answer needs one. */
import { remindedIn, reminderAnswers, type Reminded, type ReminderAnswer } from '../deadline.ts'
import { atHome, move, stay, type Fact, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { dated, say } from '../phrase.ts'
import { blockerIn, type RemindedDeadline } from '../reminded.ts'
import { answered, asking, contextOf, onwards, type Answering } from './answering.ts'
import { aside, behind, dueCard, isOver } from './due-card.ts'
import { askEvidence, doneOnOn, evidenceOn } from './evidence.ts'
import { askWho, noteOn, whoOn } from './hand-over.ts'
import { askDate, dateOn, reasonOn } from './more-time.ts'
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
  if (!reminded?.mayUnblock) return aside(leaving(state), notYours)
  const { isComing } = tapped
  const words = say(isComing ? 'blocker-coming' : 'blocker-not-us', { who: reminded.entity.name })
  return {
    ...aside(leaving(state), { parts: [words], offers: onwards, replaces: true }),
    facts: [{ is: 'blockerAnswered', deadlineId: reminded.id, isComing }],
  }
}

/** A button under a reminder; undefined when it is none. */
export function answerReminder(state: State, choice: string, world: World): Turn | undefined {
  const tapped = remindedIn(choice)
  if (!tapped) return undefined
  const { reminded } = world
  const { answer: act, ...about } = tapped
  if (!reminded || !(reminded.mayAnswer || reminded.wasReminded)) return aside(leaving(state), notYours)
  if (!reminded.mayAnswer) return aside(leaving(state), behind(reminded, about, world))
  if (act === 'open') return aside(leaving(state), dueCard(reminded, about, world))
  if (act === 'evidence' || act === 'reopen') return afterwards(act, state, about, world, reminded)
  const answer = reminderAnswers.find((one) => one === act)
  if (!answer || isOver(about, reminded)) return aside(leaving(state), behind(reminded, about, world))
  return take(answer, { state, about, reminded, world })
}

/** One message while an answer needs another word. */
export function answerOn(state: Answering, incoming: Incoming, world: World): Turn {
  const { reminded } = world
  if (!reminded?.mayAnswer) return move(atHome, [notYours])
  if (!stands(state, reminded)) return move(atHome, [behind(reminded, contextOf(state), world)])
  if (world.isBack && incoming.choice === undefined && !incoming.file)
    return stay(state, answerPrompt(state, world))
  if (incoming.choice === 'dd:drop')
    return move(atHome, [{ ...dueCard(reminded, contextOf(state), world), replaces: true }])
  return words[state.asks](state, incoming, reminded, world)
}

/** The question that stands, said again. */
export function answerPrompt(state: Answering, world: World): Reply {
  const { reminded } = world
  if (!reminded) return notYours
  if (state.asks === 'evidence' || state.asks === 'doneOn') return askEvidence(state)
  if (state.asks === 'date' || state.asks === 'reason') return askDate(state, reminded, world)
  return askWho(state, reminded)
}

const notYours: Reply = { parts: [say('due-not-yours')], offers: onwards }

interface Tap {
  readonly state: State
  readonly about: Reminded
  readonly reminded: RemindedDeadline
  readonly world: World
}

function take(answer: ReminderAnswer, tap: Tap): Turn {
  const { about, reminded, world, state } = tap
  const isNoted = reminded.answered?.answer === answer && reminded.answered.step === about.step
  const facts: readonly Fact[] = isNoted ? [] : [answered(about, answer)]
  switch (answer) {
    case 'on_track':
      return isNoted ? stay(state, alreadyNoted) : { ...onTrack(tap), facts }
    case 'done':
      return reminded.kind === 'reading'
        ? beginReading(reminded.indicatorId!, reminded.code, world)
        : move(asking(about, 'evidence'), [{ ...doneReply(tap), replaces: true }], facts)
    case 'more_time':
      return ask(asking(about, 'date'), world, facts)
    case 'blocked':
      return ask(asking(about, 'blocker'), world, facts)
    case 'not_ours':
      return ask(asking(about, 'owner'), world, facts)
  }
}

const alreadyNoted: Reply = { parts: [say('already-noted')], isNotice: true }

function onTrack({ state, reminded, world }: Tap): Turn {
  const ours = reminded.dueOn < world.today ? 'due-under-way' : 'due-on-track'
  const key = reminded.isOurs ? ours : 'due-noted'
  const words = say(key, { what: reminded.title, day: dated(reminded.dueOn, world.today) })
  return aside(leaving(state), { parts: [words], offers: onwards, replaces: true })
}

function doneReply({ about, reminded }: Tap): Reply {
  const reply = askEvidence(asking(about, 'evidence'), true)
  return { ...reply, parts: [say('due-done', { what: reminded.title }), ...reply.parts] }
}

function ask(state: Answering, world: World, facts: readonly Fact[]): Turn {
  return move(state, [{ ...answerPrompt(state, world), replaces: true }], facts)
}

/** What can still be done about something that is done. */
function afterwards(
  act: 'evidence' | 'reopen',
  state: State,
  about: Reminded,
  world: World,
  reminded: RemindedDeadline,
): Turn {
  if (reminded.status !== 'done') return aside(leaving(state), dueCard(reminded, about, world))
  if (act === 'evidence') return ask(asking({ ...about, dueOn: reminded.dueOn }, 'evidence'), world, [])
  const open: RemindedDeadline = { ...reminded, status: 'open', doneOn: null }
  const card: Reply = { ...dueCard(open, about, world, say('due-undone')), replaces: true }
  return move(atHome, [card], [{ is: 'deadlineReopened', deadlineId: reminded.id }])
}

type Words = (state: Answering, incoming: Incoming, reminded: RemindedDeadline, world: World) => Turn

const words: Readonly<Record<Answering['asks'], Words>> = {
  evidence: evidenceOn,
  doneOn: doneOnOn,
  date: dateOn,
  reason: reasonOn,
  blocker: whoOn,
  owner: whoOn,
  note: noteOn,
}

/** Evidence is for what is done; everything else for what is open, at the date that was spoken of. */
function stands(state: Answering, reminded: RemindedDeadline): boolean {
  const isAboutDone = state.asks === 'evidence' || state.asks === 'doneOn'
  return isAboutDone ? reminded.status === 'done' : !isOver(contextOf(state), reminded)
}

/** Whatever was asked about a deadline or a value is left for what was tapped; anything else stands as it is. */
function leaving(state: State): State {
  return state.at === 'due' || state.at === 'report' ? atHome : state
}
