/** An announcement while it is being written in a chat: what was said so far, and the steps that are left. */
import type { Locale, Localized } from './phrase.ts'
import { announcingChannels, type Audience } from './recipients.ts'
import { contactRoles, staffRoles } from './staff.ts'

/** In the order in which they are asked; `what` asks which of the others is to change. */
export const draftSteps = ['pl', 'en', 'uk', 'who', 'narrow', 'when', 'until', 'what'] as const
export type DraftStep = (typeof draftSteps)[number]

/** Small enough to stand in a conversation's state: plain values only. */
export interface Drafted {
  readonly id: string
  readonly texts: Localized
  readonly audience: Audience
  /** ISO instants; null: at once, and for good. */
  readonly sendAt: string | null
  readonly notAfter: string | null
  /** It exists already: one change is followed by the preview, not by the next step. */
  readonly isWritten: boolean
}

/** Fits into one message of every channel, with room for a link: Discord takes 2,000. */
export const mostTextChars = 1_500

/** Nothing said yet. */
export function emptyDraft(id: string): Drafted {
  return { id, texts: {}, audience: { who: [] }, sendAt: null, notAfter: null, isWritten: false }
}

/** The step after `step`; undefined when nothing more is asked. */
export function stepAfter(step: DraftStep, { isWritten }: Drafted): DraftStep | undefined {
  const isOnItsOwn = isWritten && step !== 'who' && step !== 'when'
  return isOnItsOwn || step === 'until' ? undefined : draftSteps[draftSteps.indexOf(step) + 1]
}

/** The step before `step`; undefined where it began. */
export function stepBefore(step: DraftStep, { isWritten }: Drafted): DraftStep | undefined {
  if (isWritten) return step === 'what' ? undefined : 'what'
  return draftSteps[draftSteps.indexOf(step) - 1]
}

/** The draft in these words of one language; without any, people of that language get Polish. */
export function inLanguage(draft: Drafted, locale: Locale, text: string | undefined): Drafted {
  const { [locale]: _, ...others } = draft.texts
  return { ...draft, texts: text === undefined ? others : { ...others, [locale]: text } }
}

/** Whom a button of the first question stands for; `c:<id>` is whoever took part in a consultation. */
export function audienceOf(choice: string): Audience | undefined {
  const [, consultation] = /^c:(.+)$/.exec(choice) ?? []
  if (consultation)
    return { who: ['youth'], consultation: { id: consultation, states: ['started', 'finished'] } }
  return Object.hasOwn(audiences, choice) ? audiences[choice] : undefined
}

const audiences: Readonly<Record<string, Audience>> = {
  youth: { who: ['youth'] },
  contacts: { who: contactRoles },
  staff: { who: staffRoles },
  places: { who: [], places: true },
}

/** What an audience can be narrowed to, and the groups and channels that can be added; each is a tick. */
export const ticks = ['pl', 'en', 'uk', ...announcingChannels, 'places'] as const
export type Tick = (typeof ticks)[number]

/** The ticks that are set. */
export function ticksOf({ languages = [], channels = [], places = false }: Audience): readonly Tick[] {
  const set: readonly string[] = [...languages, ...channels, ...(places ? ['places'] : [])]
  return ticks.filter((tick) => set.includes(tick))
}

/** The audience with exactly these ticks; no language ticked is every language, and the same with channels. */
export function ticked(audience: Audience, set: readonly string[]): Audience {
  const { languages: _, channels: __, places: ___, ...rest } = audience
  const languages = (['pl', 'en', 'uk'] as const).filter((one) => set.includes(one))
  const channels = announcingChannels.filter((one) => set.includes(one))
  return {
    ...rest,
    ...(languages.length > 0 ? { languages } : {}),
    ...(channels.length > 0 ? { channels } : {}),
    ...(set.includes('places') ? { places: true } : {}),
  }
}
