/** Asking for a later day: which one, and why. */
import { atHome, move, stay, type Offer, type Reply, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { dayAfter, dayTyped } from '../moment.ts'
import { dated, say, type Day, type Phrase } from '../phrase.ts'
import { usualReasons, type RemindedDeadline } from '../reminded.ts'
import { drop, onwards, type Answering } from './answering.ts'

const mostReasonChars = 500
const mostDayChars = 40
/** Two years: a plan lives that long, and a year that was mistyped is further away. */
const mostDaysLater = 731

/** The days that could be asked for, or the usual reasons, whichever stands. */
export function askDate(
  state: Answering,
  { dueOn, laterDays, waiting }: RemindedDeadline,
  { today }: Pick<World, 'today'>,
  refusal?: Phrase,
): Reply {
  const lead = refusal ? [refusal] : []
  if (state.asks === 'reason')
    return {
      parts: [...lead, say('due-reason-ask', { day: dated(state.to!, today) })],
      expects: 'text',
      maxChars: mostReasonChars,
      offers: [...usualReasons.map(reasonOffer), drop],
    }
  const days = laterDays.map(({ name, day }): Offer => ({
    id: `dd:to:${day}`,
    label: say(`due-date-${name}`, { day: dated(day, today) }),
    row: 'answer',
  }))
  return {
    parts: [
      ...lead,
      ...(waiting?.kind === 'date' ? [say('due-date-waiting', { to: waiting.toName })] : []),
      say('due-date-ask', { day: dated(dueOn, today) }),
      say('due-date-how'),
    ],
    offers: [...days, drop],
    pick: 'one',
    expects: 'text',
    maxChars: mostDayChars,
  }
}

/** A day that was tapped or typed. */
export function dateOn(
  state: Answering,
  { choice, text }: Incoming,
  reminded: RemindedDeadline,
  world: World,
): Turn {
  const { today } = world
  const tapped = /^dd:to:(\d{4}-\d{2}-\d{2})$/.exec(choice ?? '')?.[1]
  const day = dayTyped(tapped ?? text ?? '', today)
  const refusal = day ? whyNot(day, reminded, today) : say('due-date-unread')
  if (!day || refusal) return stay(state, askDate(state, reminded, world, refusal))
  const next: Answering = { ...state, asks: 'reason', to: day }
  return move(next, [{ ...askDate(next, reminded, world), ...(choice ? { replaces: true } : {}) }])
}

/** The reason, with which the request is complete. */
export function reasonOn(
  state: Answering,
  { choice, text = '' }: Incoming,
  reminded: RemindedDeadline,
  world: World,
): Turn {
  const usual = usualReasons.find((one) => choice === `dd:why:${one}`)
  const reason = usual ? `@${usual}` : text.trim()
  if (reason === '' || reason.length > mostReasonChars)
    return stay(state, askDate(state, reminded, world, say('due-reason-how', { max: mostReasonChars })))
  const { id: deadlineId, dueOn, title, entity, isDecided } = reminded
  const args = {
    what: title,
    from: dated(dueOn, world.today),
    to: dated(state.to!, world.today),
    entity: entity.name,
  }
  const words = isDecided
    ? [say('due-moved-now', args)]
    : [say('due-asked-date', args), say('due-asked-next')]
  return move(
    atHome,
    [{ parts: words, offers: onwards, ...(choice ? { replaces: true } : {}) }],
    [{ is: 'changeAsked', deadlineId, kind: 'date', from: dueOn, to: state.to!, reason }],
  )
}

/** A reason as it is said: typed words as they are. */
export function reasonPhrase(reason: string): Phrase {
  return reason.startsWith('@') ? say(`due-reason-${reason.slice(1)}`) : { text: { pl: reason } }
}

function reasonOffer(reason: (typeof usualReasons)[number]): Offer {
  return { id: `dd:why:${reason}`, label: say(`due-reason-${reason}`), row: 'answer' }
}

function whyNot(day: Day, { dueOn }: RemindedDeadline, today: Day): Phrase | undefined {
  if (day <= today) return say('due-date-past')
  if (day <= dueOn) return say('due-date-earlier', { day: dated(dueOn, today) })
  return day > dayAfter(today > dueOn ? today : dueOn, mostDaysLater) ? say('due-date-far') : undefined
}
