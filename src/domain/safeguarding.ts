/** Where a young person finds help, and how a few words of need are noticed. Keywords only add to the help button. */
import type { Day, Localized } from './phrase.ts'
import { normalise, shapeOf, wordsOf, type Word } from './spelling.ts'

/** One helpline. `verifiedOn` is the day somebody last checked it; null means never. */
export interface HelpLine {
  readonly id: string
  readonly number: string
  readonly hours?: string
  readonly url?: string
  readonly purpose: Localized
  /** Hours in a language other than Polish, by language. */
  readonly languageHours?: Readonly<Record<string, string>>
  readonly verifiedOn: Day | null
}

export interface HelpCard {
  readonly title: Localized
  readonly lines: readonly HelpLine[]
  /** After so many days without a check a line says that it may be out of date. */
  readonly staleAfterDays: number
}

/** Sentences said after a match; whatever is absent comes from `locales/`. */
export type CareText = 'acknowledge' | 'check' | 'needHelp' | 'misread' | 'leave' | 'honesty' | 'after'

/** What follows from a category of need; the helplines come first whatever it is. */
export interface Route {
  readonly opensCase: boolean
  readonly priority: Priority
}

export type Priority = (typeof priorities)[number]

/** Prefixes, already normalised, of words that mean something together. */
export interface Pattern {
  readonly category: string
  readonly prefixes: readonly string[]
}

export interface Safeguarding {
  /** In every language at once, already normalised. */
  readonly safeWords: readonly string[]
  readonly helpCard: HelpCard
  readonly texts: Readonly<Partial<Record<CareText, Localized>>>
  /** How many consecutive words a pattern's words may be spread over. */
  readonly window: number
  readonly patterns: readonly Pattern[]
  readonly routing: Readonly<Record<string, Route>>
}

/** The most pressing first. */
export const priorities = ['immediate', 'same_day', 'none'] as const

type Rules = Pick<Safeguarding, 'patterns' | 'window' | 'routing'>

/**
 * The most pressing category whose pattern is in `text`: every prefix starts a different word, all of them within
 * `window` consecutive words, in any order, in whichever language, or all of them stand in one word that was run together.
 * Takes time in proportion to the text. Undefined when nothing was noticed, which says nothing: the README tells how much is missed.
 */
export function matchesIn(text: string, safeguarding: Rules): string | undefined {
  const words = wordsOf(text)
  const { patterns, window } = safeguarding
  const all = words.flat().join(' ')
  const found = shaped(patterns).filter(
    ({ prefixes }) =>
      // hardly any text has the letters of a pattern at all, and looking for those is cheap
      prefixes.every((prefix) => all.includes(prefix)) &&
      (isWithin(words, prefixes, window) || words.some((word) => isRunTogether(word, prefixes))),
  )
  return mostPressing(
    found.map(({ category }) => category),
    safeguarding,
  )
}

/** Whether the whole message is a call for help: one of the safe words, perhaps repeated. */
export function isSafeWord(text: string, { safeWords }: Pick<Safeguarding, 'safeWords'>): boolean {
  if (safeWords.includes(normalise(text))) return true
  const shapes = shapesFor(safeWords)
  const words = wordsOf(text)
  return words.length > 0 && words.every((word) => word.some((shape) => shapes.has(shape)))
}

/** The helplines that nobody has checked for longer than the card says, or never. */
export function uncheckedLines({ lines, staleAfterDays }: HelpCard, today: Day): readonly HelpLine[] {
  const daysSince = (day: Day) => (Date.parse(today) - Date.parse(day)) / 86_400_000
  return lines.filter(({ verifiedOn }) => !verifiedOn || daysSince(verifiedOn) > staleAfterDays)
}

/** A list is put into shape once, however it was normalised when it was stored. */
const shaped = once((patterns: readonly Pattern[]): readonly Pattern[] =>
  patterns.map((one) => ({ ...one, prefixes: one.prefixes.map(shapeOf) })),
)
const shapesFor = once((words: readonly string[]): ReadonlySet<string> => new Set(words.map(shapeOf)))

function once<List extends object, Made>(make: (list: List) => Made): (list: List) => Made {
  const known = new WeakMap<List, Made>()
  return (list) => {
    const made = known.get(list) ?? make(list)
    known.set(list, made)
    return made
  }
}

function isWithin(words: readonly Word[], prefixes: readonly string[], window: number): boolean {
  if (!prefixes.every((prefix) => words.some((word) => begins(word, prefix)))) return false
  return words.some(
    (word, start) =>
      prefixes.some((prefix) => begins(word, prefix)) &&
      areAllFound(words.slice(start, start + window), prefixes),
  )
}

function areAllFound(words: readonly Word[], [prefix, ...others]: readonly string[]): boolean {
  if (prefix === undefined) return true
  return words.some((word, at) => begins(word, prefix) && areAllFound(words.toSpliced(at, 1), others))
}

function begins(word: Word, prefix: string): boolean {
  return word.some((shape) => shape.startsWith(prefix))
}

/** Nobody's ordinary word is longer, so a longer one need not be covered for the most part. */
const longestWord = 16
/** Fewer letters than this stand in ordinary words by chance ("hit" and "me" in "whitemen"). */
const fewestLetters = 6

/** Whether a word holds all the beginnings, side by side, and is hardly longer than they are: "niechcezyc". */
function isRunTogether(word: Word, prefixes: readonly string[]): boolean {
  const covered = prefixes.join('').length
  if (prefixes.length < 2 || covered < fewestLetters) return false
  return word.some(
    (shape) =>
      shape.length >= covered &&
      (shape.length > longestWord || covered >= 0.4 * shape.length) &&
      holdsAll(shape, prefixes),
  )
}

function holdsAll(shape: string, prefixes: readonly string[]): boolean {
  const left = prefixes
    .toSorted((one, other) => other.length - one.length)
    .reduce<string | undefined>(
      (rest, prefix) => (rest?.includes(prefix) ? rest.replace(prefix, ' ') : undefined),
      shape,
    )
  return left !== undefined
}

function mostPressing(categories: readonly string[], { routing }: Rules): string | undefined {
  const rank = (category: string) => priorities.indexOf(routing[category]?.priority ?? 'none')
  return categories.toSorted((one, other) => rank(one) - rank(other))[0]
}
