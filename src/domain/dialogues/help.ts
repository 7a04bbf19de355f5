/** The hand that is always held out: helplines from any state, before anything else. */
import type { Offer, Reply, State, World } from '../dialogue.ts'
import { say, type Phrase } from '../phrase.ts'
import { isSafeWord, type HelpLine, type Safeguarding } from '../safeguarding.ts'
import { isReadByAll, type Incoming } from '../message.ts'
import { commandIn } from './command.ts'

/** The button under every message to a young person. */
export const helpOffer: Offer = { id: 'help', label: say('help-button'), row: 'help' }

/** Whether somebody asks for help, by the button, a safe word or the command; never where everybody reads along. */
export function isHelpWanted(incoming: Incoming, safeguarding: Pick<Safeguarding, 'safeWords'>): boolean {
  if (isReadByAll(incoming)) return false
  const isSaid = incoming.text !== undefined && isSafeWord(incoming.text, safeguarding)
  return incoming.choice === 'help' || isSaid || commandIn(incoming)?.name === 'help'
}

/** The helplines, with a way back into the conversation. */
export function helpCard(
  { safeguarding }: Pick<World, 'safeguarding'>,
  state: State = { at: 'home' },
): Reply {
  const { title, lines } = safeguarding.helpCard
  const back: Offer[] =
    state.at === 'home' ? [] : [{ id: 'resume', label: say('back-to-questions'), row: 'step' }]
  return { parts: [{ text: title }, ...lines.map(lineOf)], ...(back.length > 0 ? { offers: back } : {}) }
}

function lineOf({ number, hours, url, purpose }: HelpLine): Phrase {
  const args = { number, hours: hours ?? '', for: purpose, url: url ?? '' }
  return say(`helpline${hours ? '' : '-any-time'}${url ? '-with-link' : ''}`, args)
}
