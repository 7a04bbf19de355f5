/** Whom an announcement is for: a filter of people and places, and the same in words. */
import type { Option } from './consultation.ts'
import type { ChannelName } from './message.ts'
import { inRow, say, type Arg, type Locale, type Phrase } from './phrase.ts'
import { contactRoles, staffRoles, type ContactRole, type StaffRole } from './staff.ts'
import { usualAgeBands } from './usual.ts'

/** Kinds of people: the young, who hold no role, those who speak for entities, and staff. */
export const groups = ['youth', ...contactRoles, ...staffRoles] as const
export type Group = 'youth' | ContactRole | StaffRole

export const consentPurposes = ['announcements', 'outcomes', 'participation'] as const
export const participationStates = ['invited', 'started', 'finished'] as const

/** Some people and places. `languages` and `channels` narrow everybody; a list that is absent narrows nobody. */
export interface Selection {
  readonly who: readonly Group[]
  /** Narrows contacts. */
  readonly entities?: readonly string[]
  readonly languages?: readonly Locale[]
  /** Where people are reached; in an exclusion, whoever can be reached there. */
  readonly channels?: readonly ChannelName[]
  /** Narrow the young: ids of districts, of the bands of the age question, a consultation and how far they are in it. */
  readonly districts?: readonly string[]
  readonly ageBands?: readonly string[]
  readonly consultation?: {
    readonly id: string
    readonly states: readonly (typeof participationStates)[number][]
  }
  /** What the young have to have agreed to; `announcements` unless told, and nothing in an exclusion. */
  readonly consent?: string
  /** Groups and server channels that staff chose to carry announcements. */
  readonly places?: boolean
}

/** Who gets an announcement, and who of them does not. */
export interface Audience extends Selection {
  readonly except?: readonly Selection[]
}

/** Why somebody of the audience gets nothing. */
export const leftOutReasons = ['stopped', 'no-consent', 'blocked', 'no-address', 'budget'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** Channels that can bring a message nobody asked for. */
export const announcingChannels = ['telegram', 'discord', 'web'] as const satisfies readonly ChannelName[]

/** What the young must have agreed to. */
export function consentOf({ consent }: Selection): string {
  return consent ?? 'announcements'
}

/** Whether young people may read it: as recipients, or along with others in a place. Then a second person approves. */
export function hasYouth({ who, places }: Selection): boolean {
  return who.includes('youth') || places === true
}

/** A line for each thing that says who gets it; `districts` lend their names. */
export function audienceInWords(audience: Audience, districts: readonly Option[] = []): Phrase[] {
  return [
    ...selectionInWords(audience, districts),
    ...(audience.except ?? []).map((one) =>
      say('audience-except', { whom: listed(selectionInWords(one, districts)) }),
    ),
  ]
}

function selectionInWords(selection: Selection, districts: readonly Option[]): Phrase[] {
  const {
    who,
    entities,
    languages,
    channels,
    districts: parts,
    ageBands,
    consultation,
    consent,
    places,
  } = selection
  return [
    ...who.map((group) => say(`audience-${group}`)),
    ...(places ? [say('audience-places')] : []),
    ...lineOf('entities', entities, (id) => named(id)),
    ...lineOf('languages', languages, (one) => say(`language-${one}`)),
    ...lineOf('channels', channels, (one) => say(`channel-${one}`)),
    ...lineOf('districts', parts, (id) => named(labelOf(districts, id))),
    ...lineOf('ages', ageBands, (id) => named(labelOf(usualAgeBands, id))),
    ...(consultation
      ? [
          say('audience-consultation', {
            id: consultation.id,
            states: listed(consultation.states.map((one) => say(`audience-state-${one}`))),
          }),
        ]
      : []),
    ...(consent ? [say(`audience-consent-${consent}`)] : []),
  ]
}

function lineOf<T>(what: string, items: readonly T[] | undefined, phraseOf: (item: T) => Phrase): Phrase[] {
  return items ? [say(`audience-${what}`, { list: listed(items.map(phraseOf)) })] : []
}

/** One phrase that says several. */
function listed(phrases: readonly Phrase[]): Phrase {
  return phrases.length === 0 ? say('audience-nobody') : inRow(phrases)
}

function named(name: Arg): Phrase {
  return say('audience-name', { name })
}

function labelOf(options: readonly Option[], id: string): Arg {
  return options.find((one) => one.id === id)?.label ?? id
}
