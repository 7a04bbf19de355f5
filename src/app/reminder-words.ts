/** What reminders say: one deadline with its five answers, several in the message of the day, and how far the ladder has got. */
import type { Offer, Reply } from '../domain/dialogue.ts'
import { reminderButton } from '../domain/deadline.ts'
import { titleOf, whoIs } from '../domain/deadline-words.ts'
import { answerOffers } from '../domain/dialogues/due-card.ts'
import { say, type Day, type Phrase } from '../domain/phrase.ts'
import type { WaitingReminder } from '../store/reminders.ts'

/** So many are listed in one message; the rest is counted and stands behind /deadlines. */
const mostListed = 12

/** One message about everything in `items`, the most pressing first. */
export function reminderReply(items: readonly WaitingReminder[]): Reply {
  return items.length === 1 ? oneReply(items[0]!) : severalReply(items)
}

function oneReply(item: WaitingReminder): Reply {
  const isUp = item.step.startsWith('>')
  const parts = [
    isUp ? escalationLead(item) : say(leadKey(item), { what: titleOf(item), day: { day: item.dueOn } }),
  ]
  return {
    parts: [
      ...parts,
      ...(item.measureCode
        ? [say('reminder-measure', { code: item.measureCode, name: item.measureNames ?? {} })]
        : []),
      ...(isUp ? item.asked.map(askedBefore) : standIn(item)),
      say(isUp ? 'escalation-how' : 'reminder-how'),
    ],
    offers: offersFor(item),
    pick: 'one',
  }
}

function severalReply(items: readonly WaitingReminder[]): Reply {
  const listed = items.slice(0, mostListed)
  const more = items.length - listed.length
  return {
    parts: [
      say('digest-lead', { count: items.length }),
      ...listed.map((item, n) => say(digestKey(item), { n: n + 1, ...lineArgs(item) })),
      ...(more > 0 ? [say('digest-more', { count: more })] : []),
      say('digest-how'),
    ],
    offers: listed.map((item, n) => ({
      id: reminderButton(item, 'open'),
      label: say('digest-button', { n: n + 1, name: item.names }),
      row: 'answer',
    })),
    pick: 'one',
  }
}

function lineArgs(item: WaitingReminder) {
  return { what: titleOf(item), day: { day: item.dueOn } satisfies { day: Day }, entity: item.entityNames }
}

/** The steps after the due day are named with a plus. */
function leadKey({ step }: WaitingReminder): string {
  if (step.startsWith('+')) return 'reminder-overdue'
  return step === '0' ? 'reminder-due-now' : 'reminder-due'
}

function digestKey(item: WaitingReminder): string {
  if (item.step.startsWith('>')) return 'digest-escalation'
  const isLate = item.step.startsWith('+')
  if (item.role !== 'contact') return isLate ? 'digest-overdue-of' : 'digest-due-of'
  return isLate ? 'digest-overdue' : 'digest-due'
}

function escalationLead(item: WaitingReminder): Phrase {
  return say('escalation-lead', lineArgs(item))
}

function askedBefore({ role, on }: WaitingReminder['asked'][number]): Phrase {
  return say(on.length === 1 ? 'escalation-asked-once' : 'escalation-asked', {
    who: whoIs(role),
    first: { day: on[0]! },
    last: { day: on.at(-1)! },
    count: on.length,
  })
}

/** Somebody who hears of it because nobody else can be reached. */
function standIn({ role, entityNames }: WaitingReminder): readonly Phrase[] {
  return role === 'contact' ? [] : [say('reminder-nobody-reached', { entity: entityNames })]
}

/** Those who do not act for the entity take note, and look at it. */
function offersFor(item: WaitingReminder): readonly Offer[] {
  if (item.role === 'coordinator' || item.role === 'plenipotentiary')
    return [
      { id: reminderButton(item, 'on_track'), label: say('answer-noted'), row: 'answer' },
      { id: reminderButton(item, 'open'), label: say('answer-look'), row: 'answer' },
    ]
  return answerOffers(item, /^[+>]/.test(item.step))
}
