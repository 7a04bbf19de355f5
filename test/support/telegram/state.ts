/** What the stand-in's side of Telegram remembers: chats, the bot's messages in them, taps waiting for their answer. */
import { EventEmitter } from 'node:events'
import type { InlineKeyboardMarkup, MessageEntity, User } from '@effect-ak/tg-bot-api'
import { newShelf, type Shelf } from '../shelf.ts'

/** A message of the bot as it stands on people's screens now. */
export interface BotMessage {
  readonly id: number
  readonly date: number
  text: string
  keyboard: InlineKeyboardMarkup | undefined
  readonly document?: { readonly name: string; readonly mediaType: string; readonly content: string }
  /** What stands out in the text, or in the caption. */
  entities?: readonly MessageEntity[] | undefined
  readonly photo?: Photo
  /** Sent at the bot's own expense, beyond what is free. */
  readonly isPaid?: boolean
  /** The topic of the group in which it stands. */
  readonly thread?: number
  /** How many times it was changed in place. */
  edits: number
}

/** A picture as Telegram keeps it: whoever knows its id need not upload it. */
interface Photo {
  readonly fileId: string
  readonly content: string
}

export interface Chat {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title: string
  readonly messages: Map<number, BotMessage>
  /** A person has written to the bot, so the bot may write back; groups are always open. */
  isOpen: boolean
  /** Why nothing can be written here any more, as Telegram words it. */
  closedBecause: string | undefined
  movedTo: number | undefined
  /** The toasts that taps here were answered with. */
  readonly toasts: string[]
}

interface Tap {
  readonly id: string
  readonly chat: Chat
}

export interface State {
  readonly bot: User
  readonly chats: Map<number, Chat>
  /** Taps nobody has answered yet: their buttons are still spinning. */
  readonly taps: Map<string, Tap>
  /** The commands shown in the menu, by language code ('' is everybody else). */
  readonly commands: Map<string, readonly { command: string; description: string }[]>
  /** The pictures that were uploaded, by their ids. */
  readonly photos: Map<string, Photo>
  uploads: number
  /** Where the files that people have sent lie, by their ids. */
  readonly files: Map<string, { readonly path: string; readonly bytes: number }>
  readonly shelf: Shelf
  /** How many of the bot's messages a chat remembers. */
  readonly history: number
  /** Emits `change` whenever something a person could see has changed. */
  readonly changes: EventEmitter
  nextMessageId(): number
}

export function newState(options: { username: string; history: number }): State {
  let lastMessageId = 100
  return {
    bot: { id: 7_000_000_001, is_bot: true, first_name: 'Hejnał', username: options.username },
    chats: new Map(),
    taps: new Map(),
    commands: new Map(),
    photos: new Map(),
    uploads: 0,
    files: new Map(),
    shelf: newShelf(),
    history: options.history,
    changes: new EventEmitter().setMaxListeners(0),
    nextMessageId: () => (lastMessageId += 1),
  }
}

/** Puts a message of the bot on the screen of a chat, forgetting the oldest one beyond the history. */
export function show(
  state: State,
  chat: Chat,
  content: Omit<BotMessage, 'id' | 'date' | 'edits'>,
): BotMessage {
  const message = { ...content, id: state.nextMessageId(), date: Math.floor(Date.now() / 1000), edits: 0 }
  chat.messages.set(message.id, message)
  if (chat.messages.size > state.history) chat.messages.delete(chat.messages.keys().next().value ?? 0)
  state.changes.emit('change')
  return message
}

export function newChat(state: State, init: Pick<Chat, 'id' | 'type' | 'title' | 'isOpen'>): Chat {
  const chat = { ...init, messages: new Map(), closedBecause: undefined, movedTo: undefined, toasts: [] }
  state.chats.set(chat.id, chat)
  return chat
}
