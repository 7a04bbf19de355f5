/** A WebP without its traces: only the chunks that make the picture are kept. */

const headBytes = 12
/** What a picture is drawn by, colours and animation included. */
const drawing = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** In the flags of `VP8X`: there is Exif, there is XMP. */
const tracesFlags = 0b0000_1100

/** Undefined when it breaks off. */
export function strippedWebp(picture: Buffer): Buffer | undefined {
  if (picture.length < headBytes) return undefined
  const size = Math.min(picture.length, picture.readUInt32LE(4) + 8)
  const chunks: Buffer[] = []
  let at = headBytes
  while (at + 8 <= size) {
    const length = picture.readUInt32LE(at + 4)
    const next = at + 8 + length + (length % 2)
    if (at + 8 + length > size) return undefined
    const name = picture.toString('latin1', at, at + 4)
    if (drawing.has(name)) chunks.push(unflagged(name, picture.subarray(at, Math.min(next, size))))
    at = next
  }
  return chunks.length > 0 ? withHead(chunks) : undefined
}

function unflagged(name: string, chunk: Buffer): Buffer {
  if (name !== 'VP8X' || chunk.length < 9) return chunk
  const copy = Buffer.from(chunk)
  copy[8] = copy[8]! & ~tracesFlags
  return copy
}

function withHead(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat(chunks)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}
