/** Everything the pages are given by the composition root; they know no database and no dialogue. */
import type { HttpBindings } from '@hono/node-server'
import type { WebChannel } from '../channels/web.ts'
import type { DistrictMap } from '../domain/district-map.ts'
import type { Address, Outgoing } from '../domain/message.ts'
import type { OutcomeCount } from '../domain/outcome.ts'
import type { Day, Locale } from '../domain/phrase.ts'
import type { Publication } from '../domain/publication.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Log } from '../runtime/log.ts'
import type { Text } from '../runtime/text.ts'
import type { Pictures } from './pictures.ts'

export interface WebParts {
  readonly text: Pick<Text, 'say' | 'phrase'>
  readonly clock: Clock
  readonly log: Log
  readonly channel: WebChannel
  /** IANA name of the programme's time zone. */
  readonly timeZone: string
  /** The address people open; its origin is the one that may post, and `https` makes cookies secure. */
  readonly publicUrl?: string | undefined
  /** The neutral page behind the exit button. */
  readonly exitUrl: string
  /** What a person's conversation shows right now, without changing anything. */
  look(address: Address, locale: Locale): Promise<readonly Outgoing[]>
  /** The language a person chose in the conversation, if any. */
  languageOf?(address: Address): Promise<string | undefined>
  /** Whether a class code opens something today; without it every code goes straight to the conversation. */
  isClassCode?(code: string): Promise<boolean>
  /** The calendar that a token opens, as iCalendar text; undefined for one that opens none. */
  calendar?(token: string): Promise<string | undefined>
  readonly results: PublishedResults
  /** What became of everything that was said, counted. */
  outcomeCount(): Promise<OutcomeCount>
  /** How the city's districts are drawn; undefined where it has not told. */
  districtMap(): Promise<DistrictMap | undefined>
  openConsultations(locale: Locale): Promise<readonly OpenConsultation[]>
  helplines(locale: Locale): readonly Helpline[]
  /** The privacy text, paragraphs divided by an empty line. */
  privacy(locale: Locale): string
  health(): Promise<Health>
  /** Where Telegram posts its updates, when it does. */
  readonly telegram?: Webhook | undefined
  /** Set in the embedded run: `/` shows the three seats and the clock can be moved. */
  readonly trial?: Trial | undefined
}

/** What was made public of results; nothing else of them is known here. */
export interface PublishedResults {
  /** Everything, the newest first. */
  all(): Promise<readonly Publication[]>
  find(id: string): Promise<Publication | undefined>
}

export interface Webhook {
  /** Path of the address that Telegram was given. */
  readonly path: string
  handleUpdate(update: { secret: string | undefined; body: string }): Promise<{ status: number }>
}

export interface OpenConsultation {
  readonly id: string
  readonly title: string
  readonly purpose: string
  /** The last day on which it can be answered. */
  readonly closesOn: Day
}

export interface Helpline {
  readonly name: string
  readonly number: string
  /** When it answers, in words. */
  readonly hours?: string | undefined
}

export interface Health {
  readonly status: 'ok' | 'failing'
  readonly [fact: string]: unknown
}

export interface Trial {
  /** Moves the clock forward and does what has become due. */
  moveTo(instant: Date): Promise<void>
  /** What opens or closes next, soonest first. */
  upcoming?(
    locale: Locale,
  ): Promise<
    readonly { readonly is: 'opening' | 'closing' | 'reminder'; readonly title: string; readonly at: Date }[]
  >
}

/** The three chairs of the embedded run; outside it everybody sits in `youth`. */
export const seats = ['youth', 'partner', 'admin'] as const
export type Seat = (typeof seats)[number]

/** Who is looking, and in which language. */
export interface View {
  readonly locale: Locale
  readonly seat: Seat
  /** Path of the page, without the query. */
  readonly path: string
  say(key: string, args?: Readonly<Record<string, string | number | Date>>): string
}

/** Where the forms post to, the numbers that may be dialled from a bubble, and where its pictures are. */
export interface Setting {
  readonly view: View
  readonly action: string
  readonly helplines: readonly Helpline[]
  readonly pictures: Pick<Pictures, 'pathOf'>
}

/** Hono's environment of every route here. */
export interface Env {
  Bindings: HttpBindings
  Variables: {
    view: View
    refuse: (status: Refusal, headers?: Record<string, string>) => Response | Promise<Response>
  }
}

/** The refusals that have words in `locales/`. */
export type Refusal = 400 | 403 | 404 | 413 | '413-file' | 429 | 500
