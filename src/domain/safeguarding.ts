/** Where a young person finds help, and how a few words of need are noticed. Keywords only add to the help button. */
import type { Day, Localized } from './phrase.ts'

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

/** What follows from a category of need. */
export interface Route {
  readonly opensCase: boolean
  readonly priority: 'immediate' | 'same_day' | 'none'
  readonly showsCardFirst: boolean
}

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

type Rules = Pick<Safeguarding, 'patterns' | 'window' | 'routing'>

const priorities = ['immediate', 'same_day', 'none'] as const

/**
 * The most pressing category whose pattern is in `text`: every prefix starts a different word, all of them within
 * `window` consecutive words, in any order, in whichever language. Undefined when nothing was noticed,
 * which says nothing: on 24 disclosures written afterwards the sample list caught 6.
 */
export function matchesIn(text: string, safeguarding: Rules): string | undefined {
  const words = normalise(text).split(' ')
  const found = safeguarding.patterns.filter(({ prefixes }) => isWithin(words, prefixes, safeguarding.window))
  return mostPressing(
    found.map(({ category }) => category),
    safeguarding,
  )
}

/** Whether the whole message is a call for help: one of the safe words, perhaps repeated. */
export function isSafeWord(text: string, { safeWords }: Pick<Safeguarding, 'safeWords'>): boolean {
  const said = normalise(text)
  return (
    said !== '' && (safeWords.includes(said) || said.split(' ').every((word) => safeWords.includes(word)))
  )
}

/** Small letters without marks, apostrophes gone, everything else that is no letter or digit a space. */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('ł', 'l')
    .replace(/[\p{M}\p{Cf}'’‘‛ʼʹʻʽ′`´ꞌ＇]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isWithin(words: readonly string[], prefixes: readonly string[], window: number): boolean {
  if (!prefixes.every((prefix) => words.some((word) => word.startsWith(prefix)))) return false
  return words.some((_, start) => areAllFound(words.slice(start, start + window), prefixes))
}

function areAllFound(words: readonly string[], [prefix, ...others]: readonly string[]): boolean {
  if (prefix === undefined) return true
  return words.some((word, at) => word.startsWith(prefix) && areAllFound(words.toSpliced(at, 1), others))
}

function mostPressing(categories: readonly string[], { routing }: Rules): string | undefined {
  const rank = (category: string) => priorities.indexOf(routing[category]?.priority ?? 'none')
  return categories.toSorted((one, other) => rank(one) - rank(other))[0]
}
