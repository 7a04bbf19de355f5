/** What a button or menu carries back in its `custom_id`: all that a tap means, so that a restart forgets nothing. */
import type { Expected } from '../../domain/message.ts'

export type Mark =
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'start'; readonly payload: string }
  | {
      readonly kind: 'write'
      readonly expects: Expected
      readonly maxChars: number
      readonly lang: string
    }
  /** A menu whose selection is the whole answer: one value, or several. */
  | { readonly kind: 'one' | 'several'; readonly menu: number }
  /** One of several menus that make up an answer together; `hand-over` is the button that ends it. */
  | { readonly kind: 'gather'; readonly menu: number }
  | { readonly kind: 'hand-over' }

/** Discord's limits for one text field of a form. */
export const maxFormChars = 4000

/** The `custom_id` (at most 100 characters as long as choice ids keep to 60). */
export function encode(mark: Mark): string {
  switch (mark.kind) {
    case 'choice':
      return `c:${mark.id}`
    case 'start':
      return `s:${mark.payload}`
    case 'write':
      return `m:${mark.expects}:${mark.maxChars}:${mark.lang}`
    case 'hand-over':
      return 'd'
    default:
      return `${menuLetters[mark.kind]}:${mark.menu}`
  }
}

/** Reads a `custom_id` back; one that is not ours is taken as a choice nobody offered. */
export function decode(customId: string): Mark {
  const [letter = '', ...rest] = customId.split(':')
  const value = rest.join(':')
  if (letter === 'c') return { kind: 'choice', id: value }
  if (letter === 's') return { kind: 'start', payload: value }
  if (letter === 'm') return decodeWrite(rest)
  if (customId === 'd') return { kind: 'hand-over' }
  const kind = menuKinds[letter]
  return kind && /^\d+$/.test(value) ? { kind, menu: Number(value) } : { kind: 'choice', id: customId }
}

const menuLetters = { one: 'o', several: 'a', gather: 'g' } as const
const menuKinds: Record<string, keyof typeof menuLetters> = { o: 'one', a: 'several', g: 'gather' }

function decodeWrite([expects, maxChars, lang = 'en']: string[]): Mark {
  const limit = Math.trunc(Number(maxChars))
  return {
    kind: 'write',
    expects: expects === 'number' || expects === 'file' ? expects : 'text',
    maxChars: limit >= 1 && limit <= maxFormChars ? limit : maxFormChars,
    lang,
  }
}
