/** What a photo tells by the way (where it was taken, when, with which telephone, whose it is) is taken out; the picture stays byte for byte. */
import type { FileKind } from './kind.ts'
import { strippedJpeg } from './jpeg.ts'
import { strippedPng } from './png.ts'
import { strippedWebp } from './webp.ts'

const strippers: Readonly<Record<string, (picture: Buffer) => Buffer | undefined>> = {
  'image/jpeg': strippedJpeg,
  'image/png': strippedPng,
  'image/webp': strippedWebp,
}

/** The same file without its traces; other kinds than pictures as they came; undefined for a picture that cannot be read to its end. */
export function withoutTraces(
  content: Uint8Array,
  { mediaType }: FileKind,
): Uint8Array<ArrayBuffer> | undefined {
  const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const stripped = strippers[mediaType]
  const kept = stripped ? stripped(file) : file
  return kept && new Uint8Array(kept)
}
