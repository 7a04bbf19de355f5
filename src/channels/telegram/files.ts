/** Files in Telegram: which one came with a message, and how it is fetched. */
import type { Api } from 'grammy'
import type { Message } from 'grammy/types'
import type { Dispatcher } from 'undici'
import type { GivenFile } from '../../domain/message.ts'
import { clean } from '../clean.ts'
import { download, FileError } from '../file.ts'
import { sendErrorOf, statusOf } from './errors.ts'

/** Longer than any name a person gives; what a forged update holds beyond is cut. */
const maxNameChars = 256

/** The file of a message, and Telegram's id of it; each picture of an album is a message of its own. */
export function givenIn(message: Message): { id: string; file: GivenFile } | undefined {
  const photo = message.photo?.at(-1)
  if (photo) return given(photo, 'photo.jpg', 'image/jpeg')
  const { document, video, audio, animation, voice, video_note: round } = message
  const named = document ?? video ?? audio ?? animation
  if (named) return given(named, named.file_name ?? 'file', named.mime_type)
  if (voice) return given(voice, 'voice.ogg', voice.mime_type ?? 'audio/ogg')
  return round && given(round, 'video.mp4', 'video/mp4')
}

function given(
  { file_id: id, file_size: bytes }: { file_id: string; file_size?: number },
  name: string,
  mediaType = 'application/octet-stream',
): { id: string; file: GivenFile } {
  return {
    id,
    file: {
      name: clean(name.slice(0, maxNameChars)),
      mediaType: clean(mediaType),
      ...(bytes !== undefined && { bytes }),
    },
  }
}

/**
 * How files are fetched: asked for by id, then from `root`, whose last part is the bot's token. When we are closing it is no
 * failure of the file, and the act stays in the inbox.
 */
export function fetchFiles(
  api: Api,
  { root, dispatcher, closing }: { root: string; dispatcher: Dispatcher; closing: AbortSignal | undefined },
): (id: string, atMost: number) => Promise<Uint8Array> {
  return async (id, atMost) => {
    try {
      const { file_path: path = '' } = await api.getFile(id).catch((error: unknown) => {
        throw refusalOf(error)
      })
      return await download({ url: `${root}${path}`, dispatcher, closing }, atMost)
    } catch (error) {
      throw closing?.aborted ? closing.reason : error
    }
  }
}

/** Telegram gives bots nothing beyond 20 MB, and says so. */
function refusalOf(error: unknown): FileError {
  const { message, verdict } = sendErrorOf(error)
  const isTooBig = /file is too big/i.test(message)
  return isTooBig
    ? new FileError('too-large')
    : new FileError('unfetched', String(statusOf(error) ?? verdict))
}
