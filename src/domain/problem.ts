/** An expected refusal at a boundary: a stable code, a sentence for a person, and what it is about. */
import type { Args, Phrase } from './phrase.ts'

/** Thrown by use-cases; the sentence is `problem-<code>` in `locales/` and says what to do. */
export class Problem extends Error {
  readonly code: string
  readonly args: Args
  /** Everything that is wrong, where there is more than one thing. */
  readonly details: readonly Phrase[]
  constructor(code: string, args: Args = {}, details: readonly Phrase[] = []) {
    super(`problem: ${code}`)
    this.name = 'Problem'
    this.code = code
    this.args = args
    this.details = details
  }
  /** The sentence, to be put into words by `runtime/text`. */
  get phrase(): Phrase {
    return { key: `problem-${this.code}`, args: this.args }
  }
}
