/** Where a conversation rests: what can be answered now, and everything that is always at hand. */
import type { Offer, Reply, World } from '../dialogue.ts'
import { say, type Phrase } from '../phrase.ts'
import { uncheckedLines } from '../safeguarding.ts'
import { may } from '../staff.ts'
import { helpOffer } from './help.ts'
import { moderateOffer } from './moderate.ts'

/** The list of open consultations, with the language, privacy and help buttons; for adults, what they are here for. */
export function homeReply(world: World, lead = 'home-hello'): Reply {
  const { person } = world
  if (person?.staff) return staffHome(world, person.staff.label)
  if (person && person.entities.length > 0)
    return partnerHome(
      person.entities.map(({ name }) => name),
      world,
    )
  return youthHome(world, lead)
}

const steps: readonly Offer[] = [
  { id: 'language', label: say('language-button'), row: 'step' },
  { id: 'privacy', label: say('privacy-button'), row: 'step' },
]

/** Those who are reminded choose how; the language is among it. */
const officeSteps: readonly Offer[] = [
  { id: 'settings', label: say('settings-button'), row: 'step' },
  ...steps.slice(1),
]

function youthHome({ open, hasOutcomes }: World, lead: string): Reply {
  return {
    parts: [say(lead), open.length > 0 ? say('home-open', { count: open.length }) : say('home-nothing-open')],
    offers: [
      ...open.map(({ id, title }) => ({ id: `start:${id}`, label: title, row: 'answer' as const })),
      ...steps,
      ...(hasOutcomes ? [{ id: 'outcomes', label: say('outcomes-button'), row: 'step' as const }] : []),
      { id: 'news', label: say('news-button'), row: 'step' as const },
      helpOffer,
    ],
    ...(open.length > 0 ? { pick: 'one' as const } : {}),
  }
}

function staffHome(world: World, label: string): Reply {
  const { person, isCoordinator, changes, overdue } = world
  const role = person!.staff!.role
  const offers: Offer[] = [
    ...(may(role, 'consultation.read')
      ? [{ id: 'staff:consultations', label: say('staff-consultations-button'), row: 'answer' as const }]
      : []),
    ...(may(role, 'delivery.read')
      ? [{ id: 'an:list', label: say('announcements-button'), row: 'answer' as const }]
      : []),
    ...(may(role, 'text.review') ? [moderateOffer] : []),
    ...(isCoordinator
      ? [{ id: 'partner:deadlines', label: say('partner-deadlines-button'), row: 'answer' as const }]
      : []),
  ]
  return {
    parts: [
      say('staff-home', { label, role: say(`role-${role}`) }),
      ...(may(role, 'helpline.check') ? uncheckedWords(world) : []),
      ...(changes.length > 0 ? [say('staff-home-changes', { count: changes.length })] : []),
      ...(overdue.length > 0 ? [say('staff-home-overdue', { count: overdue.length })] : []),
    ],
    offers: [...offers, ...officeSteps],
    pick: 'one',
  }
}

/** Which helplines nobody has checked for too long. */
export function uncheckedWords({
  safeguarding,
  today,
}: Pick<World, 'safeguarding' | 'today'>): readonly Phrase[] {
  const lines = uncheckedLines(safeguarding.helpCard, today)
  const numbers = lines.map(({ number }) => number).join(', ')
  return lines.length > 0 ? [say('helplines-unchecked', { count: lines.length, numbers })] : []
}

function partnerHome(entities: readonly Phrase[], { due, indicators, person }: World): Reply {
  const late = due.filter(({ isOverdue }) => isOverdue).length
  return {
    parts: [
      ...(entities.length > 1
        ? [say('partner-home-several'), ...entities.map((entity) => say('partner-home-one', { entity }))]
        : [say('partner-home', { entity: entities[0]! })]),
      ...(person?.isStopped ? [say('partner-home-stopped')] : []),
      ...(late > 0 ? [say('partner-home-overdue', { count: late })] : []),
    ],
    offers: [
      { id: 'partner:deadlines', label: say('partner-deadlines-button'), row: 'answer' },
      ...(indicators.length > 0
        ? [{ id: 'partner:report', label: say('partner-report-button'), row: 'answer' as const }]
        : []),
      { id: 'partner:plan', label: say('partner-plan-button'), row: 'answer' },
      ...officeSteps,
    ],
    pick: 'one',
  }
}
