/** Writing down what became true in a turn, in the turn's own transaction. */
import type { Current, Fact, World } from '../domain/dialogue.ts'
import type { Incoming } from '../domain/message.ts'
import type { Locale } from '../domain/phrase.ts'
import { dayOf } from '../runtime/clock.ts'
import { record } from '../store/audit.ts'
import { addPerson, erasePerson, giveConsent, rememberLocale, startParticipation, stopPerson } from '../store/respondents.ts'
import { chooseOutcome } from '../store/participation.ts'
import type { Responded } from '../store/responses.ts'
import { Superseded } from '../store/store.ts'
import { closeConsultation, openConsultation } from './consultations.ts'
import type { Context } from './context.ts'

/** Who is talking; gets an id when they become a person, and a language when they choose one. */
export interface Speaker {
  personId: string | null
  locale: Locale
  readonly incoming: Incoming
  /** Where their answers to the current consultation are kept; null before assent and after the secret's destruction. */
  key: Uint8Array<ArrayBuffer> | null
}

/** Writes one fact down, and what follows from it for the speaker. @throws {Superseded} when it cannot be true any more. */
export async function applyFact(context: Context, fact: Fact, world: World, speaker: Speaker): Promise<void> {
  const { db: tx } = context.store
  switch (fact.is) {
    case 'languageChosen':
      speaker.locale = fact.locale
      return speaker.personId ? rememberLocale(tx, speaker.personId, fact.locale) : undefined
    case 'assented':
      return assented(context, fact, world.current!, speaker)
    case 'answered':
    case 'described':
    case 'finished':
      return undefined
    case 'followUpChosen':
      return chooseFollowUp(context, fact, world.current!, speaker)
    case 'stopped':
      return stopPerson(tx, speaker.personId!, context.clock.now())
    case 'erased':
      return speaker.personId ? erasePerson(tx, context.store.keyring, speaker.personId, today(context)) : undefined
    case 'forgotten':
      return undefined
    case 'consultationOpened':
    case 'consultationClosed':
    case 'consultationPosted':
      return manage(context, fact, speaker)
  }
}

async function assented(context: Context, fact: Extract<Fact, { is: 'assented' }>, { definition }: Current, speaker: Speaker): Promise<void> {
  const { db: tx } = context.store
  const { from } = speaker.incoming
  speaker.personId ??= await addPerson(tx, context.store.keyring, { from, locale: speaker.locale, today: today(context) })
  const texts = definition.texts.assent ?? { [speaker.locale]: context.text.say(speaker.locale, 'assent') }
  await giveConsent(tx, { personId: speaker.personId, purpose: 'participation', subject: definition.id, texts, locale: speaker.locale, at: context.clock.now() })
  await startParticipation(tx, { personId: speaker.personId, consultation: definition.id, band: fact.band, today: today(context) })
}

/** Whether a fact is part of a pass through a consultation: those are kept together with the turn, in its one statement. */
export function isResponse(fact: Fact): fact is Extract<Fact, { is: 'answered' | 'described' | 'finished' }> {
  return fact.is === 'answered' || fact.is === 'described' || fact.is === 'finished'
}

/** What the facts of a turn add to a pass. @throws {Superseded} when the answers of this person cannot be found any more. */
export function respondedIn(context: Context, facts: readonly Fact[], { personId, key, incoming }: Speaker): Responded | undefined {
  const mine = facts.filter(isResponse)
  const [first] = mine
  if (!first) return undefined
  if (!key || !personId) throw new Superseded()
  const { consultation, version } = first
  return {
    ...{ consultation, version, personId, key, today: today(context), channel: incoming.from.channel },
    answer: mine.find((fact) => fact.is === 'answered'),
    about: mine.find((fact) => fact.is === 'described'),
    finish: mine.find((fact) => fact.is === 'finished'),
  }
}

async function chooseFollowUp(context: Context, fact: Extract<Fact, { is: 'followUpChosen' }>, { definition }: Current, speaker: Speaker): Promise<void> {
  const { db: tx } = context.store
  const personId = speaker.personId!
  await chooseOutcome(tx, { personId, ...fact })
  if (!fact.isWanted) return
  const texts = definition.texts.followUp ?? { [speaker.locale]: context.text.say(speaker.locale, 'follow-up') }
  await giveConsent(tx, { personId, purpose: 'outcomes', subject: fact.consultation, texts, locale: speaker.locale, at: context.clock.now() })
}

async function manage(context: Context, fact: Extract<Fact, { consultation: string; is: `consultation${string}` }>, speaker: Speaker): Promise<void> {
  const actor = speaker.personId!
  if (fact.is === 'consultationOpened') return void (await openConsultation(context, fact.consultation, actor))
  if (fact.is === 'consultationClosed') return void (await closeConsultation(context, fact.consultation, actor))
  await record(context.store.db, { at: context.clock.now(), actor, act: 'consultation.post', subject: `consultation/${fact.consultation}`, details: { channel: speaker.incoming.from.channel } })
}

function today({ clock, config }: Context): string {
  return dayOf(clock.now(), config.TIME_ZONE)
}
