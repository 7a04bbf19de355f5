/** One person, two messengers: the code that links them, and taking one away again. */
import { isHere } from '../consultation.ts'
import { atHome, move, stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { say } from '../phrase.ts'
import { commandIn } from './command.ts'
import { homeReply } from './home.ts'

const back: Offer = { id: 'resume', label: say('back-button'), row: 'step' }

/** Whether a message is about the channels of its person, which are loaded for it alone. */
export function isAboutLinks(incoming: Incoming): boolean {
  const name = commandIn(incoming)?.name
  return name === 'link' || name === 'unlink' || /^(?:link$|unlink)/.test(incoming.choice ?? '')
}

/** A code for another messenger; somebody nothing is kept of has nothing that could be linked. */
export function link(state: State, world: World): Turn {
  if (!world.person) return stay(state, { parts: [say('link-nothing-yet')] }, homeReply(world))
  const { freshCode: code, site, linked } = world
  const reply: Reply = {
    parts: [
      say('link-code', { code }),
      say('link-how', { code, link: `${site}/join#${code}` }),
      say('link-keep'),
      ...(linked.length > 1 ? [say('link-linked')] : []),
    ],
    offers: [...others(world), back],
    isSecret: true,
  }
  return move(state, [reply], [{ is: 'linkOffered', code }])
}

/** Which of the channels shall go. */
export function unlink(state: State, world: World): Turn {
  if (!world.person) return stay(state, { parts: [say('nothing-kept')] }, homeReply(world))
  const offers = others(world)
  return offers.length > 0
    ? stay(state, { parts: [say('unlink-which'), say('unlink-here')], offers: [...offers, back] })
    : stay(state, { parts: [say('unlink-none')], offers: [back] })
}

/** A button of this dialogue; undefined when it is none. */
export function obeyLink(state: State, choice: string, world: World): Turn | undefined {
  if (choice === 'link') return link(state, world)
  if (choice === 'unlink') return unlink(state, world)
  const [, id] = /^unlink:([\da-f-]{36})$/.exec(choice) ?? []
  if (!id) return undefined
  const other = world.linked.find((one) => one.id === id && !one.isHere)
  if (!other) return stay(state, { parts: [say('stale-button')], isNotice: true })
  const channel = say(`channel-${other.channel}`)
  const parts = [say('link-taken-away', { channel }), say('unlink-kept')]
  return move(state, [{ parts, offers: [back], replaces: true }], [{ is: 'unlinked', address: id }])
}

/** Where the conversation of two people who turn out to be one goes on: in what one of them was in the middle of, the first named first. */
export function carriedOn(states: readonly State[]): State {
  return states.find(({ at }) => at === 'question' || at === 'followUp') ?? atHome
}

/** A conversation that was begun where its consultation may be answered does not go on where it may not. */
export function stateHere(state: State, { current, channel }: World): State {
  const isElsewhere =
    'consultation' in state &&
    current?.definition.id === state.consultation &&
    !isHere(current.definition.places, channel.name)
  return isElsewhere ? atHome : state
}

/** The channel somebody writes from stays: taking it away would leave them in front of a closed door. */
function others({ linked }: World): readonly Offer[] {
  return linked
    .filter((one) => !one.isHere)
    .map(({ id, channel }) => ({
      id: `unlink:${id}`,
      label: say('link-take-away', { channel: say(`channel-${channel}`) }),
      row: 'answer',
    }))
}
