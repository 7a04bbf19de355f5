/** Sentences in the person's language, from `locales/*.ftl` (Fluent, CLDR plurals). */
import { readdirSync, readFileSync } from 'node:fs'
import { FluentBundle, FluentDateTime, FluentResource, type FluentVariable } from '@fluent/bundle'
import {
  locales,
  sourceLocale,
  wordingIn,
  type Arg,
  type Args,
  type Locale,
  type Phrase,
} from '../domain/phrase.ts'

export interface Text {
  /** The sentence `key` in `locale`. @throws when the key is in no language: a bug, not a missing translation. */
  say(locale: string, key: string, args?: Readonly<Record<string, string | number | Date>>): string
  /** A phrase of the domain, in words. */
  phrase(locale: Locale, phrase: Phrase): string
  /** Every key there is, for tests that compare languages. */
  keys(locale: Locale): readonly string[]
}

/** Loads every `<area>.<locale>.ftl` and `<locale>.ftl` of a folder; a file that does not parse stops the start. */
export function loadText(directory: string | URL = new URL('../../locales/', import.meta.url)): Text {
  const bundles = new Map(locales.map((locale) => [locale, bundleOf(directory, locale)]))
  const say: Text['say'] = (locale, key, args) => {
    const bundle = [locale as Locale, sourceLocale]
      .map((one) => bundles.get(one))
      .find((one) => one?.hasMessage(key))
    const pattern = bundle?.getMessage(key)?.value
    if (!bundle || !pattern)
      throw new Error(`There is no sentence "${key}" in locales/: add it to pl, en and uk.`)
    return bundle.formatPattern(pattern, variables(args))
  }
  const phrase = (locale: Locale, one: Phrase): string =>
    'text' in one
      ? filled(wordingIn(one.text, locale).trim(), wordsOf(locale, one.args ?? {}, phrase))
      : say(locale, one.key, wordsOf(locale, one.args ?? {}, phrase))
  return { say, phrase, keys: (locale) => [...(bundles.get(locale)?._messages.keys() ?? [])] }
}

function bundleOf(directory: string | URL, locale: Locale): FluentBundle {
  const bundle = new FluentBundle(locale === 'en' ? ['en-GB', 'en'] : locale, { useIsolating: false })
  const files = readdirSync(directory).filter(
    (name) => name === `${locale}.ftl` || name.endsWith(`.${locale}.ftl`),
  )
  for (const name of files.toSorted()) {
    const source = readFileSync(new URL(name, asFolder(directory)), 'utf8')
    const resource = new FluentResource(source)
    const errors = [...unread(source, resource), ...bundle.addResource(resource)]
    if (errors.length > 0) throw new Error(`locales/${name}: ${errors.map(String).join('; ')}`)
  }
  return bundle
}

/** Fluent leaves out what it cannot read without a word. */
function unread(source: string, { body }: FluentResource): string[] {
  const read = new Set(body.map(({ id }) => id))
  const written = [...source.matchAll(/^(-?[A-Za-z][\w-]*) *=/gm)].map(([, id]) => id!)
  return written.filter((id) => !read.has(id)).map((id) => `the sentence "${id}" cannot be read`)
}

function asFolder(directory: string | URL): URL {
  return directory instanceof URL ? directory : new URL(`file://${directory.replace(/\/?$/, '/')}`)
}

function filled(text: string, words: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole))
}

const dayFormat = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const

function wordsOf(locale: Locale, args: Args, phrase: (locale: Locale, one: Phrase) => string) {
  return Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, wordOf(locale, arg, phrase)]))
}

function wordOf(locale: Locale, arg: Arg, phrase: (locale: Locale, one: Phrase) => string): string | number {
  if (typeof arg !== 'object') return arg
  if ('day' in arg) return dayIn(locale, arg)
  return 'key' in arg || 'text' in arg ? phrase(locale, arg) : wordingIn(arg, locale)
}

/** In Ukrainian a year is followed by an abbreviation, whose full stop would be doubled at the end of a sentence. */
function dayIn(
  locale: Locale,
  { day, hasYear }: { readonly day: string; readonly hasYear?: boolean },
): string {
  const format = { ...dayFormat, ...(hasYear ? { year: 'numeric' as const } : {}) }
  const words = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, format)
  return words.format(new Date(`${day}T00:00:00Z`)).replace(/ р\.$/, ' року')
}

function variables(
  args: Readonly<Record<string, string | number | Date>> = {},
): Record<string, FluentVariable> {
  const entries = Object.entries(args).map(([name, arg]) => [
    name,
    arg instanceof Date ? new FluentDateTime(arg.getTime(), dayFormat) : arg,
  ])
  return Object.fromEntries(entries) as Record<string, FluentVariable>
}
