/** After somebody wrote of harm: the helplines first, kind words, the truth about who reads it, and a way to be reached for whoever wants that. */
import { contactButton, contactIn, mostContactChars, type ContactState, type Under } from '../case.ts'
import { atHome, move, stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { say, type Phrase } from '../phrase.ts'
import { matchesIn, type CareText } from '../safeguarding.ts'
import { questionOf } from './asking.ts'
import { helpCard, helpOffer } from './help.ts'
import { isInOffice } from './settings.ts'
import { stale } from './stale.ts'

/** What was noticed in the words of a young person: its category, and whether a person is to read it apart from the answers. */
export interface Need {
  readonly category: string
  readonly opensCase: boolean
}

/** The need in a message, if its words tell of one. Those who work for the programme write about children as well. */
export function needIn(state: State, { text, choice, choices }: Incoming, world: World): Need | undefined {
  // typed, and the words of a button: that was answered
  if (text === undefined || choice !== undefined || choices !== undefined) return undefined
  if (state.at === 'contact' || isInOffice(world)) return undefined
  const category = matchesIn(text, world.safeguarding)
  const opensCase = world.keepsCases && (world.safeguarding.routing[category ?? '']?.opensCase ?? true)
  return category === undefined ? undefined : { category, opensCase }
}

/** The helplines, kind words and the truth; what was written goes into a case of its own. */
export function disclose(state: State, { category }: Need, { text = '' }: Incoming, world: World): Turn {
  const id = world.freshId
  const priority = world.safeguarding.routing[category]?.priority ?? 'immediate'
  const kept: Reply = {
    parts: [careWords(world, 'honesty'), say('case-kept')],
    offers: [
      { id: contactButton(id), label: say('contact-button'), row: 'answer' },
      ...(state.at === 'home' ? [] : [resume]),
      helpOffer,
    ],
    pick: 'one',
  }
  return move(
    state,
    [...careReplies(world), kept],
    [{ is: 'disclosed', case: id, category, priority, text, under: underOf(state, world) }],
  )
}

/** The first words to whoever wrote of harm. */
export function careReplies(world: World): readonly Reply[] {
  return [helpCard(world), { parts: [careWords(world, 'acknowledge'), careWords(world, 'check')] }]
}

/** The button of whoever wants to be reached; undefined when it is none. */
export function askContact(state: State, choice: string): Turn | undefined {
  const id = contactIn(choice)
  if (id === undefined) return undefined
  const consultation = 'consultation' in state ? { consultation: state.consultation } : {}
  const asking = { at: 'contact', v: 1, case: id, ...consultation } as ContactState
  return stay(asking, contactPrompt(asking))
}

/** How to be reached, in the person's own words. */
export function takeContact(state: ContactState, { text, choice }: Incoming): Turn {
  if (text === undefined || choice !== undefined) return stale(state, contactPrompt(state))
  const kept: Reply = { parts: [say('contact-kept')], offers: [wayBack(state), helpOffer] }
  const said = [...text].slice(0, mostContactChars).join('')
  return move(atHome, [kept], [{ is: 'contactLeft', case: state.case, text: said }])
}

/** The question that stands then. */
export function contactPrompt(state: ContactState): Reply {
  return {
    parts: [say('contact-how'), say('contact-who-reads')],
    offers: [wayBack(state), helpOffer],
    expects: 'text',
    maxChars: mostContactChars,
  }
}

const resume: Offer = { id: 'resume', label: say('back-to-questions'), row: 'step' }

function wayBack({ consultation }: ContactState): Offer {
  return consultation
    ? { id: `start:${consultation}`, label: say('back-to-questions'), row: 'step' }
    : { id: 'home', label: say('to-start'), row: 'step' }
}

/** A city's own words, or ours. */
function careWords({ safeguarding: { texts } }: World, name: CareText): Phrase {
  return texts[name] ? { text: texts[name] } : say(`care-${name}`)
}

function underOf(state: State, { current }: World): Under | null {
  const question = state.at === 'question' && current ? questionOf(state, current) : undefined
  return question?.kind === 'text' && current
    ? { consultation: current.definition.id, question: question.id }
    : null
}
