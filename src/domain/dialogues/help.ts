/** The hand that is always held out: helplines from any state, before anything else. */
import type { Offer, Reply, State, World } from '../dialogue.ts'
import { say } from '../phrase.ts'

/** The button under every message to a young person. */
export const helpOffer: Offer = { id: 'help', label: say('help-button'), row: 'help' }

/** The helplines, with a way back into the conversation. */
export function helpCard(world: World, state: State = { at: 'home' }): Reply {
  const { title, lines } = world.safeguarding.helpCard
  const back: Offer[] = state.at === 'home' ? [] : [{ id: 'resume', label: say('back-to-questions'), row: 'step' }]
  return {
    parts: [{ text: title }, ...lines.map((line) => say(line.url ? 'helpline-with-link' : 'helpline', { number: line.number, hours: line.hours, for: { text: line.for }, url: line.url ?? '' }))],
    ...(back.length > 0 ? { offers: back } : {}),
  }
}

/** The first words after somebody wrote of harm; `category` decides nothing about whether help is shown. */
export function disclosureReplies(world: World, _category: string): Reply[] {
  const { acknowledge, check, honesty } = world.safeguarding.response
  return [{ parts: [{ text: acknowledge }, { text: check }] }, helpCard(world), { parts: [{ text: honesty }, say('not-kept')] }]
}
