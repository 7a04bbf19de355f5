/** What is due: for those who answer for it, and for those who look after the whole plan. */
import { reminderButton } from '../deadline.ts'
import { whoIs } from '../deadline-words.ts'
import { stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { dated, inRow, say, type Day, type Phrase } from '../phrase.ts'
import type { BlockedItem, DueItem, OverdueItem } from '../reminded.ts'
import { changeReply } from './decide-change.ts'
import { answerKey } from './due-card.ts'

/** More than fits a look on a telephone is turned over. */
const perPage = 7
const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }

/** Whether there can be anything in the list. */
export function hasDeadlines({ person, isCoordinator }: World): boolean {
  return isCoordinator || (person?.entities.length ?? 0) > 0
}

/** Requests that wait first, then what is mine, or what is blocked and overdue anywhere. */
export function deadlines(state: State, world: World): Turn {
  const requests = world.changes.map((change) => changeReply(change, world.today))
  const lists = [
    ...(world.person?.entities.length ? [pageOf('mine', 0, world)] : []),
    ...(world.blocked.length > 0 ? [pageOf('wait', 0, world)] : []),
    ...(world.isCoordinator ? [pageOf('late', 0, world)] : []),
  ]
  return stay(state, ...requests, ...lists)
}

/** Another page of one of the lists; undefined when it is no such button. */
export function turnPage(state: State, choice: string, world: World): Turn | undefined {
  const [, list, page] = /^(mine|late|wait):(\d{1,4})$/.exec(choice) ?? []
  if (!list) return undefined
  return stay(state, { ...pageOf(list as List, Number(page), world), replaces: true })
}

type List = 'mine' | 'late' | 'wait'

/** One page of a list; the lists differ in what leads them, in their lines, and in what is said when there is nothing. */
function pageOf(list: List, page: number, { due, overdue, blocked, today }: World): Reply {
  if (list === 'mine')
    return listReply(
      due,
      { list, page, lead: say('partner-deadlines'), none: 'partner-nothing-due' },
      (one) => lineOf(one, today),
    )
  if (list === 'late') {
    const lead = say('overdue-lead', { count: overdue.length })
    return listReply(overdue, { list, page, lead, none: 'overdue-none' }, (one) => overdueLine(one, today))
  }
  const lead = say('blocked-list', { count: blocked.length })
  return listReply(blocked, { list, page, lead, none: 'overdue-none' }, (one) => blockedLine(one, today))
}

function listReply<Item extends DueItem>(
  items: readonly Item[],
  { list, page, lead, none }: { list: List; page: number; lead: Phrase; none: string },
  line: (item: Item) => Phrase,
): Reply {
  if (items.length === 0) return { parts: [say(none)], offers: [toStart] }
  const shown = items.slice(page * perPage, (page + 1) * perPage)
  return {
    parts: [lead, ...shown.map(line)],
    offers: [...shown.map(offerOf), ...more(list, items.length, page), toStart],
    pick: 'one',
  }
}

function blockedLine({ title, dueOn, entity, by, note }: BlockedItem, today: Day): Phrase {
  const args = { what: title, day: dated(dueOn, today), entity, by: by ?? say('due-somebody-outside') }
  return note ? say('blocked-line-note', { ...args, note }) : say('blocked-line', args)
}

function lineOf({ title, dueOn, isOverdue, measureCode }: DueItem, today: Day): Phrase {
  const args = { name: title, day: dated(dueOn, today) }
  const key = isOverdue ? 'partner-overdue' : 'partner-due'
  return measureCode ? say(key, { ...args, code: measureCode }) : say(`${key}-plain`, args)
}

/** What was answered, or how far the ladder has got: who was asked, and on which days. */
function overdueLine({ title, dueOn, entity, asked, answer }: OverdueItem, today: Day): Phrase {
  const roles = [...new Set(asked.map(({ role }) => role))]
  const args = { what: title, day: dated(dueOn, today), entity }
  if (answer) return say('overdue-answered', { ...args, answer: say(answerKey(answer, true)) })
  if (roles.length === 0) return say('overdue-unasked', args)
  const who = roles.map((role) => {
    const days = asked.filter((one) => one.role === role).map(({ on }) => on)
    const shown = [...new Set(days)]
      .slice(-mostDays)
      .map((day) => say('due-date-label', { day: dated(day, today) }))
    return say('overdue-who', { who: whoIs(role), on: inRow(shown) })
  })
  return say('overdue-asked', { ...args, asked: inRow(who) })
}

/** The newest are what matters. */
const mostDays = 3

function offerOf({ id: deadlineId, title, dueOn }: DueItem): Offer {
  return { id: reminderButton({ deadlineId, dueOn, step: '' }, 'open'), label: title, row: 'answer' }
}

function more(list: List, count: number, page: number): readonly Offer[] {
  const isMore = count > (page + 1) * perPage
  return isMore ? [{ id: `${list}:${page + 1}`, label: say('deadlines-more'), row: 'step' }] : []
}
