/** The stand-in's things in the shapes of the Bot API. */
import type { Message } from '@effect-ak/tg-bot-api'
import type { BotMessage, Chat, State } from './state.ts'

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
    ...contentJson(message),
    ...(message.thread !== undefined && { message_thread_id: message.thread, is_topic_message: true }),
    ...(message.keyboard && { reply_markup: message.keyboard }),
  }
}

function contentJson({ id, text, photo, document }: BotMessage): Partial<Message> {
  if (photo) return photoJson(photo, text)
  if (!document) return { text }
  return { document: { file_id: `F${id}`, file_unique_id: `U${id}`, file_name: document.name } }
}

function photoJson({ fileId }: NonNullable<BotMessage['photo']>, caption: string): Partial<Message> {
  const size = { file_unique_id: `U${fileId}`, width: 640, height: 480 }
  const photo = [
    { ...size, file_id: `${fileId}-small` },
    { ...size, file_id: fileId },
  ]
  return { photo, ...(caption !== '' && { caption }) }
}

/** The present second, as the API counts time. */
export function now(): number {
  return Math.floor(Date.now() / 1000)
}
