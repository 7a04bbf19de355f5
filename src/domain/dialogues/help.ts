/** The hand that is always held out: helplines from any state, before anything else. */
import type { Offer, Reply, State, World } from '../dialogue.ts'
import { say, type Phrase } from '../phrase.ts'
import type { CareText, HelpLine } from '../safeguarding.ts'

/** The button under every message to a young person. */
export const helpOffer: Offer = { id: 'help', label: say('help-button'), row: 'help' }

/** The helplines, with a way back into the conversation. */
export function helpCard(world: World, state: State = { at: 'home' }): Reply {
  const { title, lines } = world.safeguarding.helpCard
  const back: Offer[] =
    state.at === 'home' ? [] : [{ id: 'resume', label: say('back-to-questions'), row: 'step' }]
  return { parts: [{ text: title }, ...lines.map(lineOf)], ...(back.length > 0 ? { offers: back } : {}) }
}

/** The first words after somebody wrote of harm: a hand first, the helplines where it presses, and the truth about who reads. */
export function disclosureReplies(world: World, category: string): Reply[] {
  const { texts, routing } = world.safeguarding
  const words = (name: CareText): Phrase => (texts[name] ? { text: texts[name] } : say(`care-${name}`))
  const kind: Reply = { parts: [words('acknowledge'), words('check')] }
  const pair = routing[category]?.showsCardFirst ? [helpCard(world), kind] : [kind, helpCard(world)]
  return [...pair, { parts: [say('care-honesty'), say('not-kept')] }]
}

function lineOf({ number, hours, url, purpose }: HelpLine): Phrase {
  const args = { number, hours: hours ?? '', for: purpose, url: url ?? '' }
  return say(`helpline${hours ? '' : '-any-time'}${url ? '-with-link' : ''}`, args)
}
