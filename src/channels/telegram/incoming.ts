/** What Telegram tells us, turned into what a person did. Pure. */
import type { CallbackQuery, Message, Update } from 'grammy/types'
import type { Address, Incoming } from '../../domain/message.ts'
import { clean } from '../clean.ts'
import { givenIn } from './files.ts'
import { valueOf } from './whereto.ts'

/** Longer than anything Telegram lets a person write; what a forged update holds beyond is cut. */
const maxTextChars = 4096

/** The most a button can carry, in bytes. */
const maxChoiceChars = 64

/** Where an answer can be put in place: the opaque content of `Incoming.via`. */
export interface Via {
  /** The callback query that waits for its answer. */
  readonly callback?: string
  readonly chat?: string
  /** The message whose button was tapped. */
  readonly message?: number
  /** Telegram's id of the file that came with it. */
  readonly file?: string
}

/**
 * What a person did, or `undefined` for everything that is no business of ours: edits, channel posts, service messages,
 * other bots, and in groups whatever is not a command for the bot called `username`.
 * What is neither text nor a file (a sticker, a place on the map) arrives as an empty text, so that it can be answered kindly.
 */
export function incomingFrom(
  update: Update,
  { at, username }: { at: Date; username: string },
): Incoming | undefined {
  const id = String(update.update_id)
  if (update.callback_query) return fromTap(id, at, update.callback_query)
  const message = update.message
  if (!message?.from || message.from.is_bot) return undefined
  const person = { id, at, from: addressOf(message.from.id), ...localeOf(message.from) }
  if (message.chat.type === 'private') return fromPrivate(person, message, username)
  return fromGroup(person, message, username)
}

/** Reads `Incoming.via`; empty when it came from somewhere else. */
export function readVia(via: string | undefined): Via {
  try {
    const read: unknown = JSON.parse(via ?? '{}')
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}

function fromTap(id: string, at: Date, query: CallbackQuery): Incoming | undefined {
  if (query.data === undefined || query.from.is_bot) return undefined
  const message = query.message
  const via: Via = {
    callback: query.id,
    ...(message && { chat: String(message.chat.id), message: message.message_id }),
  }
  return {
    id,
    at,
    from: addressOf(query.from.id),
    choice: clean(query.data.slice(0, maxChoiceChars)),
    ...localeOf(query.from),
    ...(message && message.chat.type !== 'private' && { place: placeOf(message) }),
    via: JSON.stringify(via),
  }
}

type Person = Pick<Incoming, 'id' | 'at' | 'from' | 'locale'>

function fromPrivate(person: Person, message: Message, username: string): Incoming | undefined {
  const given = givenIn(message)
  if (message.text === undefined && !given) return isWordless(message) ? { ...person, text: '' } : undefined
  const text = textOf(message.text ?? message.caption ?? '')
  const command = commandIn(text)
  const via: Via = given ? { file: given.id } : {}
  return {
    ...person,
    text: command && isFor(command, username) ? command.text : text,
    ...(given && { file: given.file, via: JSON.stringify(via) }),
  }
}

function fromGroup(person: Person, message: Message, username: string): Incoming | undefined {
  const command = commandIn(textOf(message.text ?? ''))
  if (!command || !isFor(command, username)) return undefined
  const via: Via = { chat: String(message.chat.id) }
  return { ...person, text: command.text, place: placeOf(message), via: JSON.stringify(via) }
}

/** The group, or the topic of it in which a message stands; one too old to be told more about stands in the group. */
function placeOf(message: NonNullable<CallbackQuery['message']>): Address {
  const isInTopic = 'is_topic_message' in message && message.is_topic_message
  const thread = isInTopic ? message.message_thread_id : undefined
  return { channel: 'telegram', value: valueOf({ chat: message.chat.id, thread }) }
}

function textOf(text: string): string {
  return clean(text.slice(0, maxTextChars))
}

interface Command {
  readonly text: string
  /** The bot it is addressed to, when it says so (`/post@hejnal_bot`). */
  readonly bot: string | undefined
}

function commandIn(text: string): Command | undefined {
  const [found, name, bot] = /^(\/[A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?(?=\s|$)/.exec(text) ?? []
  return found === undefined ? undefined : { text: `${name}${text.slice(found.length)}`, bot }
}

function isFor(command: Command, username: string): boolean {
  return command.bot === undefined || command.bot.toLowerCase() === username.toLowerCase()
}

const wordlessKinds = [
  'checklist',
  'contact',
  'dice',
  'game',
  'location',
  'paid_media',
  'poll',
  'sticker',
  'story',
  'venue',
] as const satisfies readonly (keyof Message)[]

function isWordless(message: Message): boolean {
  return wordlessKinds.some((kind) => kind in message)
}

function addressOf(id: number): Address {
  return { channel: 'telegram', value: String(id) }
}

function localeOf(from: { language_code?: string }): { locale?: string } {
  const locale = from.language_code ?? ''
  return /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(locale) ? { locale } : {}
}
