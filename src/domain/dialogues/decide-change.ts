/** What the coordination says to a change that was asked for: one tap, and the first one counts. */
import { reminderButton } from '../deadline.ts'
import { stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { dated, say, type Args, type Day } from '../phrase.ts'
import { changeButton, changeIn, type ChangeToDecide } from '../reminded.ts'
import { onwards } from './answering.ts'
import { aside } from './due-card.ts'
import { reasonPhrase } from './more-time.ts'

/** A button under a request; undefined when it is none. What somebody is in the middle of stands as it is. */
export function decideChange(state: State, choice: string, { change, today }: World): Turn | undefined {
  const tapped = changeIn(choice)
  if (!tapped) return undefined
  if (!change?.mayDecide) return aside(state, { parts: [say('due-not-yours')] })
  if (change.decision || isMoot(change)) return aside(state, overReply(change, today))
  if (change.isMine) return stay(state, { parts: [say('change-own')], isNotice: true })
  if (tapped.isApproved && isOpenEnded(change)) return aside(state, changeReply(change, today))
  const words = say(tapped.isApproved ? 'change-approved' : 'change-refused', argsOf(change, today))
  return {
    ...aside(state, { parts: [words, say('change-told')], offers: onwards, replaces: true }),
    facts: [{ is: 'changeDecided', change: change.id, isApproved: tapped.isApproved }],
  }
}

/** A request as those read it who decide. */
export function changeReply(change: ChangeToDecide, today: Day): Reply {
  const { kind, reason, deadline } = change
  return {
    parts: [
      say(isOpenEnded(change) ? 'change-asks-unknown' : `change-asks-${kind}`, argsOf(change, today)),
      ...(deadline.measure ? [deadline.measure] : []),
      ...(reason ? [say('change-reason', { reason: reasonPhrase(reason) })] : []),
    ],
    offers: offersFor(change),
    pick: 'one',
  }
}

/** What a request is about, for every sentence about it. */
export function argsOf({ kind, from, to, toName, deadline }: ChangeToDecide, today: Day): Args {
  return {
    what: deadline.title,
    entity: deadline.entity.name,
    from: kind === 'date' ? dated(from, today) : deadline.entity.name,
    to: kind === 'date' ? dated(to, today) : toName,
  }
}

/** Done, dropped or changed in another way since it was asked. */
export function isMoot({ kind, from, deadline }: ChangeToDecide): boolean {
  const now = kind === 'date' ? deadline.dueOn : deadline.entity.id
  return deadline.status !== 'open' || now !== from
}

/** Nobody knows yet whose it is: whoever decides chooses. */
function isOpenEnded({ kind, to }: ChangeToDecide): boolean {
  return kind === 'entity' && to === ''
}

function offersFor(change: ChangeToDecide): readonly Offer[] {
  const { id, deadline } = change
  const about = { deadlineId: deadline.id, dueOn: deadline.dueOn, step: '' }
  const yes: Offer = isOpenEnded(change)
    ? { id: reminderButton(about, 'not_ours'), label: say('change-choose'), row: 'answer' }
    : { id: changeButton(id, 'yes'), label: say('change-yes'), row: 'answer' }
  return [yes, { id: changeButton(id, 'no'), label: say('change-no'), row: 'answer' }]
}

/** The first decision counts, and whoever comes later hears what it was. */
function overReply(change: ChangeToDecide, today: Day): Reply {
  const { decision } = change
  const args = argsOf(change, today)
  const words =
    decision?.isApproved === true || decision?.isApproved === false
      ? say(decision.isApproved ? 'change-was-approved' : 'change-was-refused', {
          ...args,
          who: decision.who,
          day: dated(decision.on, today),
        })
      : say('change-moot', args)
  return { parts: [words], offers: onwards, replaces: true }
}
