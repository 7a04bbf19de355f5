/** Pictures with everything in them that a telephone writes down by the way, and documents, made by hand. */
import { crc32 } from 'node:zlib'

/** What must not be found in a picture that is kept: where, with what, whose, and what programs add. */
export const traces = [
  '50.0614N',
  'Telefon Ali',
  'xmp:Creator',
  'IPTC',
  'a comment',
  'MPF',
  'a film behind it',
] as const

/** A JPEG; `orientation` is 1 where it stands upright. The scans are such as progressive pictures have, with every kind of FF in them. */
export function jpeg({ orientation = 6, isLittle = true } = {}): Buffer {
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe0, text('JFIF\0\u0001\u0002\0\0\u0001\0\u0001\0\0')),
    segment(0xe1, text('Exif\0\0'), exif(orientation, isLittle)),
    segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0xmp:Creator')),
    segment(0xe2, text('ICC_PROFILE\0\u0001\u0001 colours')),
    segment(0xe2, text('MPF\0 a second picture')),
    segment(0xed, text('Photoshop 3.0\0 IPTC')),
    segment(0xfe, text('a comment')),
    drawn,
    text('a film behind it'),
  ])
}

/** What of `jpeg()` makes the picture, from its tables to its end. */
export const drawn = Buffer.concat([
  segment(0xdb, Buffer.alloc(65, 7)),
  segment(0xc2, Buffer.from('08000100010301220002110103110100', 'hex')),
  segment(0xc4, Buffer.alloc(20, 1)),
  segment(0xda, Buffer.from('0301000211031100003f00', 'hex')),
  Buffer.from('1234ff00ff00ffd056ffd7ffff00', 'hex'),
  segment(0xc4, Buffer.alloc(21, 2)),
  segment(0xda, Buffer.from('0101000011', 'hex')),
  Buffer.from('99ff00aaffd9', 'hex'),
])

function segment(marker: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Two entries, of which the second says which way is up, and what they point to. */
function exif(orientation: number, isLittle: boolean): Buffer {
  const short = (value: number) => {
    const bytes = Buffer.alloc(2)
    return isLittle ? (bytes.writeUInt16LE(value), bytes) : (bytes.writeUInt16BE(value), bytes)
  }
  const long = (value: number) => {
    const bytes = Buffer.alloc(4)
    return isLittle ? (bytes.writeUInt32LE(value), bytes) : (bytes.writeUInt32BE(value), bytes)
  }
  const make = [short(0x010f), short(2), long(12), long(38)]
  const up = [short(0x0112), short(3), long(1), short(orientation), short(0)]
  const head = [text(isLittle ? 'II' : 'MM'), short(42), long(8), short(2)]
  return Buffer.concat([...head, ...make, ...up, long(0), text('Telefon Ali\0 GPS 50.0614N 19.9372E')])
}

/** A PNG of one point, with texts and Exif around it. */
export function png(): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const named = Buffer.concat([text(name), body])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const point = Buffer.from('789c6360000000020001', 'hex')
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('tEXt', text('Author\0Telefon Ali')),
    chunk('eXIf', exif(1, false)),
    chunk('iTXt', text('XML:com.adobe.xmp\0\0\0\0\0xmp:Creator')),
    chunk('pHYs', Buffer.alloc(9, 1)),
    chunk('IDAT', point),
    chunk('IEND', Buffer.alloc(0)),
    text('a film behind it'),
  ])
}

/** A WebP with Exif and XMP, and the flags that say so. */
export function webp(): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(body.length)
    return Buffer.concat([text(name), length, body, Buffer.alloc(body.length % 2)])
  }
  const body = Buffer.concat([
    text('WEBP'),
    chunk('VP8X', Buffer.from('2c000000000000000000', 'hex')),
    chunk('ICCP', text('colours')),
    chunk('VP8L', Buffer.from('2f00000000', 'hex')),
    chunk('EXIF', exif(6, true)),
    chunk('XMP ', text('xmp:Creator')),
  ])
  const head = text('RIFF\0\0\0\0')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

/** A document of Office: an archive that says what its main part is. */
export function officeFile(
  part: 'word' | 'xl' | 'ppt',
  more: Readonly<Record<string, string>> = {},
  isMacro = false,
): Buffer {
  const [main, kind] = {
    word: ['word/document.xml', 'wordprocessingml.document'],
    xl: ['xl/workbook.xml', 'spreadsheetml.sheet'],
    ppt: ['ppt/presentation.xml', 'presentationml.presentation'],
  }[part] as [string, string]
  const type = isMacro
    ? 'application/vnd.ms-word.document.macroEnabled.main+xml'
    : `application/vnd.openxmlformats-officedocument.${kind}.main+xml`
  const types = `<?xml version="1.0"?><Types><Override PartName="/${main}" ContentType="${type}"/></Types>`
  return archive({ '[Content_Types].xml': types, '_rels/.rels': '<Relationships/>', [main]: '<x/>', ...more })
}

/** A document of LibreOffice. */
export function openFile(kind: 'text' | 'spreadsheet', more: Readonly<Record<string, string>> = {}): Buffer {
  const mimetype = `application/vnd.oasis.opendocument.${kind}`
  return archive({ mimetype, 'content.xml': '<x/>', ...more })
}

/** A zip archive, nothing compressed. */
export function archive(entries: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(entries)) {
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt32LE(crc32(content), 10)
    about.writeUInt32LE(content.length, 14)
    about.writeUInt32LE(content.length, 18)
    about.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([text('PK\u0003\u0004'), about, text(name), text(content)])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    list.push(Buffer.concat([text('PK\u0001\u0002'), Buffer.from([20, 0]), about, place, text(name)]))
    parts.push(local)
    at += local.length
  }
  const size = list.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, ...list, text('PK\u0005\u0006'), end])
}

function text(words: string): Buffer {
  return Buffer.from(words, 'latin1')
}
