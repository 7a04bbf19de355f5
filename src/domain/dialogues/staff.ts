/** What the city's people and its partners do by chat: look after consultations, and see what is due. */
import {
  move,
  stay,
  type Listed,
  type Offer,
  type Reply,
  type State,
  type Turn,
  type World,
} from '../dialogue.ts'
import { say } from '../phrase.ts'
import { may } from '../staff.ts'
import { deadlines, hasDeadlines } from './deadlines.ts'
import { homeReply } from './home.ts'
import { planReply } from './plan.ts'
import { report } from './report.ts'

const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }

/** A button of the staff's or a partner's menu; undefined when it is none. */
export function obeyStaff(state: State, choice: string, world: World): Turn | undefined {
  if (choice.startsWith('partner:'))
    return hasDeadlines(world) ? partner(state, choice, world) : refused(state, world)
  const [, act, id] = /^staff:(consultations|show|open|close|close-yes)(?::(.+))?$/.exec(choice) ?? []
  if (!act) return undefined
  const needed: Parameters<typeof may>[1] =
    act === 'open'
      ? 'consultation.open'
      : act.startsWith('close')
        ? 'consultation.close'
        : 'consultation.read'
  if (!world.person?.staff || !may(world.person.staff.role, needed)) return refused(state, world)
  const one = world.managed.find((listed) => listed.id === id)
  if (act === 'consultations' || !one) return stay({ at: 'home' }, listReply(world))
  return manage(act, one, world)
}

/** A consultation put up in a group or a server's channel, with the button that leads to the private talk. */
export function post(state: State, id: string | undefined, world: World): Turn {
  if (!world.person?.staff || !may(world.person.staff.role, 'consultation.post'))
    return stay(state, ...(world.channel.isPublicPlace ? [] : [{ parts: [say('staff-only')] }]))
  const one = world.open.find((listed) => listed.id === id)
  if (!one)
    return stay(state, {
      parts: [
        say('post-which'),
        ...world.open.map(({ id: name, title }) => say('post-example', { id: name, title })),
      ],
    })
  const offers: Offer[] = [
    { id: `start:${one.id}`, label: say('post-button'), start: `c-${one.id}`, row: 'answer' },
  ]
  const reply: Reply = {
    parts: [say('post-title', { title: one.title }), say('post-words', { day: { day: one.closesOn } })],
    offers,
    isPublic: true,
  }
  return move(state, [reply], [{ is: 'consultationPosted', consultation: one.id }])
}

function manage(act: string, one: Listed, world: World): Turn {
  if (act === 'open')
    return one.missing.length > 0
      ? stay({ at: 'home' }, cannotOpen(one))
      : changed(one, 'consultationOpened', 'staff-opened')
  if (act === 'close') return stay({ at: 'home' }, sureToClose(one))
  if (act === 'close-yes') return changed(one, 'consultationClosed', 'staff-closed')
  return stay({ at: 'home' }, oneReply(one, world))
}

function changed(one: Listed, is: 'consultationOpened' | 'consultationClosed', key: string): Turn {
  return move(
    { at: 'home' },
    [{ parts: [say(key, { title: one.title })], offers: [listOffer, toStart], replaces: true }],
    [{ is, consultation: one.id }],
  )
}

const listOffer: Offer = { id: 'staff:consultations', label: say('staff-consultations-button'), row: 'step' }

function listReply({ managed }: World): Reply {
  const offers = managed.map(({ id, title, status }) => ({
    id: `staff:show:${id}`,
    label: say('staff-consultation-label', { title, status: say(`status-${status}`) }),
    row: 'answer' as const,
  }))
  return {
    parts: [managed.length > 0 ? say('staff-consultations') : say('staff-no-consultations')],
    offers: [...offers, toStart],
    pick: 'one',
  }
}

function oneReply(one: Listed, { person }: World): Reply {
  const mayOpen = one.status === 'draft' && may(person!.staff!.role, 'consultation.open')
  const mayClose = one.status === 'open' && may(person!.staff!.role, 'consultation.close')
  const offers: Offer[] = [
    ...(mayOpen
      ? [{ id: `staff:open:${one.id}`, label: say('staff-open-button'), row: 'answer' as const }]
      : []),
    ...(mayClose
      ? [{ id: `staff:close:${one.id}`, label: say('staff-close-button'), row: 'answer' as const }]
      : []),
    listOffer,
    toStart,
  ]
  const missing = one.missing.length > 0 ? [say('staff-missing'), ...one.missing] : []
  return {
    parts: [
      say('staff-consultation', {
        title: one.title,
        status: say(`status-${one.status}`),
        day: { day: one.closesOn },
      }),
      ...missing,
    ],
    offers,
    pick: 'one',
  }
}

function cannotOpen(one: Listed): Reply {
  return {
    parts: [say('staff-cannot-open', { title: one.title }), ...one.missing],
    offers: [listOffer, toStart],
  }
}

function sureToClose(one: Listed): Reply {
  const offers: Offer[] = [
    { id: `staff:close-yes:${one.id}`, label: say('staff-close-yes'), row: 'answer' },
    { id: 'staff:consultations', label: say('delete-no'), row: 'answer' },
  ]
  return { parts: [say('staff-sure-to-close', { title: one.title })], offers, pick: 'one' }
}

function partner(state: State, choice: string, world: World): Turn {
  if (choice === 'partner:deadlines') return deadlines(state, world)
  if (choice === 'partner:report') return report(state, world)
  return stay(state, choice === 'partner:plan' ? planReply(world) : homeReply(world))
}

/** In the middle of a question the question stays on the screen. */
function refused(state: State, world: World): Turn {
  const words: Reply = { parts: [say('staff-only')] }
  return state.at === 'home'
    ? stay(state, words, homeReply(world))
    : stay(state, { ...words, isNotice: true })
}
