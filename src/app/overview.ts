/** What the pages tell anybody who comes by: what is open, where help is, what becomes of data. */
import { isHere } from '../domain/consultation.ts'
import type { ChannelName } from '../domain/message.ts'
import { uncheckedWords } from '../domain/dialogues/home.ts'
import { wordingIn, type Day, type Locale, type Phrase } from '../domain/phrase.ts'
import { addDays, startOfDay } from '../runtime/clock.ts'
import { allConsultations } from '../store/consultations.ts'
import { nextReminder } from '../store/reminders.ts'
import { todayIn, type Context } from './context.ts'
import { lastProgramme, programmeOf } from './programme.ts'

export interface Open {
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly closesOn: Day
}

/** The consultations that can be answered in a channel now. */
export async function openFor(
  { store }: Context,
  channel: ChannelName,
  locale: Locale,
): Promise<readonly Open[]> {
  const consultations = await allConsultations(store.db)
  return consultations
    .filter(({ status, definition }) => status === 'open' && isHere(definition.places, channel))
    .map(({ id, closesOn, definition }) => ({
      id,
      closesOn,
      title: wordingIn(definition.title, locale),
      purpose: wordingIn(definition.purpose, locale),
    }))
}

export interface Helpline {
  readonly name: string
  readonly number: string
  readonly hours: string | undefined
}

/** The helplines as they were last read, so that showing them never waits for the database. */
export function helplinesOf(context: Context, locale: Locale): readonly Helpline[] {
  // read anew for whoever comes next
  programmeOf(context).catch(() => undefined)
  return lastProgramme(context).safeguarding.helpCard.lines.map(({ purpose, number, hours }) => ({
    name: wordingIn(purpose, locale),
    number,
    hours,
  }))
}

/** Which helplines nobody has checked for too long, as a sentence; nothing where all are checked. */
export async function uncheckedHelplines(context: Context): Promise<readonly Phrase[]> {
  const { safeguarding } = await programmeOf(context)
  return uncheckedWords({ safeguarding, today: todayIn(context) })
}

/** What is kept, for how long, and how to take it back; the same words as in the chat. */
export function privacyText({ text, config }: Context, locale: Locale): string {
  return ['privacy-what', 'privacy-who', 'privacy-long', 'privacy-rights']
    .map((key) => text.say(locale, key, { days: config.SECRET_DAYS }))
    .join('\n\n')
}

export interface Change {
  readonly is: 'opening' | 'closing' | 'reminder'
  readonly title: string
  readonly at: Date
}

/** What opens or closes next, and when the contacts of `entityId` are next reminded, soonest first: a consultation closes with the end of its last day. */
export async function upcomingChanges(
  { store, clock, config }: Context,
  locale: Locale,
  entityId: string,
): Promise<readonly Change[]> {
  const consultations = await allConsultations(store.db)
  const reminder = await nextReminder(store.db, entityId)
  const changes = consultations.flatMap(({ status, opensOn, closesOn, definition }): Change[] => {
    const title = wordingIn(definition.title, locale)
    if (status === 'draft') return [{ is: 'opening', title, at: startOfDay(opensOn, config.TIME_ZONE) }]
    return status === 'open'
      ? [{ is: 'closing', title, at: startOfDay(addDays(closesOn, 1), config.TIME_ZONE) }]
      : []
  })
  const reminders: readonly Change[] = reminder
    ? [{ is: 'reminder', title: wordingIn(reminder.names, locale), at: reminder.at }]
    : []
  return [...changes, ...reminders]
    .filter(({ at }) => at > clock.now())
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
}
