/** One message of one person: load, take the turn, commit, and say what is to be said. The one code path of every channel. */
import type { Received } from '../channels/file.ts'
import { stay, type Fact, type Reply, type State, type Turn, type World } from '../domain/dialogue.ts'
import { codeIn, standingPrompt, subjectOf, turn } from '../domain/dialogues/turn.ts'
import { languageOf } from '../domain/language.ts'
import type { Address, Incoming, Outgoing } from '../domain/message.ts'
import type { Locale } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { understood } from '../domain/typed.ts'
import { oneAtATime } from '../runtime/turns.ts'
import { exportPerson } from '../store/respondents.ts'
import { dropSession, findSessions, holdSession, markSeen, type Session } from '../store/sessions.ts'
import { inside, Superseded } from '../store/store.ts'
import { saveTurns } from '../store/turns.ts'
import { withViews } from './announcement-views.ts'
import type { Context } from './context.ts'
import { fetchedFor } from './evidence.ts'
import { applyFact, isTogether, keptOf, type Speaker } from './facts.ts'
import { programmeOf, type Programme } from './programme.ts'
import { redeem } from './redeem.ts'
import { render } from './render.ts'
import { isElsewhere, worldFor } from './world.ts'

/**
 * Answers one message. The same message twice gets the same replies and changes nothing the second time.
 * A turn that another one overtook is taken again from what is there now.
 */
export function converse(context: Context, incoming: Received): Promise<readonly Outgoing[]> {
  const { channel, value } = incoming.from
  return inTurn(`${channel}:${value}`, () => answer(context, incoming))
}

/** Within one process people are answered in the order they wrote; between processes the turn's number decides. */
const inTurn = oneAtATime()
const mostAttempts = 20

async function answer(context: Context, incoming: Received, attempt = 1): Promise<readonly Outgoing[]> {
  const session = await context.store.batched(findSessions, incoming)
  const locale = session.locale ?? languageOf(incoming)
  if (session.isSeen) return say(context, locale, session.replies)
  try {
    return await take(context, session, locale, incoming)
  } catch (error) {
    if (error instanceof Problem) return take(context, session, locale, incoming, error)
    if (!(error instanceof Superseded) || attempt === mostAttempts) throw error
    return answer(context, incoming, attempt + 1)
  }
}

/** What stands on a person's screen now; nothing is changed by looking. */
export async function look(context: Context, from: Address, preferred: Locale): Promise<readonly Outgoing[]> {
  const incoming: Incoming = { id: '', from, at: context.clock.now() }
  const session = await context.store.batched(findSessions, incoming)
  const locale = session.locale ?? preferred
  const { world } = await worldFor(context, {
    session,
    incoming,
    locale,
    redeemed: null,
    subject: subjectOf(session.state, incoming),
    programme: await programmeOf(context),
  })
  const standing = session.replies.filter(({ isNotice }) => !isNotice)
  const isStanding = session.turn >= 0 && standing.length > 0
  return say(context, locale, isStanding ? standing : [standingPrompt(session.state, world)])
}

/** The language of a person's conversation, once there is one. */
export async function chosenLanguage({ store }: Context, from: Address): Promise<Locale | undefined> {
  return (await store.batched(findSessions, { id: '', from })).locale
}

async function take(
  context: Context,
  session: Session,
  locale: Locale,
  incoming: Received,
  refusal?: Problem,
): Promise<readonly Outgoing[]> {
  const isMeantForThis = incoming.text !== undefined && !isElsewhere(session, incoming)
  const meant = isMeantForThis ? understood(incoming, shown(context, locale, session.replies)) : incoming
  const speaker: Speaker = { personId: session.personId, locale, incoming: meant, key: null }
  const programme = await programmeOf(context)
  const begun: Begun = { session, speaker, incoming, programme }
  if (codeIn(session.state, meant)) return inTransaction(context, (here) => takeWithCode(here, begun))
  const { world, key } = await worldFor(context, {
    ...begun,
    incoming: meant,
    locale,
    redeemed: null,
    subject: subjectOf(session.state, meant),
  })
  speaker.key = key
  const taken = refusal ? refused(session.state, refusal, world) : turn(session.state, meant, world)
  speaker.file = await fetchedFor(taken.facts, incoming)
  if (taken.facts.every(isTogether)) return commit(context, begun, world, taken)
  return inTransaction(context, async (here) => {
    await holdSession(here.store.db, session)
    return commit(here, begun, world, taken)
  })
}

/** What could not be done is said, nothing of it was written, and what stood still stands. */
function refused(state: State, { phrase, details }: Problem, world: World): Turn {
  return stay(state, { parts: [phrase, ...details] }, standingPrompt(state, world))
}

function inTransaction<T>(context: Context, work: (here: Context) => Promise<T>): Promise<T> {
  return context.store.transaction((tx) => work({ ...context, store: inside(context.store, tx) }))
}

/** A turn as it begins. */
interface Begun {
  readonly session: Session
  readonly speaker: Speaker
  /** As it came, before it was understood. */
  readonly incoming: Incoming
  readonly programme: Programme
}

/** A code is used up in the transaction of its turn, so the world has to be loaded there too. */
async function takeWithCode(context: Context, begun: Begun): Promise<readonly Outgoing[]> {
  const { session, speaker, incoming } = begun
  const { redeemed, state } = await redeem(context, session.state, speaker)
  const subject = redeemed?.is === 'class' ? redeemed.consultation : subjectOf(state, incoming)
  const found =
    speaker.personId === session.personId ? session : await context.store.batched(findSessions, incoming)
  // whoever was linked goes on in the conversation of the person they are
  if (found.locale) speaker.locale = found.locale
  const { world, key } = await worldFor(context, {
    ...begun,
    session: { ...found, state },
    incoming: speaker.incoming,
    locale: speaker.locale,
    redeemed,
    subject,
  })
  speaker.key = key
  return commit(context, { ...begun, session: found }, world, turn(state, speaker.incoming, world))
}

async function commit(
  context: Context,
  { session, speaker, incoming }: Begun,
  world: World,
  decided: Turn,
): Promise<readonly Outgoing[]> {
  for (const fact of decided.facts) if (!isTogether(fact)) await applyFact(context, fact, speaker)
  const viewer = { personId: speaker.personId, person: world.person }
  const taken = { ...decided, replies: await withViews(context, viewer, decided.replies) }
  if (isForgotten(taken.facts, speaker)) await forget(context, session, incoming)
  else if (!world.channel.isPublicPlace || taken.facts.length > 0)
    await keep(context, { session, speaker, incoming, taken, world })
  return withFiles(context, speaker, taken.replies)
}

async function forget({ store, clock }: Context, session: Session, incoming: Incoming): Promise<void> {
  await dropSession(store.db, session.key)
  if (!(await markSeen(store.db, incoming, clock.now()))) throw new Superseded()
}

async function keep(
  context: Context,
  {
    session,
    speaker,
    incoming,
    taken,
    world,
  }: Pick<Begun, 'session' | 'speaker' | 'incoming'> & { taken: Turn; world: World },
): Promise<void> {
  const { facts, state, replies: said } = taken
  const isStanding = said.some(({ isNotice, isPublic }) => !isNotice && !isPublic)
  const replies = isStanding ? said : session.replies
  const kept = keptOf(context, facts, world, speaker)
  const saved = {
    ...kept,
    from: session,
    incoming,
    state,
    replies,
    locale: speaker.locale,
    at: context.clock.now(),
    today: world.today,
  }
  if (!(await context.store.batched(saveTurns, saved))) throw new Superseded()
}

function isForgotten(facts: readonly Fact[], { personId }: Speaker): boolean {
  return facts.some(({ is }) => is === 'erased' || (is === 'forgotten' && !personId))
}

async function withFiles(
  context: Context,
  { personId, locale }: Speaker,
  replies: readonly Reply[],
): Promise<readonly Outgoing[]> {
  const outgoing = say(context, locale, replies)
  if (!personId || !replies.some(({ file }) => file)) return outgoing
  const content = JSON.stringify(
    await exportPerson(context.store.db, context.store.keyring, personId),
    null,
    2,
  )
  return outgoing.map((message, index) =>
    replies[index]?.file
      ? { ...message, file: { name: 'hejnal-my-data.json', mediaType: 'application/json', content } }
      : message,
  )
}

/** The buttons that stand on the screen, which is all that a typed word is compared with. */
function shown({ text }: Context, locale: Locale, replies: readonly Reply[]): readonly Outgoing[] {
  const prompt = replies.findLast(({ offers }) => offers?.length)
  return prompt ? [render(text, locale, { ...prompt, parts: [] })] : []
}

function say({ text }: Context, locale: Locale, replies: readonly Reply[]): readonly Outgoing[] {
  return replies.map((reply) => render(text, locale, reply))
}
