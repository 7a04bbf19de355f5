/** Puts messages on a person's screen: new ones, changed ones, files, and the word that answers a tap. */
import { InputFile, type Api } from 'grammy'
import type { Address, Outgoing } from '../../domain/message.ts'
import { SendError, type Receipt } from '../channel.ts'
import type { Connection } from './connection.ts'
import { isAlreadyShown, isPastEditing, movedTo, sendErrorOf } from './errors.ts'
import { readVia } from './incoming.ts'
import { partsOf, toastOf, type Part } from './outgoing.ts'

/** Makes one call, perhaps more than once. */
export type Attempt = <T>(call: () => Promise<T>) => Promise<T>

export interface Sender {
  /** Every call to Telegram goes through `attempt`. @throws {SendError} */
  send(to: Address, message: Outgoing, via: string | undefined, attempt?: Attempt): Promise<Receipt>
  /** Stops the spinner of a tapped button, with a word if there is one. @throws {SendError} */
  answerTap(callback: string, text?: string): Promise<void>
}

const once: Attempt = (call) => call()

export function sender(connection: Connection): Sender {
  const { api } = connection

  const answerTap = async (callback: string, text?: string) => {
    await orSendError(() => api.answerCallbackQuery(callback, text === undefined ? {} : { text }))
  }

  const send: Sender['send'] = async (to, message, via, attempt = once) => {
    const { callback, chat, message: tapped, thread } = readVia(via)
    const toast = toastOf(message)
    if (callback !== undefined && toast !== undefined) {
      await attempt(() => answerTap(callback, toast))
      return {}
    }
    const isHere = chat === to.value
    const place: Place = { chat: Number(to.value), ...(isHere && thread !== undefined && { thread }) }
    const edited = isHere && message.replaces === true ? tapped : undefined
    return sendParts(await layOut(message, attempt), (part, index) =>
      attempt(() => put(api, place, part, index === 0 ? edited : undefined)),
    )
  }

  const layOut = async (message: Outgoing, attempt: Attempt) => {
    const hasLink = message.choices?.some(({ start }) => start !== undefined)
    const username = hasLink ? await attempt(() => orSendError(() => connection.username())) : ''
    return partsOf(message, (payload) => `https://t.me/${username}?start=${encodeURIComponent(payload)}`)
  }

  return { send, answerTap }
}

/** Once a part has gone out, sending the whole message again would double it: a later failure is then `unknown`. */
async function sendParts(
  parts: readonly Part[],
  sendPart: (part: Part, index: number) => Promise<Receipt>,
): Promise<Receipt> {
  let receipt: Receipt = {}
  for (const [index, part] of parts.entries()) {
    try {
      receipt = await sendPart(part, index)
    } catch (error) {
      const isPartlySent = index > 0 && error instanceof SendError && error.verdict === 'retry'
      throw isPartlySent
        ? new SendError('unknown', `${error.message}, after ${index} of ${parts.length} parts`)
        : error
    }
  }
  return receipt
}

interface Place {
  readonly chat: number
  readonly thread?: number
}

function put(api: Api, place: Place, part: Part, edited: number | undefined): Promise<Receipt> {
  return orSendError(async () => {
    try {
      return edited === undefined || part.file
        ? await post(api, place, part)
        : await edit(api, place, part, edited)
    } catch (error) {
      const moved = movedTo(error)
      if (moved === undefined) throw error
      return post(api, { ...place, chat: Number(moved) }, part)
    }
  })
}

async function post(api: Api, { chat, thread }: Place, { text, keyboard, file }: Part): Promise<Receipt> {
  const around = {
    ...(keyboard && { reply_markup: keyboard }),
    ...(thread !== undefined && { message_thread_id: thread }),
  }
  const sent = file
    ? await api.sendDocument(chat, attachment(file), { ...around, ...(text !== '' && { caption: text }) })
    : await api.sendMessage(chat, text, { ...around, ...noPreview })
  return { messageId: String(sent.message_id) }
}

/** grammY writes the file's name into a header without quotes: only plain characters survive there. */
function attachment({ name, content }: NonNullable<Part['file']>): InputFile {
  return new InputFile(Buffer.from(content), name.normalize('NFKD').replace(/[^\w.-]+/g, '-'))
}

/** Pages we link to are not fetched to decorate a message. */
const noPreview = { link_preview_options: { is_disabled: true } }

async function edit(api: Api, place: Place, part: Part, message: number): Promise<Receipt> {
  try {
    await api.editMessageText(place.chat, message, part.text, {
      ...(part.keyboard && { reply_markup: part.keyboard }),
      ...noPreview,
    })
  } catch (error) {
    if (isPastEditing(error)) return post(api, place, part)
    if (!isAlreadyShown(error)) throw repeatable(error)
  }
  return { messageId: String(message) }
}

/** Changing a message twice shows the same as changing it once, so a lost change may simply be made again. */
function repeatable(error: unknown): unknown {
  const failure = sendErrorOf(error)
  return failure.verdict === 'unknown' ? new SendError('retry', failure.message) : error
}

async function orSendError<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw sendErrorOf(error)
  }
}
