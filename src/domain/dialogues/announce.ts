/** Announcements in the hands of staff: the list, writing one, and every button that does something with one. */
import type { Announcement } from '../announcement.ts'
import {
  atHome,
  move,
  stay,
  type Offer,
  type Reply,
  type Shows,
  type State,
  type SteeringAct,
  type Turn,
  type World,
} from '../dialogue.ts'
import type { Drafted } from '../drafted.ts'
import type { Incoming } from '../message.ts'
import { say } from '../phrase.ts'
import { may, type StaffAct } from '../staff.ts'
import { beginDraft, changeDraft, draftOn, draftPrompt, type Drafting } from './draft.ts'
import { homeReply } from './home.ts'
import { choosePlace } from './place.ts'

/** What a button under an announcement does. */
export type AnnouncementButton =
  | SteeringAct
  | 'list'
  | 'new'
  | 'show'
  | 'preview'
  | 'change'
  | `${Extract<SteeringAct, 'submit' | 'cancel' | 'retry'>}-yes`

/** Whom each button is for; those that ask before they act are for whoever may act. */
const needed: Readonly<Record<AnnouncementButton, StaffAct>> = {
  list: 'delivery.read',
  show: 'delivery.read',
  preview: 'delivery.read',
  new: 'announcement.write',
  change: 'announcement.write',
  test: 'announcement.write',
  submit: 'announcement.write',
  'submit-yes': 'announcement.write',
  approve: 'announcement.approve',
  return: 'announcement.approve',
  pause: 'announcement.approve',
  resume: 'announcement.approve',
  cancel: 'announcement.write',
  'cancel-yes': 'announcement.write',
  retry: 'announcement.approve',
  'retry-yes': 'announcement.approve',
}

/** The id of a button; an announcement is named by its short number, and `hash` by what was seen of it. */
export function announcementButton(
  button: AnnouncementButton,
  announcement?: Pick<Announcement, 'number' | 'hash'>,
): string {
  if (!announcement) return `an:${button}`
  const seen = button === 'approve' || button === 'return' ? `:${seenOf(announcement)}` : ''
  return `an:${button}:${announcement.number}${seen}`
}

/** So much of a hash tells one text from another on a button of sixty bytes. */
export function seenOf({ hash }: Pick<Announcement, 'hash'>): string {
  return hash.slice(0, 12)
}

/** Whether somebody in this role may use the button. */
export function mayUse(button: AnnouncementButton, { person }: Pick<World, 'person'>): boolean {
  return person?.staff ? may(person.staff.role, needed[button]) : false
}

/** `/announce`: the list, or with a word the place it is written in. */
export function announce(state: State, argument: string | undefined, world: World): Turn {
  if (argument || world.channel.isPublicPlace) return choosePlace(state, argument, world)
  if (!mayUse('list', world)) return refused(state, world)
  return state.at === 'announce'
    ? stay(state, draftPrompt(state, world, say('draft-goes-on')))
    : stay({ at: 'home' }, shown({ view: 'list' }))
}

/** A button of announcements; undefined when it is none. */
export function obeyAnnouncing(state: State, choice: string, world: World): Turn | undefined {
  const [, word, number, seen] = /^an:([a-z-]+)(?::(\d+)(?::(\w+))?)?$/.exec(choice) ?? []
  if (!word || !Object.hasOwn(needed, word)) return undefined
  const button = word as AnnouncementButton
  if (!mayUse(button, world)) return refused(state, world)
  if (button === 'new') return beginDraft(world)
  const one = world.announcements.find((announcement) => String(announcement.number) === number)
  if (button === 'list' || !one) return stay(state, shown({ view: 'list' }))
  if (button === 'change') return changeDraft(draftOf(one), world)
  return { ...use(button, one, seen), state }
}

/** One message while an announcement is being written, for as long as the person may. */
export function writeOn(state: Drafting, incoming: Incoming, world: World): Turn {
  return mayUse('new', world)
    ? draftOn(state, incoming, world)
    : move(atHome, [{ parts: [say('staff-only')] }, homeReply(world)])
}

/** What somebody is writing meanwhile stays as it stands. */
function use(button: AnnouncementButton, one: Announcement, seen: string | undefined): Turn {
  const { id } = one
  switch (button) {
    case 'preview':
    case 'submit':
    case 'cancel':
    case 'retry':
      return stay(atHome, shown({ view: button, id }))
    case 'test':
      return steered('test', one, { parts: [say('announcement-test-sent')], isNotice: true })
    case 'submit-yes':
      return steered('submit', one, told('announcement-submitted'))
    case 'cancel-yes':
      return steered('cancel', one, shown({ view: 'progress', id }, 'announcement-cancelled'))
    case 'retry-yes':
      return steered('retry', one, shown({ view: 'progress', id }, 'announcement-retried'))
    case 'return':
      return steered('return', one, told('announcement-returned'), seen ?? '')
    case 'approve':
      return steered('approve', one, shown({ view: 'progress', id }, 'announcement-approved'), seen ?? '')
    case 'pause':
    case 'resume':
      return steered(button, one, shown({ view: 'progress', id }, `announcement-${button}d`))
    default:
      return stay(atHome, shown({ view: 'progress', id }))
  }
}

function steered(act: SteeringAct, { id }: Announcement, reply: Reply, seen?: string): Turn {
  return move(
    atHome,
    [reply],
    [{ is: 'announcementSteered', act, id, ...(seen === undefined ? {} : { seen }) }],
  )
}

function shown(shows: Shows, lead?: string): Reply {
  return lead ? { parts: [say(lead)], shows, replaces: true } : { parts: [], shows }
}

function told(key: string): Reply {
  return { parts: [say(key)], offers: [listOffer], replaces: true }
}

/** The button back to all announcements. */
export const listOffer: Offer = {
  id: announcementButton('list'),
  label: say('announcements-button'),
  row: 'step',
}

function draftOf({ id, texts, audience, sendAt, notAfter }: Announcement): Drafted {
  const isoOf = (instant: Date | null) => instant?.toISOString() ?? null
  return { id, texts, audience, sendAt: isoOf(sendAt), notAfter: isoOf(notAfter), isWritten: true }
}

function refused(state: State, world: World): Turn {
  const words: Reply = { parts: [say('staff-only')] }
  return state.at === 'home'
    ? stay(state, words, homeReply(world))
    : stay(state, { ...words, isNotice: true })
}
