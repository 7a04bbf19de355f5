/** The picture beside an announcement file: whether it may be shown, and what kind it is. */
import type { AnnouncementPicture } from '../../domain/announcement.ts'
import { mistake, type Remark } from '../file/finding.ts'

/** What Telegram and Discord both take without a word, and a phone loads in a moment. */
export const largestPictureBytes = 5_000_000

/** Gives what lies beside the file under a name; undefined when nothing does. At most `largestPictureBytes` and one more have to be read. */
export type ReadBeside = (name: string) => Promise<Uint8Array | undefined>

/** The picture, or what is wrong with it. */
export async function pictureBeside(
  name: string,
  readBeside: ReadBeside,
): Promise<{ picture: Omit<AnnouncementPicture, 'alt'> } | { remark: Remark }> {
  const path = ['picture', 'file']
  // a file that somebody else wrote must not reach for what lies elsewhere on this machine
  if (/[/\\:]|^\.\.?$/.test(name)) return { remark: mistake(path, 'picture-elsewhere') }
  const content = await readBeside(name)
  if (!content) return { remark: mistake(path, 'picture-missing') }
  if (content.byteLength > largestPictureBytes)
    return { remark: mistake(path, 'picture-large', { megabytes: largestPictureBytes / 1_000_000 }) }
  const mediaType = mediaTypeOf(content)
  return mediaType ? { picture: { name, mediaType, content } } : { remark: mistake(path, 'picture-kind') }
}

const signatures = [
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
] as const

/** By what it begins with, not by what it is called. */
function mediaTypeOf(content: Uint8Array): 'image/png' | 'image/jpeg' | undefined {
  return signatures.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte))?.mediaType
}
