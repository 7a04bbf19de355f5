/** A moderator reads free texts before anybody else does: one at a time, and one tap for each. */
import { atHome, move, stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import {
  moderationButton,
  moderationIn,
  mostRedactedChars,
  nextButton,
  reviews,
  type ModerationState,
  type Review,
  type TextToRead,
} from '../moderation.ts'
import { say } from '../phrase.ts'
import { may } from '../staff.ts'

/** The button that leads here. */
export const moderateOffer: Offer = { id: nextButton, label: say('moderate-button'), row: 'answer' }

/** The text that has waited longest. */
export function moderate(state: State, world: World): Turn {
  return mayReview(world) ? showNext(world) : stay(state, { parts: [say('staff-only')] })
}

/** A button under a text; undefined when it is none. */
export function obeyModeration(state: State, choice: string, world: World): Turn | undefined {
  const tapped = moderationIn(choice)
  if (!tapped) return undefined
  if (tapped.act === 'next' || !mayReview(world)) return moderate(state, world)
  if (tapped.act !== 'redacted') return settle(world, tapped.act)
  const current = world.moderation?.current
  if (!current) return settle(world, 'redacted')
  const asking: ModerationState = { at: 'moderate', v: 1, text: current.id, isRedacting: true }
  return stay(asking, { ...moderationPrompt(asking, world), replaces: true })
}

/** One message while a text stands: typed words count only where they were asked for. */
export function redact(state: ModerationState, { text }: Incoming, world: World): Turn {
  if (!mayReview(world)) return moderate(atHome, world)
  const words = text?.trim()
  if (!state.isRedacting || !words) return stay(state, moderationPrompt(state, world))
  if ([...words].length <= mostRedactedChars) return settle(world, 'redacted', words)
  return stay(state, moderationPrompt(state, world))
}

/** The text that stands. */
export function moderationPrompt({ isRedacting }: ModerationState, { moderation }: World): Reply {
  const current = moderation?.current
  if (!current) return { parts: [say('moderate-gone')], offers: [moderateOffer, toStart] }
  if (!isRedacting) return textReply(current, moderation.left)
  return {
    parts: [say('moderate-redact'), { text: { pl: current.text } }],
    offers: [moderateOffer, toStart],
    expects: 'text',
    maxChars: mostRedactedChars,
    isSecret: true,
  }
}

function mayReview({ person }: World): boolean {
  return person?.staff ? may(person.staff.role, 'text.review') : false
}

function settle(world: World, as: Review, words?: string): Turn {
  const after = showNext(world)
  const current = world.moderation?.current
  if (!current) return { ...after, replies: [{ parts: [say('moderate-gone')] }, ...after.replies] }
  return move(
    after.state,
    [{ parts: [say(`moderated-${as}`)], replaces: true }, ...after.replies],
    [{ is: 'textModerated', text: current.id, as, ...(words ? { words } : {}) }],
  )
}

function showNext({ moderation }: World): Turn {
  const next = moderation?.next
  if (!next) return stay(atHome, { parts: [say('moderate-none')], offers: [toStart] })
  const left = moderation.left - (moderation.current ? 1 : 0)
  return stay({ at: 'moderate', v: 1, text: next.id, isRedacting: false }, textReply(next, left))
}

/** Not kept with the conversation: it is somebody else's. */
function textReply({ id, consultation, question, text }: TextToRead, left: number): Reply {
  const acts = reviews.map((act) => ({
    id: moderationButton(act, id),
    label: say(`moderate-${act}`),
    row: 'answer' as const,
  }))
  return {
    parts: [
      say('moderate-left', { count: left }),
      say('moderate-asked', { consultation, question }),
      { text: { pl: text } },
    ],
    offers: [...acts, toStart],
    pick: 'one',
    isSecret: true,
  }
}

const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }
