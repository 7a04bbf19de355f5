/** People and groups a test acts as: they write, tap, block, and see what the bot's messages look like now. */
import type { InlineKeyboardButton, Message, User } from '@effect-ak/tg-bot-api'
import type { HandedFile } from '../shelf.ts'
import { chatJson, messageJson, now } from './json.ts'
import type { World } from './methods.ts'
import { newChat, type BotMessage, type Chat } from './state.ts'

/** The last message of the bot in a chat as a person sees it. */
interface Screen {
  readonly text: string
  /** Labels of all buttons, from top to bottom. */
  readonly buttons: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface Place {
  readonly id: number
  screen(): Screen
  /** All messages of the bot that stand in this chat, oldest first. */
  messages(): readonly BotMessage[]
  /** Resolves with the screen once its text matches. @throws when it does not within the limit */
  sees(what: string | RegExp, limitMs?: number): Promise<Screen>
}

export interface Person extends Place {
  /** Writes to the bot, or in a group; resolves with the update's id. */
  says(text: string, options?: { in?: Group }): Promise<number>
  /** Sends what is not text: `{ sticker }`, `{ voice }`, `{ photo }`… */
  sends(content: Partial<Message>, options?: { in?: Group }): Promise<number>
  /** Sends a photo or a document; resolves with the update's id. */
  hands(file: HandedFile): Promise<number>
  /** Taps the newest button with this label or data; a deep link opens the private chat and starts there. */
  taps(labelOrData: string, options?: { times?: number; in?: Group }): Promise<readonly number[]>
  /** Sends callback data nobody offered, as a changed client can. */
  forges(data: string, messageId?: number): Promise<number>
  /** What popped up over the chat after taps. */
  toasts(): readonly string[]
  blocks(): Promise<void>
  unblocks(): Promise<void>
  /** Deletes the account: nothing reaches it any more. */
  vanishes(): void
  /** Clears the bot's messages on both sides, so that none can be edited. */
  clears(): void
}

export interface Group extends Place {
  /** Becomes a supergroup with another id; the old one refuses from now on. Resolves with the new group. */
  migrates(): Promise<Group>
  removesBot(): void
}

export interface PersonInit {
  readonly id?: number
  readonly firstName?: string
  readonly languageCode?: string
  /** Has written to the bot before, so the bot may write first. */
  readonly isKnown?: boolean
}

export function newPerson(world: World, init: PersonInit & { readonly id: number }): Person {
  const { state, updates } = world
  const title = init.firstName ?? 'Ala'
  const chat = newChat(state, { id: init.id, type: 'private', title, isOpen: init.isKnown ?? false })
  const from: User = { id: init.id, is_bot: false, first_name: title }
  if (init.languageCode !== undefined) from.language_code = init.languageCode

  const writes = (content: Partial<Message>, place: Chat) => {
    if (place === chat) chat.isOpen = true
    const message = {
      message_id: state.nextMessageId(),
      from,
      chat: chatJson(place),
      date: now(),
      ...content,
    }
    return Promise.resolve(updates.push({ message }, place.id) ?? 0)
  }
  const tap = (data: string, place: Chat, message: Message | undefined) => {
    const id = `${init.id}${state.nextMessageId()}`
    state.taps.set(id, { id, chat: place })
    const query = { id, from, chat_instance: String(place.id), data, ...(message && { message }) }
    return updates.push({ callback_query: query }, place.id) ?? 0
  }
  const membership = (before: 'member' | 'kicked', after: 'member' | 'kicked') => {
    const status = (name: typeof before) =>
      name === 'member' ? { status: name, user: state.bot } : { status: name, user: state.bot, until_date: 0 }
    const change = {
      chat: chatJson(chat),
      from,
      date: now(),
      old_chat_member: status(before),
      new_chat_member: status(after),
    }
    updates.push({ my_chat_member: change }, chat.id)
    return Promise.resolve()
  }
  const says = (text: string, options: { in?: Group } = {}) =>
    writes({ text, ...commandEntity(text) }, placeOf(world, options.in) ?? chat)

  return {
    ...placeIn(world, chat),
    says,
    sends: (content, options = {}) => writes(content, placeOf(world, options.in) ?? chat),
    hands: (file) => writes(given(world, file), chat),
    async taps(labelOrData, { times = 1, in: group } = {}) {
      const place = placeOf(world, group) ?? chat
      const { message, button } = findButton(place, labelOrData)
      const payload = button.url === undefined ? undefined : new URL(button.url).searchParams.get('start')
      if (typeof payload === 'string') return [await says(`/start ${payload}`)]
      return Array.from({ length: times }, () =>
        tap(button.callback_data ?? '', place, messageJson(state, place, message)),
      )
    },
    forges(data, messageId) {
      const message =
        messageId === undefined ? [...chat.messages.values()].at(-1) : chat.messages.get(messageId)
      return Promise.resolve(tap(data, chat, message && messageJson(state, chat, message)))
    },
    toasts: () => chat.toasts,
    blocks() {
      chat.closedBecause = 'Forbidden: bot was blocked by the user'
      return membership('member', 'kicked')
    },
    unblocks() {
      chat.closedBecause = undefined
      return membership('kicked', 'member')
    },
    vanishes() {
      chat.closedBecause = 'Forbidden: user is deactivated'
    },
    clears: () => chat.messages.clear(),
  }
}

/** What a message with a file holds; a photo comes in two sizes, of which the larger is the file. */
function given({ state }: World, file: HandedFile): Partial<Message> {
  const caption = file.caption === undefined ? {} : { caption: file.caption }
  const { name, mediaType, content, isPhoto = false } = file
  const place = {
    path: `${isPhoto ? 'photos' : 'documents'}/file_${state.files.size}`,
    bytes: content.byteLength,
  }
  const id = `F${state.nextMessageId()}`
  state.files.set(id, place)
  state.shelf.put(place.path, file)
  const size = { file_id: id, file_unique_id: `U${id}`, file_size: file.saysBytes ?? content.byteLength }
  if (!isPhoto) return { document: { ...size, file_name: name, mime_type: mediaType }, ...caption }
  const small = { file_id: `${id}-small`, file_unique_id: `U${id}-small`, width: 90, height: 60 }
  return { photo: [small, { ...size, width: 1280, height: 853 }], ...caption }
}

export function newGroup(
  world: World,
  init: { readonly id: number; readonly title: string; readonly type: 'group' | 'supergroup' },
): Group {
  const chat = newChat(world.state, { ...init, isOpen: true })
  return {
    ...placeIn(world, chat),
    migrates() {
      chat.movedTo = -1_000_000_000_000 + init.id
      return Promise.resolve(newGroup(world, { id: chat.movedTo, title: init.title, type: 'supergroup' }))
    },
    removesBot() {
      chat.closedBecause = 'Forbidden: bot was kicked from the supergroup chat'
    },
  }
}

function placeOf({ state }: World, group: Group | undefined): Chat | undefined {
  return group && state.chats.get(group.id)
}

function commandEntity(text: string): Pick<Message, 'entities'> {
  const command = /^\/[A-Za-z0-9_]+(@\w+)?/.exec(text)?.[0]
  return command === undefined
    ? {}
    : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] }
}

function findButton(chat: Chat, labelOrData: string): { message: BotMessage; button: InlineKeyboardButton } {
  for (const message of [...chat.messages.values()].toReversed()) {
    const button = message.keyboard?.inline_keyboard
      .flat()
      .find(({ text, callback_data }) => [text, text.replace(/^✓ /, ''), callback_data].includes(labelOrData))
    if (button) return { message, button }
  }
  throw new Error(`no button "${labelOrData}" on the screen: ${JSON.stringify(screenOf(chat))}`)
}

function placeIn({ state }: World, chat: Chat): Place {
  return {
    id: chat.id,
    screen: () => screenOf(chat),
    messages: () => [...chat.messages.values()],
    sees: (what, limitMs = 10_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const screen = screenOf(chat)
          if (typeof what === 'string' ? !screen.text.includes(what) : !what.test(screen.text)) return
          stop()
          resolve(screen)
        }
        const stop = () => {
          clearTimeout(timer)
          state.changes.off('change', look)
        }
        const fail = () => (
          stop(),
          reject(
            new Error(`${String(what)} did not appear; the screen shows ${JSON.stringify(screenOf(chat))}`),
          )
        )
        const timer = setTimeout(fail, limitMs)
        state.changes.on('change', look)
        look()
      }),
  }
}

function screenOf(chat: Chat): Screen {
  const last = [...chat.messages.values()].at(-1)
  const rows = last?.keyboard?.inline_keyboard.map((row) => row.map((button) => button.text)) ?? []
  return { text: last?.text ?? '', buttons: rows.flat(), rows }
}
