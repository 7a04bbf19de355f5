/** What a code in a message turns out to be: used up in the transaction of the turn that it came with. */
import type { Redeemed, State } from '../domain/dialogue.ts'
import { codeIn } from '../domain/dialogues/turn.ts'
import { dayOf } from '../runtime/clock.ts'
import { addPerson } from '../store/respondents.ts'
import { lookupOf } from '../store/sessions.ts'
import { contactsOf } from '../store/staff.ts'
import { isLikeClassCode, redeemClassCode } from './class-codes.ts'
import type { Context } from './context.ts'
import type { Speaker } from './facts.ts'
import { acceptLink } from './linking.ts'
import { redeemInvitation } from './staff.ts'

/** Uses up the code in a message, if there is one; `speaker` becomes whoever it makes of them. */
export async function redeem(context: Context, state: State, speaker: Speaker): Promise<Redeemed | null> {
  const found = codeIn(state, speaker.incoming)
  if (!found) return null
  const { db: tx, keyring } = context.store
  const now = context.clock.now()
  const { from } = speaker.incoming
  const lookup = lookupOf(keyring, from)
  if (found.kind === 'class' || (found.kind === 'any' && isLikeClassCode(found.code))) {
    const entered = await redeemClassCode(tx, { code: found.code, lookup, now })
    return typeof entered === 'string' ? { is: entered } : { is: 'class', ...entered }
  }
  const personId = async () =>
    (speaker.personId ??= await addPerson(tx, keyring, {
      from,
      locale: speaker.locale,
      today: dayOf(now, context.config.TIME_ZONE),
    }))
  const made = await redeemInvitation(tx, { code: found.code, lookup, personId, now })
  if (made === 'wrong' || made === 'too-many') return { is: made }
  if (made.kind === 'staff') return { is: 'staff', role: made.role }
  if (made.kind === 'link') {
    const linking = { from, personId: speaker.personId, code: found.code }
    const { redeemed, stays } = await acceptLink(context, made.personId, linking)
    speaker.personId = stays
    return redeemed
  }
  const spokenFor = await contactsOf(tx, await personId())
  return {
    is: 'contact',
    entity: { text: spokenFor.find(({ entityId }) => entityId === made.entityId)!.names },
  }
}
