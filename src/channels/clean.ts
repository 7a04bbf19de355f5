/** What people do, without what no person types and no database takes. */
import type { Incoming } from '../domain/message.ts'

/** Removes NUL and other control characters, and lone halves of characters. */
export function clean(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
}

/** The same act with clean words and clean ids of buttons. */
export function cleaned<T extends Pick<Partial<Incoming>, 'text' | 'choice' | 'choices'>>(act: T): T {
  const { text, choice, choices } = act
  return {
    ...act,
    ...(text === undefined ? {} : { text: clean(text) }),
    ...(choice === undefined ? {} : { choice: clean(choice) }),
    ...(choices === undefined ? {} : { choices: choices.map(clean) }),
  }
}
