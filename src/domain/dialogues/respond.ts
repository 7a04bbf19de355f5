/** Answering: one question after the other, taken in until the city says thank you. */
import { pathOf, type AboutQuestion, type Answer } from '../consultation.ts'
import {
  move,
  stay,
  type Current,
  type Fact,
  type Reply,
  type State,
  type Turn,
  type World,
} from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { say, type Phrase } from '../phrase.ts'
import { read, stepNames, type Input, type Step } from '../question.ts'
import {
  aboutOf,
  aroundOf,
  asking,
  isAnswered,
  knownBand,
  prompt,
  questionOf,
  stepsOf,
  type Asking,
} from './asking.ts'
import { helpCard, helpOffer } from './help.ts'
import { homeReply } from './home.ts'
import { stale } from './stale.ts'

/** Goes to the first question without an answer, or to the first of all when everything is answered. */
export function goOn(world: World, lead?: Phrase, isAgain = false): Turn {
  const current = world.current!
  const steps = stepsOf(current, world)
  const next = isAgain ? steps[0] : (steps.find((step) => !isAnswered(current, step)) ?? steps[0])
  return next ? asking(world, current, next, lead, false) : finish(world, current, [])
}

/** One message while a question stands. */
export function respond(state: Asking, incoming: Incoming, world: World): Turn {
  const { current } = world
  if (!current) return move({ at: 'home' }, [homeReply(world)])
  if (current.status !== 'open') return closedMeanwhile(current, world)
  const taps = (incoming.choice === undefined ? (incoming.choices ?? []) : [incoming.choice]).map(tapOf)
  const here = taps.filter(
    (tap): tap is Tap => tap?.tag === current.definition.tag && tap.question === state.question,
  )
  if (here.length < taps.length) return earlier(state, taps[0], world, current)
  const [tap] = here
  return tap?.is === 'step'
    ? takeStep(state, tap.step, world, current)
    : answer(state, inputOf(incoming, here), world, current)
}

function takeStep(state: Asking, which: Step, world: World, current: Current): Turn {
  const steps = stepsOf(current, world)
  const here = steps.indexOf(state.question)
  if (which === 'back') return asking(world, current, steps[here - 1] ?? state.question)
  if (which === 'keep') return after(state, current, world, [])
  if (which === 'skip') return settle(state, null, world, current)
  if (which === 'done') return answer(state, { isDone: true }, world, current)
  return move({ at: 'home' }, [
    {
      parts: [say('stopped-for-now', { day: { day: current.definition.closesOn } })],
      offers: [resumeOffer(current), helpOffer],
      replaces: true,
    },
  ])
}

function answer(state: Asking, input: Input, world: World, current: Current): Turn {
  const about = aboutOf(state, current)
  if (about) return describe(state, about, input, world, current)
  const question = questionOf(state, current)
  if (!question) return goOn(world)
  const answered = current.answers.get(question.id)
  const draft =
    state.draft ?? (answered && 'options' in answered && question.kind === 'several' ? answered.options : [])
  const reading = read(question, input, draft, aroundOf(world, current))
  if ('answer' in reading) return settle(state, reading.answer, world, current)
  if ('draft' in reading) return redraft({ ...state, draft: reading.draft }, world)
  return input.option || input.isDone
    ? stay(state, { parts: [reading.refusal], isNotice: true })
    : stay(state, prompt(state, world, reading.refusal))
}

function redraft(state: Asking, world: World): Turn {
  return stay(state, prompt(state, world, undefined, true))
}

function settle(state: Asking, value: Answer, world: World, current: Current): Turn {
  const { consultation, version, question } = state
  if (aboutOf(state, current)) return describe(state, aboutOf(state, current)!, null, world, current)
  const changed = { ...current, answers: new Map([...current.answers, [question, value]]) }
  return after(state, changed, world, [{ is: 'answered', consultation, version, question, answer: value }])
}

/** `input` is null for whoever skips. */
function describe(
  state: Asking,
  about: AboutQuestion,
  input: Input | null,
  world: World,
  current: Current,
): Turn {
  const options = about.options ?? world.districts
  const chosen = input?.option ?? input?.options?.[0]
  if (input && !options.some(({ id }) => id === chosen))
    return stay(state, prompt(state, world, say('re-ask')))
  const option = input ? chosen! : null
  const changed = { ...current, about: { ...current.about, [about.id]: option } }
  const { consultation, version } = state
  return after(state, changed, world, [{ is: 'described', consultation, version, about: about.id, option }])
}

function after(state: Asking, current: Current, world: World, facts: readonly Fact[]): Turn {
  const steps = stepsOf(current, world)
  const next = steps[steps.indexOf(state.question) + 1]
  if (!next) return finish({ ...world, current }, current, facts)
  const turn = asking({ ...world, current }, current, next)
  return move(turn.state, turn.replies, facts)
}

function finish(world: World, current: Current, facts: readonly Fact[]): Turn {
  const { definition, version } = current
  const path = pathOf(definition.questions, current.answers).map(({ id }) => id)
  const ageBand = current.about.age_band ?? knownBand(current, world) ?? null
  const finished: Fact = { is: 'finished', consultation: definition.id, version, path, ageBand }
  if (current.participation === 'finished')
    return move({ at: 'home' }, thanks(world, current, 'changes-noted'), [...facts, finished])
  const state: State = { at: 'followUp', consultation: definition.id, version }
  return move(state, [{ ...followUpReply(current), replaces: true }], [...facts, finished])
}

/** One message while "tell me what came of it?" stands. */
export function followUp(state: Extract<State, { at: 'followUp' }>, incoming: Incoming, world: World): Turn {
  const { current } = world
  if (!current) return move({ at: 'home' }, [homeReply(world)])
  const wish = /^f:([0-9a-f]+):(yes|no)$/.exec(incoming.choice ?? '')
  if (wish?.[1] !== current.definition.tag)
    return incoming.choice
      ? stale(state, followUpReply(current))
      : stay(state, {
          ...followUpReply(current),
          parts: [say('re-ask'), ...followUpReply(current).parts],
        })
  const fact: Fact = { is: 'followUpChosen', consultation: state.consultation, isWanted: wish[2] === 'yes' }
  return move({ at: 'home' }, thanks(world, current), [fact])
}

/** Whether somebody wants to hear what came of it. */
export function followUpReply(current: Current): Reply {
  const { tag, texts } = current.definition
  return {
    parts: [texts.followUp ? { text: texts.followUp } : say('follow-up')],
    offers: [
      { id: `f:${tag}:yes`, label: say('yes-please'), row: 'answer' },
      { id: `f:${tag}:no`, label: say('no-thanks'), row: 'answer' },
      helpOffer,
    ],
    pick: 'one',
  }
}

function thanks(world: World, { definition }: Current, lead?: string): Reply[] {
  const day = { day: definition.outcomeDueOn }
  const words: Phrase = definition.texts.thanks
    ? { text: definition.texts.thanks, args: { date: day } }
    : say('thanks', { date: day })
  const card = definition.helpCard.includes('end') ? [helpCard(world)] : []
  return [
    {
      parts: [...(lead ? [say(lead)] : []), words],
      offers: [changeOffer(definition.id), { id: 'home', label: say('to-start'), row: 'step' }, helpOffer],
      replaces: true,
    },
    ...card,
  ]
}

type Tap = { readonly tag: string; readonly question: string } & (
  | { readonly is: 'answer'; readonly option: string }
  | { readonly is: 'step'; readonly step: Step }
)

function tapOf(choice: string): Tap | undefined {
  const [, is, tag, question, what] = /^([as]):([0-9a-f]+):([^:]+):([^:]+)$/.exec(choice) ?? []
  if (!tag || !question || !what) return undefined
  if (is === 'a') return { is: 'answer', tag, question, option: what }
  const step = stepNames.find((one) => one === what)
  return step && { is: 'step', tag, question, step }
}

function inputOf({ text, choice, choices }: Incoming, taps: readonly Tap[]): Input {
  const options = taps.flatMap((tap) => (tap.is === 'answer' ? [tap.option] : []))
  if (choice !== undefined) return { option: options[0]! }
  if (choices) return { options }
  return text ? { text: text.trim() } : {}
}

/** A button of an earlier question: the same answer again changes nothing and needs no question. */
function earlier(state: Asking, tap: Tap | undefined, world: World, current: Current): Turn {
  return tap?.is === 'answer' && tap.tag === current.definition.tag && isNoted(tap, current)
    ? stay(state, { parts: [say('already-noted')], isNotice: true })
    : stale(state, prompt(state, world))
}

function isNoted(tap: { readonly question: string; readonly option: string }, { answers }: Current): boolean {
  const answered = answers.get(tap.question)
  if (!answered) return false
  return 'options' in answered
    ? answered.options.includes(tap.option)
    : 'number' in answered && String(answered.number) === tap.option
}

function closedMeanwhile(current: Current, world: World): Turn {
  return move({ at: 'home' }, [
    {
      parts: [say('closed-meanwhile', { day: { day: current.definition.outcomeDueOn } })],
      offers: [helpOffer],
    },
    homeReply(world),
  ])
}

function resumeOffer({ definition }: Current) {
  return { id: `start:${definition.id}`, label: say('resume'), row: 'step' as const }
}

function changeOffer(consultation: string) {
  return { id: `change:${consultation}`, label: say('change-answers'), row: 'step' as const }
}
