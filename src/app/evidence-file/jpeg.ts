/** A JPEG without its traces: only the segments that make the picture are kept, and which way is up. */

const [start, end, scan, comment] = [0xd8, 0xd9, 0xda, 0xfe] as const
const [app0, app1, app2, app14, app15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef] as const

interface Segment {
  readonly marker: number
  /** From the marker up to the next. */
  readonly bytes: Buffer
}

/** Undefined when it is no JPEG, or breaks off. What follows its end (a film, a second picture) is left out. */
export function strippedJpeg(picture: Buffer): Buffer | undefined {
  const segments = segmentsOf(picture)
  if (!segments) return undefined
  const turned = segments.map(orientationIn).find((one) => one !== undefined)
  const kept = segments.filter(isOfThePicture).map(({ bytes }) => bytes)
  return Buffer.concat([
    Buffer.from([0xff, start]),
    ...(turned === undefined ? [] : [orientation(turned)]),
    ...kept,
    Buffer.from([0xff, end]),
  ])
}

function segmentsOf(picture: Buffer): Segment[] | undefined {
  if (picture[0] !== 0xff || picture[1] !== start) return undefined
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= picture.length) {
    if (picture[at] !== 0xff) return undefined
    const marker = picture[at + 1]!
    // bytes between segments may be filled up
    if (marker === 0xff) {
      at += 1
      continue
    }
    const headEnd = at + 2 + picture.readUInt16BE(at + 2)
    const next = marker === scan ? scanEnd(picture, headEnd) : headEnd
    if (headEnd < at + 4 || next === undefined || next + 2 > picture.length) return undefined
    segments.push({ marker, bytes: picture.subarray(at, next) })
    at = next
    if (picture.readUInt16BE(at) === 0xff00 + end) return segments
  }
  return undefined
}

/** Where the next marker stands: in the data of a scan FF is followed by 00, or by one of the eight restart markers. */
function scanEnd(picture: Buffer, from: number): number | undefined {
  for (let at = picture.indexOf(0xff, from); at >= 0; at = picture.indexOf(0xff, at + 1)) {
    const marker = picture[at + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at
  }
  return undefined
}

/** Of what programs add, only what colours are read by: JFIF, the colour profile, Adobe's kind of colours. */
function isOfThePicture({ marker, bytes }: Segment): boolean {
  const named = bytes.toString('latin1', 4, 16)
  if (marker === app0) return named.startsWith('JFIF\0')
  if (marker === app2) return named.startsWith('ICC_PROFILE\0')
  if (marker === app14) return named.startsWith('Adobe')
  return !(marker >= app0 && marker <= app15) && marker !== comment
}

const orientationTag = 0x0112

/** Which way is up (2 to 8) in a segment with Exif; undefined where nothing is turned or said. */
function orientationIn({ marker, bytes }: Segment): number | undefined {
  if (marker !== app1 || bytes.toString('latin1', 4, 10) !== 'Exif\0\0') return undefined
  const tiff = bytes.subarray(10)
  if (tiff.length < 14) return undefined
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) =>
    at + 2 <= tiff.length ? (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Array.from({ length: Math.min(short(first), 200) }, (_, index) => first + 2 + index * 12)
  const entry = entries.find((at) => short(at) === orientationTag)
  const turned = entry === undefined ? 1 : short(entry + 8)
  return turned >= 2 && turned <= 8 ? turned : undefined
}

/** The smallest Exif there is: one entry, which way is up. */
function orientation(turned: number): Buffer {
  const segment = Buffer.alloc(36)
  segment.writeUInt16BE(0xff00 + app1, 0)
  segment.writeUInt16BE(34, 2)
  segment.write('Exif\0\0MM\0*', 4, 'latin1')
  segment.writeUInt32BE(8, 14)
  segment.writeUInt16BE(1, 18)
  segment.writeUInt16BE(orientationTag, 20)
  segment.writeUInt16BE(3, 22)
  segment.writeUInt32BE(1, 24)
  segment.writeUInt16BE(turned, 28)
  return segment
}
