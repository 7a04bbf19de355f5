/** A text as Discord shows it: its marks drawn, everything else unchanged, in pieces that fit. */
import type { Mark } from '../../domain/message.ts'
import { cutMarked, drawMarked, trimMarked, type Marked } from '../marked.ts'

const maxMessageChars = 2000
const webAddress = /(https?:\/\/[^\s<>]+)/u
const signs = { bold: '**', italic: '*' } as const

/** The text in Discord's markdown. */
export function render(marked: Marked): string {
  return drawMarked<string>(marked, {
    words: escape,
    mark: (mark, inside) => (mark.is === 'link' ? link(mark, inside) : strong(mark.is, render(inside))),
  }).join('')
}

/** Escapes everything that Discord would take as formatting, a mention or a timestamp; links stay whole. */
export function escape(text: string): string {
  const pieces = text.replace(/\p{Surrogate}/gu, '\uFFFD').split(webAddress)
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : escapePiece(piece))).join('')
}

function escapePiece(piece: string): string {
  return piece.replace(/[\\*_~`|<[\]]/g, '\\$&').replace(/^(\s*)([#>+-])/gm, '$1\\$2')
}

/** Signs hold only where they touch the words. */
function strong(is: keyof typeof signs, inside: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inside) ?? []
  return words === '' ? inside : `${before}${signs[is]}${words}${signs[is]}${after}`
}

/** Discord takes no address for the words of a link, so that nobody is led somewhere else than they read. */
function link({ url = '' }: Mark, inside: Marked): string {
  const target = url.replace(/[<>\s]/g, encodeURIComponent)
  if (inside.text.trim() === url) return escape(inside.text)
  return webAddress.test(inside.text) ? `${render(inside)} (${target})` : `[${render(inside)}](<${target}>)`
}

/** Cuts at paragraphs, else lines, sentences, words; no piece, as it is drawn, is longer than `max`. */
export function split(marked: Marked, max = maxMessageChars): Marked[] {
  const pieces: Marked[] = []
  let rest = marked
  while (render(rest).length > max) {
    const at = breakAt(rest.text, fitting(rest, max))
    pieces.push(trimMarked(cutMarked(rest, 0, at)))
    rest = trimMarked(cutMarked(rest, at))
  }
  const filled = [...pieces, rest].filter(({ text }) => text !== '')
  return filled.length > 0 ? filled : [rest]
}

/** How many characters can be drawn within `max`: each takes at most two, and so do the signs around them. */
function fitting(marked: Marked, max: number): number {
  let length = Math.min(marked.text.length, max)
  for (;;) {
    const over = render(cutMarked(marked, 0, length)).length - max
    if (over <= 0 || length <= 1) return Math.max(1, length)
    length -= Math.ceil(over / 2)
  }
}

function breakAt(text: string, max: number): number {
  if (text.length <= max) return text.length
  for (const border of ['\n\n', '\n', '. ', ' ']) {
    const at = text.lastIndexOf(border, max - border.length)
    if (at > 0) return at + border.length
  }
  return max > 1 && /[\uD800-\uDBFF]$/.test(text.slice(0, max)) ? max - 1 : max
}
