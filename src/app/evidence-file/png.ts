/** A PNG without its traces: only the chunks that make the picture are kept. */

const signatureBytes = 8
/** A length, a name and a checksum stand around what a chunk holds. */
const aroundBytes = 12

/** What a picture is drawn by, colours and animation included; texts, Exif, times and whatever programs make up are none of it. */
const drawing = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
)

/** Undefined when it breaks off. What follows its end is left out. */
export function strippedPng(picture: Buffer): Buffer | undefined {
  const kept = [picture.subarray(0, signatureBytes)]
  for (let at = signatureBytes; at + aroundBytes <= picture.length;) {
    const next = at + aroundBytes + picture.readUInt32BE(at)
    const name = picture.toString('latin1', at + 4, at + 8)
    if (next > picture.length) return undefined
    if (drawing.has(name)) kept.push(picture.subarray(at, next))
    if (name === 'IEND') return Buffer.concat(kept)
    at = next
  }
  return undefined
}
