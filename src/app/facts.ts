/** Writing down what became true in a turn, in the turn's own transaction. */
import { randomUUID } from 'node:crypto'
import type { Fact, World } from '../domain/dialogue.ts'
import type { Incoming } from '../domain/message.ts'
import type { Locale } from '../domain/phrase.ts'
import { record } from '../store/audit.ts'
import { removeAddress } from '../store/addresses.ts'
import { passOn } from '../store/contacts.ts'
import { keepChannel, keepDigest, keepQuietHours } from '../store/preferences.ts'
import { renewFeed, revokeFeeds } from '../store/calendars.ts'
import { withdraw } from '../store/withdrawing.ts'
import { rememberLocale, stopPerson, takeBackStop, withdrawNews } from '../store/respondents.ts'
import type { Responded } from '../store/responses.ts'
import { Superseded } from '../store/store.ts'
import type { Saved } from '../store/turns.ts'
import { settleAnnouncement } from './announcement-facts.ts'
import { settleCase } from './case-facts.ts'
import { closeConsultation, openConsultation } from './consultations.ts'
import { todayIn, type Context } from './context.ts'
import { settleDeadline } from './deadline-facts.ts'
import { eraseForGood } from './erasing.ts'
import { settleEvidence } from './evidence.ts'
import type { EvidenceFile } from './evidence-file.ts'
import { offerLink } from './linking.ts'
import { reviewText } from './moderation.ts'
import { settlePlace } from './places.ts'

/** Who is talking; gets an id when they become a person, and a language when they choose one. */
export interface Speaker {
  personId: string | null
  locale: Locale
  readonly incoming: Incoming
  /** Where their answers to the current consultation are kept; null before assent and after the secret's destruction. */
  key: Uint8Array<ArrayBuffer> | null
  /** What they handed over, once it is fetched and fit to be kept. */
  file?: EvidenceFile | undefined
}

/** Facts that are kept together with the turn, in its one statement. */
const together = [
  'assented',
  'answered',
  'described',
  'finished',
  'followUpChosen',
  'newsTurnedOn',
] as const satisfies readonly Fact['is'][]
type Together = Extract<Fact, { is: (typeof together)[number] }>

export function isTogether(fact: Fact): fact is Together {
  return together.some((one) => one === fact.is)
}

/** What the facts of a turn add to its statement. @throws {Superseded} when the answers of this person cannot be found any more. */
export function keptOf(
  context: Context,
  facts: readonly Fact[],
  world: World,
  speaker: Speaker,
): Pick<Saved, 'personId' | 'isNewPerson' | 'agreed' | 'band' | 'responded' | 'outcome'> {
  const mine = facts.filter(isTogether)
  const assented = mine.find((fact) => fact.is === 'assented')
  const outcome = mine.find((fact) => fact.is === 'followUpChosen')
  const news = mine.find((fact) => fact.is === 'newsTurnedOn')
  const isNewPerson = (assented ?? news) !== undefined && speaker.personId === null
  if (isNewPerson) speaker.personId = randomUUID()
  const agreed = assented ?? (outcome?.isWanted ? outcome : news)
  return {
    personId: speaker.personId,
    isNewPerson,
    agreed: agreed && agreedIn(context, agreed, world, speaker),
    band: assented?.band ?? news?.band ?? undefined,
    responded: respondedIn(mine, speaker),
    outcome,
  }
}

type Agreement = Extract<Together, { is: 'assented' | 'followUpChosen' | 'newsTurnedOn' }>

function agreedIn(
  { text }: Context,
  agreement: Agreement,
  { current }: World,
  { locale }: Speaker,
): Saved['agreed'] {
  if (agreement.is === 'newsTurnedOn')
    return {
      purpose: 'announcements',
      consultation: '',
      texts: { [locale]: text.say(locale, 'news-offer') },
    }
  const { is, consultation } = agreement
  const isAssent = is === 'assented'
  const city = current?.definition.texts[isAssent ? 'assent' : 'followUp']
  const texts = city ?? { [locale]: text.say(locale, isAssent ? 'assent' : 'follow-up') }
  return { purpose: isAssent ? 'participation' : 'outcomes', consultation, texts }
}

function respondedIn(facts: readonly Together[], { key }: Speaker): Responded | undefined {
  const answer = facts.find((fact) => fact.is === 'answered')
  const about = facts.find((fact) => fact.is === 'described')
  const finish = facts.find((fact) => fact.is === 'finished')
  const first = answer ?? about ?? finish
  if (!first) return undefined
  if (!key) throw new Superseded()
  const { consultation, version } = first
  return { consultation, version, key, answer, about, finish }
}

/** Writes down a fact that needs statements of its own, in the turn's transaction. */
export async function applyFact(
  context: Context,
  fact: Exclude<Fact, Together>,
  speaker: Speaker,
): Promise<void> {
  const { db: tx } = context.store
  switch (fact.is) {
    case 'languageChosen':
      speaker.locale = fact.locale
      return speaker.personId ? rememberLocale(tx, speaker.personId, fact.locale) : undefined
    case 'stopped':
      await stopPerson(tx, speaker.personId!, context.clock.now())
      return passOn(tx, speaker.personId!, context.clock.now())
    case 'stopTakenBack':
      return takeBackStop(tx, speaker.personId!)
    case 'newsTurnedOff':
      return withdrawNews(tx, speaker.personId!, context.clock.now())
    case 'quietHoursChosen':
      return keepQuietHours(tx, speaker.personId!, fact)
    case 'digestChosen':
      return keepDigest(tx, speaker.personId!, fact.hasDigest)
    case 'channelChosen':
      return keepChannel(tx, speaker.personId!, fact.channel)
    case 'linkOffered':
      return offerLink(context, speaker.personId!, fact.code)
    case 'unlinked':
      return removeAddress(tx, speaker.personId!, fact.address, todayIn(context))
    case 'calendarLinked':
      return renewFeed(tx, context.store.keyring, ownerIn(speaker), {
        token: fact.token,
        at: context.clock.now(),
        by: speaker.personId!,
      })
    case 'calendarRevoked':
      return void (await revokeFeeds(tx, ownerIn(speaker), context.clock.now()))
    case 'placeChosen':
    case 'placeLeft':
      return settlePlace(context, fact, speaker)
    case 'reminderAnswered':
    case 'doneOnCorrected':
    case 'deadlineReopened':
    case 'changeAsked':
    case 'changeDecided':
    case 'blockerNamed':
    case 'blockerAnswered':
    case 'readingReported':
      return settleDeadline(context, fact, speaker)
    case 'disclosed':
    case 'contactLeft':
    case 'caseTaken':
      return settleCase(context, fact, speaker)
    case 'textModerated':
      return reviewText(context, fact, speaker.personId!)
    case 'evidenceGiven':
      return settleEvidence(context, fact, speaker)
    case 'announcementWritten':
    case 'announcementSteered':
      return settleAnnouncement(context, fact, speaker)
    case 'withdrawn':
      return withdraw(tx, context.store.keyring, speaker.personId!, {
        consultationId: fact.consultation,
        at: context.clock.now(),
      })
    case 'erased':
      return speaker.personId ? eraseForGood(context, speaker.personId) : undefined
    case 'consultationOpened':
    case 'consultationClosed':
    case 'consultationPosted':
      return manage(context, fact, speaker)
    case 'forgotten':
      return undefined
  }
}

function ownerIn({ personId }: Speaker): { readonly personId: string } {
  return { personId: personId! }
}

async function manage(
  context: Context,
  fact: Extract<Fact, { consultation: string; is: `consultation${string}` }>,
  speaker: Speaker,
): Promise<void> {
  const actor = speaker.personId!
  if (fact.is === 'consultationOpened')
    return void (await openConsultation(context, fact.consultation, actor))
  if (fact.is === 'consultationClosed')
    return void (await closeConsultation(context, fact.consultation, actor))
  await record(context.store.db, {
    at: context.clock.now(),
    actor,
    act: 'consultation.post',
    subject: `consultation/${fact.consultation}`,
    details: { channel: speaker.incoming.from.channel },
  })
}
