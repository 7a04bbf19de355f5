/** Writing an announcement in a chat, one question after the other, until it can be looked at. */
import { move, stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { emptyDraft, stepAfter, stepBefore, type Drafted, type DraftStep } from '../drafted.ts'
import type { Incoming } from '../message.ts'
import { say, type Phrase } from '../phrase.ts'
import { draftQuestions, type Read } from './draft-questions.ts'

/** The state in which an announcement is being written. */
export type Drafting = Extract<State, { at: 'announce' }>

/** Begins a new announcement with its Polish text. */
export function beginDraft(world: World): Turn {
  return ask('pl', emptyDraft(world.freshId), world, false)
}

/** Asks what is to change of one that is written. */
export function changeDraft(draft: Drafted, world: World): Turn {
  return ask('what', draft, world)
}

/** One message while an announcement is being written. */
export function draftOn(state: Drafting, incoming: Incoming, world: World): Turn {
  const { draft, step } = state
  const [, act] = /^draft:(back|drop)$/.exec(incoming.choice ?? '') ?? []
  if (act === 'drop') return dropped
  if (act === 'back') return back(state, world)
  const [, wanted] = /^draft:change:(pl|en|uk|who|when)$/.exec(incoming.choice ?? '') ?? []
  if (step === 'what' && wanted) return ask(wanted as DraftStep, draft, world)
  return settle(state, draftQuestions[step].read(draft, incoming, world), incoming, world)
}

/** The question that stands, said again. */
export function draftPrompt({ step, draft }: Drafting, world: World, lead?: Phrase): Reply {
  const { parts, offers = [], ...reply } = draftQuestions[step].ask(draft, world)
  return {
    ...reply,
    parts: [...(lead ? [lead] : []), ...parts],
    offers: [...offers, ...waysOut(step, draft)],
  }
}

function settle(state: Drafting, read: Read, { choice }: Incoming, world: World): Turn {
  if ('next' in read) return goOn(state.step, read.next, world, choice !== undefined)
  if ('still' in read) return ask(state.step, read.still, world)
  if (choice === undefined) return stay(state, draftPrompt(state, world, read.refusal))
  return stay(
    state,
    { parts: [read.refusal], isNotice: true },
    { ...draftPrompt(state, world), replaces: true },
  )
}

function goOn(step: DraftStep, draft: Drafted, world: World, isTap: boolean): Turn {
  const next = stepAfter(step, draft)
  if (next) return ask(next, draft, world, isTap)
  const reply: Reply = { parts: [say('draft-kept')], shows: { view: 'preview', id: draft.id } }
  return move({ at: 'home' }, [reply], [{ is: 'announcementWritten', draft }])
}

function back({ step, draft }: Drafting, world: World): Turn {
  const before = stepBefore(step, draft)
  if (before) return ask(before, draft, world)
  return draft.isWritten
    ? stay({ at: 'home' }, { parts: [], shows: { view: 'preview', id: draft.id } })
    : dropped
}

const dropped = stay({ at: 'home' }, { parts: [say('draft-dropped')], shows: { view: 'list' } })

function ask(step: DraftStep, draft: Drafted, world: World, replaces = true): Turn {
  const state: Drafting = { at: 'announce', v: 1, step, draft }
  return stay(state, { ...draftPrompt(state, world), ...(replaces ? { replaces } : {}) })
}

function waysOut(step: DraftStep, draft: Drafted): Offer[] {
  const isFirst = stepBefore(step, draft) === undefined
  const leave: Offer = { id: 'draft:back', label: say('back-button'), row: 'step' }
  const drop: Offer = { id: 'draft:drop', label: say('draft-drop-button'), row: 'step' }
  if (draft.isWritten) return [leave]
  return isFirst ? [drop] : [leave, drop]
}
