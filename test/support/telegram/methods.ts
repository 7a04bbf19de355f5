/** The Bot API methods the stand-in answers, each with the refusals Telegram itself would give. */
import type { InlineKeyboardMarkup, Message, MessageEntity } from '@effect-ak/tg-bot-api'
import type { UploadedFile } from './http.ts'
import { acceptCommands, acceptEntities, acceptKeyboard, acceptText, Refusal } from './limits.ts'
import { chatJson, messageJson, now } from './json.ts'
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
  sendPhoto,
  editMessageText,
  editMessageReplyMarkup,
  deleteMessage,
  answerCallbackQuery,
  getFile,
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
  const entities = acceptEntities(payload.entities as MessageEntity[] | undefined, text)
  return messageJson(
    state,
    chat,
    show(state, chat, { text, entities, keyboard: keyboardOf(payload), ...aroundIn(payload) }),
  )
}

function aroundIn(payload: Payload): Pick<BotMessage, 'isPaid' | 'thread'> {
  const { message_thread_id: thread } = payload
  return {
    ...(payload.allow_paid_broadcast === true && { isPaid: true }),
    ...(typeof thread === 'number' && { thread }),
  }
}

/** A picture that was uploaded, or one that Telegram has. */
function sendPhoto({ state }: World, { payload, files }: Call): Message {
  const chat = writableChat(state, payload)
  const text = acceptText(wordsIn(payload, 'caption'), { max: 1024, mayBeEmpty: true })
  const entities = acceptEntities(payload.caption_entities as MessageEntity[] | undefined, text)
  const named = wordsIn(payload, 'photo')
  const upload = files.get(named.replace('attach://', '')) ?? files.get('photo')
  const photo = upload ? kept(state, upload) : state.photos.get(named)
  if (!photo) throw new Refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified')
  return messageJson(
    state,
    chat,
    show(state, chat, { text, entities, photo, keyboard: keyboardOf(payload), ...aroundIn(payload) }),
  )
}

function kept(state: State, { content }: UploadedFile) {
  if (content === '') throw new Refusal(400, 'Bad Request: file must be non-empty')
  const photo = { fileId: `P${state.nextMessageId()}`, content }
  state.photos.set(photo.fileId, photo)
  state.uploads += 1
  return photo
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
  if (message.document || message.photo)
    throw new Refusal(400, 'Bad Request: there is no text in the message to edit')
  const text = acceptText(wordsIn(payload, 'text'), { max: 4096, parseMode: parseModeOf(payload) })
  const entities = acceptEntities(payload.entities as MessageEntity[] | undefined, text)
  return change(state, chat, message, { text, entities, keyboard: keyboardOf(payload) })
}

function editMessageReplyMarkup({ state }: World, { payload }: Call): Message {
  const chat = writableChat(state, payload)
  const message = chat.messages.get(Number(payload.message_id))
  if (!message) throw new Refusal(400, 'Bad Request: message to edit not found')
  const { text, entities } = message
  return change(state, chat, message, { text, entities, keyboard: keyboardOf(payload) })
}

function change(
  state: State,
  chat: Chat,
  message: BotMessage,
  to: Pick<BotMessage, 'text' | 'entities' | 'keyboard'>,
): Message {
  const seen = ({ text, entities, keyboard }: typeof to) => JSON.stringify([text, entities, keyboard])
  if (seen(to) === seen(message))
    throw new Refusal(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
    )
  message.text = to.text
  message.entities = to.entities
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

/** The most that a bot gets of what people send. */
const largestFile = 20 * 1024 * 1024

function getFile({ state }: World, { payload }: Call): unknown {
  const id = wordsIn(payload, 'file_id')
  const found = state.files.get(id)
  if (!found) throw new Refusal(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
  if (found.bytes > largestFile) throw new Refusal(400, 'Bad Request: file is too big')
  return { file_id: id, file_unique_id: `U${id}`, file_size: found.bytes, file_path: found.path }
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
