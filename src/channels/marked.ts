/** A text with its marks: cleaned, cut, and drawn without a mark slipping. */
import type { Mark, Outgoing } from '../domain/message.ts'
import { clean } from './clean.ts'

export interface Marked {
  readonly text: string
  /** By their beginning, the outer before the inner; none is empty or reaches beyond the text. */
  readonly marks: readonly Mark[]
}

/** The text of a message with the marks that can be shown: a link that leads to no web page is none. */
export function markedOf({ text, marks = [] }: Pick<Outgoing, 'text' | 'marks'>): Marked {
  const shown = marks.filter(({ is, url }) => is !== 'link' || isWeb(url))
  return cutMarked({ text, marks: shown.toSorted((a, b) => a.from - b.from || b.to - a.to) })
}

/** The part of a marked text from one place up to another; marks that reach beyond end there. */
export function cutMarked({ text, marks }: Marked, from = 0, to = text.length): Marked {
  const part = text.slice(from, to)
  if (marks.length === 0) return { text: part, marks }
  const moved = marks.map((mark) => ({
    ...mark,
    from: Math.max(0, mark.from - from),
    to: Math.min(part.length, mark.to - from),
  }))
  return { text: part, marks: moved.filter((mark) => mark.from < mark.to) }
}

/** The same without what no person types. */
export function cleanMarked({ text, marks }: Marked): Marked {
  const place = (at: number) => clean(text.slice(0, at)).length
  const moved = marks.map((mark) => ({ ...mark, from: place(mark.from), to: place(mark.to) }))
  return { text: clean(text), marks: moved.filter((mark) => mark.from < mark.to) }
}

/** The same without white space at its ends. */
export function trimMarked(marked: Marked): Marked {
  const { text } = marked
  return cutMarked(marked, text.length - text.trimStart().length, text.trimEnd().length)
}

/** The parts between the matches of a pattern (a global one), as `split` makes them. */
export function splitMarked(marked: Marked, pattern: RegExp): Marked[] {
  const found = [...marked.text.matchAll(pattern)].map((match) => [
    match.index,
    match.index + match[0].length,
  ])
  const borders = [0, ...found.flat(), marked.text.length]
  return Array.from({ length: found.length + 1 }, (_, part) =>
    cutMarked(marked, borders[part * 2], borders[part * 2 + 1]),
  )
}

/** How a text is drawn: words without marks, and a mark with what it holds, which is drawn in turn. */
export interface Drawing<T> {
  words(text: string): T
  mark(mark: Mark, inside: Marked): T
}

/** Draws from left to right. */
export function drawMarked<T>(marked: Marked, drawing: Drawing<T>): T[] {
  const [first] = marked.marks
  const { text } = marked
  if (!first) return text === '' ? [] : [drawing.words(text)]
  const inside = cutMarked({ text, marks: marked.marks.slice(1) }, first.from, first.to)
  const after = marked.marks.filter(({ from }) => from >= first.to)
  return [
    ...(first.from > 0 ? [drawing.words(text.slice(0, first.from))] : []),
    drawing.mark(first, inside),
    ...drawMarked(cutMarked({ text, marks: after }, first.to), drawing),
  ]
}

function isWeb(url = ''): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
