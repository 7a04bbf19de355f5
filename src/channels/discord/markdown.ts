/** Plain text as Discord shows it unchanged, in pieces that fit. */

const maxMessageChars = 2000
const link = /(https?:\/\/[^\s<>]+)/u

/** Escapes everything that Discord would take as formatting, a mention or a timestamp; links stay whole. */
export function escape(text: string): string {
  const pieces = text.replace(/\p{Surrogate}/gu, '\uFFFD').split(link)
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : escapePiece(piece))).join('')
}

function escapePiece(piece: string): string {
  return piece.replace(/[\\*_~`|<[\]]/g, '\\$&').replace(/^(\s*)([#>+-])/gm, '$1\\$2')
}

/** Cuts escaped text at paragraphs, else lines, sentences, words; no piece is longer than `max`. */
export function split(text: string, max = maxMessageChars): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > max) {
    const at = breakAt(rest, max)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  const filled = [...pieces, rest].filter((piece) => piece !== '')
  return filled.length > 0 ? filled : ['']
}

function breakAt(text: string, max: number): number {
  for (const border of ['\n\n', '\n', '. ', ' ']) {
    const at = text.lastIndexOf(border, max - border.length)
    if (at > 0) return at + border.length
  }
  const hasLooseEnd = /(?<!\\)(\\\\)*\\$|[\uD800-\uDBFF]$/.test(text.slice(0, max))
  return hasLooseEnd ? max - 1 : max
}
