/** Which texts of a plan's file are missing in a language that it promises. */
import { locales, say, type Locale } from '../../domain/phrase.ts'
import { doubt, type Path, type Remark } from '../file/finding.ts'
import type { Loose } from './reference-checks.ts'

/** One remark for each language, at the first text that lacks it. */
export function languageRemarks(file: Loose): Remark[] {
  const promised = file.meta?.languages ?? []
  return locales
    .filter((locale) => locale !== 'pl' && promised.includes(locale))
    .flatMap((locale) => {
      const [first, ...more] = withoutLanguage(file, locale, [])
      const args = { language: say(`language-${locale}`), count: more.length + 1 }
      return first ? [doubt(first, 'plan-untranslated', args)] : []
    })
}

function withoutLanguage(value: unknown, locale: Locale, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return []
  if ('pl' in value && typeof value.pl === 'string') return locale in value ? [] : [path]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([step, one]) => withoutLanguage(one, locale, [...path, step]))
}
