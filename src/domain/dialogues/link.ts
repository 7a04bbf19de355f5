/** One person, two messengers: the code that links them, and taking one away again. */
import { move, stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { say } from '../phrase.ts'
import { homeReply } from './home.ts'
import { isInOffice } from './settings.ts'

const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }

/** A code for another messenger, and what is linked already; for those who have an office. */
export function link(state: State, world: World): Turn {
  if (!isInOffice(world)) return stay(state, { parts: [say('link-not-yet')] }, homeReply(world))
  const { freshCode: code, site, linked } = world
  const reply: Reply = {
    parts: [
      say('link-code', { code }),
      say('link-how', { code, link: `${site}/join#${code}` }),
      ...(linked.length > 1 ? [say('link-linked')] : []),
    ],
    offers: [...others(world), toStart],
    isSecret: true,
  }
  return move(state, [reply], [{ is: 'linkOffered', code }])
}

/** A button of this dialogue; undefined when it is none. */
export function obeyLink(state: State, choice: string, world: World): Turn | undefined {
  if (choice === 'link') return link(state, world)
  const [, id] = /^unlink:([\da-f-]{36})$/.exec(choice) ?? []
  if (!id) return undefined
  const other = world.linked.find((one) => one.id === id && !one.isHere)
  if (!other) return stay(state, { parts: [say('stale-button')], isNotice: true })
  const words = say('link-taken-away', { channel: say(`channel-${other.channel}`) })
  return move(
    state,
    [{ parts: [words], offers: [toStart], replaces: true }],
    [{ is: 'unlinked', address: id }],
  )
}

/** The channel somebody writes from stays: taking it away would leave them in front of a closed door. */
function others({ linked }: World): readonly Offer[] {
  return linked
    .filter(({ isHere }) => !isHere)
    .map(({ id, channel }) => ({
      id: `unlink:${id}`,
      label: say('link-take-away', { channel: say(`channel-${channel}`) }),
      row: 'answer',
    }))
}
