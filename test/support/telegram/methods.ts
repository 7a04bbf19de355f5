/** The Bot API methods the stand-in answers, each with the refusals Telegram itself would give. */
import type { InlineKeyboardMarkup, Message } from '@effect-ak/tg-bot-api'
import type { UploadedFile } from './http.ts'
import { acceptCommands, acceptKeyboard, acceptText, Refusal } from './limits.ts'
import { show, type BotMessage, type Chat, type State } from './state.ts'
import type { Updates } from './updates.ts'

export type Payload = Readonly<Record<string, unknown>>

interface Call {
  readonly payload: Payload
  readonly files: ReadonlyMap<string, UploadedFile>
  /** Aborted when the caller has hung up. */
  readonly gone: AbortSignal
}

export interface World {
  readonly state: State
  readonly updates: Updates
  readonly webhookRetryMs: number
  violate(what: string): void
}

type Method = (world: World, call: Call) => unknown

/** Every method the stand-in knows, by its name in the Bot API. */
export const methods: Readonly<Record<string, Method>> = {
  getMe: ({ state }) => ({
    ...state.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
  getUpdates: ({ updates }, { payload, gone }) => updates.get(payload, gone),
  setWebhook,
  deleteWebhook: ({ updates }, { payload }) => (
    updates.deleteWebhook(payload.drop_pending_updates === true),
    true
  ),
  getWebhookInfo,
  sendMessage,
  sendDocument,
  editMessageText,
  editMessageReplyMarkup,
  deleteMessage,
  answerCallbackQuery,
  setMyCommands,
  getMyCommands: ({ state }, { payload }) => state.commands.get(wordsIn(payload, 'language_code')) ?? [],
  setMyName: () => true,
  setMyDescription: () => true,
  setMyShortDescription: () => true,
  getChat: ({ state }, { payload }) => chatJson(findChat(state, payload)),
  leaveChat: ({ state }, { payload }) => {
    findChat(state, payload).closedBecause = 'Forbidden: bot is not a member of the supergroup chat'
    return true
  },
}

function setWebhook(world: World, { payload }: Call): true {
  const url = wordsIn(payload, 'url')
  if (url === '') world.updates.deleteWebhook(payload.drop_pending_updates === true)
  else
    world.updates.setWebhook({
      url,
      secret: payload.secret_token as string | undefined,
      maxConnections: Number(payload.max_connections ?? 40),
      allowed: payload.allowed_updates as string[] | undefined,
      retryMs: world.webhookRetryMs,
      onAnswer: (body) => {
        if (body.includes('"method"'))
          world.violate('a webhook answer carried a method, whose result nobody sees')
      },
    })
  return true
}

function getWebhookInfo({ updates }: World): unknown {
  const webhook = updates.webhook()
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: webhook?.pending ?? updates.undelivered(),
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(webhook?.lastError && { last_error_date: now(), last_error_message: webhook.lastError }),
  }
}

function sendMessage({ state }: World, { payload }: Call): Message {
  const chat = writableChat(state, payload)
  const text = acceptText(wordsIn(payload, 'text'), { max: 4096, parseMode: parseModeOf(payload) })
  return messageJson(state, chat, show(state, chat, { text, keyboard: keyboardOf(payload) }))
}

function sendDocument({ state }: World, { payload, files }: Call): Message {
  const chat = writableChat(state, payload)
  const limits = { max: 1024, parseMode: parseModeOf(payload), mayBeEmpty: true }
  const text = acceptText(wordsIn(payload, 'caption'), limits)
  const file = files.get(wordsIn(payload, 'document').replace('attach://', '')) ?? files.get('document')
  if (!file) throw new Refusal(400, 'Bad Request: there is no document in the request')
  if (file.content === '') throw new Refusal(400, 'Bad Request: file must be non-empty')
  return messageJson(state, chat, show(state, chat, { text, keyboard: keyboardOf(payload), document: file }))
}

function editMessageText({ state }: World, { payload }: Call): Message {
  const chat = writableChat(state, payload)
  const message = chat.messages.get(Number(payload.message_id))
  if (!message) throw new Refusal(400, 'Bad Request: message to edit not found')
  if (message.document) throw new Refusal(400, 'Bad Request: there is no text in the message to edit')
  const text = acceptText(wordsIn(payload, 'text'), { max: 4096, parseMode: parseModeOf(payload) })
  return change(state, chat, message, { text, keyboard: keyboardOf(payload) })
}

function editMessageReplyMarkup({ state }: World, { payload }: Call): Message {
  const chat = writableChat(state, payload)
  const message = chat.messages.get(Number(payload.message_id))
  if (!message) throw new Refusal(400, 'Bad Request: message to edit not found')
  return change(state, chat, message, { text: message.text, keyboard: keyboardOf(payload) })
}

function change(
  state: State,
  chat: Chat,
  message: BotMessage,
  to: Pick<BotMessage, 'text' | 'keyboard'>,
): Message {
  if (to.text === message.text && JSON.stringify(to.keyboard) === JSON.stringify(message.keyboard))
    throw new Refusal(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
    )
  message.text = to.text
  message.keyboard = to.keyboard
  message.edits += 1
  state.changes.emit('change')
  return messageJson(state, chat, message)
}

function deleteMessage({ state }: World, { payload }: Call): true {
  const chat = writableChat(state, payload)
  if (!chat.messages.delete(Number(payload.message_id)))
    throw new Refusal(400, 'Bad Request: message to delete not found')
  state.changes.emit('change')
  return true
}

function answerCallbackQuery({ state }: World, { payload }: Call): true {
  const tap = state.taps.get(wordsIn(payload, 'callback_query_id'))
  if (!tap)
    throw new Refusal(
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
  const text = wordsIn(payload, 'text')
  if (text.length > 200) throw new Refusal(400, 'Bad Request: MESSAGE_TOO_LONG')
  state.taps.delete(tap.id)
  if (text !== '') tap.chat.toasts.push(text)
  state.changes.emit('change')
  return true
}

function setMyCommands({ state }: World, { payload }: Call): true {
  const commands = payload.commands as { command: string; description: string }[]
  acceptCommands(commands)
  state.commands.set(wordsIn(payload, 'language_code'), commands)
  return true
}

function findChat(state: State, payload: Payload): Chat {
  const chat = state.chats.get(Number(payload.chat_id))
  if (!chat) throw new Refusal(400, 'Bad Request: chat not found')
  return chat
}

function writableChat(state: State, payload: Payload): Chat {
  const chat = findChat(state, payload)
  if (chat.movedTo !== undefined)
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.movedTo,
    })
  if (chat.closedBecause !== undefined) throw new Refusal(403, chat.closedBecause)
  if (!chat.isOpen) throw new Refusal(403, "Forbidden: bot can't initiate conversation with a user")
  return chat
}

function wordsIn(payload: Payload, field: string): string {
  const value = payload[field]
  return typeof value === 'string' ? value : ''
}

function parseModeOf(payload: Payload): string | undefined {
  return payload.parse_mode as string | undefined
}

function keyboardOf(payload: Payload): InlineKeyboardMarkup | undefined {
  const keyboard = payload.reply_markup as InlineKeyboardMarkup | undefined
  acceptKeyboard(keyboard)
  return keyboard
}

/** A chat as it stands in messages. */
export function chatJson(chat: Chat): Message['chat'] {
  const named = chat.type === 'private' ? { first_name: chat.title } : { title: chat.title }
  return { id: chat.id, type: chat.type, ...named }
}

/** One of the bot's messages as the API returns it. */
export function messageJson(state: State, chat: Chat, message: BotMessage): Message {
  return {
    message_id: message.id,
    from: state.bot,
    chat: chatJson(chat),
    date: message.date,
    ...(message.document
      ? {
          document: {
            file_id: `F${message.id}`,
            file_unique_id: `U${message.id}`,
            file_name: message.document.name,
          },
        }
      : { text: message.text }),
    ...(message.keyboard && { reply_markup: message.keyboard }),
  }
}

/** The present second, as the API counts time. */
export function now(): number {
  return Math.floor(Date.now() / 1000)
}
