/** Asking for a later day: which one, and why. */
import { atHome, move, stay, type Offer, type Reply, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { dayIn } from '../moment.ts'
import { say, type Day, type Phrase } from '../phrase.ts'
import { usualReasons, type RemindedDeadline } from '../reminded.ts'
import { answered, contextOf, drop, onwards, type Answering } from './answering.ts'

const mostReasonChars = 500

/** The days that could be asked for, or the usual reasons, whichever stands. */
export function askDate(state: Answering, reminded: RemindedDeadline, refusal?: Phrase): Reply {
  const lead = refusal ? [refusal] : []
  if (state.asks === 'reason')
    return {
      parts: [...lead, say('due-reason-ask', { day: { day: state.to! } })],
      expects: 'text',
      maxChars: mostReasonChars,
      offers: [...usualReasons.map(reasonOffer), drop],
    }
  const days = reminded.laterDays.map((day): Offer => ({
    id: `dd:to:${day}`,
    label: say('due-date-label', { day: { day } }),
    row: 'answer',
  }))
  return {
    parts: [...lead, say('due-date-ask', { day: { day: reminded.dueOn } }), say('due-date-how')],
    offers: [...days, drop],
    pick: 'one',
  }
}

/** A day that was tapped or typed. */
export function dateOn(
  state: Answering,
  { choice, text }: Incoming,
  reminded: RemindedDeadline,
  { today }: World,
): Turn {
  const tapped = /^dd:to:(\d{4}-\d{2}-\d{2})$/.exec(choice ?? '')?.[1]
  const day = tapped ?? dayIn((text ?? '').trim().toLowerCase(), today)
  const refusal = day ? whyNot(day, reminded, today) : say('due-date-unread')
  if (!day || refusal) return stay(state, askDate(state, reminded, refusal))
  const next: Answering = { ...state, asks: 'reason', to: day }
  return move(next, [{ ...askDate(next, reminded), ...(choice ? { replaces: true } : {}) }])
}

/** The reason, with which the request is complete. */
export function reasonOn(
  state: Answering,
  { choice, text = '' }: Incoming,
  reminded: RemindedDeadline,
): Turn {
  const usual = usualReasons.find((one) => choice === `dd:why:${one}`)
  const reason = usual ? `@${usual}` : text.trim()
  if (reason === '' || reason.length > mostReasonChars)
    return stay(
      state,
      askDate(state, reminded, reason === '' ? undefined : say('due-too-long', { max: mostReasonChars })),
    )
  const { id: deadlineId, dueOn, title } = reminded
  const words = say('due-asked-date', { what: title, from: { day: dueOn }, to: { day: state.to! } })
  return move(
    atHome,
    [{ parts: [words, say('due-asked-next')], offers: onwards, ...(choice ? { replaces: true } : {}) }],
    [
      answered(contextOf(state), 'more_time', { to: state.to! }),
      { is: 'changeAsked', deadlineId, kind: 'date', from: dueOn, to: state.to!, reason },
    ],
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
  return day <= dueOn ? say('due-date-earlier', { day: { day: dueOn } }) : undefined
}
