/** What a code in a message turns out to be: used up in the transaction of the turn that it came with. */
import type { Redeemed, State } from '../domain/dialogue.ts'
import { codeIn } from '../domain/dialogues/turn.ts'
import { dayOf } from '../runtime/clock.ts'
import { addPerson } from '../store/respondents.ts'
import { ownerOf } from '../store/addresses.ts'
import { lookupOf } from '../store/sessions.ts'
import { contactsOf, oneCodeAtATime } from '../store/staff.ts'
import { Superseded } from '../store/store.ts'
import { isLikeClassCode, redeemClassCode } from './class-codes.ts'
import type { Context } from './context.ts'
import type { Speaker } from './facts.ts'
import { acceptLink } from './linking.ts'
import { redeemInvitation } from './staff.ts'

/** What a code turned out to be, and where the conversation goes on. */
export interface Entered {
  readonly redeemed: Redeemed | null
  readonly state: State
}

/** Uses up the code in a message, if there is one; `speaker` becomes whoever it makes of them. */
export async function redeem(context: Context, state: State, speaker: Speaker): Promise<Entered> {
  const found = codeIn(state, speaker.incoming)
  if (!found) return { redeemed: null, state }
  const { db: tx, keyring } = context.store
  const now = context.clock.now()
  const { from } = speaker.incoming
  const lookup = lookupOf(keyring, from)
  if (found.kind === 'class' || (found.kind === 'any' && isLikeClassCode(found.code))) {
    const entered = await redeemClassCode(tx, { code: found.code, lookup, now })
    return { redeemed: typeof entered === 'string' ? { is: entered } : { is: 'class', ...entered }, state }
  }
  await oneCodeAtATime(tx)
  if ((await ownerOf(tx, lookup)) !== speaker.personId) throw new Superseded()
  const personId = async () =>
    (speaker.personId ??= await addPerson(tx, keyring, {
      from,
      locale: speaker.locale,
      today: dayOf(now, context.config.TIME_ZONE),
    }))
  const made = await redeemInvitation(tx, { code: found.code, lookup, personId, now })
  if (made === 'wrong' || made === 'too-many') return { redeemed: { is: made }, state }
  if (made.kind === 'staff') return { redeemed: { is: 'staff', role: made.role }, state }
  if (made.kind === 'link') {
    const linking = { from, personId: speaker.personId, code: found.code, state }
    const { stays, ...entered } = await acceptLink(context, made.personId, linking)
    speaker.personId = stays
    return entered
  }
  const spokenFor = await contactsOf(tx, await personId())
  const entity = { text: spokenFor.find(({ entityId }) => entityId === made.entityId)!.names }
  return { redeemed: { is: 'contact', entity }, state }
}
