/** Files in Discord: which one came with a message or a form, and how it is fetched from where Discord keeps it. */
import type { APIAttachment } from 'discord.js'
import type { GivenFile, Incoming } from '../../domain/message.ts'
import { clean } from '../clean.ts'
import { download, FileError, type Received } from '../file.ts'
import { decodeVia } from './via.ts'

/** Longer than any name Discord takes; what a forged event holds beyond is cut. */
const maxNameChars = 256
const keepers: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net']

/** An attachment as it describes itself. */
export function givenFile({ filename, content_type: mediaType, size: bytes }: APIAttachment): GivenFile {
  return {
    name: clean(filename.slice(0, maxNameChars)),
    mediaType: clean(mediaType ?? 'application/octet-stream'),
    bytes,
  }
}

/** Lets a file be fetched by the address in `via`; it is signed and holds for about a day. */
export function withFile(
  { file, ...act }: Incoming,
  { apiRoot, closing }: { apiRoot: string; closing: AbortSignal },
): Received {
  const url = decodeVia(act.via)?.file
  if (!file || url === undefined) return act
  const read = async (atMost: number) => {
    if (!isDiscords(url, apiRoot)) throw new FileError('unfetched', 'not an address of Discord')
    return download({ url, closing }, atMost)
  }
  return { ...act, file: { ...file, read } }
}

/** Nothing is fetched from anywhere else, whatever an event says. */
function isDiscords(url: string, apiRoot: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, origin } = new URL(url)
  return (protocol === 'https:' && keepers.includes(host)) || origin === new URL(apiRoot).origin
}
