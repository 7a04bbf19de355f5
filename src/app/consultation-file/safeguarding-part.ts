/** The safeguarding block of a file: what must hold in it, and the value the chat works with. */
import type { Localized } from '../../domain/phrase.ts'
import {
  matchesIn,
  type CareText,
  type HelpLine,
  type Pattern,
  type Safeguarding,
} from '../../domain/safeguarding.ts'
import { normalise } from '../../domain/spelling.ts'
import { mistake, type Path, type Remark } from '../file/finding.ts'
import type { SafeguardingValue } from './safeguarding-schema.ts'
import type { Salvaged } from '../file/structure.ts'

type Loose = Salvaged<SafeguardingValue>

/** Everything wrong in the block beyond its structure; its own test sentences are tried. */
export function safeguardingRemarks(block: Loose | undefined, path: Path): Remark[] {
  if (!block) return []
  return [...patternRemarks(block, path), ...vectorRemarks(block, path)]
}

/** The block as the chat uses it: everything normalised once. */
export function safeguardingOf(block: SafeguardingValue): Safeguarding {
  return {
    safeWords: [...new Set(Object.values(block.safe_words).flat().map(normalise))],
    helpCard: {
      title: trimmed(block.help_card.title),
      lines: block.help_card.lines.map(lineOf),
      staleAfterDays: block.help_card.stale_after_days,
    },
    texts: textsOf(block.response),
    window: block.matching.window,
    patterns: patternsOf(block.keyword_patterns),
    routing: routingOf(block.routing),
  }
}

/** A text as the schema hands it over. */
export type Wordings = { readonly [locale: string]: string | undefined }

/** A text without the spaces around it, which a YAML block leaves. */
export function trimmed(text: Wordings): Localized {
  const entries = Object.entries(text).filter(([, wording]) => wording !== undefined)
  return Object.fromEntries(entries.map(([locale, wording]) => [locale, wording?.trim()])) as Localized
}

function lineOf(line: SafeguardingValue['help_card']['lines'][number]): HelpLine {
  return {
    id: line.id,
    number: line.number,
    ...(line.hours ? { hours: line.hours } : {}),
    ...(line.url ? { url: line.url } : {}),
    purpose: trimmed(line.for),
    ...(line.language_hours ? { languageHours: line.language_hours } : {}),
    verifiedOn: line.verified ?? null,
  }
}

function textsOf({
  acknowledge,
  check,
  buttons,
  honesty,
  after,
}: SafeguardingValue['response']): Record<CareText, Localized> {
  return {
    acknowledge: trimmed(acknowledge),
    check: trimmed(check),
    needHelp: trimmed(buttons.need_help),
    misread: trimmed(buttons.misread),
    leave: trimmed(buttons.leave),
    honesty: trimmed(honesty),
    after: trimmed(after),
  }
}

type LoosePatterns = NonNullable<Loose['keyword_patterns']>

function patternsOf(patterns: LoosePatterns): Pattern[] {
  return eachPattern(patterns).map(({ category, prefixes }) => ({ category, prefixes }))
}

function eachPattern(patterns: LoosePatterns): { category: string; prefixes: string[]; at: Path }[] {
  return Object.entries(patterns).flatMap(([category, languages]) =>
    Object.entries(languages ?? {}).flatMap(([language, list]) =>
      (list ?? []).map((prefixes, index) => ({
        category,
        prefixes: (prefixes ?? []).flatMap((prefix) => (prefix === undefined ? [] : normalise(prefix))),
        at: [category, language, index],
      })),
    ),
  )
}

function routingOf(routing: NonNullable<Loose['routing']>): Safeguarding['routing'] {
  const entries = Object.entries(routing).map(([category, route]) => [
    category,
    {
      opensCase: route?.case ?? true,
      priority: route?.priority ?? 'immediate',
    },
  ])
  return Object.fromEntries(entries) as Safeguarding['routing']
}

function patternRemarks(block: Loose, path: Path): Remark[] {
  const least = block.matching?.min_prefix_len ?? 2
  const patterns = block.keyword_patterns ?? {}
  const unrouted = Object.keys(patterns).filter((category) => !(category in (block.routing ?? {})))
  const short = eachPattern(patterns).filter(({ prefixes }) =>
    prefixes.some((prefix) => prefix.length < least || prefix.includes(' ')),
  )
  const wide = eachPattern(patterns).filter(({ prefixes }) => prefixes.length > (block.matching?.window ?? 6))
  return [
    ...unrouted.map((category) =>
      mistake([...path, 'keyword_patterns', category], 'category-unrouted', { category }),
    ),
    ...short.map(({ at }) => mistake([...path, 'keyword_patterns', ...at], 'prefix-short', { least })),
    ...wide.map(({ at }) =>
      mistake([...path, 'keyword_patterns', ...at], 'pattern-wide', { most: block.matching?.window ?? 6 }),
    ),
  ]
}

/** The city's own examples: what must be noticed is, and what must not is not. */
function vectorRemarks(block: Loose, path: Path): Remark[] {
  const { must_match: must = [], must_not_match: mustNot = [] } = block.test_vectors ?? {}
  const rules = {
    window: block.matching?.window ?? 6,
    patterns: patternsOf(block.keyword_patterns ?? {}),
    routing: routingOf(block.routing ?? {}),
  }
  const categoryOf = (text: string) => matchesIn(text, rules)
  const unnoticed = must
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => one?.text && one.category && categoryOf(one.text) !== one.category)
  const alarms = mustNot
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => one?.text && !one.known_false_positive && categoryOf(one.text))
  return [
    ...unnoticed.map(({ one, index }) =>
      mistake([...path, 'test_vectors', 'must_match', index], 'vector-missed', {
        category: one?.category ?? '',
      }),
    ),
    ...alarms.map(({ one, index }) =>
      mistake([...path, 'test_vectors', 'must_not_match', index], 'vector-alarm', {
        category: categoryOf(one?.text ?? '') ?? '',
      }),
    ),
  ]
}
