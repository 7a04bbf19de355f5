/** What is due in one's own calendar: a secret link, shown once, and ended by the next one or by a button. */
import { move, stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { say } from '../phrase.ts'
import { homeReply } from './home.ts'

const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }
const off: Offer = { id: 'calendar:off', label: say('calendar-off-button'), row: 'answer' }

/** The link for whoever has none; for the others, what a new one would do. */
export function calendar(state: State, world: World): Turn {
  if (!world.person?.entities.length) return stay(state, homeReply(world))
  return world.hasCalendar ? stay(state, haveReply) : link(state, world)
}

/** A button of this dialogue; undefined when it is none. */
export function obeyCalendar(state: State, choice: string, world: World): Turn | undefined {
  if (choice === 'calendar') return calendar(state, world)
  if (choice !== 'calendar:new' && choice !== 'calendar:off') return undefined
  if (!world.person?.entities.length) return stay(state, homeReply(world))
  return choice === 'calendar:new' ? link(state, world) : unlink(state)
}

function link(state: State, { site, freshToken }: World): Turn {
  const reply: Reply = {
    parts: [
      say('calendar-link', { link: `${site}/calendar/${freshToken}.ics` }),
      say('calendar-link-how'),
      say('calendar-link-secret'),
    ],
    offers: [off, toStart],
    isSecret: true,
  }
  return move(state, [reply], [{ is: 'calendarLinked', token: freshToken }])
}

function unlink(state: State): Turn {
  return move(
    state,
    [{ parts: [say('calendar-off')], offers: [toStart], replaces: true }],
    [{ is: 'calendarRevoked' }],
  )
}

const haveReply: Reply = {
  parts: [say('calendar-have')],
  offers: [{ id: 'calendar:new', label: say('calendar-new-button'), row: 'answer' }, off, toStart],
  pick: 'one',
}
