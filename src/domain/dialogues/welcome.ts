/** The way into a consultation: what it is about, how old somebody is (as a band), and their assent. */
import { isAdmitted } from '../audience.ts'
import { isHere, type Definition } from '../consultation.ts'
import { move, stay, type Current, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { say, type Phrase } from '../phrase.ts'
import { leftOf } from './asking.ts'
import { helpCard, helpOffer } from './help.ts'
import { homeReply } from './home.ts'
import { goOn } from './respond.ts'
import { stale } from './stale.ts'

/** Begins the consultation that `world.current` holds, or goes on with it; says kindly why not when it cannot be. */
export function begin(world: World, wanted: string): Turn {
  const { current } = world
  if (!current) return move({ at: 'home' }, [{ parts: [say('consultation-unknown')] }, homeReply(world)])
  const closed = notAnswerable(current, world)
  if (closed) return move({ at: 'home' }, [closed])
  if (current.participation === 'finished') return move({ at: 'home' }, [alreadyFinished(wanted)])
  if (current.participation === 'started') return resumed(world, current)
  const band = world.person?.ageBand
  return band
    ? admit(world, current, band)
    : stay({ at: 'age', consultation: wanted }, introReply(current.definition), ageReply(current.definition))
}

/** One message while the age is asked. */
export function askAge(state: Extract<State, { at: 'age' }>, incoming: Incoming, world: World): Turn {
  const { current } = world
  if (!current) return begin(world, state.consultation)
  const closed = notAnswerable(current, world)
  if (closed) return move({ at: 'home' }, [closed])
  const [, tag, band] = /^g:([0-9a-f]+):(\w+)$/.exec(incoming.choice ?? '') ?? []
  const isKnown = tag === current.definition.tag && current.definition.ageBands.some(({ id }) => id === band)
  if (isKnown && band) return admit(world, current, band)
  return incoming.choice
    ? stale(state, ageReply(current.definition))
    : stay(state, ageReply(current.definition, say('re-ask')))
}

/** One message while assent is asked. */
export function askAssent(state: Extract<State, { at: 'assent' }>, incoming: Incoming, world: World): Turn {
  const { current } = world
  if (!current) return begin(world, state.consultation)
  const closed = notAnswerable(current, world)
  if (closed) return move({ at: 'home' }, [closed])
  const [, word, tag] = /^([yn]):([0-9a-f]+)$/.exec(incoming.choice ?? '') ?? []
  if (tag !== current.definition.tag)
    return incoming.choice
      ? stale(state, assentReply(current.definition))
      : stay(state, assentReply(current.definition, say('re-ask')))
  return word === 'y'
    ? agreed(state, world, current)
    : move({ at: 'home' }, [declinedReply], [{ is: 'forgotten' }])
}

/** The prompt that stands in the two states of this dialogue. */
export function welcomePrompt(
  state: Extract<State, { at: 'age' | 'assent' }>,
  { definition }: Current,
): Reply {
  return state.at === 'age' ? ageReply(definition) : assentReply(definition)
}

function agreed(state: Extract<State, { at: 'assent' }>, world: World, current: Current): Turn {
  const person = { ...(world.person ?? { isStopped: false, staff: null, entities: [] }), ageBand: state.band }
  const turn = goOn({ ...world, person, current: { ...current, participation: 'started' } })
  const first = { ...turn.replies[0]!, replaces: true }
  return move(
    turn.state,
    [first, ...turn.replies.slice(1)],
    [
      { is: 'assented', consultation: state.consultation, version: current.version, band: state.band },
      ...turn.facts,
    ],
  )
}

function admit(world: World, current: Current, band: string): Turn {
  const { definition } = current
  const verdict = isAdmitted(band, { minAge: world.channel.minAge, audience: definition.audience })
  if (verdict !== 'yes') return refuse(world, definition, verdict)
  const state: State = { at: 'assent', consultation: definition.id, band }
  const reply = assentReply(definition)
  return world.person?.ageBand
    ? stay(state, introReply(definition), reply)
    : stay(state, { ...reply, replaces: true })
}

function refuse(world: World, definition: Definition, why: 'too-young' | 'too-old'): Turn {
  const words: Phrase =
    why === 'too-old'
      ? say('age-refusal-old', { from: definition.audience.from, to: definition.audience.to })
      : definition.texts.ageRefusal
        ? { text: definition.texts.ageRefusal }
        : say('age-refusal')
  return move({ at: 'home' }, [{ parts: [words], replaces: true }, helpCard(world)], [{ is: 'forgotten' }])
}

function resumed(world: World, current: Current): Turn {
  const turn = goOn(world)
  const left = turn.state.at === 'question' ? leftOf(turn.state, current) : 1
  return goOn(world, say('welcome-back', { left }))
}

function notAnswerable({ definition, status }: Current, world: World): Reply | undefined {
  const outcome = { day: { day: definition.outcomeDueOn } }
  if (status === 'draft')
    return {
      parts: [say('not-open-yet', { title: definition.title, day: { day: definition.opensOn } })],
      offers: [toStart, helpOffer],
    }
  if (status !== 'open') return { parts: [say('closed-meanwhile', outcome)], offers: [toStart, helpOffer] }
  return isHere(definition.places, world.channel.name)
    ? undefined
    : { parts: [say('answer-elsewhere', { title: definition.title })], offers: [toStart, helpOffer] }
}

const toStart = { id: 'home', label: say('to-start'), row: 'step' as const }
const declinedReply: Reply = { parts: [say('declined')], offers: [toStart, helpOffer], replaces: true }

function introReply({ texts, title, purpose, canChange, cannotChange, introExtra }: Definition): Reply {
  const welcome: Phrase = texts.welcome ? { text: texts.welcome } : say('welcome')
  return {
    parts: [
      welcome,
      say('about-consultation', { title, purpose }),
      { text: canChange },
      { text: cannotChange },
      ...(introExtra ? [{ text: introExtra }] : []),
    ],
  }
}

function ageReply({ tag, texts, ageBands }: Definition, lead?: Phrase): Reply {
  const offers = ageBands.map(({ id, label }) => ({
    id: `g:${tag}:${id}`,
    label: { text: label },
    row: 'answer' as const,
  }))
  return {
    parts: [...(lead ? [lead] : []), texts.age ? { text: texts.age } : say('age')],
    offers: [...offers, helpOffer],
    pick: 'one',
  }
}

function assentReply({ tag, texts }: Definition, lead?: Phrase): Reply {
  return {
    parts: [...(lead ? [lead] : []), texts.assent ? { text: texts.assent } : say('assent')],
    offers: [
      { id: `y:${tag}`, label: texts.agree ? { text: texts.agree } : say('agree'), row: 'answer' },
      { id: `n:${tag}`, label: texts.decline ? { text: texts.decline } : say('decline'), row: 'answer' },
      helpOffer,
    ],
    pick: 'one',
  }
}

function alreadyFinished(consultation: string): Reply {
  return {
    parts: [say('already-finished')],
    offers: [{ id: `change:${consultation}`, label: say('change-answers'), row: 'step' }, toStart, helpOffer],
  }
}
