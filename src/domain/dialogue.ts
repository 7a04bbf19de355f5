/** The shape of a conversation: a state, a message and what is known of the world make a turn. No I/O, no clock, no language. */
import type { Announcement } from './announcement.ts'
import type { CaseFact, ContactState } from './case.ts'
import type { AboutQuestion, Answer, Answers, Definition, Option, Status } from './consultation.ts'
import type { Drafted, DraftStep } from './drafted.ts'
import type { ChannelName, Choice, Expected, Mark, Outgoing, Picture } from './message.ts'
import type { Given } from './evidence.ts'
import type { Outcomes } from './outcome.ts'
import type { Moderation, ModerationFact, ModerationState } from './moderation.ts'
import type { Day, Locale, Localized, Phrase } from './phrase.ts'
import type {
  BlockedItem,
  ChangeToDecide,
  DeadlineFact,
  DeadlineState,
  DueItem,
  OverdueItem,
  RemindedDeadline,
  ReportedIndicator,
} from './reminded.ts'
import type { LedMeasure } from './progress.ts'
import type { Preferences } from './preferences.ts'
import type { Safeguarding } from './safeguarding.ts'
import type { StaffRole } from './staff.ts'

/** Where a conversation stands. Stored between messages, so a change of shape raises `stateVersion`. */
export type State =
  | { readonly at: 'home' }
  | { readonly at: 'age'; readonly consultation: string }
  | { readonly at: 'assent'; readonly consultation: string; readonly band: string }
  | {
      readonly at: 'question'
      readonly consultation: string
      readonly version: number
      /** A question's id, or `about.<id>`. */
      readonly question: string
      /** What was ticked so far of a question that takes several taps. */
      readonly draft?: readonly string[]
    }
  | { readonly at: 'followUp'; readonly consultation: string; readonly version: number }
  | { readonly at: 'newsAge' }
  /** `band` is null for those whose age is known already, or need not be. */
  | { readonly at: 'news'; readonly band: string | null }
  | DeadlineState
  | ContactState
  | ModerationState
  | { readonly at: 'quietHours' }
  | { readonly at: 'announce'; readonly v: 1; readonly step: DraftStep; readonly draft: Drafted }

/** A state of another version is put back to `home`: answers are rows and are not lost by it. */
export const stateVersion = 1
export const atHome: State = { at: 'home' }

/** A button that is offered; its label is still a phrase. */
export interface Offer extends Omit<Choice, 'label'> {
  readonly label: Phrase
}

/** What is to be said, in phrases. */
export interface Reply {
  /** Paragraphs. */
  readonly parts: readonly Phrase[]
  /** Runs of a text that is said as it stands. */
  readonly marks?: readonly Mark[]
  readonly offers?: readonly Offer[]
  readonly pick?: 'one' | 'several'
  readonly max?: number
  readonly expects?: Expected
  readonly maxChars?: number
  readonly isNotice?: boolean
  readonly replaces?: boolean
  readonly isPublic?: boolean
  readonly progress?: { readonly step: number; readonly of: number }
  /** The person's own data, put together when the turn is committed. */
  readonly file?: 'mydata'
  /** Said once and not kept: it holds a secret. */
  readonly isSecret?: boolean
  /** Announcements as they stand once the turn's facts are true; put together when the turn is committed. */
  readonly shows?: Shows
  /** A message exactly as its recipients will see it; one with a picture is said once and not kept. */
  readonly sample?: Outgoing
  /** A picture above the text, its content in base64: for a message that is stored. */
  readonly picture?: Omit<Picture, 'content'> & { readonly base64: string }
}

/** Which view of announcements is shown: all of them, how far one is, how it will look, or a last question before an act. */
export type Shows =
  | { readonly view: 'list' }
  | { readonly view: 'progress' | 'preview' | 'submit' | 'cancel' | 'retry'; readonly id: string }

/** Something that became true and is written down together with the new state. */
export type Fact =
  | { readonly is: 'languageChosen'; readonly locale: Locale }
  | {
      readonly is: 'assented'
      readonly consultation: string
      readonly version: number
      readonly band: string
    }
  | {
      readonly is: 'answered'
      readonly consultation: string
      readonly version: number
      readonly question: string
      readonly answer: Answer
    }
  | {
      readonly is: 'described'
      readonly consultation: string
      readonly version: number
      readonly about: AboutQuestion['id']
      readonly option: string | null
    }
  | {
      readonly is: 'finished'
      readonly consultation: string
      readonly version: number
      readonly path: readonly string[]
      readonly ageBand: string | null
    }
  | { readonly is: 'followUpChosen'; readonly consultation: string; readonly isWanted: boolean }
  | DeadlineFact
  | CaseFact
  | ModerationFact
  /** Nothing may be kept of somebody who was refused or said no before agreeing to anything. */
  | { readonly is: 'forgotten' }
  | { readonly is: 'stopped' }
  | { readonly is: 'stopTakenBack' }
  | { readonly is: 'erased' }
  /** The answers to one consultation are taken back, and that they took part in it. */
  | { readonly is: 'withdrawn'; readonly consultation: string }
  | { readonly is: 'consultationOpened'; readonly consultation: string }
  | { readonly is: 'consultationClosed'; readonly consultation: string }
  | { readonly is: 'consultationPosted'; readonly consultation: string }
  | { readonly is: 'newsTurnedOn'; readonly band: string | null }
  | { readonly is: 'newsTurnedOff' }
  | { readonly is: 'quietHoursChosen'; readonly from: string; readonly to: string }
  | { readonly is: 'digestChosen'; readonly hasDigest: boolean }
  | { readonly is: 'channelChosen'; readonly channel: ChannelName }
  /** Whoever types the code elsewhere becomes the same person. */
  | { readonly is: 'linkOffered'; readonly code: string }
  | { readonly is: 'unlinked'; readonly address: string }
  /** A link to the person's calendar works from now on, and those before it no longer. */
  | { readonly is: 'calendarLinked'; readonly token: string }
  | { readonly is: 'calendarRevoked' }
  /** The group or channel the message was written in carries announcements from now on, or no longer. */
  | { readonly is: 'placeChosen'; readonly locale: Locale; readonly label: string | null }
  | { readonly is: 'placeLeft' }
  | { readonly is: 'announcementWritten'; readonly draft: Drafted }
  /** Shows that what is due is done; without a title it goes by what was written beside it, or by a file's name. */
  | {
      readonly is: 'evidenceGiven'
      /** `Deadline.source` */
      readonly deadline: string
      readonly measure: string | null
      readonly title?: Localized
      readonly given: Given
    }
  | {
      readonly is: 'announcementSteered'
      readonly act: SteeringAct
      readonly id: string
      readonly seen?: string
    }

/** What can be done with a written announcement; `submit` asks a second person, `return` is their "not yet". */
export type SteeringAct = 'test' | 'submit' | 'approve' | 'return' | 'pause' | 'resume' | 'cancel' | 'retry'

export interface Turn {
  readonly state: State
  readonly replies: readonly Reply[]
  readonly facts: readonly Fact[]
}

/** A person who agreed to something, or a member of staff, or one who speaks for an entity. */
export interface Person {
  readonly ageBand: string | null
  readonly isStopped: boolean
  readonly staff: { readonly role: StaffRole; readonly label: string } | null
  readonly entities: readonly { readonly id: string; readonly name: Phrase }[]
}

/** The consultation a turn is about, in the version the person began. */
export interface Current {
  readonly definition: Definition
  readonly version: number
  readonly status: Status
  readonly participation: 'invited' | 'started' | 'finished' | null
  readonly wantsOutcome: boolean
  readonly answers: Answers
  /** What was said about oneself so far; null is "skipped". */
  readonly about: Readonly<Partial<Record<AboutQuestion['id'], string | null>>>
  /** A number that is the same for this person and consultation every time, and for no other. */
  readonly seed: number
}

/** A consultation in a list. */
export interface Listed {
  readonly id: string
  readonly title: Phrase
  readonly status: Status
  readonly closesOn: Day
  /** What keeps it from being opened; for staff only. */
  readonly missing: readonly Phrase[]
}

/** What a code that was typed turned out to be. */
export type Redeemed =
  | { readonly is: 'wrong' | 'too-many' }
  | { readonly is: 'class'; readonly consultation: string }
  | { readonly is: 'staff'; readonly role: StaffRole }
  | { readonly is: 'contact'; readonly entity: Phrase }
  /** `to` is the channel that is written to from now on; `hasBoth` when answers of both places were put together. */
  | { readonly is: 'linked'; readonly to: ChannelName; readonly hasBoth: boolean }
  | { readonly is: 'link-self' | 'link-too-young' }

/** Everything a dialogue may know. Loaded before the turn, never during it. */
export interface World {
  readonly today: Day
  readonly now: Date
  /** The programme's. */
  readonly timeZone: string
  /** An id nobody has, for whatever this turn may make. */
  readonly freshId: string
  /** A secret nobody has, for whatever this turn may open. */
  readonly freshToken: string
  /** A one-time code nobody has. */
  readonly freshCode: string
  /** The address of our pages, without a slash at its end. */
  readonly site: string
  readonly locale: Locale
  readonly channel: {
    readonly name: ChannelName
    readonly minAge: number
    /** A group or a server's channel, whoever reads the answer there. */
    readonly isPlace: boolean
    readonly isPublicPlace: boolean
  }
  readonly person: Person | null
  /** The consultations that can be answered here today. */
  readonly open: readonly Listed[]
  readonly current: Current | null
  readonly redeemed: Redeemed | null
  /** The newest message with buttons on the person's screen. */
  readonly shown: Reply | null
  readonly districts: readonly Option[]
  readonly safeguarding: Safeguarding
  /** What is disclosed can be kept where only the safeguarding officer reads it. */
  readonly keepsCases: boolean
  /** The free texts that wait, for whoever reads them now; null for everybody else. */
  readonly moderation: Moderation | null
  /** Every consultation, for staff; empty for everybody else. */
  readonly managed: readonly Listed[]
  /** Every announcement, the newest first, for staff who may see them; empty for everybody else. */
  readonly announcements: readonly Announcement[]
  /** The person agreed to be written to. */
  readonly hasNews: boolean
  /** How the person wants to be written to; null for somebody nothing is kept of. */
  readonly preferences: Preferences | null
  /** The person's channels, where that is asked for. */
  readonly linked: readonly { readonly id: string; readonly channel: ChannelName; readonly isHere: boolean }[]
  /** A link to the person's calendar works. */
  readonly hasCalendar: boolean
  /** What the person's entities have to do; empty for everybody else. */
  readonly due: readonly DueItem[]
  /** The deadline that the turn is about. */
  readonly reminded: RemindedDeadline | null
  /** The request that the turn decides about. */
  readonly change: ChangeToDecide | null
  /** The person decides about changes of the plan; what is overdue or blocked anywhere and the requests that wait are then loaded. */
  readonly isCoordinator: boolean
  readonly overdue: readonly OverdueItem[]
  readonly blocked: readonly BlockedItem[]
  readonly changes: readonly ChangeToDecide[]
  /** What the person's entities report. */
  readonly indicators: readonly ReportedIndicator[]
  /** The measures they lead, where that is asked for. */
  readonly measures: readonly LedMeasure[]
  /** What came of consultations, where that is asked for. */
  readonly outcomes: Outcomes | null
  /** There is something to be asked for. */
  readonly hasOutcomes: boolean
  /** Consultations whose answers the person can still take back, where that is asked for. */
  readonly withdrawable: readonly { readonly id: string; readonly title: Localized }[]
  /** For how many days after a consultation has closed they can. */
  readonly secretDays: number
  /** The person has been away for hours, or reads in another channel what stands on the screen of this one. */
  readonly isBack: boolean
}

/** A turn that stays where it was. */
export function stay(state: State, ...replies: Reply[]): Turn {
  return { state, replies, facts: [] }
}

/** A turn that moves on. */
export function move(state: State, replies: readonly Reply[], facts: readonly Fact[] = []): Turn {
  return { state, replies, facts }
}
