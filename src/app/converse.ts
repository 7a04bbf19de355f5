/** One message of one person: load, take the turn, commit, and say what is to be said. The one code path of every channel. */
import type { Fact, Redeemed, Reply, State, Turn, World } from '../domain/dialogue.ts'
import { codeIn, standingPrompt, subjectOf, turn } from '../domain/dialogues/turn.ts'
import type { Address, Incoming, Outgoing } from '../domain/message.ts'
import { localeOf, sourceLocale, type Locale } from '../domain/phrase.ts'
import { understood } from '../domain/typed.ts'
import { dayOf } from '../runtime/clock.ts'
import { addPerson, exportPerson, personKey } from '../store/respondents.ts'
import { dropSession, findSession, lookupOf, markSeen, saveSession, type Session } from '../store/sessions.ts'
import { Superseded, type Db } from '../store/store.ts'
import { redeemClassCode } from './consultations.ts'
import type { Context } from './context.ts'
import { applyFact, type Speaker } from './facts.ts'
import { render } from './render.ts'
import { redeemInvitation } from './staff.ts'
import { worldFor } from './world.ts'

/**
 * Answers one message. The same message twice gets the same replies and changes nothing the second time.
 * A turn that another one overtook is taken again from what is there now.
 */
export async function converse(context: Context, incoming: Incoming): Promise<readonly Outgoing[]> {
  for (let attempt = 0; ; attempt += 1) {
    const session = await findSession(context.store.db, context.store.keyring, incoming)
    const locale = session.locale ?? localeOf(incoming.locale) ?? sourceLocale
    if (session.isSeen) return say(context, locale, session.replies)
    try {
      return await take(context, session, locale, incoming)
    } catch (error) {
      if (!(error instanceof Superseded) || attempt === 20) throw error
    }
  }
}

/** What stands on a person's screen now; nothing is changed by looking. */
export async function look(context: Context, from: Address, preferred: Locale): Promise<readonly Outgoing[]> {
  const incoming: Incoming = { id: '', from, at: context.clock.now() }
  const session = await findSession(context.store.db, context.store.keyring, incoming)
  const locale = session.locale ?? preferred
  const { world } = await worldFor(context, context.store.db, { session, incoming, locale, redeemed: null, subject: subjectOf(session.state, incoming) })
  const isStanding = session.turn >= 0 && session.replies.length > 0
  return say(context, locale, isStanding ? session.replies : [standingPrompt(session.state, world)])
}

async function take(context: Context, session: Session, locale: Locale, incoming: Incoming): Promise<readonly Outgoing[]> {
  const shown = say(context, locale, session.replies)
  const meant = understood(incoming, shown)
  return context.store.transaction(async (tx) => {
    const speaker: Speaker = { personId: session.personId, locale, incoming: meant, key: null }
    const redeemed = await redeem(context, tx, session.state, speaker)
    const subject = redeemed?.is === 'class' ? redeemed.consultation : subjectOf(session.state, meant)
    const found = speaker.personId === session.personId ? session : await findSession(tx, context.store.keyring, incoming)
    const { world, key } = await worldFor(context, tx, { session: found, incoming: meant, locale, redeemed, subject })
    speaker.key = key
    const taken = turn(session.state, meant, world)
    for (const fact of taken.facts) await applyFact(context, tx, fact, world, speaker)
    await settle(context, tx, { session, taken, speaker, world, incoming })
    return withFiles(context, tx, speaker, taken.replies)
  })
}

async function settle(context: Context, tx: Db, { session, taken, speaker, world, incoming }: { session: Session; taken: Turn; speaker: Speaker; world: World; incoming: Incoming }): Promise<void> {
  const at = context.clock.now()
  if (isForgotten(taken.facts, speaker)) {
    await dropSession(tx, session.key)
    if (!(await markSeen(tx, incoming, at))) throw new Superseded()
    return
  }
  const isNothing = world.channel.isPublicPlace && taken.facts.length === 0
  if (isNothing) return
  const key = speaker.personId ? personKey(speaker.personId) : session.key
  const isStanding = taken.replies.some(({ isNotice, isPublic }) => !isNotice && !isPublic)
  const replies = isStanding ? taken.replies : session.replies
  const saved = { key, from: session, incoming, state: taken.state, replies, locale: speaker.locale, at }
  if (!(await saveSession(tx, context.store.keyring, saved))) throw new Superseded()
}

function isForgotten(facts: readonly Fact[], { personId }: Speaker): boolean {
  return facts.some(({ is }) => is === 'erased' || (is === 'forgotten' && !personId))
}

async function redeem(context: Context, tx: Db, state: State, speaker: Speaker): Promise<Redeemed | null> {
  const found = codeIn(state, speaker.incoming)
  if (!found) return null
  const now = context.clock.now()
  const consultation = found.kind === 'invitation' ? undefined : await redeemClassCode(tx, found.code, now)
  if (consultation) return { is: 'class', consultation }
  const { from } = speaker.incoming
  const lookup = lookupOf(context.store.keyring, from)
  const personId = async () => (speaker.personId ??= await addPerson(tx, context.store.keyring, { from, locale: speaker.locale, today: dayOf(now, context.config.TIME_ZONE) }))
  const made = await redeemInvitation(tx, { code: found.code, lookup, personId, now })
  if (made === 'wrong' || made === 'too-many') return { is: made }
  if (made.kind === 'staff') return { is: 'staff', role: made.role }
  const entity = await tx.entity.findUniqueOrThrow({ where: { id: made.entityId }, select: { names: true } })
  return { is: 'contact', entity: { text: entity.names as Readonly<Partial<Record<Locale, string>>> } }
}

async function withFiles(context: Context, tx: Db, { personId, locale }: Speaker, replies: readonly Reply[]): Promise<readonly Outgoing[]> {
  const outgoing = say(context, locale, replies)
  if (!personId || !replies.some(({ file }) => file)) return outgoing
  const content = JSON.stringify(await exportPerson(tx, context.store.keyring, personId), null, 2)
  return outgoing.map((message, index) => (replies[index]?.file ? { ...message, file: { name: 'hejnal-my-data.json', mediaType: 'application/json', content } } : message))
}

function say({ text }: Context, locale: Locale, replies: readonly Reply[]): readonly Outgoing[] {
  return replies.map((reply) => render(text, locale, reply))
}
