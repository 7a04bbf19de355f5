/** What the stand-in remembers: people, channels, messages and open interactions. */
import { EventEmitter } from 'node:events'
import type {
  APIApplicationCommand,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from 'discord-api-types/v10'
import { newShelf, type Shelf } from '../shelf.ts'

export const discordEpoch = 1_420_070_400_000
export const applicationId = '900000000000000001'
export const guildId = '900000000000000002'
export const serverChannelId = '900000000000000003'

export interface UploadedFile {
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

export interface BotMessage {
  readonly id: string
  readonly channelId: string
  /** Only this person sees it. */
  readonly viewer?: string
  readonly flags: number
  readonly createdAt: Date
  readonly nonce?: string
  content: string
  components: readonly APIMessageTopLevelComponent[]
  files: readonly UploadedFile[]
  /** "Hejnał is thinking…" */
  isThinking: boolean
  /** Grows whenever any message changes: the highest is the one a person looks at. */
  touched: number
}

export interface Interaction {
  readonly id: string
  readonly token: string
  readonly issuedAt: number
  readonly person: string
  readonly channelId: string
  readonly kind: 'command' | 'component' | 'form'
  /** The message whose button was tapped. */
  readonly message?: BotMessage
  readonly onAnswer: () => void
  answerType?: number
  /** What `@original` stands for. */
  original?: BotMessage
}

export interface Person {
  readonly user: APIUser
  readonly locale: string
  readonly dmChannelId: string
  areDmsClosed: boolean
  form?: { readonly data: APIModalInteractionResponseCallbackData; readonly message?: BotMessage }
}

/** How an interaction was acknowledged. */
export interface Ack {
  readonly type: number
  readonly afterMs: number
}

export interface State {
  readonly people: Map<string, Person>
  /** By the id of the direct-message channel. */
  readonly dms: Map<string, Person>
  readonly messages: Map<string, BotMessage>
  /** By token. */
  readonly interactions: Map<string, Interaction>
  readonly acks: Ack[]
  /** What people have attached. */
  readonly shelf: Shelf
  commands: readonly APIApplicationCommand[]
  /** Emits the id of the person (or the channel) whenever a message there appears, changes or goes. */
  readonly changes: EventEmitter
  /** What this person alone sees there, or what everybody sees in the channel; least recently changed first. */
  seenBy(personOrChannel: string): BotMessage[]
  /** Discord's own clock, in milliseconds. */
  now(): number
  advance(ms: number): void
  nextId(): string
  put(message: Omit<BotMessage, 'id' | 'createdAt' | 'touched'>): BotMessage
  touch(message: BotMessage): void
  remove(message: BotMessage): void
}

export function newState(): State {
  let aheadMs = 0
  let count = 0n
  let touches = 0
  const messages = new Map<string, BotMessage>()
  const places = new Map<string, Set<BotMessage>>()
  const changes = new EventEmitter().setMaxListeners(0)
  const now = () => Date.now() + aheadMs
  const nextId = () => String((BigInt(now() - discordEpoch) << 22n) | (count++ & 0x3fffffn))
  const placeOf = (message: BotMessage) => message.viewer ?? message.channelId
  const messagesIn = (place: string) => places.get(place) ?? new Set()
  return {
    people: new Map(),
    dms: new Map(),
    messages,
    interactions: new Map(),
    acks: [],
    shelf: newShelf(),
    commands: [],
    changes,
    seenBy: (place) =>
      [...messagesIn(place)]
        .filter(({ isThinking }) => !isThinking)
        .toSorted((a, b) => a.touched - b.touched),
    now,
    advance: (ms) => void (aheadMs += ms),
    nextId,
    put(init) {
      const message = { ...init, id: nextId(), createdAt: new Date(now()), touched: (touches += 1) }
      messages.set(message.id, message)
      places.set(placeOf(message), messagesIn(placeOf(message)).add(message))
      changes.emit(placeOf(message))
      return message
    },
    touch(message) {
      message.touched = touches += 1
      changes.emit(placeOf(message))
    },
    remove(message) {
      messages.delete(message.id)
      messagesIn(placeOf(message)).delete(message)
      changes.emit(placeOf(message))
    },
  }
}
