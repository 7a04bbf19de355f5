/** The calls that carry a message: a text, a picture, a file, a change of what is already there. */
import { InputFile, type Api } from 'grammy'
import { SendError, type Receipt } from '../channel.ts'
import { isAlreadyShown, isPastEditing, isUnknownFile, sendErrorOf } from './errors.ts'
import type { Part } from './outgoing.ts'
import { createUploads, plain } from './uploads.ts'
import type { Whereto } from './whereto.ts'

/** Where a part goes, and what it takes to leave. */
export interface Place extends Whereto {
  /** The message whose place is taken. */
  readonly edited?: number
  /** Telegram may charge for going faster than it lets others go. */
  readonly isPaid: boolean
  /** Makes a call to the chat as soon as it may leave; resolves with undefined when it is not to be sent. */
  readonly leave: <T>(chat: number, call: () => Promise<T>) => Promise<T | undefined>
}

const unsent = { isUnsent: true } as const

/** Pages we link to are not fetched to decorate a message. */
const noPreview = { link_preview_options: { is_disabled: true } }

/** Makes the call that puts a part there. Telegram's refusals are thrown as they come. */
export function poster(api: Api): (place: Place, part: Part) => Promise<Receipt> {
  const uploads = createUploads()

  const post = async (place: Place, part: Part): Promise<Receipt> => {
    const { text, entities, file } = part
    if (part.picture) return photo(place, part, part.picture)
    const around = aroundOf(place, part)
    const call = (): Promise<{ readonly message_id: number }> =>
      file
        ? api.sendDocument(place.chat, new InputFile(Buffer.from(file.content), plain(file.name)), {
            ...around,
            ...captionOf(part),
          })
        : api.sendMessage(place.chat, text, { ...around, ...noPreview, ...(entities && { entities }) })
    const sent = await place.leave(place.chat, call)
    return sent ? { messageId: String(sent.message_id) } : unsent
  }

  const photo = async (place: Place, part: Part, picture: NonNullable<Part['picture']>): Promise<Receipt> => {
    const { receipt } = await uploads.send(picture, async (content) => {
      const around = { ...aroundOf(place, part), ...captionOf(part) }
      try {
        const sent = await place.leave(place.chat, () => api.sendPhoto(place.chat, content, around))
        if (!sent) return { receipt: unsent }
        return { receipt: { messageId: String(sent.message_id) }, fileId: sent.photo.at(-1)?.file_id }
      } catch (error) {
        if (typeof content !== 'string' || !isUnknownFile(error)) throw error
        uploads.forget(picture)
        throw new SendError('retry', 'Telegram has forgotten a picture')
      }
    })
    return receipt
  }

  const edit = async (place: Place, part: Part, edited: number): Promise<Receipt> => {
    const call = () =>
      api.editMessageText(place.chat, edited, part.text, {
        ...(part.keyboard && { reply_markup: part.keyboard }),
        ...(part.entities && { entities: part.entities }),
        ...noPreview,
      })
    try {
      if (!(await place.leave(place.chat, call))) return unsent
    } catch (error) {
      if (isPastEditing(error)) return post(place, part)
      if (!isAlreadyShown(error)) throw repeatable(error)
    }
    return { messageId: String(edited) }
  }

  return (place, part) =>
    place.edited === undefined || part.file || part.picture
      ? post(place, part)
      : edit(place, part, place.edited)
}

function aroundOf({ thread, isPaid }: Place, { keyboard }: Part) {
  return {
    ...(keyboard && { reply_markup: keyboard }),
    ...(thread !== undefined && { message_thread_id: thread }),
    ...(isPaid && { allow_paid_broadcast: true }),
  }
}

function captionOf({ text, entities }: Part) {
  return { ...(text !== '' && { caption: text }), ...(entities && { caption_entities: entities }) }
}

/** Changing a message twice shows the same as changing it once, so a lost change may simply be made again. */
function repeatable(error: unknown): unknown {
  const failure = sendErrorOf(error)
  return failure.verdict === 'unknown' ? new SendError('retry', failure.message) : error
}
