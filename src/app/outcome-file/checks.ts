/** What must hold between the parts of an outcome file, beyond its structure. */
import type { Theme } from '../../domain/outcome.ts'
import { locales, say, type Localized } from '../../domain/phrase.ts'
import type { NewTheme } from '../../store/outcomes.ts'
import { doubt, mistake, type Path, type Remark } from '../file/finding.ts'
import { nearest, type Salvaged } from '../file/structure.ts'
import type { OutcomeValue } from './schema.ts'

type Loose = Salvaged<OutcomeValue>
type LooseTheme = NonNullable<NonNullable<Loose['themes']>[number]>

/** What the city knows. */
export interface Known {
  readonly consultationIds: readonly string[]
  /** Those of the plan in force, in its order. */
  readonly measures: readonly { readonly id: string; readonly code: string }[]
}

/** Every remark on the well-formed parts of the file. */
export function remarksOn({ consultation: id, themes = [] }: Loose, known: Known): Remark[] {
  const isUnknown = id !== undefined && !known.consultationIds.includes(id)
  return [
    ...(isUnknown
      ? [
          mistake(['consultation'], 'consultation-unknown', {
            id,
            known: known.consultationIds.join(', ') || '–',
          }),
        ]
      : []),
    ...themes.flatMap((theme, index) => (theme ? themeRemarks(theme, ['themes', index], known) : [])),
  ]
}

function themeRemarks(theme: LooseTheme, path: Path, known: Known): Remark[] {
  return [
    ...languageRemarks(theme.said, [...path, 'said']),
    ...languageRemarks(theme.reason, [...path, 'reason']),
    ...lengthRemarks(theme.reason, [...path, 'reason']),
    ...decisionRemarks(theme, path),
    ...measureRemarks(theme.measure, [...path, 'measure'], known),
  ]
}

function languageRemarks(text: Salvaged<Localized> | undefined, path: Path): Remark[] {
  if (text?.pl === undefined) return []
  return locales
    .filter((locale) => text[locale] === undefined)
    .map((locale) => doubt(path, 'polish-instead', { language: say(`language-${locale}`) }))
}

/** Two sentences that are read at a glance. */
const readsWell = 40

function lengthRemarks(text: Salvaged<Localized> = {}, path: Path): Remark[] {
  return Object.entries(text).flatMap(([locale, wording = '']) => {
    const count = wording.trim().split(/\s+/u).length
    return count > readsWell ? [doubt([...path, locale], 'long-reason', { count, most: readsWell })] : []
  })
}

function decisionRemarks(theme: LooseTheme, path: Path): Remark[] {
  const { decision, measure } = theme
  if (!('decision' in theme))
    return [
      doubt(path, 'undecided'),
      ...('reason' in theme ? [mistake([...path, 'reason'], 'reason-without-decision')] : []),
    ]
  return [
    ...('reason' in theme ? [] : [mistake([...path, 'decision'], 'decision-without-reason')]),
    ...(decision === 'not_now' && measure !== undefined
      ? [doubt([...path, 'measure'], 'measure-not-now')]
      : []),
    ...(decision === 'accepted' && !('measure' in theme) ? [doubt(path, 'accepted-without-measure')] : []),
  ]
}

function measureRemarks(name: string | undefined, path: Path, { measures }: Known): Remark[] {
  if (name === undefined || measureNamed(name, measures)) return []
  if (measures.length === 0) return [mistake(path, 'measure-without-plan')]
  const guess = nearest(
    name,
    measures.flatMap(({ id, code }) => [id, code]),
  )
  return guess
    ? [mistake(path, 'measure-unknown-guess', { name, guess })]
    : [mistake(path, 'measure-unknown', { name })]
}

/** The id of the measure that a file calls so. */
export function measureNamed(name: string, measures: Known['measures']): string | undefined {
  return measures.find(({ id, code }) => id === name || code === name)?.id
}

/** What a published outcome may not change any more: everything but the measures. */
export function changeRemarks(before: readonly Theme[], after: readonly NewTheme[]): Remark[] {
  const changed = after.flatMap((theme, index) => {
    const old = before[index]
    return old && isSame(old, theme) ? [] : [mistake(['themes', index], 'outcome-published')]
  })
  return after.length < before.length ? [...changed, mistake(['themes'], 'outcome-published')] : changed
}

function isSame(before: Theme, after: NewTheme): boolean {
  return (
    before.decision === after.decision &&
    isSameText(before.said, after.said) &&
    isSameText(before.reason, after.reason)
  )
}

function isSameText(before: Localized | null, after: Localized | null): boolean {
  return locales.every((locale) => before?.[locale] === after?.[locale])
}
