/** What the coordination says to a change that was asked for: one tap, and the first one counts. */
import { atHome, move, stay, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { say, type Phrase } from '../phrase.ts'
import { changeButton, changeIn, type ChangeToDecide } from '../reminded.ts'
import { reasonPhrase } from './more-time.ts'
import { onwards } from './answering.ts'

/** A button under a request; undefined when it is none. */
export function decideChange(state: State, choice: string, { change }: World): Turn | undefined {
  const tapped = changeIn(choice)
  if (!tapped) return undefined
  if (!change?.mayDecide) return stay(state, { parts: [say('due-not-yours')] })
  if (change.isApproved !== null || isMoot(change))
    return move(atHome, [{ ...overReply(change), replaces: true }])
  const words = say(tapped.isApproved ? 'change-approved' : 'change-refused', argsOf(change))
  return move(
    atHome,
    [{ parts: [words, say('change-told')], offers: onwards, replaces: true }],
    [{ is: 'changeDecided', change: change.id, isApproved: tapped.isApproved }],
  )
}

/** A request as those read it who decide. */
export function changeReply(change: ChangeToDecide): Reply {
  const { kind, id, reason, to, deadline } = change
  const isOpenEnded = kind === 'entity' && to === ''
  return {
    parts: [
      say(isOpenEnded ? 'change-asks-unknown' : `change-asks-${kind}`, argsOf(change)),
      ...(deadline.measure ? [deadline.measure] : []),
      ...(reason ? [say('change-reason', { reason: reasonPhrase(reason) })] : []),
      ...(isOpenEnded ? [say('change-unknown-how')] : []),
    ],
    ...(isOpenEnded
      ? {}
      : {
          offers: [
            { id: changeButton(id, 'yes'), label: say('change-yes'), row: 'answer' },
            { id: changeButton(id, 'no'), label: say('change-no'), row: 'answer' },
          ],
          pick: 'one',
        }),
  }
}

/** What a request is about, for every sentence about it. */
export function argsOf({ kind, from, toName, deadline }: ChangeToDecide) {
  return {
    what: deadline.title,
    entity: deadline.entity.name,
    from: kind === 'date' ? { day: from } : deadline.entity.name,
    to: toName,
  }
}

/** Done, dropped or changed in another way since it was asked. */
function isMoot({ kind, from, to, deadline }: ChangeToDecide): boolean {
  const now = kind === 'date' ? deadline.dueOn : deadline.entity.id
  return deadline.status !== 'open' || now !== from || to === ''
}

function overReply(change: ChangeToDecide): Reply {
  const lead: Phrase =
    change.isApproved === null
      ? say('change-moot', argsOf(change))
      : say(change.isApproved ? 'change-was-approved' : 'change-was-refused', argsOf(change))
  return { parts: [lead], offers: onwards }
}
